import { createHash } from 'node:crypto';
import type { Measured, PictureFormat, PicturePlan } from './plan.ts';

const formats: Readonly<Record<string, PictureFormat>> = {
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
  gif: 'gif',
  svg: 'png',
  heif: 'avif',
};

/** Raised when the way of encoding changes, because the names of published pictures must change with their bytes. */
const encoding = '1';

/** sharp takes longer to load than most builds have pictures to encode. */
const load = async () => (await import('sharp')).default;

/** What the name of a published picture tells: its bytes, and how it was encoded. Hexadecimal. */
export const pictureHash = (bytes: Uint8Array): string =>
  createHash('sha256').update(encoding).update(bytes).digest('hex');

/**
 * The size (orientation applied), format and content hash of a picture. All of it is decoded once, at a small scale where
 * the format allows it: rejects where the bytes are no picture, or one that breaks off.
 */
export const measurePicture = async (bytes: Uint8Array): Promise<Measured> => {
  const sharp = await load();
  const { format, autoOrient } = await sharp(bytes).metadata();
  const published = formats[format];
  if (published === undefined) throw new Error(`pictures of the format ${format} cannot be published`);
  await sharp(bytes).resize(8, 8, { fit: 'fill' }).raw().toBuffer();
  const { width, height } = autoOrient;
  return { format: published, width, height, hash: pictureHash(bytes) };
};

/** The picture as it is published: upright, and without any metadata. Animations keep moving. */
export const encodePicture = async (
  bytes: Uint8Array,
  { format }: Pick<PicturePlan, 'format'>,
): Promise<Uint8Array> => {
  const sharp = await load();
  const animated = format === 'gif' || format === 'webp';
  const upright = sharp(bytes, { animated }).autoOrient();
  const options = {
    jpeg: { quality: 84, mozjpeg: true },
    png: { compressionLevel: 9 },
    webp: { quality: 84 },
    avif: { quality: 60 },
    gif: {},
  };
  return upright.toFormat(format, options[format]).toBuffer();
};
