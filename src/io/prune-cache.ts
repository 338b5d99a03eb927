import { mkdirSync, readdirSync, rmdirSync, rmSync, statSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unfinishedPath, valuePath } from './disk-cache.ts';

/** How many files, and how much they hold. */
type Amount = { readonly files: number; readonly bytes: number };

const aDay = 24 * 60 * 60 * 1000;

/**
 * Removes the values of a cache that nobody has used since `before` (milliseconds since 1970). What does not look like a
 * value stays, wherever the folder leads. Builds may go on meanwhile.
 */
export const pruneCache = (folder: string, before: number): { readonly gone: Amount; readonly kept: Amount } => {
  const gone = { files: 0, bytes: 0 };
  const kept = { files: 0, bytes: 0 };
  const walk = (below: string, depth: number): void => {
    for (const { name } of entriesOf(join(folder, below))) {
      const path = below === '' ? name : `${below}/${name}`;
      const found = statSync(join(folder, path), { throwIfNoEntry: false });
      if (found?.isDirectory() && unfinishedPath.test(path)) {
        if (found.mtimeMs < Date.now() - aDay) rmSync(join(folder, path), { recursive: true, force: true });
      } else if (found?.isDirectory() && depth < 2) {
        walk(path, depth + 1);
      } else if (found?.isFile() && valuePath.test(path)) {
        const sum = found.mtimeMs < before ? gone : kept;
        sum.files += 1;
        sum.bytes += found.size;
        if (sum === gone) unlinkSync(join(folder, path));
      }
    }
    if (depth > 0) removeIfEmpty(join(folder, below));
  };
  walk('', 0);
  return { gone, kept };
};

/** The file of a cache whose time says when the last build of everything began. */
const lastBuild = (folder: string): string => join(folder, 'last-build');

/** Notes that a build of everything begins. Once a day it removes what no build has used for 30 days. */
export const noteBuild = (folder: string): void => {
  const file = lastBuild(folder);
  const now = Date.now();
  try {
    const before = beginOfLastBuild(folder);
    mkdirSync(folder, { recursive: true });
    if (before === undefined) writeFileSync(file, '');
    else utimesSync(file, now / 1000, now / 1000);
    if (before !== undefined && before < now - aDay) pruneCache(folder, now - 30 * aDay);
  } catch {
    // A cache on a disk that is only read is used as it is.
  }
};

/** When the last build of everything began, in milliseconds since 1970; nothing where none has used this cache. */
export const beginOfLastBuild = (folder: string): number | undefined =>
  statSync(lastBuild(folder), { throwIfNoEntry: false })?.mtimeMs;

const entriesOf = (folder: string) => {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.isSymbolicLink());
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return [];
    throw fault;
  }
};

const removeIfEmpty = (folder: string): void => {
  try {
    rmdirSync(folder);
  } catch {
    // Something is in it, or it is not there.
  }
};
