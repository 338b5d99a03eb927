import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { root } from '../settings.ts';

/**
 * Where finished bodies and pictures are kept between builds: `CACHE_DIR`, or `.cache` in the project. All of it can be
 * deleted at any time, shared between builds and machines, and restored by CI.
 */
export const cacheFolder = (): string => process.env['CACHE_DIR'] || join(root, '.cache');

/** Where compiled templates are kept: always in the project, because they find their packages from there. */
export const pressFolder = join(root, '.cache', 'press');

/** Writes a file of the cache so that nobody ever sees half of it, and makes its folder. */
export const keepFile = async (path: string, content: Uint8Array | string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  const aside = await mkdtemp(join(dirname(path), `.${basename(path).slice(0, 40)}-`));
  try {
    await writeFile(join(aside, 'new'), content);
    await rename(join(aside, 'new'), path);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
};
