/**
 * An MP4 without what a camera or a program wrote about it: place, device, owner (ISO/IEC 14496-12, 8.10 and 8.11; Apple's
 * QuickTime File Format). The boxes that hold it become free space, so that nothing else moves, and the pictures and the
 * sound stay as they are. Other files come back as they are.
 */
export const bareVideo = (bytes: Uint8Array): Uint8Array => {
  if (!isMp4(bytes)) return bytes;
  const bare = Buffer.from(bytes);
  eachBox(bare, 0, bare.length, ({ type, start, end, body }) => {
    if (talkative.has(type)) free(bare, { start, end, body });
    else if (type === 'moov') bareTracks(bare, body, end);
  });
  return bare;
};

const isMp4 = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(4, 8)).toString('latin1') === 'ftyp';

type Box = { readonly type: string; readonly start: number; readonly end: number; readonly body: number };

const talkative: ReadonlySet<string> = new Set(['udta', 'meta', 'uuid']);

const bareTracks = (bare: Buffer, from: number, to: number): void =>
  eachBox(bare, from, to, ({ type, start, end, body }) => {
    if (talkative.has(type)) free(bare, { start, end, body });
    else if (type === 'trak') bareTracks(bare, body, end);
  });

const free = (bare: Buffer, { start, end, body }: Omit<Box, 'type'>): void => {
  bare.write('free', start + 4, 'latin1');
  bare.fill(0, body, end);
};

/** Visits the boxes between two places: each begins with its size in four bytes, or in eight behind its type. */
const eachBox = (bytes: Buffer, from: number, to: number, visit: (box: Box) => void): void => {
  for (let start = from; start + 8 <= to; ) {
    const short = bytes.readUInt32BE(start);
    const type = bytes.toString('latin1', start + 4, start + 8);
    const isLong = short === 1 && start + 16 <= to;
    const size = isLong ? Number(bytes.readBigUInt64BE(start + 8)) : short === 0 ? to - start : short;
    const body = start + (isLong ? 16 : 8);
    if (size < body - start || start + size > to) return;
    visit({ type, start, end: start + size, body });
    start += size;
  }
};
