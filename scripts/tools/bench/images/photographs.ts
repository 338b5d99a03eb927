import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { randomFrom } from '../prose.ts';

/** The size of the photographs: 12 megapixels, as a phone takes them. */
export const photoSize: { readonly width: number; readonly height: number } = { width: 4000, height: 3000 };

/**
 * Takes photographs of nothing: clouds of five sizes, and on every pixel the grain of a sensor, so that there is as much to
 * encode as in a real one. The same number gives the same picture. Gives their names.
 */
export const takePhotographs = async (folder: string, count: number): Promise<readonly string[]> => {
  await mkdir(folder, { recursive: true });
  const names = Array.from({ length: count }, (_, index) => `photo-${String(index + 1).padStart(3, '0')}.jpg`);
  for (const [index, name] of names.entries()) {
    await writeFile(join(folder, name), await takePhotograph(index + 1));
  }
  return names;
};

/** How many cells the clouds of a size have from left to right, and how far they lighten or darken. */
const clouds = [
  [4, 90],
  [16, 55],
  [64, 30],
  [256, 16],
  [1000, 9],
] as const;

/** How far the grain goes at most, and how many of its values are drawn: it is repeated, at another place in each picture. */
const grain = 20;
const grains = 1 << 20;

export const takePhotograph = async (seed: number, { width, height } = photoSize): Promise<Buffer> => {
  const random = randomFrom(seed);
  const light = new Float32Array(width * height * 3).fill(120);
  for (const [cells, depth] of clouds) {
    const size = { width: cells, height: Math.max(2, Math.round((cells * height) / width)), channels: 3 as const };
    const cloud = Uint8Array.from({ length: size.width * size.height * 3 }, () => random() * 256);
    const grown = await sharp(cloud, { raw: size })
      .resize(width, height, { fit: 'fill', kernel: 'cubic' })
      .raw()
      .toBuffer();
    for (let at = 0; at < light.length; at += 1)
      light[at] = (light[at] ?? 0) + (((grown[at] ?? 0) - 128) / 128) * depth;
  }
  const noise = Float32Array.from({ length: grains }, () => (random() + random() - 1) * grain);
  const pixels = new Uint8ClampedArray(light.length);
  for (let at = 0; at < light.length; at += 1)
    pixels[at] = (light[at] ?? 0) + (noise[(at * 7 + seed * 9973) % grains] ?? 0);
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
};
