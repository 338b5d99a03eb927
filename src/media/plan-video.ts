import { createHash, type Hash } from 'node:crypto';
import type { ContentFiles } from '../core/content-files.ts';
import type { PicturePlan } from './plan.ts';
import { stemOf } from './plan.ts';
import { scanVideo, type VideoScan } from './scan-video.ts';

/** A file that is published as it is, but for what it tells of where and with what it was made. */
export type CopyPlan = { readonly source: string; readonly name: string };

/** A video as it will be published. */
export type VideoPlan = CopyPlan & {
  readonly kind: 'video';
  readonly type: string;
  readonly poster?: PicturePlan;
  readonly tracks: readonly (CopyPlan & { readonly language?: string })[];
};

/** What lies beside a video and belongs to it, by the beginning of its name: `clip.jpg`, `clip.vtt`, `clip.de.vtt`. */
export type Companions = {
  readonly poster?: string;
  readonly tracks: readonly { readonly path: string; readonly language?: string }[];
};

/** Finds what belongs to the video at `path` among the files of the content; a link to a file is none. */
export const companionsOf = (path: string, files: ContentFiles): Companions => {
  // Names are compared in one Unicode form: a Mac may have taken the letters of one of them apart.
  const stem = path.replace(/\.[^.]*$/, '').normalize('NFC');
  const beside = [...files].flatMap(([file, content]) => {
    const name = file.normalize('NFC');
    return content === 'file' && name.startsWith(`${stem}.`) ? [{ file, ending: name.slice(stem.length) }] : [];
  });
  const poster = beside.find(({ ending }) => /^\.(jpe?g|png|webp|avif)$/i.test(ending))?.file;
  const tracks = beside.flatMap(({ file, ending }) => {
    const [found, language] = /^(?:\.([a-z]{2,3}(?:-[a-z0-9]+)*))?\.vtt$/i.exec(ending) ?? [];
    return found === undefined ? [] : [{ path: file, ...(language !== undefined && { language }) }];
  });
  return { tracks, ...(poster !== undefined && { poster }) };
};

/** The bytes of a file, piece by piece. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Plans the copy of a video, of which memory holds one piece at a time; rejects where it is not what its name says. */
export const planVideoCopy = async (
  source: string,
  chunks: Chunks,
): Promise<{ readonly copy: CopyPlan; readonly scan: VideoScan }> => {
  const hash = beginHash();
  const scanner = scanVideo();
  for await (const chunk of chunks) {
    hash.update(chunk);
    scanner.add(chunk);
  }
  const scan = scanner.end();
  const isWebm = endingOf(source) === 'webm';
  if (!isWebm && scan.container !== 'mp4' && scan.container !== 'quicktime')
    throw new Error('it does not begin as an MP4 does');
  if (isWebm && scan.container === 'matroska') throw new Error('it is a Matroska file (.mkv) with another name');
  if (isWebm && scan.container !== 'webm') throw new Error('it does not begin as a WebM does');
  if (scan.breaksOff) throw new Error('it ends before the end of its data (end of file)');
  return { copy: copyOf(source, hash), scan };
};

/** Plans the copy of captions; throws where they are none. A track without text is empty. */
export const planTrackCopy = (source: string, bytes: Uint8Array): CopyPlan & { readonly isEmpty: boolean } => {
  const text = Buffer.from(bytes).toString('utf8');
  if (!/^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/.test(text)) throw new Error('captions begin with the line WEBVTT');
  return { ...copyOf(source, beginHash().update(bytes)), isEmpty: !text.includes('-->') };
};

const beginHash = (): Hash => createHash('sha256').update('copy 1');

const copyOf = (source: string, hash: Hash): CopyPlan => ({
  source,
  name: `${stemOf(source)}${hash.digest('hex').slice(0, 10)}.${endingOf(source)}`,
});

const endingOf = (source: string): string => source.slice(source.lastIndexOf('.') + 1).toLowerCase();
