import type { PictureUse } from '../core/archive.ts';
import type { ContentFiles } from '../core/content-files.ts';
import type { Report } from '../core/diagnostics.ts';
import { mediaKindOf } from '../core/media-names.ts';
import { inFormOf } from '../core/unicode-form.ts';
import type { Chunks } from './chunks.ts';
import { unplayableOf } from './codecs.ts';
import type { DisplayPlace } from './ladder.ts';
import { freshPictures, type MediaFile, type Pictures } from './pictures.ts';
import { type PicturePlan, planPicture } from './plan.ts';
import { type FilePlan, planAudio, planDocument } from './plan-file.ts';
import {
  type Companions,
  type CopyPlan,
  companionsOf,
  planTrackCopy,
  planVideoCopy,
  type VideoPlan,
} from './plan-video.ts';
import {
  reportDrawnText,
  reportForeign,
  reportLarge,
  reportMissing,
  reportProgram,
  reportShown,
  reportSilent,
  reportUnknown,
  reportUnplayable,
  reportUnreadable,
} from './report-media.ts';

/** Where pictures and videos come from. */
export type MediaSource = {
  readonly files: ContentFiles;
  readonly readBytes: (path: string) => Promise<Uint8Array>;
  /** The same piece by piece, so that memory never holds a large file; where it is not there, files are read at once. */
  readonly streamBytes?: (path: string) => Chunks;
  /** Changes when the bytes of a file do, without reading them; `undefined` where that cannot be known. */
  readonly identityOf?: (path: string) => string | undefined;
  /** How many bytes a file has; not there where that cannot be known without reading it. */
  readonly sizeOf?: (path: string) => number;
};

/** What is published of a picture, video, sound or other file that a document shows. */
export type MediaPlan = PicturePlan | VideoPlan | FilePlan;

/** The files that plans are made from, by path below the content folder, each once. */
export const sourcesOf = (plans: Iterable<MediaPlan>): readonly string[] => [
  ...new Set([...plans].flatMap((plan) => [plan.source, ...companionSources(plan)])),
];

const companionSources = (plan: MediaPlan): readonly string[] => {
  if (plan.kind === 'video')
    return [...plan.tracks.map(({ source }) => source), ...(plan.poster ? [plan.poster.source] : [])];
  return plan.kind === 'audio' && plan.transcript ? [plan.transcript.source] : [];
};

/** A file of the content as it was published: under which name, and SHA-512 of the file itself. */
export type HandedFile = { readonly source: string; readonly name: string; readonly sha512: string };

/** What plans publish, by the files that it is made from, each once; of a picture its largest file. */
export const handedFilesOf = (plans: Iterable<MediaPlan>): readonly HandedFile[] => {
  const all = [...plans].flatMap((plan) =>
    plan.kind === 'video' ? [plan, ...plan.tracks, ...(plan.poster ? [plan.poster] : [])] : [plan],
  );
  const files = all.map(({ source, sha512 = '', ...plan }) => ({
    source,
    name: 'large' in plan ? plan.large.name : plan.name,
    sha512,
  }));
  return [...new Map(files.map((file) => [file.source, file])).values()];
};

/** So many files are in memory at once. */
const atOnce = 4;

/** A plan for each picture and video in use, by its path. What is missing or cannot be read is reported at each use. */
export const planMedia = async (
  uses: readonly PictureUse[],
  source: MediaSource,
  report: Report,
  pictures: Pictures = freshPictures,
): Promise<ReadonlyMap<string, MediaPlan>> => {
  const byPath = Map.groupBy(uses, ({ picture }) => picture);
  const waiting = [...byPath];
  const planned = new Map<string, MediaPlan>();
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const plan = await planOne(next[0], next[1], { source, pictures, report });
      if (plan) planned.set(next[0], plan);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  // In the order of the uses, whichever file was read first.
  return new Map(
    [...byPath.keys()].flatMap((path) => {
      const plan = planned.get(path);
      return plan ? [[path, plan] as const] : [];
    }),
  );
};

/** A file of the content, to be read later. */
export const fileAt = (path: string, { readBytes, identityOf }: MediaSource): MediaFile => ({
  read: () => readBytes(path),
  identity: identityOf?.(path),
});

/** Its bytes, chunk by chunk where the source allows it. */
export async function* chunksAt(path: string, { readBytes, streamBytes }: MediaSource): AsyncGenerator<Uint8Array> {
  yield* streamBytes?.(path) ?? [await readBytes(path)];
}

type Planning = { readonly source: MediaSource; readonly pictures: Pictures; readonly report: Report };

const planOne = async (
  given: string,
  written: readonly PictureUse[],
  planning: Planning,
): Promise<MediaPlan | undefined> => {
  const { source, report } = planning;
  const path = inFormOf(source.files, given);
  // A link to the picture itself says nothing that the picture does not.
  const shown = written.filter(({ as }) => as !== 'large');
  const uses = shown.length > 0 ? shown : written;
  const kind = mediaKindOf(path);
  if (source.files.get(path) !== 'file') {
    // A link to another file that is not there is reported where links are: it may have been meant for anything.
    const missing = isHanded(kind) ? uses.filter(({ as }) => as !== 'large') : uses;
    for (const { place } of missing) reportMissing(path, place, source.files, report);
    return undefined;
  }
  reportForeign(path, uses, report);
  if (kind === 'program') return reportProgram(path, uses, report);
  if (kind === 'document') {
    reportShown(path, shown, report);
    return planDocument(path, { chunks: chunksAt(path, source) }, uses, report);
  }
  if (kind === 'audio') return planAudio(path, { ...source, chunks: chunksAt(path, source) }, uses, report);
  if (reportUnknown(path, uses, report)) return undefined;
  const places = new Set(written.map((use): DisplayPlace => use.as ?? 'text'));
  return kind === 'video' ? planVideo(path, uses, planning) : planOnePicture(path, places, uses, planning);
};

/** Whether files of a kind are handed out by links, as pages are. */
const isHanded = (kind: ReturnType<typeof mediaKindOf>): boolean =>
  kind === 'document' || kind === 'audio' || kind === 'program';

const planOnePicture = async (
  path: string,
  places: ReadonlySet<DisplayPlace>,
  uses: readonly PictureUse[],
  { source, pictures, report }: Planning,
): Promise<PicturePlan | undefined> => {
  try {
    const { sha512, ...measured } = await pictures.measure(fileAt(path, source));
    if (measured.hasText) reportDrawnText(path, uses, report);
    return { ...planPicture(path, measured, places), sha512 };
  } catch (fault) {
    reportUnreadable(path, uses, fault, report);
    return undefined;
  }
};

const planVideo = async (
  path: string,
  uses: readonly PictureUse[],
  planning: Planning,
): Promise<VideoPlan | undefined> => {
  const { source, report } = planning;
  const companions = companionsOf(path, source.files);
  const video = await planFilm(path, uses, planning);
  const tracks = await planTracks(companions.tracks, uses, planning);
  if (!video) return undefined;
  if (companions.tracks.length === 0) reportSilent(path, uses, report);
  const poster = companions.poster && (await planOnePicture(companions.poster, new Set(['poster']), uses, planning));
  return {
    kind: 'video',
    ...video,
    type: path.toLowerCase().endsWith('.webm') ? 'video/webm' : 'video/mp4',
    tracks,
    ...(poster && { poster }),
  };
};

/** The copy of the video itself. What of it some browsers do not play is reported, and published all the same. */
const planFilm = async (
  path: string,
  uses: readonly PictureUse[],
  { source, report }: Planning,
): Promise<Pick<VideoPlan, keyof CopyPlan | 'size'> | undefined> => {
  try {
    const { copy, scan, size } = await planVideoCopy(path, chunksAt(path, source));
    reportLarge(path, size, uses, report);
    for (const fault of unplayableOf(scan)) reportUnplayable(path, uses, fault, report);
    return { ...copy, size };
  } catch (fault) {
    reportUnreadable(path, uses, fault, report);
    return undefined;
  }
};

/** The copies of captions, without those that hold no text. */
const planTracks = async (
  tracks: Companions['tracks'],
  uses: readonly PictureUse[],
  { source, report }: Planning,
): Promise<VideoPlan['tracks']> => {
  const planned = [];
  for (const { path, language } of tracks) {
    try {
      const { isEmpty, ...copy } = planTrackCopy(path, await source.readBytes(path));
      if (!isEmpty) planned.push({ ...copy, ...(language !== undefined && { language }) });
    } catch (fault) {
      reportUnreadable(path, uses, fault, report);
    }
  }
  return planned;
};
