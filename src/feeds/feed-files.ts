import { type FeedFormat, feedFormats } from '../core/feed-formats.ts';
import { once } from '../core/once.ts';
import { atomArchiveOf, atomOf } from './atom.ts';
import type { Feed } from './feed.ts';
import type { FeedWithHistory } from './feeds-of.ts';
import { fitItems } from './fit-feed.ts';
import { jsonFeedOf } from './json-feed.ts';
import { rssOf } from './rss.ts';
import { atomType, type SiteFile } from './site-file.ts';

/** How a feed is written, in each format. */
const printers: Readonly<Record<FeedFormat['file'], (feed: Feed) => string | Promise<string>>> = {
  'rss.xml': rssOf,
  'atom.xml': atomOf,
  'feed.json': jsonFeedOf,
};

/** A feed in all formats, beside the page that it follows. */
export const feedFiles = (whole: Feed): readonly SiteFile[] => {
  const feed = { ...whole, items: fitItems(whole.items) };
  const path = new URL(feed.page).pathname;
  return feedFormats.map(({ file, type }) => ({
    path: path + file,
    type: `${type}; charset=utf-8`,
    print: once(() => printers[file](feed)),
  }));
};

/** The archive documents of a feed. */
export const historyFiles = ({ history }: FeedWithHistory): readonly SiteFile[] =>
  history.map(({ self, feed }) => ({
    path: new URL(self).pathname,
    type: atomType,
    print: () => atomArchiveOf(feed, self),
  }));
