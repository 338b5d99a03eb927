import { join, relative, sep } from 'node:path';

/** Gives the path of a file of the content as it is called from the working directory: what an editor opens. */
export const pathFromHere = (folder: string): ((file: string) => string) => {
  const prefix = relative(process.cwd(), folder);
  const outside = prefix === '..' || prefix.startsWith(`..${sep}..`);
  return (file) => (outside ? join(folder, file) : join(prefix, file)).split(sep).join('/');
};
