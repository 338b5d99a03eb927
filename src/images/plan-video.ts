import { createHash } from 'node:crypto';
import type { ContentFiles } from '../core/content-files.ts';
import { isMp4, isWebm } from './bare-video.ts';
import type { PicturePlan } from './plan.ts';
import { stemOf } from './plan.ts';

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
  const stem = path.replace(/\.[^.]*$/, '');
  const beside = [...files].flatMap(([file, content]) =>
    content === 'file' && file.startsWith(`${stem}.`) ? [file] : [],
  );
  const poster = beside.find((file) => /^\.(jpe?g|png|webp|avif)$/i.test(file.slice(stem.length)));
  const tracks = beside.flatMap((file) => {
    const [found, language] = /^(?:\.([a-z]{2,3}(?:-[a-z0-9]+)*))?\.vtt$/i.exec(file.slice(stem.length)) ?? [];
    return found === undefined ? [] : [{ path: file, ...(language !== undefined && { language }) }];
  });
  return { tracks, ...(poster !== undefined && { poster }) };
};

/** Plans the copy of a file; throws where it is not what its name says. A track without text gives none. */
export const planCopy = (source: string, bytes: Uint8Array): CopyPlan & { readonly isEmpty: boolean } => {
  const ending = source.slice(source.lastIndexOf('.') + 1).toLowerCase();
  if (ending === 'mp4' && !isMp4(bytes)) throw new Error('it does not begin as an MP4 does');
  if (ending === 'webm' && !isWebm(bytes)) throw new Error('it does not begin as a WebM does');
  const text = ending === 'vtt' ? Buffer.from(bytes).toString('utf8') : undefined;
  if (text !== undefined && !/^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/.test(text))
    throw new Error('captions begin with the line WEBVTT');
  const hash = createHash('sha256').update('copy 1').update(bytes).digest('hex').slice(0, 10);
  return { source, name: `${stemOf(source)}${hash}.${ending}`, isEmpty: text !== undefined && !text.includes('-->') };
};
