import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PublishedMedia } from '../media/publish-media.ts';
import type { ServedFile } from './served-site.ts';

/** Files of pictures, videos and cards, made when they are asked for. */
export type MediaFolder = {
  /** The file of a name, where one of these makes it. */
  readonly find: (name: string, media: readonly PublishedMedia[]) => Promise<ServedFile | undefined>;
  readonly remove: () => void;
};

/** Keeps what is made in a temporary folder: names change with the bytes, and of a video parts are asked for again and again. */
export const mediaFolder = (): MediaFolder => {
  const folder = mkdtempSync(join(tmpdir(), 'recapsule-dev-'));
  const made = new Map<string, Promise<ServedFile>>();
  const make = async (name: string, one: PublishedMedia): Promise<ServedFile> => {
    const bytes = (await one.make(new Set([name]))).get(name) ?? new Uint8Array();
    if (bytes instanceof Uint8Array) return { bytes };
    const file = join(folder, name);
    await pipeline(Readable.from(bytes), createWriteStream(file));
    return { file };
  };
  return {
    find: async (name, media) => {
      const one = media.find(({ names }) => names.includes(name));
      if (!one) return undefined;
      const making = made.get(name) ?? make(name, one);
      made.set(name, making);
      // What has failed is tried again.
      making.catch(() => made.delete(name));
      return making;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};
