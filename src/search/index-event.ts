import { searchParts } from '../core/search-parts.ts';
import {
  entryName,
  type IndexEntry,
  type Indexer,
  type RecordMaker,
  readIndexEntry,
  type SearchFiles,
} from './search-index.ts';

/**
 * Makes the indexes of an event, oldest entries first: `1/…`, and so on; `entries.json` says what each has. Of more than `step`
 * entries the newest have their own.
 */
export const indexEvent = async (
  event: string,
  records: readonly RecordMaker[],
  indexer: Indexer,
  step?: number,
): Promise<SearchFiles> => {
  const files = new Map<string, Uint8Array>();
  const entries: IndexEntry[] = [];
  const indexes = searchParts(records, step).map((part, index) => indexer.index(`${event}/${index + 1}`, part));
  for (const [index, made] of (await Promise.all(indexes)).entries()) {
    const number = index + 1;
    const entry = readIndexEntry(made);
    if (entry) entries.push(entry);
    for (const [path, bytes] of made) if (path !== entryName) files.set(`${number}/${path}`, bytes);
  }
  return files.set('entries.json', Buffer.from(JSON.stringify(entries)));
};
