import { createHash } from 'node:crypto';
import type { Metadata } from 'sharp';
import { cureFor } from '../core/media-names.ts';
import { checkDrawing, isDrawing } from './check-drawing.ts';
import { withShownSize } from './drawing-size.ts';
import { gifFrames } from './gif-frames.ts';
import {
  encoding,
  fewerPixels,
  largestMaster,
  mostBytes,
  mostFrames,
  mostPixels,
  movingLimits,
  steepest,
  widestCrisp,
  widestIcon,
  widestMaster,
} from './limits.ts';
import { loadSharp } from './load-sharp.ts';
import type { Measured } from './measured.ts';
import { openUpright } from './open-upright.ts';
import { PictureFault } from './picture-fault.ts';

/** Names what is published of an animation that is encoded quickly. */
const heavyEncoding = `${encoding}, one quick WebP`;

/** What tells a picture from others: its bytes as they are drawn, and how it is encoded. Hexadecimal. */
export const pictureHash = (bytes: Uint8Array, way: string = encoding): string =>
  createHash('sha256')
    .update(way)
    .update(isDrawing(bytes) ? withShownSize(bytes) : bytes)
    .digest('hex');

/**
 * What has to be known of a picture before it is planned. First its header is read, then all of it is decoded once, at a
 * small scale where the format allows it: rejects where the bytes are no picture, one that breaks off, or one too large.
 */
export const measurePicture = async (file: Uint8Array): Promise<Measured> => {
  const bytes = isDrawing(file) ? withShownSize(file) : file;
  const { format, width, height, pages, drawn } = await readHeader(bytes);
  const { isOpaque, channels } = await lookAt(bytes, pages > 1);
  const own = { hash: pictureHash(bytes), width, height, ...(isOpaque && { tone: toneOf(channels) }), ...drawn };
  if (pages > 1) {
    const { light } = movingLimits[format === 'gif' ? 'gif' : 'webp'];
    const isHeavy = width * height * pages > light.pixels || bytes.length > light.bytes;
    const moving = { ...own, kind: 'moving', pixels: width } as const;
    if (isHeavy) return { ...moving, hash: pictureHash(bytes, heavyEncoding), fallback: 'webp', isHeavy };
    return { ...moving, fallback: format === 'gif' ? 'gif' : 'webp' };
  }
  const pixels = format === 'svg' ? Math.min(2 * width, widestMaster) : width;
  const isSmall = width <= widestIcon && height <= widestIcon;
  if (isSmall || (lossless.has(format) && pixels <= widestCrisp && (await isFlat(bytes, pixels))))
    return { ...own, kind: 'crisp', pixels, fallback: 'png' };
  const most = Math.floor(Math.sqrt((largestMaster * width) / height));
  return { ...own, kind: 'photo', pixels: Math.min(pixels, Math.max(most, 400)), fallback: isOpaque ? 'jpeg' : 'png' };
};

/**
 * The class names of the colour that stands in for a picture until it is there: of each channel one of six values, as
 * `src/styles/tones.css` has them. No style has to stand in the page for that. Channels are from 0 to 255.
 */
const toneOf = (channels: readonly number[]): string => {
  const [red, green, blue] = channels.map((value) => Math.min(5, Math.max(0, Math.round(value / 51))));
  return `tone r${red} g${green ?? red} b${blue ?? red}`;
};

const readable: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'gif', 'svg', 'heif']);
const lossless: ReadonlySet<string> = new Set(['png', 'gif', 'svg']);

const readHeader = async (bytes: Uint8Array) => {
  if (isHeic(bytes)) throw new PictureFault('it is a HEIC photo, which cannot be read here', cureFor('.heic') ?? '');
  if (isMovingPng(bytes))
    throw new PictureFault(
      'it is an animated PNG, of which only the first picture would be seen',
      'Export it as GIF, as animated WebP, or as a video.',
    );
  // To decode the head of a GIF with very many pictures takes a gigabyte.
  if (gifFrames(bytes, mostFrames) > mostFrames) throw tooLong(tooManyFrames, Buffer.from(bytes).readUInt16LE(6));
  const drawn = isDrawing(bytes) ? checkDrawing(Buffer.from(bytes).toString()) : {};
  const sharp = await loadSharp();
  const metadata = await sharp(bytes, { limitInputPixels: false }).metadata();
  const { format, autoOrient, pages = 1 } = metadata;
  if (!readable.has(format)) throw new Error(`pictures of the format ${format} cannot be published`);
  const { width, height } = autoOrient;
  if (pages > 1) refuseLong({ width, height, pages, length: bytes.length, isGif: format === 'gif' });
  const size = sizeOf(width, height);
  refuseBytes(bytes.length, format);
  const { most, kind } = mostFor(metadata);
  if (pages === 1 && width * height > most)
    throw new PictureFault(
      `${size} are more than ${most / 1e6} million${kind}`,
      'Export it smaller: no page shows more than 1,920 pixels in a row.',
    );
  if (height > 4096 && height > steepest * width)
    throw new PictureFault(`${size} are more than ${steepest} times as high as wide`, 'Cut it into several pictures.');
  return { format, width, height, pages, drawn };
};

/** How many pixels a picture may have, and of which kind these are. */
const mostFor = ({ format, isProgressive }: Metadata): { most: number; kind: string } => {
  if (format === 'heif') return { most: fewerPixels.avif, kind: ' of AVIF' };
  if (format === 'webp') return { most: fewerPixels.webp, kind: ' of WebP' };
  if (isProgressive) return { most: fewerPixels.refined, kind: ' of a progressive or interlaced picture' };
  return { most: mostPixels, kind: '' };
};

const refuseBytes = (length: number, format: string): void => {
  const [most, kind] =
    format === 'heif'
      ? [mostBytes.avif, ' of AVIF']
      : format === 'webp'
        ? [mostBytes.webp, ' of WebP']
        : [mostBytes.others, ''];
  if (length > most)
    throw new PictureFault(
      `${Math.ceil(length / 1e6)} MB are more than ${most / 1e6}${kind}`,
      'Export it with less quality, or smaller: no page shows more than 1,920 pixels in a row.',
    );
};

type Moving = { readonly width: number; readonly height: number; readonly pages: number; readonly length: number };

/** Refuses an animation that would take a build more than about four seconds. */
const refuseLong = ({ width, height, pages, length, isGif }: Moving & { readonly isGif: boolean }): void => {
  const { most } = movingLimits[isGif ? 'gif' : 'webp'];
  const size = `${sizeOf(width, height)} in ${pages} pictures`;
  if (pages > mostFrames) throw tooLong(tooManyFrames, isGif ? width : undefined);
  if (width * height * pages > most.pixels)
    throw tooLong(`${size} are more than ${most.pixels / 1e6} million`, isGif ? width : undefined);
  if (length > most.bytes)
    throw tooLong(
      `${Math.ceil(length / 1e6)} MB are more than ${most.bytes / 1e6} of an animation`,
      isGif ? width : undefined,
    );
};

const tooManyFrames = `an animation of more than ${mostFrames.toLocaleString('en')} pictures`;

/** A video of it is a hundredth of its size. `width` is that of an animation that ffmpeg reads. */
const tooLong = (message: string, width: number | undefined): PictureFault => {
  if (width === undefined) return new PictureFault(message, 'Export it as a video, and show that.');
  const even = Math.max(2, Math.min(width, 1280) & ~1);
  const command = `ffmpeg -i {picture} -vf scale=${even}:-2 -pix_fmt yuv420p -movflags +faststart {video}`;
  return new PictureFault(message, `Make a video of it with "${command}", and show that.`);
};

const sizeOf = (width: number, height: number): string =>
  `${width.toLocaleString('en')} × ${height.toLocaleString('en')} pixels`;

/** The brands by which a phone's photos are known (ISO/IEC 23008-12, annex B). */
const isHeic = (bytes: Uint8Array): boolean =>
  /^ftyp(hei[cxms]|hev[cxms])/.test(Buffer.from(bytes.subarray(4, 12)).toString('latin1'));

/** Whether a PNG says before its first picture that there are more (APNG: the chunk acTL). */
const isMovingPng = (bytes: Uint8Array): boolean => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  return text.startsWith('\x89PNG') && /acTL/.test(text.split('IDAT', 1)[0] ?? '');
};

/** The mean colour, and whether nothing can be seen through. */
const lookAt = async (bytes: Uint8Array, animated: boolean): Promise<{ isOpaque: boolean; channels: number[] }> => {
  const sharp = await loadSharp();
  const { data } = await sharp(bytes, { limitInputPixels: mostPixels, animated })
    .toColourspace('srgb')
    .resize(64, 64, { fit: 'fill' })
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const sums = [0, 0, 0];
  let lowest = 255;
  for (let at = 0; at < data.length; at += 4) {
    for (const channel of sums.keys()) sums[channel] = (sums[channel] ?? 0) + (data[at + channel] ?? 0);
    lowest = Math.min(lowest, data[at + 3] ?? 255);
  }
  return { isOpaque: lowest === 255, channels: sums.map((sum) => (4 * sum) / data.length) };
};

/** Whether it takes half a bit for each pixel without loss: no photograph comes near it, and no loss would save much. */
const isFlat = async (bytes: Uint8Array, pixels: number): Promise<boolean> => {
  const { data, info } = await (await openUpright(bytes, pixels))
    .webp({ lossless: true, effort: 2 })
    .toBuffer({ resolveWithObject: true });
  return data.length <= Math.max(4096, (info.width * info.height) / 16);
};
