import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from '../settings.ts';
import { makeAside, noteUse, removeUnused } from './kept-versions.ts';

/**
 * Where finished bodies and pictures are kept between builds: `CACHE_DIR`, or `.cache` in the project. All of it can be
 * deleted at any time, shared between builds and machines, and restored by CI.
 */
export const cacheFolder = (): string => process.env['CACHE_DIR'] || join(root, '.cache');

/** Where compiled templates are kept: always in the project, because they find their packages from there. */
export const pressFolder = join(root, '.cache', 'press');

/** So many versions of finished bodies and of pictures stay: that of now, and those of other branches and installations. */
const keep = 3;

/** Notes that these versions of bodies and pictures are used now. With a new one, those go that nobody uses any more. */
export const openCache = async (versions: Readonly<Record<'bodies' | 'pictures', string>>): Promise<void> => {
  for (const [kind, version] of Object.entries(versions)) {
    const parent = join(cacheFolder(), kind);
    if (await noteUse(join(parent, version))) continue;
    await mkdir(join(parent, version), { recursive: true });
    await removeUnused(parent, keep);
  }
};

/** Writes a file of the cache so that nobody ever takes half of it for the whole, and makes its folder. */
export const keepFile = async (path: string, content: Uint8Array | string): Promise<void> => {
  const bytes = Buffer.from(content);
  // What a killed process leaves there goes with its version.
  const aside = await makeAside(dirname(path));
  try {
    await writeFile(join(aside, 'new'), [hashOf(bytes), bytes]);
    await rename(join(aside, 'new'), path);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
};

/** Reads a file of the cache. One that is damaged, as by a loss of power, is one that is not there: `undefined`. */
export const readKept = async (path: string): Promise<Buffer | undefined> => {
  try {
    const whole = await readFile(path);
    const bytes = whole.subarray(hashLength);
    return whole.subarray(0, hashLength).equals(hashOf(bytes)) ? bytes : undefined;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw fault;
  }
};

const hashLength = 32;

const hashOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
