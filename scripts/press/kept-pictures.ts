import { join } from 'node:path';
import { encodePicture, measurePicture, pictureHash } from '../../src/images/encode.ts';
import type { Measured } from '../../src/images/plan.ts';
import type { Pictures } from '../../src/images/plan-pictures.ts';
import { cacheFolder, keepFile, readKept } from './cache-folder.ts';

/**
 * Measures and encodes each picture once: what came of it is kept by the hash of its content. `version` is that of what
 * encodes: kept work of another is not used.
 */
export const keptPictures = (version: string): Pictures => ({
  measure: async (bytes) => {
    const path = pathOf(version, pictureHash(bytes), 'json');
    const kept = await readKept(path);
    if (kept) return JSON.parse(kept.toString('utf8')) as Measured;
    const measured = await measurePicture(bytes);
    await keepFile(path, JSON.stringify(measured));
    return measured;
  },
  encode: async (bytes, plan) => {
    const path = pathOf(version, plan.hash, plan.format);
    const kept = await readKept(path);
    if (kept) return kept;
    const encoded = await encodePicture(bytes, plan);
    await keepFile(path, encoded);
    return encoded;
  },
});

const pathOf = (version: string, hash: string, ending: string): string =>
  join(cacheFolder(), 'pictures', version, hash.slice(0, 2), `${hash}.${ending}`);
