import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodePicture, measurePicture, pictureHash } from '../../src/images/encode.ts';
import type { Measured } from '../../src/images/plan.ts';
import type { Pictures } from '../../src/images/plan-pictures.ts';
import { cacheFolder, keepFile } from './cache-folder.ts';

/** Measures and encodes each picture once: what came of it is kept by the hash of its content. */
export const keptPictures = (): Pictures => ({
  measure: async (bytes) => {
    const path = pathOf(pictureHash(bytes), 'json');
    const kept = await readIfThere(path);
    if (kept) return JSON.parse(kept.toString('utf8')) as Measured;
    const measured = await measurePicture(bytes);
    await keepFile(path, JSON.stringify(measured));
    return measured;
  },
  encode: async (bytes, plan) => {
    const path = pathOf(plan.hash, plan.format);
    const kept = await readIfThere(path);
    if (kept) return kept;
    const encoded = await encodePicture(bytes, plan);
    await keepFile(path, encoded);
    return encoded;
  },
});

const pathOf = (hash: string, ending: string): string =>
  join(cacheFolder(), 'pictures', hash.slice(0, 2), `${hash}.${ending}`);

const readIfThere = (path: string): Promise<Buffer | undefined> =>
  readFile(path).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return undefined;
    throw fault;
  });
