import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The names at the top of the project's `public/`, if there is one: no event may have them. */
export const publicNames = (root: string): Promise<string[]> =>
  readdir(join(root, 'public')).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return [];
    throw fault;
  });
