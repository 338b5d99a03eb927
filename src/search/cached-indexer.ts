import { createHash } from 'node:crypto';
import type { Cache } from '../core/cache.ts';
import { once } from '../core/once.ts';
import { pack, unpack } from './packed-files.ts';
import { assertWhole, type Indexer, type RecordMaker, type SearchFiles } from './search-index.ts';

/**
 * Makes an index only where its entries have changed: the last one of each event is kept, with the hash of all that it was made
 * from. `version` is what else that depends on: the packages.
 */
export const cachedIndexer = (cache: Cache, version: string, indexer: Indexer): Indexer => {
  const cached = async (name: string, key: () => string, make: () => Promise<SearchFiles>): Promise<SearchFiles> => {
    const kept = unpack(await cache.get(name));
    // Where nothing is kept, nothing waits for the key.
    if (kept && kept.key === key()) return kept.files;
    const files = await make();
    await cache.set(name, pack(key(), files));
    return files;
  };
  return {
    index: async (event, records) => {
      const made = records.map(once);
      const key = () => hashOf(version, made);
      const files = await cached(event, key, () => indexer.index(event, made));
      assertWhole(event, files, records.length);
      return files;
    },
    engine: () => cached('engine', () => version, indexer.engine),
  };
};

const hashOf = (version: string, records: readonly RecordMaker[]): string =>
  createHash('sha256')
    .update(JSON.stringify([version, records.map((make) => make())]))
    .digest('hex');
