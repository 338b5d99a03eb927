import { realpath, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../usage-error.ts';

/**
 * Whether a path below the content folder is one of those that were named on the command line, or lies below one of
 * them; every path where none was named. Throws `UsageError` for a name that is not there, or not in the content folder.
 */
export const selectFiles = async (names: readonly string[], folder: string): Promise<(file: string) => boolean> => {
  const chosen = await Promise.all(names.map((name) => pathBelow(name, folder)));
  if (chosen.length === 0) return () => true;
  return (file) => chosen.some((one) => one === '' || file === one || file.startsWith(`${one}/`));
};

/** Gives the path of a file of the content as it is called from the working directory: what an editor opens. */
export const pathFromHere = (folder: string): ((file: string) => string) => {
  const prefix = relative(process.cwd(), folder);
  const outside = prefix === '..' || prefix.startsWith(`..${sep}..`);
  return (file) => (outside ? join(folder, file) : join(prefix, file)).split(sep).join('/');
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
