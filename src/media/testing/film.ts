/** A box of an MP4: its size, its type, and what is in it. */
export const box = (type: string, ...parts: readonly (Buffer | string)[]): Buffer => {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};

/** The same with its size in eight bytes. */
export const longBox = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(16);
  head.writeUInt32BE(1);
  head.write(type, 4, 'latin1');
  head.writeBigUInt64BE(BigInt(body.length + 16), 8);
  return Buffer.concat([head, body]);
};

/** A film with a track for each of these codecs, and nothing to see in it. */
export const aFilm = ({ brand = 'isom', codecs }: { brand?: string; codecs: readonly string[] }): Buffer => {
  const tracks = codecs.map((codec) => {
    const descriptions = box('stsd', Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]), box(codec, Buffer.alloc(70)));
    const media = box('mdia', box('mdhd', 'head'), box('minf', box('vmhd', 'head'), box('stbl', descriptions)));
    return box('trak', box('tkhd', 'track'), media);
  });
  return Buffer.concat([
    box('ftyp', `${brand}\0\0\0\0`),
    box('moov', box('mvhd', 'head'), ...tracks),
    box('mdat', 'film'),
  ]);
};
