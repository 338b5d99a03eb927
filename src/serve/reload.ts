import { faultStyles, faultStylesAddress } from './fault-page.ts';
import type { OpenTabs } from './open-tabs.ts';
import type { ServedSite } from './served-site.ts';

/** No page of a site can have such an address. */
const [script, changes] = ['/@recapsule/reload.js', '/@recapsule/changes'];

/** A page of HTML that loads again when there is a newer state than the one that it shows. */
export const withReload = (html: Uint8Array, state: string): Uint8Array =>
  Buffer.from(
    Buffer.from(html)
      .toString()
      .replace('</head>', (end) => `<script src="${script}?${state}" defer></script>${end}`),
  );

/** Runs in the browser. */
const followChanges = (): void => {
  const own = document.currentScript?.getAttribute('src') ?? '';
  new EventSource(own.replace('reload.js', 'changes')).onmessage = () => location.reload();
};

/** Answers what the development server adds to pages. */
export const ownAnswers =
  (tabs: OpenTabs, newest: () => string): NonNullable<ServedSite['answersItself']> =>
  ({ url = '' }, response) => {
    const [path, state] = url.split('?');
    const answer = (type: string, text: string): void =>
      void response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }).end(text);
    if (path === script) answer('text/javascript; charset=utf-8', `(${followChanges})();\n`);
    else if (path === faultStylesAddress) answer('text/css; charset=utf-8', faultStyles);
    else if (path === changes) tabs.add(response, state !== newest());
    else return false;
    return true;
  };
