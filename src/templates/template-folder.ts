import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../io/cache-folder.ts';
import { root } from '../io/settings.ts';
import { noteUse, removeUnused } from './kept-versions.ts';

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
