import { type CostlyFile, many } from './costly-file.ts';

/** A GIF of 10 × 10 pixels. */
export const gifOf = (frames: number): Uint8Array => {
  const head = Buffer.from('4749463839610a000a00800000ffffff00000021ff0b4e45545343415045322e300301000000', 'hex');
  const frame = Buffer.from('21f904000a0000002c000000000a000a000002088c8fa9cbed0f632b00', 'hex');
  return Buffer.concat([head, ...Array<Buffer>(frames).fill(frame), Buffer.from(';')]);
};

/** A GIF of noise. Its codes are of 8 bits, so that a byte is a pixel, and begin anew before they would be of 9 (GIF89a, appendix F). */
const noisyGifOf = (width: number, height: number, frames: number): Uint8Array => {
  const head = Buffer.from('47494638396100000000f60000', 'hex');
  const descriptor = Buffer.from('2c00000000000000000007', 'hex');
  for (const [bytes, at] of [
    [head, 6],
    [descriptor, 5],
  ] as const) {
    bytes.writeUInt16LE(width, at);
    bytes.writeUInt16LE(height, at + 2);
  }
  const colours = Buffer.from(Array.from({ length: 3 * 128 }, (_, index) => (index * 83) % 256));
  // Two pictures in turns: one that is like that before it costs nothing.
  const pictures = [1, 2].map((seed) => {
    const blocks = Array.from({ length: Math.ceil((width * height) / 126) }, (_, block) => {
      const pixels = Array.from({ length: Math.min(126, width * height - 126 * block) }, (_, index) => {
        const mixed = Math.imul(126 * block + index + seed * 7919, 2_654_435_761);
        return (Math.imul(mixed ^ (mixed >>> 15), 2_246_822_519) >>> 9) & 127;
      });
      return Buffer.from([pixels.length + 1, 128, ...pixels]);
    });
    return Buffer.concat([descriptor, ...blocks, Buffer.from([1, 129, 0])]);
  });
  const all = Array.from({ length: frames }, (_, index) => pictures[index % 2] ?? Buffer.of());
  return Buffer.concat([head, colours, ...all, Buffer.from(';')]);
};

/** An entry that shows a picture or video. */
export const shows = (name: string, file: string, bytes: Uint8Array | string): CostlyFile => ({
  name,
  body: `![A flag that waves in the wind](${file})`,
  files: new Map([[`gala/${file}`, bytes]]),
});

/** Animations of noise, the first three as large as they may be. They are made when they are asked for. */
export const costlyAnimations = (
  [
    [480, 346, 230],
    [1920, 1080, 18],
    [200, 190, 1000],
    [480, 346, 400],
    [1920, 1080, 60],
  ] as const
).map(
  ([width, height, frames], index) =>
    (): CostlyFile => ({
      ...shows(`noise of ${width} × ${height} × ${frames}`, 'flag.gif', noisyGifOf(width, height, frames)),
      ...(index < 3 && { isAccepted: true }),
    }),
);

const drawing = (inside: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200" ${attributes}>${inside}</svg>`;

const drawn = (name: string, inside: string, attributes?: string): CostlyFile =>
  shows(name, 'flag.svg', drawing(inside, attributes));

/** A box of an MP4. */
const box = (type: string, body: Uint8Array): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};

const start = box('ftyp', Buffer.from('isom\0\0\0\0'));

const nested = (type: string, levels: number): Buffer => {
  const heads = Buffer.alloc(8 * levels);
  for (let level = 0; level < levels; level += 1) {
    heads.writeUInt32BE(8 * (levels - level), 8 * level);
    heads.write(type, 8 * level + 4, 'latin1');
  }
  return heads;
};

/** The head of a PNG that says it is as wide and as high as this, and has nothing in it. */
const pngOf = (width: number, height: number): Uint8Array => {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452000000000000000008060000000000000000000000', 'hex');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
};

const zeros = (length: number): Buffer => Buffer.alloc(length);
const entities = `<!DOCTYPE svg [<!ENTITY a0 "aaaaaaaaaa">${many(20, (index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`)}]>`;

/** Pictures and videos that cost much to look at, or claim to be what they are not. */
export const costlyMedia: readonly CostlyFile[] = [
  shows('a GIF of 60,000 pictures', 'flag.gif', gifOf(60_000)),
  shows('a GIF that breaks off', 'flag.gif', gifOf(300).slice(0, 3000)),
  shows('a GIF called PNG', 'flag.png', gifOf(1)),
  shows('text called JPEG', 'flag.jpg', 'no picture '.repeat(100_000)),
  shows('zeros called WebP', 'flag.webp', zeros(20e6)),
  shows('a PNG that claims to be a square of 60,000 pixels', 'flag.png', pngOf(60_000, 60_000)),
  shows('a PNG that claims to be a strip', 'flag.png', pngOf(1, 2 ** 31 - 1)),
  shows('an AVIF of nothing', 'flag.avif', box('ftyp', Buffer.concat([Buffer.from('avif'), zeros(4e6)]))),
  drawn(
    'a drawing of 20,000 filters',
    many(20_000, () => '<rect filter="url(#a)"/>'),
  ),
  drawn('a drawing in 50,000 levels', '<g>'.repeat(50_000) + '</g>'.repeat(50_000)),
  drawn(
    'a drawing that uses itself',
    many(30, (index) => `<g id="a${index + 1}"><use href="#a${index}"/><use href="#a${index}"/></g>`),
  ),
  drawn(
    'a drawing of a pattern in patterns',
    many(
      50,
      (index) =>
        `<pattern id="p${index}" width="1" height="1"><rect width="9" height="9" fill="url(#p${index + 1})"/></pattern>`,
    ),
  ),
  drawn('a path of 1,000,000 steps', `<path d="M0 0${'h1v1'.repeat(500_000)}"/>`),
  drawn(
    '20,000 paths that cross',
    many(19_000, (index) => `<path stroke="red" d="M0 ${index % 200}L200 ${index % 199}"/>`),
  ),
  drawn('a drawing with 20,000 rules of CSS', `<style>${many(20_000, (index) => `.a${index} b c{fill:red}`)}</style>`),
  drawn('a text of 300,000 letters', `<text>${'a'.repeat(300_000)}</text>`),
  drawn(
    'masks in masks',
    many(
      150,
      (index) => `<mask id="m${index}"><rect width="200" height="200" fill="#fff" mask="url(#m${index + 1})"/></mask>`,
    ),
  ),
  drawn(
    'a blur of great width',
    '<filter id="a"><feGaussianBlur stdDeviation="5000"/></filter><rect width="200" height="200" filter="url(#a)"/>',
  ),
  drawn(
    'clouds',
    '<filter id="a"><feTurbulence numOctaves="100000" baseFrequency="0.9"/></filter><rect width="200" height="200" filter="url(#a)"/>',
  ),
  drawn('a drawing as wide as a road', '<rect width="9" height="9"/>', 'viewBox="0 0 1e9 1"'),
  drawn('dashes without number', '<path stroke="red" stroke-dasharray="0.001" d="M0 0h200v200h-200z"/>'),
  shows('a drawing whose entities multiply', 'flag.svg', `${entities}${drawing('<text>&a20;</text>')}`),
  shows('a drawing that is never closed', 'flag.svg', `<svg width="9" height="9">${'<g '.repeat(300_000)}`),
  shows(
    'a video of 500,000 boxes',
    'film.mp4',
    Buffer.concat([start, ...Array<Buffer>(500_000).fill(box('free', zeros(0)))]),
  ),
  shows('a video of tracks in tracks', 'film.mp4', Buffer.concat([start, box('moov', nested('trak', 500_000))])),
  shows(
    'a video whose descriptions are long',
    'film.mp4',
    Buffer.concat([
      start,
      box('moov', box('trak', box('mdia', box('minf', box('stbl', box('stsd', zeros(990_000))))))),
    ]),
  ),
  shows('a video whose boxes have no size', 'film.mp4', Buffer.concat([start, zeros(4e6)])),
  shows('a video that breaks off', 'film.mp4', Buffer.concat([start, Buffer.from('7fffffff6d646174', 'hex')])),
  shows('text called WebM', 'film.webm', 'no film '.repeat(1e6)),
  {
    ...shows('captions of 8 MB', 'film.mp4', Buffer.concat([start, box('moov', zeros(0))])),
    files: new Map<string, Uint8Array | string>([
      ['gala/film.mp4', Buffer.concat([start, box('moov', zeros(0))])],
      ['gala/film.vtt', `WEBVTT\n\n${'00:00.000 --> 00:01.000\na\n\n'.repeat(250_000)}`],
    ]),
  },
];

/** A video of 300 MB, of which memory holds little. */
export const largeFilm: CostlyFile = {
  ...shows(
    'a video of 300 MB',
    'film.mp4',
    Buffer.concat([
      start,
      box('moov', zeros(0)),
      Buffer.from('0000000166726565', 'hex'),
      Buffer.from((300_000_000).toString(16).padStart(16, '0'), 'hex'),
    ]),
  ),
  stretched: { path: 'gala/film.mp4', bytes: start.length + 8 + 300_000_000 },
};
