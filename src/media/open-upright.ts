import { isDrawing } from './check-drawing.ts';
import { withShownSize } from './drawing-size.ts';
import { mostPixels } from './limits.ts';
import { loadSharp } from './load-sharp.ts';

/**
 * A picture as sharp works on it: upright, in the colours of screens, `width` pixels wide and never wider than it is. Only
 * a vector drawing is drawn as large as it is wanted.
 */
export const openUpright = async (file: Uint8Array, width: number, { animated = false } = {}) => {
  const bytes = isDrawing(file) ? withShownSize(file) : file;
  const sharp = await loadSharp();
  const options = { animated, limitInputPixels: mostPixels };
  const density = await densityFor(bytes, width);
  return sharp(bytes, { ...options, ...(density !== undefined && { density }) })
    .autoOrient()
    .toColourspace('srgb')
    .resize({ width, withoutEnlargement: density === undefined });
};

/** The dots per inch at which a vector drawing is that wide; `undefined` for every other picture. */
const densityFor = async (bytes: Uint8Array, width: number): Promise<number | undefined> => {
  const sharp = await loadSharp();
  const metadata = await sharp(bytes, { limitInputPixels: false }).metadata();
  return metadata.format === 'svg' ? Math.max(1, (72 * width) / metadata.width) : undefined;
};
