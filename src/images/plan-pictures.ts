import type { PictureUse, Place } from '../core/archive.ts';
import { type ContentFiles, fileName, folderOf, relativePath, topFolder } from '../core/content-files.ts';
import type { Report } from '../core/diagnostics.ts';
import { nearest } from '../core/nearest.ts';
import { encodePicture, measurePicture } from './encode.ts';
import { type Measured, type PicturePlan, planPicture } from './plan.ts';

/** Where pictures come from. */
export type PictureSource = { readonly files: ContentFiles; readonly readBytes: (path: string) => Promise<Uint8Array> };

/** What measures and encodes pictures; somebody may keep what came of it between builds. */
export type Pictures = {
  readonly measure: (bytes: Uint8Array) => Promise<Measured>;
  readonly encode: (bytes: Uint8Array, plan: PicturePlan) => Promise<Uint8Array>;
};

/** Measures and encodes every picture anew. */
export const freshPictures: Pictures = { measure: measurePicture, encode: encodePicture };

/** So many pictures are in memory at once. */
const atOnce = 8;

/** A plan for each picture in use, by its path. One that is missing or cannot be read is reported at each of its uses. */
export const planPictures = async (
  uses: readonly PictureUse[],
  source: PictureSource,
  report: Report,
  pictures: Pictures = freshPictures,
): Promise<ReadonlyMap<string, PicturePlan>> => {
  const byPicture = Map.groupBy(uses, ({ picture }) => picture);
  const waiting = [...byPicture];
  const planned = new Map<string, PicturePlan>();
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [picture, itsUses] = next;
      const plan = await planOne(picture, itsUses, source, pictures, report);
      if (plan) planned.set(picture, plan);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  // In the order of the uses, whichever picture was read first.
  return new Map(
    [...byPicture.keys()].flatMap((picture) => {
      const plan = planned.get(picture);
      return plan ? [[picture, plan] as const] : [];
    }),
  );
};

/** Reports a picture whose bytes are none, where it is shown. */
export const reportUnreadable = (picture: string, place: Place, fault: unknown, report: Report): void => {
  const reason = (fault instanceof Error ? fault.message : String(fault)).split('\n', 1)[0];
  const message = `Unexpected content of "${picture}", expected a picture: ${reason}`;
  const hint = 'Export it again as JPEG, PNG, WebP, AVIF, GIF or SVG.';
  report({ ...place, rule: 'unreadable-picture', message, hint });
};

const planOne = async (
  picture: string,
  uses: readonly PictureUse[],
  { files, readBytes }: PictureSource,
  { measure }: Pictures,
  report: Report,
): Promise<PicturePlan | undefined> => {
  if (files.get(picture) !== 'file') {
    for (const { place } of uses) reportMissing(picture, place, files, report);
    return undefined;
  }
  for (const { place } of uses.filter((use) => topFolder(use.place.file) !== topFolder(picture))) {
    const message = `Unexpected picture "${picture}" of another event, expected one in the folder of this event`;
    report({ ...place, rule: 'missing-picture', message, hint: 'Put a copy of the picture beside the entry.' });
  }
  try {
    return planPicture(picture, await measure(await readBytes(picture)));
  } catch (fault) {
    for (const { place } of uses) reportUnreadable(picture, place, fault, report);
    return undefined;
  }
};

const reportMissing = (picture: string, place: Place, files: ContentFiles, report: Report): void => {
  const meant = nearestPicture(picture, files);
  const message = `Unexpected picture "${picture}", expected a file in the content folder`;
  const hint = meant
    ? `Did you mean "${relativePath(folderOf(place.file), meant)}"?`
    : 'Put the file beside the entry, or correct its name; upper and lower case matter.';
  report({ ...place, rule: 'missing-picture', message, hint });
};

const nearestPicture = (picture: string, files: ContentFiles): string | undefined => {
  const others = [...files].filter(([, content]) => content === 'file').map(([path]) => path);
  const folder = picture.slice(0, picture.lastIndexOf('/') + 1);
  const beside = others.filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length));
  const near = nearest(fileName(picture), beside);
  if (near !== undefined) return folder + near;
  return others.find((path) => fileName(path).toLowerCase() === fileName(picture).toLowerCase());
};
