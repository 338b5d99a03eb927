import { realpath, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { UsageError } from '../core/usage-error.ts';

/**
 * Whether a path below the content folder is one of those that were named on the command line, or lies below one of
 * them; every path where none was named. Throws `UsageError` for a name that is not there, or not in the content folder.
 */
export const selectFiles = async (names: readonly string[], folder: string): Promise<(file: string) => boolean> => {
  const chosen = await Promise.all(names.map((name) => pathBelow(name, folder)));
  if (chosen.length === 0) return () => true;
  return (file) => chosen.some((one) => one === '' || file === one || file.startsWith(`${one}/`));
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
