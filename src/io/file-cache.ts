import { createHash } from 'node:crypto';
import { statSync, utimesSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Cache } from '../core/cache.ts';
import { readPlain } from './plain-file.ts';

/**
 * A cache of files, in a folder that processes and machines may share. Each value is a file whose name is the hash of its
 * key, and whose time says when a process used it last.
 */
export const fileCache = (folder: string, kind: string): Cache => {
  const pathOf = (key: string): string => {
    const hash = createHash('sha256').update(key).digest('hex');
    return join(folder, kind, hash.slice(0, 2), hash.slice(2, 32));
  };
  return {
    get: async (key) => readValue(pathOf(key)),
    set: async (key, bytes) => {
      try {
        await writeValue(pathOf(key), bytes);
      } catch (fault) {
        // Where nothing can be kept, all of it is made again the next time: a check must do on a disk that is only read.
        if (!isRefusal(fault)) throw fault;
      }
    },
  };
};

/** The form of the paths of values in the folder of a cache. */
export const valuePath = /^[a-z]+\/[0-9a-f]{2}\/[0-9a-f]{30}$/;

/** The form of the paths of folders in which values are written: one that stays was left by a process that was killed. */
export const unfinishedPath = /^[a-z]+\/[0-9a-f]{2}\/\.[0-9a-f]{30}-\w{6}$/;

/** Writes a value. It is there as a whole or not at all, and ends with the checksum of the rest. */
const writeValue = async (path: string, content: Uint8Array): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  const aside = await mkdtemp(join(dirname(path), `.${basename(path)}-`));
  try {
    await writeFile(join(aside, 'new'), seal(content));
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

/** What tells whether the rest is as it was written: its length and its checksum. */
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

const readValue = (path: string): Buffer | undefined => {
  const sealed = readPlain(path);
  const bytes = sealed && unseal(sealed);
  if (bytes) noteUse(path);
  return bytes;
};

/** Notes, once in the life of a process, that a value has been used. */
const noteUse = (path: string): void => {
  try {
    if (statSync(path).mtimeMs < performance.timeOrigin) utimesSync(path, new Date(), new Date());
  } catch {
    // Another process may have removed it meanwhile, or the folder belongs to somebody else: it is only a note.
  }
};
