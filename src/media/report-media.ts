import type { PictureUse, Place } from '../core/archive.ts';
import { type ContentFiles, fileName, folderOf, relativePath, topFolder } from '../core/content-files.ts';
import type { Report } from '../core/diagnostics.ts';
import { attachable, cureFor, isVideo, type MediaKind, mediaKindOf } from '../core/media-names.ts';
import { nearest } from '../core/nearest.ts';
import type { Unplayable } from './codecs.ts';
import { cureOf } from './picture-fault.ts';
import type { FileFault } from './scan-document.ts';

/** Reports a picture or video that is not in the content, where it is shown, with what was meant if there is such a file. */
export const reportMissing = (path: string, place: Place, files: ContentFiles, report: Report): void => {
  const meant = nearestFile(path, files);
  const message = `Unexpected ${nounOf(path)} "${path}", expected a file in the content folder`;
  const hint = meant
    ? `Did you mean "${relativePath(folderOf(place.file), meant)}"?`
    : 'Put the file beside the entry, or correct its name; upper and lower case matter.';
  report({ ...place, rule: 'missing-picture', message, hint });
};

/** Reports the uses of a file by other events: each is built from its own folder. */
export const reportForeign = (path: string, uses: readonly PictureUse[], report: Report): void => {
  for (const { place } of uses.filter((use) => topFolder(use.place.file) !== topFolder(path))) {
    const noun = nounOf(path);
    const message = `Unexpected ${noun} "${path}" of another event, expected one in the folder of this event`;
    report({
      ...place,
      rule: isShown(path) ? 'missing-picture' : 'broken-link',
      message,
      hint: `Put a copy of the ${noun} beside the entry.`,
    });
  }
};

/** Reports a file of a kind that no browser shows; gives whether it is one. */
export const reportUnknown = (path: string, uses: readonly PictureUse[], report: Report): boolean => {
  const hint = cureFor(path);
  if (hint === undefined) return false;
  const message = `Unexpected file "${path}", expected a picture (JPEG, PNG, WebP, AVIF, GIF, SVG), a video (MP4, WebM) or a sound (MP3, M4A, Ogg, WAV)`;
  for (const { place } of uses) report({ ...place, rule: 'unknown-media', message, hint });
  return true;
};

/** Reports a file whose bytes are not what its name says, where it is shown. */
export const reportUnreadable = (path: string, uses: readonly PictureUse[], fault: unknown, report: Report): void => {
  const said = (fault instanceof Error ? fault.message : String(fault)).split('\n', 1)[0] ?? '';
  const breaksOff = /treated as error|premature end|truncated|end of (?:file|stream)/i.test(said);
  const reason = breaksOff ? 'it breaks off before its end, or is damaged' : said;
  const isTrack = path.endsWith('.vtt');
  const isSound = mediaKindOf(path) === 'audio';
  const [noun, hint] = isTrack
    ? ['captions', 'Write WebVTT: the line WEBVTT, an empty line, then times and texts.']
    : isSound
      ? ['a sound', 'Export it again as MP3, M4A, Ogg or WAV, with the ending of what it is.']
      : isVideo(path)
        ? ['a video', 'Export it again as MP4 with H.264 and AAC, or as WebM.']
        : ['a picture', 'Export it again as JPEG, PNG, WebP, AVIF, GIF or SVG.'];
  const cure = (cureOf(fault) ?? (breaksOff && !isTrack ? 'Copy the file again: this one is not whole.' : hint))
    .replace('{picture}', inShell(fileName(path)))
    .replace('{video}', inShell(fileName(path).replace(/\.[^.]*$/, '.mp4')));
  const rule = isSound ? 'unreadable-file' : isTrack || isVideo(path) ? 'unreadable-video' : 'unreadable-picture';
  for (const { place } of uses)
    report({ ...place, rule, message: `Unexpected content of "${path}", expected ${noun}: ${reason}`, hint: cure });
};

/** Reports a drawing with text where it is shown: another machine, with other fonts, would publish another picture. */
export const reportDrawnText = (path: string, uses: readonly PictureUse[], report: Report): void => {
  const message = `Unexpected text in the drawing "${path}", expected paths: each machine draws text with its own fonts`;
  const hint = 'Export it with its text as paths, or as PNG.';
  for (const { place } of uses) report({ ...place, rule: 'drawn-text', message, hint });
};

/** Reports what of a video some browsers do not play, with the command that makes another of it. */
export const reportUnplayable = (
  path: string,
  uses: readonly PictureUse[],
  { found, expected, reason, part }: Unplayable,
  report: Report,
): void => {
  const message = `Unexpected ${found} in "${path}", expected ${expected}: ${reason}`;
  const [, stem = '', ending = ''] = /^(.*)(\.[^.]*)$/.exec(fileName(path)) ?? [];
  const how = {
    pictures: '-c:v libx264 -pix_fmt yuv420p -c:a aac',
    sound: '-c:v copy -c:a aac',
    file: '-c copy',
  }[part];
  const made = `${stem}-${part === 'file' ? 'mp4' : part === 'sound' ? 'aac' : 'h264'}${ending === '.webm' ? '.mp4' : ending}`;
  const hint = `Make another of it with "ffmpeg -i ${inShell(fileName(path))} ${how} -movflags +faststart ${inShell(made)}", and show that one.`;
  for (const { place } of uses) report({ ...place, rule: 'video-codec', message, hint });
};

const inShell = (name: string): string => (/^[\w.-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`);

/** Reports a video that those who cannot hear it are left out of. */
export const reportSilent = (path: string, uses: readonly PictureUse[], report: Report): void => {
  const track = fileName(path).replace(/\.[^.]*$/, '.vtt');
  const message = `Unexpected video "${path}" without captions, expected them beside it in "${track}"`;
  const hint = `Write what is said as WebVTT; of a video without words, put the line WEBVTT alone into ${track}.`;
  for (const { place, as } of uses) if (as === undefined) report({ ...place, rule: 'missing-captions', message, hint });
};

const nouns: Readonly<Record<MediaKind, string>> = {
  picture: 'picture',
  video: 'video',
  audio: 'sound',
  document: 'file',
  program: 'file',
};

const nounOf = (path: string): string => nouns[mediaKindOf(path) ?? 'picture'];

/** Whether files of this name are shown in pages; others are linked to. */
const isShown = (path: string): boolean => nounOf(path) !== 'file';

/** Reports a document that is shown as if it were a picture. */
export const reportShown = (path: string, uses: readonly PictureUse[], report: Report): void => {
  for (const { place, as, text = '' } of uses)
    report({
      ...place,
      rule: 'unknown-media',
      message: `Unexpected file "${path}", expected a picture, a video or a sound: no page can show it`,
      hint:
        as === 'hero'
          ? 'Export its page as JPEG or PNG.'
          : `Link to it, without the exclamation mark: [${text.trim() || 'What it is'}](${fileName(path)})`,
    });
};

/** Reports a file that could run code where readers open it, wherever it is shown or linked to. */
export const reportProgram = (path: string, uses: readonly PictureUse[], report: Report): undefined => {
  for (const { place } of uses)
    report({
      ...place,
      rule: 'unsafe-file',
      message: `Unexpected file "${path}", expected one that can run no code: ${attachable}`,
      hint: 'Export it as PDF or without macros, or put it into a ZIP file; a page of your own can lie in public/.',
    });
};

/** Reports a document whose bytes are not what its name says, or that could run code. */
export const reportFileFault = (
  path: string,
  uses: readonly PictureUse[],
  { rule, expected, reason, hint }: FileFault,
  report: Report,
): void => {
  for (const { place } of uses)
    report({ ...place, rule, message: `Unexpected content of "${path}", expected ${expected}: ${reason}`, hint });
};

/** Warns of a file that hosts refuse, where it is used first. */
export const reportLarge = (path: string, size: number, uses: readonly PictureUse[], report: Report): void => {
  const fault = largeFault(path, size);
  const [use] = uses;
  if (fault && use) report({ ...use.place, rule: 'large-file', ...fault });
};

/** What hosts say of a file of so many bytes; nothing where they take it. */
export const largeFault = (
  path: string,
  size: number,
): { readonly message: string; readonly hint: string } | undefined => {
  const [most, who] =
    size > 100 * mebibyte
      ? [100, 'GitHub takes no larger file, and some hosts none of more than 25 MB']
      : [25, 'some hosts refuse larger files'];
  if (size <= most * mebibyte) return undefined;
  return {
    message: `Unexpected size of ${Math.floor(size / mebibyte)} MB of "${path}", expected at most ${most} MB: ${who}`,
    hint: 'Make it smaller, or keep it on a server for large files and link to it there.',
  };
};

const mebibyte = 2 ** 20;

const nearestFile = (path: string, files: ContentFiles): string | undefined => {
  const others = [...files].filter(([, content]) => content === 'file').map(([name]) => name);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const beside = others.filter((name) => name.startsWith(folder)).map((name) => name.slice(folder.length));
  const near = nearest(fileName(path), beside);
  if (near !== undefined) return folder + near;
  return others.find((name) => fileName(name).toLowerCase() === fileName(path).toLowerCase());
};
