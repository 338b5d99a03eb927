import { Readable } from 'node:stream';
import { extractFromJson, extractFromXml } from '@extractus/feed-extractor';
import { parseFeed as parseByRowan } from '@rowanmanning/feed-parser';
import FeedParser from 'feedparser';
import { parseFeed as parseByFeedsmith } from 'feedsmith';
import RssParser from 'rss-parser';

/** An item of a feed, as one reader of feeds understands it. */
export type ReadItem = {
  readonly id: string | undefined;
  readonly link: string | undefined;
  readonly title: string | undefined;
  /** When it was published, in milliseconds since 1970. */
  readonly date: number;
  readonly author: string | undefined;
  readonly content: string | undefined;
};

/** A reader of feeds that others have written. */
type FeedReader = (text: string) => Promise<readonly ReadItem[]>;

// biome-ignore lint/suspicious/noExplicitAny: each reader has an own type for each format, which is not what is tested
type Loose = any;

const item = (id: Loose, link: Loose, title: Loose, date: Loose, author: Loose, content: Loose): ReadItem => ({
  id: id ?? undefined,
  link: link ?? undefined,
  title: title ?? undefined,
  date: new Date(date).getTime(),
  author: author ?? undefined,
  content: content ?? undefined,
});

const feedsmith: FeedReader = async (text) => {
  const { format, feed } = parseByFeedsmith(text) as Loose;
  if (format === 'rss')
    return (feed.items ?? []).map((one: Loose) =>
      item(one.guid?.value, one.link, one.title, one.pubDate, one.dc?.creators?.[0], one.content?.encoded),
    );
  if (format === 'atom')
    return (feed.entries ?? []).map((one: Loose) =>
      item(
        one.id,
        one.links?.[0]?.href,
        one.title?.value ?? one.title,
        one.published,
        one.authors?.[0]?.name,
        one.content?.value,
      ),
    );
  return (feed.items ?? []).map((one: Loose) =>
    item(one.id, one.url, one.title, one.date_published, one.authors?.[0]?.name, one.content_html),
  );
};

const rssParser: FeedReader = async (text) => {
  const { items } = (await new RssParser().parseString(text)) as Loose;
  return items.map((one: Loose) =>
    item(
      one.guid ?? one.id,
      one.link,
      one.title,
      one.isoDate,
      one.creator ?? one.author,
      one['content:encoded'] ?? one.content,
    ),
  );
};

const feedparser: FeedReader = async (text) => {
  const items: ReadItem[] = [];
  const parser = new FeedParser({ addmeta: false }) as Loose;
  for await (const one of Readable.from([text]).pipe(parser) as Loose)
    items.push(item(one.guid, one.link, one.title, one.pubdate, one.author, one.description));
  return items;
};

const rowanmanning: FeedReader = async (text) =>
  parseByRowan(text).items.map((one: Loose) =>
    item(one.id, one.url, one.title, one.published, one.authors[0]?.name, one.content),
  );

/** A reader that decodes the entities of a text once too often, those of the HTML in it, too. */
export const decodesTwice = '@rowanmanning/feed-parser';

const extractus: FeedReader = async (text) => {
  const options = {
    descriptionMaxLen: 0,
    getExtraEntryFields: (entry: Loose) => ({
      id: entry.guid?.['#text'] ?? entry.id,
      // Without these it takes the time of the last change, and cuts the text.
      published: entry.pubDate ?? entry.published ?? entry.date_published,
      title: entry.title?.['#text'] ?? entry.title,
      author: entry['dc:creator'] ?? entry.author?.name ?? entry.authors?.[0]?.name,
      content: entry['content:encoded'] ?? entry.content?.['#text'] ?? entry.content_html,
    }),
  };
  const { entries } = (
    text.startsWith('{') ? extractFromJson(JSON.parse(text), options) : extractFromXml(text, options)
  ) as Loose;
  return entries.map((one: Loose) => item(one.id, one.link, one.title, one.published, one.author, one.content));
};

/** Readers of RSS and Atom, and those that read JSON Feed, too. */
export const xmlReaders: Readonly<Record<string, FeedReader>> = {
  feedsmith,
  'rss-parser': rssParser,
  feedparser,
  '@rowanmanning/feed-parser': rowanmanning,
  '@extractus/feed-extractor': extractus,
};
export const jsonReaders: Readonly<Record<string, FeedReader>> = { feedsmith, '@extractus/feed-extractor': extractus };
