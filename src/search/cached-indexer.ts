import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Cache } from '../core/cache.ts';
import { once } from '../core/once.ts';
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

const headSchema = z.object({ key: z.string(), sizes: z.array(z.tuple([z.string(), z.number()])) });

/** The length of what stands before the files: a text of JSON behind it says how long each is. */
const pack = (key: string, files: SearchFiles): Uint8Array => {
  const head = Buffer.from(JSON.stringify({ key, sizes: [...files].map(([path, { length }]) => [path, length]) }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, ...files.values()]);
};

const unpack = (packed: Uint8Array | undefined): { readonly key: string; readonly files: SearchFiles } | undefined => {
  if (!packed) return undefined;
  const bytes = Buffer.from(packed);
  let at = 4 + bytes.readUInt32BE();
  const head = headSchema.safeParse(JSON.parse(bytes.toString('utf8', 4, at))).data;
  if (!head) return undefined;
  const { key, sizes } = head;
  const files = new Map<string, Uint8Array>();
  for (const [path, size] of sizes) {
    files.set(path, bytes.subarray(at, at + size));
    at += size;
  }
  return { key, files };
};
