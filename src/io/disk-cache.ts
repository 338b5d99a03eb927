import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Cache } from '../core/cache.ts';
import { fileCache } from './file-cache.ts';
import { hasSqlite } from './sqlite.ts';
import { valueStore } from './value-store.ts';

/** Up to so many bytes a value takes less time in a database than in a file of its own (decision 40). */
const mostInStore = 64 * 1024;

/**
 * The cache of a kind of values (a word in lower case), in a folder that processes and machines may share: small values in
 * a database, large ones in files. Without SQLite, as with Node 20, all are in files.
 */
export const diskCache = (folder: string, kind: string): Cache => {
  const files = fileCache(folder, kind);
  if (!hasSqlite()) return files;
  const store = valueStore(join(folder, kind, storeName));
  return {
    get: async (key) => store.get(hashOf(key)) ?? (await files.get(key)),
    set: async (key, bytes) => {
      const hash = hashOf(key);
      if (bytes.length <= mostInStore) return store.set(hash, bytes);
      // It may have been small before.
      if (store.get(hash)) await store.set(hash, undefined);
      return files.set(key, bytes);
    },
  };
};

/** What the database of a kind is called. */
export const storeName = 'recapsule.sqlite';

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();
