import { join } from 'node:path';
import { root } from './settings.ts';

/**
 * Where finished bodies and pictures are kept between builds: `CACHE_DIR`, or `.cache` in the project. All of it can be
 * deleted at any time, shared between builds and machines, and restored by CI.
 */
export const cacheFolder = (): string => process.env['CACHE_DIR'] || join(root, '.cache');
