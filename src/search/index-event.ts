import { searchParts } from '../core/search-parts.ts';
import type { Indexer, SearchFiles, SearchRecord } from './search-index.ts';

/** What looks through an index. It is the same in all, and lies in the first. */
const engine = /^(?:pagefind\.js|wasm\..+)$/;

/** Makes the indexes of an event, oldest entries first: `1/…`, and `2/…` where there are two. */
export const indexEvent = async (
  event: string,
  records: readonly SearchRecord[],
  indexer: Indexer,
): Promise<SearchFiles> => {
  const files = new Map<string, Uint8Array>();
  for (const [index, part] of searchParts(records).entries()) {
    const number = index + 1;
    for (const [path, bytes] of await indexer.index(`${event}/${number}`, part))
      if (number === 1 || !engine.test(path)) files.set(`${number}/${path}`, bytes);
  }
  return files;
};
