import { hash } from 'node:crypto';
import type { EventRecord, InArchiveFeed } from '../core/event-record.ts';
import { atomOutlineOf } from './atom.ts';
import { type Feed, type FeedItem, type FeedOutline, feedOutlineOf } from './feed.ts';
import { aboutArchive, before, documentAt, type FeedFrame } from './feeds-of.ts';
import { feedSize, fullDocuments, newsAt, pastOf, shownOf } from './newest.ts';
import { atomType, type SiteFile } from './site-file.ts';

/** An event in the feed of the archive. */
type EventInFeed = InArchiveFeed & { readonly slug: string };

/** Where an item of the archive's history is: the event, and its index among those that have come. */
export type ItemPlace = { readonly event: string; readonly index: number };

/** A full document of the archive's history: its number, its items, oldest first, and what tells whether it has changed. */
export type ArchiveDocument = {
  readonly number: number;
  readonly items: readonly ItemPlace[];
  readonly version: string;
};

/** Notes of the items of an event, which come oldest first, what the archive's feed needs to know. */
export const inArchiveFeed = (items: readonly FeedItem[]): InArchiveFeed => ({
  placed: pastOf(items).map((item) => [item.placed, versionOf(feedOutlineOf(item))]),
  news: candidatesOf(items).map(newsAt),
});

const versionOf = (outline: FeedOutline): string => digest(JSON.stringify(outline));

/** Twelve hexadecimal digits tell the states of one thing apart. */
const digest = (text: string): string => hash('sha256', text, 'hex').slice(0, 12);

/** The items of an event that can be in the archive's feed, newest first: among the newest, or in no document yet. */
export const candidatesOf = (items: readonly FeedItem[]): readonly FeedItem[] => shownOf(items, feedSize - 1);

/** From which times on an item can be in the archive's feed: as news, and as one that is in no document yet. */
export const inFeedSince = (events: readonly InArchiveFeed[]): { readonly news: number; readonly placed: number } => ({
  news: nth(events.flatMap(({ news }) => news)),
  placed: nth(events.flatMap(({ placed }) => placed.slice(-feedSize).map(([at]) => at))),
});

/** Whether an item can be in the archive's feed, by what `inFeedSince` says. */
export const canBeInFeed = (item: FeedItem, since: ReturnType<typeof inFeedSince>): boolean =>
  newsAt(item) >= since.news || item.placed >= since.placed;

const nth = (times: readonly number[]): number =>
  times.toSorted((a, b) => b - a)[feedSize - 1] ?? Number.NEGATIVE_INFINITY;

/**
 * The documents of the archive's history (RFC 5005): 50 items each, in the order in which they came. They come to be when
 * they are full; until then the feed itself has what comes behind them.
 */
export const archiveDocuments = (events: readonly EventInFeed[]): readonly ArchiveDocument[] => {
  const all = inOrderOf(events);
  return Array.from({ length: fullDocuments(all.length) }, (_, index) => {
    const items = all.slice(index * feedSize, (index + 1) * feedSize);
    return { number: index + 1, items, version: digest(items.map(({ version }) => version).join('')) };
  });
};

/** Items of the same instant stand by their events, and then in the order of their event. */
const inOrderOf = (events: readonly EventInFeed[]) =>
  events
    .toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
    .flatMap(({ slug, placed }) => placed.map(([at, version], index) => ({ event: slug, index, at, version })))
    .sort((a, b) => a.at - b.at);

/** An event, and the way to its items: those that can be in the feed, and all that have come, without their texts; and its titles. */
type ListedInFeed = {
  readonly record: Pick<EventRecord, 'feed'> & { readonly summary: { readonly slug: string } };
  readonly items: () => readonly FeedItem[];
  readonly outlines: () => readonly FeedOutline[];
  /** What the index of all titles has of it. */
  readonly titles: () => string;
};

/**
 * What the pages of the archive are given of events: the items of those that can be in its feed, and the outlines of those
 * that are in a document that is not there yet, as `isThere` says. Also all documents, and the numbers of those that are.
 */
export const knownForArchive = <Listed extends ListedInFeed>(
  listed: readonly Listed[],
  isThere: (document: ArchiveDocument) => boolean,
) => {
  const feeds = listed.map(({ record }) => ({ ...record.feed, slug: record.summary.slug }));
  const all = archiveDocuments(feeds);
  const documents = new Set(all.filter(isThere).map(({ number }) => number));
  const toMake = all.filter(({ number }) => !documents.has(number));
  const shown = new Set(toMake.flatMap(({ items }) => items.map(({ event }) => event)));
  const since = inFeedSince(feeds);
  const events = listed.map(({ record, items, outlines, titles }): Known<Listed> => {
    const { news, placed } = record.feed;
    const isInFeed = news.some((at) => at >= since.news) || placed.some(([at]) => at >= since.placed);
    const inDocument = shown.has(record.summary.slug) ? outlines() : [];
    return { record, items: isInFeed ? items() : [], outlines: inDocument, titles: titles() };
  });
  return { versions: all.map(({ version }) => version), events, documents };
};

type Known<Listed extends ListedInFeed> = Pick<Listed, 'record'> & {
  readonly items: readonly FeedItem[];
  readonly outlines: readonly FeedOutline[];
  readonly titles: string;
};

/** The feed of the archive, of the candidates of its events; `past` says how many items have come in all. */
export const feedOfArchive = (
  events: readonly { readonly slug: string; readonly items: readonly FeedItem[] }[],
  past: number,
  frame: FeedFrame,
): Feed => {
  const items = events
    .toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
    .flatMap((event) => event.items.toReversed())
    .sort((a, b) => a.placed - b.placed);
  return { ...before(aboutArchive(frame), fullDocuments(past)), items: shownOf(items, past % feedSize) };
};

/** Where a document of the archive's history is, below its home. */
export const archiveDocumentFile = (number: number): string => documentAt('', number);

/** The files of documents of the archive's history; `outlineAt` gives an item. */
export const archiveDocumentFiles = (
  documents: readonly ArchiveDocument[],
  outlineAt: (place: ItemPlace) => FeedOutline,
  frame: FeedFrame,
): readonly SiteFile[] => {
  const about = aboutArchive(frame);
  return documents.map(({ number, items }) => ({
    path: frame.to.home() + archiveDocumentFile(number),
    type: atomType,
    print: () =>
      atomOutlineOf(before(about, number - 1), items.map(outlineAt).toReversed(), documentAt(about.page, number)),
  }));
};
