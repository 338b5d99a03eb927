import { readFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { fileName } from '../core/content-files.ts';
import { headerRules } from './header-rules.ts';
import { sendFile } from './send-file.ts';
import type { ServedFile, ServedSite } from './served-site.ts';
import { typeOf } from './type-of.ts';

/**
 * Answers requests as a host of static files does: the address of a folder with its `index.html`, one without a slash at its
 * end with the one that has it, and what does not exist with the page `404.html`. The headers are those of `_headers`.
 */
export const answerWith =
  (site: ServedSite): RequestListener =>
  (request, response) => {
    if (site.answersItself?.(request, response)) return;
    answer(site, request, response).catch((fault: unknown) => {
      // The reader has gone, or a file has while it was sent.
      if (response.headersSent || response.destroyed) response.destroy();
      else response.writeHead(500, { 'Content-Type': 'text/plain' }).end(`${fault}\n`);
    });
  };

const answer = async (site: ServedSite, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const [, before = '/', query = ''] = /^([^?]*)(.*)$/.exec(request.url ?? '/') ?? [];
  const base = site.base();
  const path = pathBelow(base, before);
  if (path === undefined) {
    if (base.startsWith(before.replace(/\/*$/, '/'))) redirect(base + query, response);
    else response.writeHead(404, { 'Content-Type': 'text/plain' }).end(`Nothing is served here but ${base}\n`);
    return;
  }
  const found = path === '_headers' ? undefined : await site.find(pageAt(path));
  if (found) return send(site, path, found, { request, response, status: found.status ?? 200 });
  if (!path.endsWith('/') && (await site.find(`${path}/index.html`)))
    return redirect(`./${fileName(before)}/${query}`, response);
  const lost = await site.find('404.html');
  if (lost) return send(site, path, lost, { request, response, status: lost.status ?? 404 });
  response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
};

/** The path of a request below that of the site, decoded; `undefined` where it is none. */
const pathBelow = (base: string, path: string): string | undefined => {
  const whole = path.replace(/^\/+/, '/');
  try {
    return whole.startsWith(base) ? decodeURIComponent(whole.slice(base.length)) : undefined;
  } catch {
    return undefined;
  }
};

const pageAt = (path: string): string => (path === '' || path.endsWith('/') ? `${path}index.html` : path);

const redirect = (address: string, response: ServerResponse): void => {
  response.writeHead(301, { Location: address, 'Cache-Control': 'no-cache' }).end();
};

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly status: number };

const send = async (
  site: ServedSite,
  path: string,
  found: ServedFile,
  { request, response, status }: Exchange,
): Promise<void> => {
  const rules = headerRules(await textOf(await site.find('_headers')));
  const type = typeOf(status === 200 ? pageAt(path) : '404.html');
  await sendFile(found, request, response, { status, headers: { ...rules(`/${path}`), 'Content-Type': type } });
};

const textOf = async (served: ServedFile | undefined): Promise<string> => {
  if (served === undefined) return '';
  return 'bytes' in served ? Buffer.from(served.bytes).toString() : readFile(served.file, 'utf8');
};
