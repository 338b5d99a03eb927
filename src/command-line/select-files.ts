import { realpath, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { UsageError } from '../core/usage-error.ts';

/** What of a content folder a command is to look at. */
export type Selection = {
  /** Whether a path below the folder is part of it. */
  readonly concerns: (file: string) => boolean;
  /** The first parts of the paths in it; not there where it is everything. */
  readonly tops?: ReadonlySet<string>;
};

/**
 * The files that were named on the command line, and what lies below the folders that were; everything where none was named.
 * Throws `UsageError` for a name that is not there, or not in the content folder.
 */
export const selectFiles = async (names: readonly string[], folder: string): Promise<Selection> => {
  const chosen = await Promise.all(names.map((name) => pathBelow(name, folder)));
  if (chosen.length === 0 || chosen.includes('')) return { concerns: () => true };
  return {
    concerns: (file) => chosen.some((one) => file === one || file.startsWith(`${one}/`)),
    tops: new Set(chosen.map((one) => one.split('/')[0] ?? '')),
  };
};

const pathBelow = async (name: string, folder: string): Promise<string> => {
  const found = await stat(name).catch(() => undefined);
  if (!found) throw new UsageError(`There is no file or folder "${name}".`);
  // Both by their real paths: either may be called through a link.
  const path = relative(await realpath(folder), await realpath(resolve(name)));
  if (path === '..' || path.startsWith(`..${sep}`))
    throw new UsageError(`"${name}" does not lie in the content folder ${folder}.`);
  return path.split(sep).join('/');
};
