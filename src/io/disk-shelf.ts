import { statSync, utimesSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Shelf } from '../core/shelf.ts';
import { readPlain } from './plain-file.ts';

/** Files that are kept in a folder between runs, by keys with `/`. Processes and machines may share it. */
export const diskShelf = (folder: string): Shelf => ({
  get: async (key) => readKept(join(folder, key)),
  set: async (key, bytes) => {
    try {
      await keepFile(join(folder, key), bytes);
    } catch (fault) {
      // Where nothing can be kept, all of it is made again the next time: a check must do on a disk that is only read.
      if (!isRefusal(fault)) throw fault;
    }
  },
});

/**
 * Writes a file that is kept between runs, and makes its folder. It is there as a whole or not at all, and ends with the
 * checksum of the rest.
 */
export const keepFile = async (path: string, content: Uint8Array | string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  const aside = await mkdtemp(join(dirname(path), `.${basename(path).slice(0, 40)}-`));
  try {
    await writeFile(join(aside, 'new'), seal(Buffer.from(content)));
    await rename(join(aside, 'new'), path);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
};

/** Whether the disk does not take a file: it is full or only read, or something else is in the place of a folder or file. */
const isRefusal = (fault: unknown): boolean =>
  fault instanceof Error &&
  'code' in fault &&
  /^(EROFS|EACCES|EPERM|ENOSPC|EDQUOT|EEXIST|EISDIR|ELOOP|ENOENT|ENOTDIR|ENOTEMPTY)$/.test(String(fault.code));

/** What tells whether the rest is as it was written: its length and its checksum. Nobody forges a picture in a cache. */
const sealOf = (bytes: Uint8Array): Buffer => {
  const seal = Buffer.alloc(8);
  seal.writeUInt32BE(bytes.length);
  seal.writeUInt32BE(crc32(bytes), 4);
  return seal;
};

const seal = (bytes: Uint8Array): Uint8Array => Buffer.concat([bytes, sealOf(bytes)]);

const unseal = (sealed: Buffer): Buffer | undefined => {
  const bytes = sealed.subarray(0, -8);
  return sealOf(bytes).equals(sealed.subarray(-8)) ? bytes : undefined;
};

/**
 * Reads a file that was kept; one that is damaged, as by a loss of power, is as good as not there: `undefined`. The time of
 * a file says when it was used last, to the day.
 */
export const readKept = (path: string): Buffer | undefined => {
  const sealed = readPlain(path);
  const bytes = sealed && unseal(sealed);
  if (bytes) noteUse(path);
  return bytes;
};

const day = 24 * 60 * 60 * 1000;

/** Notes, to the day, that a kept file has been used. */
const noteUse = (path: string): void => {
  const now = Date.now();
  try {
    if (now - statSync(path).mtimeMs > day) utimesSync(path, now / 1000, now / 1000);
  } catch {
    // Another process may have removed it meanwhile, or the folder belongs to somebody else: it is only a note.
  }
};
