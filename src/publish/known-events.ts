import { join } from 'node:path';
import { type ArchiveDocument, archiveDocuments, inFeedSince } from '../feeds/archive-feed.ts';
import { readPlain } from '../io/plain-file.ts';
import type { KnownEvents } from '../templates/entry.ts';
import { documentsBefore, type EarlierEvent, itemsOf, outlinesOf, type Previous } from './previous.ts';
import type { PublishedSite } from './site-folder.ts';

/** The documents of the archive's history: what tells whether each has changed, and those that need not be made, by path. */
type Documents = { readonly versions: readonly string[]; readonly kept: ReadonlyMap<string, Uint8Array> };

/**
 * The events of the archive as its pages know them: with the items of those that can be in its feed, and of those whose items
 * are in a document of its history that has to be made. `previous` is the release whose documents can be kept, if any can.
 */
export const knownEvents = (
  site: PublishedSite,
  events: readonly EarlierEvent[],
  previous: Previous | undefined,
): { readonly known: KnownEvents; readonly documents: Documents } => {
  const feeds = events.map(({ record }) => record.feed);
  const documents = archiveDocuments(events.map(({ record }) => ({ ...record.feed, slug: record.summary.slug })));
  const kept = previous ? keptDocuments(site, documents, previous) : new Map<number, Uint8Array>();
  const shown = new Set(
    documents.flatMap(({ number, items }) => (kept.has(number) ? [] : items.map(({ event }) => event))),
  );
  const since = inFeedSince(feeds);
  const known = events.map(({ tree, record }) => {
    const { news, placed } = record.feed;
    const isInFeed = news.some((at) => at >= since.news) || placed.some(([at]) => at >= since.placed);
    const outlines = shown.has(record.summary.slug) ? outlinesOf(site, tree) : [];
    return { record, items: isInFeed ? itemsOf(site, tree) : [], outlines };
  });
  return {
    known: { events: known, documents: new Set(kept.keys()) },
    documents: {
      versions: documents.map(({ version }) => version),
      kept: new Map([...kept].map(([number, bytes]) => [pathOf(number), bytes])),
    },
  };
};

const keptDocuments = (
  site: PublishedSite,
  documents: readonly ArchiveDocument[],
  previous: Previous,
): ReadonlyMap<number, Uint8Array> => {
  const before = documentsBefore(previous);
  return new Map(
    documents.flatMap(({ number, version }) => {
      const file = join(site.releases, previous.release.name, pathOf(number));
      const bytes = before[number - 1] === version ? readPlain(file) : undefined;
      return bytes ? [[number, bytes] as const] : [];
    }),
  );
};

/** Where a document is below the top of a site. */
const pathOf = (number: number): string => `feed-archive/${number}.xml`;
