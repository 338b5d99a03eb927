import { indexEvent } from './index-event.ts';
import type { Indexer, SearchFiles, SearchRecord } from './search-index.ts';

/** How many entries come to an archive before the titles of all are indexed again. */
const step = 500;

/**
 * Makes the index of an archive that has of each entry what `searchRecords` gives without its text. `events` are those records as
 * JSON, the oldest event first: so an entry that comes to the newest one is indexed with the last few hundred only.
 */
export const indexTitles = (
  events: readonly string[],
  pages: readonly SearchRecord[],
  indexer: Indexer,
): Promise<SearchFiles> => {
  const entries = events.flatMap((titles): readonly SearchRecord[] => JSON.parse(titles));
  return indexEvent('titles', [...entries, ...pages], indexer, step);
};
