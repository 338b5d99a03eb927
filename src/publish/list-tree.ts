import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isSystemFault } from './publish-fault.ts';

/**
 * The paths of all that lies in a folder and in those below it, but not of folders: files, links, and whatever else there
 * is. `undefined` where it is no folder, or cannot be read.
 */
export const listTree = (folder: string): readonly string[] | undefined => {
  const found: string[] = [];
  const waiting = [''];
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    const entries = entriesIn(join(folder, below));
    if (!entries) return undefined;
    for (const entry of entries) (entry.isDirectory() ? waiting : found).push(join(below, entry.name));
  }
  return found;
};

const entriesIn = (folder: string): readonly Dirent[] | undefined => {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (fault) {
    if (isSystemFault(fault)) return undefined;
    throw fault;
  }
};
