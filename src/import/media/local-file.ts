import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { FetchFault } from './fetch-fault.ts';
import { megabytes } from './megabytes.ts';

/**
 * Reads a file that belongs to a page which was saved in `folder`, by its address on that page. It must really lie in the
 * folder, whatever links say. Throws `FetchFault` where it does not, is not there, is no ordinary file, or too large.
 */
export const readLocal = async (address: string, folder: string, maxBytes: number): Promise<Uint8Array> => {
  const path = pathOf(address);
  try {
    const inside = await realpath(folder);
    const file = await realpath(resolve(inside, path));
    if (!isBelow(file, inside)) throw new FetchFault('it lies outside the folder of what is imported.');
    return await readUpTo(file, maxBytes);
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && typeof fault.code === 'string')) throw fault;
    throw new FetchFault(explanations[fault.code] ?? `it cannot be read (${fault.code}).`);
  }
};

const explanations: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file beside what is imported.',
  ENOTDIR: 'there is no such file beside what is imported.',
  EACCES: 'its file may not be read.',
  ELOOP: 'its file is a link that leads in a circle.',
};

/** The path that an address without a server means. */
const pathOf = (address: string): string => {
  if (/^[/\\]/.test(address)) {
    throw new FetchFault('its address begins at the root of a server, and the source does not say of which.');
  }
  const path = address.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch (fault) {
    if (fault instanceof URIError) return path;
    throw fault;
  }
};

const isBelow = (file: string, folder: string): boolean => {
  const path = relative(folder, file);
  return path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
};

const readUpTo = async (file: string, maxBytes: number): Promise<Uint8Array> => {
  // A pipe must not make the program wait, and a link that has just taken the place of the file must not be followed.
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw new FetchFault('it is no ordinary file.');
    if (found.size > maxBytes) throw new FetchFault(`it has more than ${megabytes(maxBytes)}, the most that is taken.`);
    // Reads no further than the size, even if the file grows meanwhile.
    return await handle.readFile();
  } finally {
    await handle.close();
  }
};
