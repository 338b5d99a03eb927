import type { ServerResponse } from 'node:http';

/**
 * So many open pages learn of changes at once. A browser has six connections to a server: were all of them kept by open
 * pages, no other page would load. A page that is sent away comes back after a second, and hears what it has missed.
 */
const mostTabs = 4;

/** The open pages, which hear once that what they show is not the newest any more (server-sent events). */
export type OpenTabs = {
  /** Keeps the connection of a page. `isOutdated` says whether something has changed already since the page was made. */
  readonly add: (response: ServerResponse, isOutdated: boolean) => void;
  readonly tell: () => void;
};

export const openTabs = (): OpenTabs => {
  let tabs: ServerResponse[] = [];
  return {
    add: (response, isOutdated) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write('retry: 1000\n\n');
      if (isOutdated) response.write(news);
      tabs.push(response);
      response.on('close', () => {
        tabs = tabs.filter((one) => one !== response);
      });
      if (tabs.length > mostTabs) tabs.shift()?.end();
    },
    tell: () => {
      for (const tab of tabs) tab.write(news);
    },
  };
};

const news = 'data: changed\n\n';
