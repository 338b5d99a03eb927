import { hash } from 'node:crypto';
import { encodePicture } from './encode.ts';
import { measurePicture } from './measure.ts';
import type { Measured } from './measured.ts';
import type { PicturePlan, Variant } from './plan.ts';

/** A file of the content whose bytes are read when they are needed. */
export type MediaFile = {
  readonly read: () => Promise<Uint8Array>;
  /** Changes when its bytes do, and says so without reading them; `undefined` where that cannot be known. */
  readonly identity: string | undefined;
};

/** What is known of a picture, and SHA-512 of its file, in hexadecimal digits. */
export type MeasuredFile = Measured & { readonly sha512: string };

/** What measures and encodes pictures; somebody may keep what came of it between builds. */
export type Pictures = {
  readonly measure: (file: MediaFile) => Promise<MeasuredFile>;
  /** The files of these variants, by their names. */
  readonly encode: (
    file: MediaFile,
    plan: PicturePlan,
    variants: readonly Variant[],
  ) => Promise<ReadonlyMap<string, Uint8Array>>;
};

/** Measures and encodes every picture anew. */
export const freshPictures: Pictures = {
  measure: async ({ read }) => {
    const bytes = await read();
    return { ...(await measurePicture(bytes)), sha512: hash('sha512', bytes) };
  },
  encode: async ({ read }, plan, variants) => encodePicture(await read(), plan, variants),
};
