import { mkdirSync, readdirSync, rmdirSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { storeName } from './disk-cache.ts';
import { unfinishedPath, valuePath } from './file-cache.ts';
import { hasSqlite } from './sqlite.ts';
import { valueStore } from './value-store.ts';

/** How many values, and how many bytes they take. */
type Amount = { readonly values: number; readonly bytes: number };

const aDay = 24 * 60 * 60 * 1000;

/**
 * Removes the values of a cache that nobody has used since `before` (milliseconds since 1970). What does not look like a
 * value stays, wherever the folder leads. Builds may go on meanwhile.
 */
export const pruneCache = (folder: string, before: number): { readonly gone: Amount; readonly kept: Amount } => {
  const [gone, kept] = [
    { values: 0, bytes: 0 },
    { values: 0, bytes: 0 },
  ];
  const add = (isGone: boolean, values: number, bytes: number): void => {
    const sum = isGone ? gone : kept;
    sum.values += values;
    sum.bytes += bytes;
  };
  const walk = (below: string, depth: number): void => {
    for (const { name } of entriesOf(join(folder, below))) {
      const path = below === '' ? name : `${below}/${name}`;
      const found = statSync(join(folder, path), { throwIfNoEntry: false });
      if (found?.isDirectory() && unfinishedPath.test(path)) {
        if (found.mtimeMs < Date.now() - aDay) rmSync(join(folder, path), { recursive: true, force: true });
      } else if (found?.isDirectory() && depth < 2) {
        walk(path, depth + 1);
      } else if (found?.isFile() && valuePath.test(path)) {
        const isGone = found.mtimeMs < before;
        add(isGone, 1, found.size);
        if (isGone) unlinkSync(join(folder, path));
      } else if (found?.isFile() && depth === 1 && name === storeName && hasSqlite()) {
        for (const { isGone, count, bytes } of valueStore(join(folder, path)).prune(before)) add(isGone, count, bytes);
      }
    }
    if (depth > 0) removeIfEmpty(join(folder, below));
  };
  walk('', 0);
  return { gone, kept };
};

/** The files of a cache whose times say when the last build of everything began, and when it was pruned by itself. */
const lastBuild = (folder: string): string => join(folder, 'last-build');
const lastPrune = (folder: string): string => join(folder, 'last-prune');

/** Notes that a build of everything begins. */
export const noteBuild = (folder: string): void => note(lastBuild(folder));

/** When the last build of everything began, in milliseconds since 1970; nothing where none has used this cache. */
export const beginOfLastBuild = (folder: string): number | undefined => timeOf(lastBuild(folder));

/** Once a day, removes the values of a cache that nobody has used for 30 days. */
export const pruneDaily = (folder: string): void => {
  const now = Date.now();
  const before = timeOf(lastPrune(folder));
  if (before !== undefined && before > now - aDay) return;
  note(lastPrune(folder));
  if (before !== undefined) pruneCache(folder, now - 30 * aDay);
};

const timeOf = (file: string): number | undefined => {
  try {
    return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  } catch {
    // Something else is in the place of the folder.
    return undefined;
  }
};

const note = (file: string): void => {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
  } catch {
    // A cache on a disk that is only read is used as it is.
  }
};

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
