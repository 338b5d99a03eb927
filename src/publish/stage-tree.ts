import { hash } from 'node:crypto';
import { linkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sizeOf } from '../io/plain-file.ts';
import type { Hashes } from './manifests.ts';
import { isSystemFault } from './publish-fault.ts';
import { checkPath, makeStaged, type Stage, writeStaged } from './stage.ts';

/** Files by their paths below a folder, with `/`. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** A tree from which files that have not changed are taken. */
export type Earlier = { readonly folder: string; readonly files: Hashes };

/** The files of a tree, their hashes, and the tree that it follows. */
type Tree = { readonly files: Files; readonly hashes: Hashes; readonly earlier?: Earlier | undefined };

/** The hashes of files, by sorted path. Throws `Error` for a path that leads out of its folder. */
export const hashFiles = (files: Files): Hashes => {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    sorted.map(([path, bytes]) => {
      checkPath(path);
      return [path, hash('sha256', bytes, 'hex')];
    }),
  );
};

/**
 * Writes files into a new folder of the stage. A file that an earlier tree has with the same hash stays the same file (a
 * hard link), and keeps the time of change by which caches know it. A file that has no hash here is always written.
 */
export const stageTree = (stage: Stage, folder: string, { files, hashes, earlier }: Tree): void => {
  const made = new Set<string>();
  makeStaged(stage, folder, made);
  for (const [path, bytes] of files) {
    const target = join(folder, path);
    makeStaged(stage, dirname(target), made);
    const known = hashes[path];
    const same = known !== undefined && known === earlier?.files[path];
    if (!same || !linkKept(join(earlier.folder, path), target, bytes.length)) writeStaged(stage, target, bytes);
  }
};

/** Gives false where the file is not there in full, or cannot have one more link to it. */
const linkKept = (kept: string, target: string, size: number): boolean => {
  if (sizeOf(kept) !== size) return false;
  try {
    linkSync(kept, target);
    return true;
  } catch (fault) {
    // Too many links, or a file system (or a kernel's protection of others' files) that has none: then it is written.
    if (isSystemFault(fault, 'EMLINK', 'EPERM', 'EXDEV', 'ENOTSUP', 'EOPNOTSUPP')) return false;
    throw fault;
  }
};
