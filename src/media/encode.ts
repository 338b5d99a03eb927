import type { Sharp } from 'sharp';
import { busy, noiseOf, type Raw } from './busy.ts';
import { widestMaster } from './limits.ts';
import { loadSharp } from './load-sharp.ts';
import { openUpright } from './open-upright.ts';
import type { PicturePlan, Variant } from './plan.ts';

/**
 * Files of a picture as they are published, by name: upright, in the colours of screens, without any metadata. The picture
 * is decoded once for all of them.
 */
export const encodePicture = async (
  bytes: Uint8Array,
  { measured }: Pick<PicturePlan, 'measured'>,
  variants: readonly Variant[],
): Promise<ReadonlyMap<string, Uint8Array>> => {
  const { kind, pixels, tone, isHeavy } = measured;
  const { open, encode } =
    kind === 'moving'
      ? { open: openFrames(bytes), encode: isHeavy ? heavySettings : encodeSettings }
      : await openMaster(bytes, pixels, tone !== undefined);
  const encoded = variants.map(async (variant) => {
    const file = await encode(await open(variant), variant, kind).toBuffer();
    return [variant.name, file] as const;
  });
  return new Map(await Promise.all(encoded));
};

type Open = (variant: Variant) => Promise<Sharp>;

/** Decodes a picture as large as it is ever published, whatever is published now: the same variant has the same bytes. */
const openMaster = async (bytes: Uint8Array, pixels: number, isOpaque: boolean) => {
  const picture = await openUpright(bytes, Math.min(pixels, widestMaster));
  const { data, info } = await (isOpaque ? picture.removeAlpha() : picture)
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const sharp = await loadSharp();
  const raw: Raw = { data, width, height, channels };
  const open: Open = async (variant) =>
    sharp(data, { raw: { width, height, channels } }).resize({ width: variant.width });
  return { open, encode: settingsFor(noiseOf(raw), isOpaque) };
};

const settingsFor = (noise: number, isOpaque: boolean): typeof encodeSettings => {
  if (isOpaque) return noise > busy.opaque ? quickSettings : encodeSettings;
  if (noise > busy.noise) return noiseSettings;
  return noise > busy.transparent ? quickSettings : encodeSettings;
};

const openFrames =
  (bytes: Uint8Array): Open =>
  ({ width, isStill = false }) =>
    openUpright(bytes, width, { animated: !isStill });

/**
 * Chosen by eye and size, on photographs and on the drawings of the sample events. AVIF with effort 2 takes a sixth of the
 * time of effort 4 for files a tenth larger, and is still a third smaller than WebP that looks the same.
 */
const encodeSettings = (picture: Sharp, { format }: Variant, kind: PicturePlan['measured']['kind']): Sharp => {
  switch (format) {
    case 'avif':
      return picture.avif({ quality: 55, effort: 2 });
    case 'webp':
      return kind === 'crisp' ? picture.webp({ lossless: true, effort: 5 }) : picture.webp({ quality: 78 });
    case 'jpeg':
      return picture.jpeg({ quality: 80, mozjpeg: true });
    case 'png':
      return picture.png({ compressionLevel: 9, ...(kind === 'photo' && { palette: true, effort: 4 }) });
    case 'gif':
      return picture.gif();
  }
};

/**
 * The same for a picture with much that differs from pixel to pixel: looking for a better way to write it takes five times as long, and
 * saves a hundredth.
 */
const quickSettings: typeof encodeSettings = (picture, variant, kind) => {
  switch (kind === 'photo' ? variant.format : undefined) {
    case 'avif':
      return picture.avif({ quality: 55, effort: 0, chromaSubsampling: '4:2:0' });
    case 'webp':
      return picture.webp({ quality: 78, effort: 1 });
    case 'jpeg':
      return picture.jpeg({ quality: 80 });
    case 'png':
      return picture.png({ compressionLevel: 6, palette: true, effort: 1 });
    default:
      return encodeSettings(picture, variant, kind);
  }
};

/** The same for an animation of so many pictures that all other ways take several times as long. */
const heavySettings: typeof encodeSettings = (picture, variant, kind) =>
  variant.isStill ? encodeSettings(picture, variant, kind) : picture.webp({ quality: 78, effort: 0 });

/**
 * The same for a picture that can be seen through, and of which nearly every pixel is unlike the one beside it: choosing 256 colours for
 * it takes seconds, and so does writing how transparent each pixel is.
 */
const noiseSettings: typeof encodeSettings = (picture, variant, kind) => {
  switch (kind === 'photo' ? variant.format : undefined) {
    case 'avif':
      return picture.avif({ quality: 30, effort: 0, chromaSubsampling: '4:2:0' });
    case 'webp':
      return picture.webp({ quality: 50, effort: 0, alphaQuality: 50 });
    case 'png':
      return picture.png({ compressionLevel: 6 });
    default:
      return encodeSettings(picture, variant, kind);
  }
};
