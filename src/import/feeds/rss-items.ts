import { parseRdfFeed, parseRssFeed } from 'feedsmith';
import type { Enclosure, ReadFeed, SourceItem } from './feed-item.ts';
import { titleText } from './html-text.ts';

type Rss = ReturnType<typeof parseRssFeed<string>>;
type RssItem = NonNullable<Rss['items']>[number];
type RdfItem = NonNullable<ReturnType<typeof parseRdfFeed<string>>['items']>[number];
type Media = NonNullable<RssItem['media']>;

/** Reads RSS 0.91 to 2.0, with Dublin Core, Media RSS and `content:encoded`. */
export const readRss = (text: string): Omit<ReadFeed, 'count'> => {
  const { title, description, link, language, items = [], atom } = parseRssFeed(text);
  return {
    title: title && titleText(title),
    description,
    url: link,
    language,
    items: items.map(rssItem),
    older: olderOf(atom?.links),
  };
};

/** Reads RSS 0.90 and 1.0, which are RDF. */
export const readRdf = (text: string): Omit<ReadFeed, 'count'> => {
  const { title, description, link, dc, items = [], atom } = parseRdfFeed(text);
  return {
    title: title && titleText(title),
    description,
    url: link,
    language: dc?.languages?.[0],
    items: items.map(rdfItem),
    older: olderOf(atom?.links),
  };
};

type Link = { readonly rel?: string | undefined; readonly href?: string | undefined };

/** Where older items are, by RFC 5005: the next page, or the archive before this one. */
export const olderOf = (links: readonly Link[] = []): string[] =>
  links.flatMap(({ rel, href }) => (rel && /^(next|prev-archive)$/i.test(rel) && href ? href : []));

/** The parts of Media RSS that are files, inside groups or not; a preview where there is nothing else. */
export const mediaOfItem = (media: Media | undefined): Enclosure[] => {
  const groups = media?.groups ?? [];
  const contents = [...(media?.contents ?? []), ...groups.flatMap((group) => group.contents ?? [])];
  const files = contents.map((content) => ({
    address: content.url,
    type: content.type ?? content.medium,
    alt: content.description?.value ?? content.title?.value,
    credit: content.credits?.[0]?.value,
  }));
  const [preview] = media?.thumbnails ?? [];
  return files.length === 0 && preview ? [{ address: preview.url, type: 'image' }] : files;
};

const rssItem = (item: RssItem): SourceItem => ({
  addresses: [item.guid?.isPermaLink === false ? undefined : item.guid?.value, item.link],
  title: item.title && titleText(item.title),
  content: htmlOf(item.content?.encoded ?? item.description),
  time: item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.published ?? item.atom?.updated,
  authors: item.dc?.creators ?? item.authors?.map(({ name }) => name) ?? [],
  topics: item.categories?.map(({ name }) => name) ?? item.dc?.subjects ?? [],
  enclosures: [
    ...(item.enclosures?.map(({ url, type }) => ({ address: url, type })) ?? []),
    ...mediaOfItem(item.media),
  ],
});

const rdfItem = (item: RdfItem): SourceItem => ({
  addresses: [item.rdf?.about, item.link],
  title: item.title && titleText(item.title),
  content: htmlOf(item.content?.encoded ?? item.description),
  time: item.dc?.dates?.[0],
  authors: item.dc?.creators ?? [],
  topics: item.dc?.subjects ?? [],
  enclosures: mediaOfItem(item.media),
});

const htmlOf = (value: string | undefined): SourceItem['content'] => (value && { kind: 'html', value }) || undefined;
