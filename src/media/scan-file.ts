import { createHash } from 'node:crypto';
import type { Chunks } from './chunks.ts';

/** What is known of a file that was read once, piece by piece. */
export type FileScan = {
  /** Its first bytes, behind the tags that a sound may begin with. */
  readonly head: Buffer;
  /** Its last bytes. */
  readonly tail: Buffer;
  readonly size: number;
  /** Where `head` begins. */
  readonly from: number;
  /** Which of the words that were looked for stand in it. */
  readonly found: ReadonlySet<Buffer>;
};

/** So much of the beginning and of the end is kept: an end of a ZIP file may have a comment of 65,535 bytes. */
const kept = 66_000;

/** Reads a file of any length, of which memory holds a piece at a time. `note` is told of each piece. */
export const scanFile = async (
  chunks: Chunks,
  words: readonly Buffer[],
  note: (chunk: Uint8Array) => void,
): Promise<FileScan> => {
  const found = new Set<Buffer>();
  const overlap = Math.max(0, ...words.map(({ length }) => length - 1));
  let [head, tail, from, size] = [Buffer.alloc(0), Buffer.alloc(0), 0, 0];
  for await (const chunk of chunks) {
    note(chunk);
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    if (size === 0) from = tagLength(bytes);
    if (head.length < kept && size + bytes.length > from)
      head = Buffer.concat([head, bytes.subarray(Math.max(0, from - size)).subarray(0, kept - head.length)]);
    if (words.length > 0) {
      // A word may begin in one piece and end in the next.
      const joined = Buffer.concat([tail.subarray(Math.max(0, tail.length - overlap)), bytes]);
      for (const word of words) if (joined.includes(word)) found.add(word);
    }
    tail = bytes.length >= kept ? Buffer.from(bytes.subarray(-kept)) : Buffer.concat([tail, bytes]).subarray(-kept);
    size += bytes.length;
  }
  return { head, tail, size, from, found };
};

/** How long an ID3 tag is, which may hold a picture (ID3v2.4, 3.1: a size of seven bits a byte); 0 where there is none. */
const tagLength = (bytes: Buffer): number => {
  if (bytes.length < 10 || bytes.toString('latin1', 0, 3) !== 'ID3') return 0;
  const size = bytes.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 127), 0);
  return 10 + size + ((bytes[5] ?? 0) & 16 ? 10 : 0);
};

/** The hashes of a file: what its published name has of it, and SHA-512. */
export const hashFile = () => {
  const [name, whole] = [createHash('sha256').update('copy 1'), createHash('sha512')];
  return {
    note: (chunk: Uint8Array): void => {
      name.update(chunk);
      whole.update(chunk);
    },
    end: () => ({ name: name.digest('hex').slice(0, 10), sha512: whole.digest('hex') }),
  };
};
