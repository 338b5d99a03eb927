import { join } from 'node:path';
import { archivePlace } from './archive-folder.ts';
import { variables } from './variables.ts';

/**
 * Where finished bodies, pictures, cards and search indexes are kept between builds: `CACHE_DIR`, or `.cache` in the folder of
 * the archive. All of it can be deleted at any time, shared between builds and machines, and restored by CI.
 */
export const cacheFolder = (): string => variables()['CACHE_DIR'] || join(archivePlace().folder, '.cache');
