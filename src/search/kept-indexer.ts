import { createHash } from 'node:crypto';
import type { Shelf } from '../core/shelf.ts';
import { assertWhole, type Indexer, type SearchFiles, type SearchRecord } from './search-index.ts';

/**
 * Makes an index only where its entries have changed: the last one of each event is kept, with the hash of all that it was made
 * from. `version` is what else that depends on: the packages.
 */
export const keptIndexer = (shelf: Shelf, version: string, indexer: Indexer): Indexer => ({
  index: async (event, records) => {
    const key = hashOf(version, records);
    const name = nameOfKept(event);
    const kept = unpack(await shelf.get(name));
    const files = kept?.key === key ? kept.files : await indexer.index(event, records);
    assertWhole(event, files, records.length);
    if (kept?.key !== key) await shelf.set(name, pack(key, files));
    return files;
  },
});

/** Under which name the index of an event is kept. */
export const nameOfKept = (event: string): string =>
  `${createHash('sha256').update(event).digest('hex').slice(0, 16)}.index`;

const hashOf = (version: string, records: readonly SearchRecord[]): string =>
  createHash('sha256')
    .update(JSON.stringify([version, records]))
    .digest('hex');

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
  const { key, sizes } = JSON.parse(bytes.toString('utf8', 4, at)) as {
    readonly key: string;
    readonly sizes: readonly (readonly [string, number])[];
  };
  const files = new Map<string, Uint8Array>();
  for (const [path, size] of sizes) {
    files.set(path, bytes.subarray(at, at + size));
    at += size;
  }
  return { key, files };
};
