import { readFile } from 'node:fs/promises';
import * as harfbuzz from 'harfbuzzjs';
import decompress from 'woff2-encoder/decompress';

/** A font that texts can be set in. */
export type OpenFont = {
  readonly font: harfbuzz.Font;
  /** Units of the font in the size of a letter. */
  readonly unitsPerEm: number;
  readonly has: (codePoint: number) => boolean;
};

/** So many stay open: a Chinese text needs a dozen, and each takes a quarter of a megabyte. */
const mostOpen = 48;

const opened = new Map<string, Promise<OpenFont>>();

/** Opens a font file in a weight; one that has been used lately is still open. */
export const openFont = (path: string, weight: number): Promise<OpenFont> => {
  const key = `${weight} ${path}`;
  const known = opened.get(key) ?? open(path, weight);
  opened.delete(key);
  opened.set(key, known);
  for (const oldest of opened.keys()) {
    if (opened.size <= mostOpen) break;
    opened.delete(oldest);
  }
  return known;
};

const open = async (path: string, weight: number): Promise<OpenFont> => {
  const face = new harfbuzz.Face(new harfbuzz.Blob(await decompress(await readFile(path))));
  const font = new harfbuzz.Font(face);
  if ('wght' in face.getAxisInfos()) font.setVariations([new harfbuzz.Variation('wght', weight)]);
  const codePoints = new Set(face.collectUnicodes());
  return { font, unitsPerEm: face.upem, has: (codePoint) => codePoints.has(codePoint) };
};
