import type { ContentFiles } from '../core/content-files.ts';
import { endingOf } from '../core/media-names.ts';
import { isTranscriptIn } from '../core/transcripts.ts';
import { inFormOf } from '../core/unicode-form.ts';
import type { Chunks } from './chunks.ts';
import type { PicturePlan } from './plan.ts';
import { stemOf } from './plan.ts';
import { hashFile } from './scan-file.ts';
import { scanVideo, type VideoScan } from './scan-video.ts';

/** A file that is published as it is, but for what it tells of where and with what it was made. */
export type CopyPlan = {
  readonly source: string;
  readonly name: string;
  /** SHA-512 of the file itself, in hexadecimal digits. */
  readonly sha512: string;
};

/** A video as it will be published. */
export type VideoPlan = CopyPlan & {
  readonly kind: 'video';
  readonly type: string;
  readonly size: number;
  readonly poster?: PicturePlan;
  readonly tracks: readonly (CopyPlan & { readonly language?: string })[];
};

/**
 * What lies beside a video or a sound and belongs to it, by the beginning of its name: `clip.jpg`, `clip.vtt`, `clip.de.vtt`,
 * and `clip.md` beside a sound.
 */
export type Companions = {
  readonly poster?: string;
  readonly text?: string;
  readonly tracks: readonly { readonly path: string; readonly language?: string }[];
};

/** Finds what belongs to the video or sound at `path` among the files of the content; a link to a file is none. */
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
  const text = `${path.replace(/\.[^.]*$/, '')}.md`;
  const isTranscript = isTranscriptIn(files)(inFormOf(files, text));
  return { tracks, ...(poster !== undefined && { poster }), ...(isTranscript && { text: inFormOf(files, text) }) };
};

/** Plans the copy of a video, of which memory holds one piece at a time; rejects where it is not what its name says. */
export const planVideoCopy = async (
  source: string,
  chunks: Chunks,
): Promise<{ readonly copy: CopyPlan; readonly scan: VideoScan; readonly size: number }> => {
  const hash = hashFile();
  let size = 0;
  const scanner = scanVideo();
  for await (const chunk of chunks) {
    hash.note(chunk);
    size += chunk.length;
    scanner.add(chunk);
  }
  const scan = scanner.end();
  const isWebm = endingOf(source) === 'webm';
  if (!isWebm && scan.container !== 'mp4' && scan.container !== 'quicktime')
    throw new Error('it does not begin as an MP4 does');
  if (isWebm && scan.container === 'matroska') throw new Error('it is a Matroska file (.mkv) with another name');
  if (isWebm && scan.container !== 'webm') throw new Error('it does not begin as a WebM does');
  if (scan.breaksOff) throw new Error('it ends before the end of its data (end of file)');
  return { copy: copyOf(source, hash.end()), scan, size };
};

/** Plans the copy of captions; throws where they are none. A track without text is empty. */
export const planTrackCopy = (source: string, bytes: Uint8Array): CopyPlan & { readonly isEmpty: boolean } => {
  const text = Buffer.from(bytes).toString('utf8');
  if (!/^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/.test(text)) throw new Error('captions begin with the line WEBVTT');
  const hash = hashFile();
  hash.note(bytes);
  return { ...copyOf(source, hash.end()), isEmpty: !text.includes('-->') };
};

/** A copy under a name that changes with its bytes. */
export const copyOf = (
  source: string,
  { name, sha512 }: { readonly name: string; readonly sha512: string },
): CopyPlan => ({ source, name: `${stemOf(source)}${name}.${endingOf(source)}`, sha512 });
