import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../settings.ts';
import { noteUse, removeUnused } from './kept-versions.ts';

/**
 * Where finished bodies and pictures are kept between builds: `CACHE_DIR`, or `.cache` in the project. All of it can be
 * deleted at any time, shared between builds and machines, and restored by CI.
 */
export const cacheFolder = (): string => process.env['CACHE_DIR'] || join(root, '.cache');

/** Where compiled templates are kept: always in the project, because they find their packages from there. */
export const pressFolder = join(root, '.cache', 'press');

/** So many versions of finished bodies stay: that of now, and those of other branches and installations. */
const keep = 3;

/** Notes that this version of bodies is used now. With a new one, those go that nobody uses any more. */
export const openBodiesOf = async (version: string): Promise<void> => {
  const parent = join(cacheFolder(), 'bodies');
  if (await noteUse(join(parent, version))) return;
  await mkdir(join(parent, version), { recursive: true });
  await removeUnused(parent, keep);
};
