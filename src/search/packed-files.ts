import { z } from 'zod';

/** Files by their paths, which a cache keeps as one value. */
type Packed = ReadonlyMap<string, Uint8Array>;

const headSchema = z.object({ key: z.string(), sizes: z.array(z.tuple([z.string(), z.number()])) });

/** What they were made from, and the files. The length of what stands before the files: a text of JSON behind it says how long each is. */
export const pack = (key: string, files: Packed): Uint8Array => {
  const head = Buffer.from(JSON.stringify({ key, sizes: [...files].map(([path, { length }]) => [path, length]) }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, ...files.values()]);
};

export const unpack = (
  packed: Uint8Array | undefined,
): { readonly key: string; readonly files: Packed } | undefined => {
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
