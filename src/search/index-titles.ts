import { indexEvent } from './index-event.ts';
import { type Indexer, makersOf, type SearchFiles, type SearchRecord } from './search-index.ts';

/** How many entries come to an archive before the titles of all are indexed again. */
const step = 500;

/** What `searchRecords` gives of the entries of an event without their texts, as JSON, and when something of it changed last. */
export type EventTitles = { readonly slug: string; readonly titles: string; readonly changed?: number };

/**
 * Makes the index of an archive that has all of these. Events that changed last come last: so an entry that comes to one of them
 * is indexed with a few hundred others, and not with all.
 */
export const indexTitles = (
  events: readonly EventTitles[],
  pages: readonly SearchRecord[],
  indexer: Indexer,
): Promise<SearchFiles> => {
  const entries = events
    .toSorted((a, b) => (a.changed ?? 0) - (b.changed ?? 0) || (a.slug < b.slug ? -1 : 1))
    .flatMap(({ titles }): readonly SearchRecord[] => JSON.parse(titles));
  return indexEvent('titles', makersOf([...entries, ...pages]), indexer, step);
};
