import type { Chunks } from './chunks.ts';

/**
 * An MP4 without what a camera or a program wrote about it: place, device, owner (ISO/IEC 14496-12, 8.10 and 8.11; Apple's
 * QuickTime File Format). The boxes that hold it become free space, so that nothing else moves, and the pictures and the
 * sound stay as they are. Other files come back as they are. Memory holds one chunk at a time, however large the file is.
 */
export async function* bareVideo(chunks: Chunks): AsyncGenerator<Uint8Array> {
  const walk = walkBoxes();
  let rest: Uint8Array = Buffer.alloc(0);
  for await (const chunk of chunks) {
    // What lies within a box that is kept, as nearly all of a film does, needs no copy.
    const bytes = walk.isKept(chunk.length)
      ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
      : Buffer.concat([rest, chunk]);
    const taken = walk.take(bytes);
    if (taken > 0) yield bytes.subarray(0, taken);
    rest = bytes.subarray(taken);
  }
  if (rest.length > 0) yield rest;
}

/** Boxes that say who made a film, where, and with what. */
const talkative: ReadonlySet<string> = new Set(['udta', 'meta', 'uuid']);

/** The boxes on the way to these: the head of a film, and in it that of a track. */
const opened = ['moov', 'trak'];

/** Places in a file: of the first byte that has not been taken, of the next box, and of the end of what is blanked. */
type Walk = {
  at: number;
  next: number;
  blankUntil: number;
  /** Where the file ends, which nobody knows yet, and the boxes that have been opened. */
  readonly ends: number[];
};

/** Goes from box to box. Each begins with its size in four bytes, or in eight behind its type. */
const walkBoxes = () => {
  const walk: Walk = { at: 0, next: 0, blankUntil: 0, ends: [Number.POSITIVE_INFINITY] };
  return {
    /** Whether so many bytes behind those taken before stay as they are, and no head of a box is among them. */
    isKept: (length: number): boolean => walk.next >= walk.at + length && walk.blankUntil <= walk.at,
    /** Blanks metadata in the bytes behind those taken before; gives how many of them are done. */
    take: (bytes: Buffer): number => {
      if (walk.blankUntil > walk.at) bytes.fill(0, 0, Math.min(bytes.length, walk.blankUntil - walk.at));
      while (walk.next < walk.at + bytes.length && readHead(walk, bytes));
      const taken = Math.min(bytes.length, walk.next - walk.at);
      walk.at += taken;
      return taken;
    },
  };
};

/** Reads the head of the next box, and says where the one after it begins. False where more bytes are needed for it. */
const readHead = (walk: Walk, bytes: Buffer): boolean => {
  const { at, next, ends } = walk;
  const start = next - at;
  const most = ends.at(-1) ?? next;
  const box = boxAt(bytes, start, most - next);
  if (!box) return false;
  const { type, head, size } = box;
  const end = next + size;
  // Nothing behind a damaged box of a level can be known, nor in a file that begins with another one than a film does.
  if (size < head || end > most || (next === 0 && type !== 'ftyp')) walk.next = most;
  else if (talkative.has(type)) {
    bytes.write('free', start + 4, 'latin1');
    walk.blankUntil = end;
    bytes.fill(0, start + head, Math.min(bytes.length, end - at));
    walk.next = end;
  } else if (type === opened[ends.length - 1]) {
    ends.push(end);
    walk.next += head;
  } else walk.next = end;
  leaveEnded(walk);
  return true;
};

const leaveEnded = (walk: Walk): void => {
  for (let end = walk.ends.at(-1); end !== undefined && walk.next + 8 > end; end = walk.ends.at(-1)) {
    walk.next = end;
    walk.ends.pop();
  }
};

/** The type of a box, and the sizes of its head and of all of it, which is at most `most`; nothing while bytes are missing. */
const boxAt = (bytes: Buffer, start: number, most: number) => {
  if (bytes.length < start + 8) return undefined;
  const type = bytes.toString('latin1', start + 4, start + 8);
  const short = bytes.readUInt32BE(start);
  const isLong = short === 1 && most >= 16;
  if (!isLong) return { type, head: 8, size: short === 0 ? most : short };
  return bytes.length < start + 16 ? undefined : { type, head: 16, size: Number(bytes.readBigUInt64BE(start + 8)) };
};
