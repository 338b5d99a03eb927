/**
 * How many pictures a GIF holds, counted block by block (GIF89a, 18 to 26) and no further than `most`: to decode the head of
 * one with very many takes a gigabyte. None for other files.
 */
export const gifFrames = (bytes: Uint8Array, most: number): number => {
  if (!/^GIF8[79]a$/.test(Buffer.from(bytes.subarray(0, 6)).toString('latin1'))) return 0;
  let frames = 0;
  let at = 13 + tableSize(bytes[10]);
  while (at < bytes.length && frames <= most) {
    const block = bytes[at];
    if (block === 0x21) at = afterParts(bytes, at + 2);
    else if (block === 0x2c) {
      frames += 1;
      at = afterParts(bytes, at + 11 + tableSize(bytes[at + 9]));
    } else return frames;
  }
  return frames;
};

/** The bytes of the table of colours that flags announce. */
const tableSize = (flags = 0): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** Where the parts end that each begin with their length. */
const afterParts = (bytes: Uint8Array, from: number): number => {
  let at = from;
  for (let length = bytes[at]; length; length = bytes[at]) at += length + 1;
  return at + 1;
};
