import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** How large a site is, in what hosts limit. Paths are below the site, with `/`; that of the site itself is `.`. */
export type SiteSize = {
  readonly files: number;
  /** Files and folders. */
  readonly entries: number;
  readonly bytes: number;
  /** The bytes of the largest file. */
  readonly largest: number;
  readonly largestFile: string;
  /** How many names there are in the folder that has the most. */
  readonly fullest: number;
  readonly fullestFolder: string;
  /** How many redirects there are in `_redirects`. */
  readonly rules: number;
};

/** Measures the site in a folder. Links to folders, as a release has them, are followed. */
export const measureSite = async (folder: string): Promise<SiteSize> => {
  const size = { files: 0, entries: 0, bytes: 0, largest: 0, largestFile: '', fullest: 0, fullestFolder: '.' };
  const measure = async (path: string): Promise<void> => {
    const names = (await readdir(join(folder, path))).sort();
    size.entries += names.length;
    if (names.length > size.fullest) Object.assign(size, { fullest: names.length, fullestFolder: path || '.' });
    for (const name of names) {
      const below = path === '' ? name : `${path}/${name}`;
      const found = await stat(join(folder, below));
      if (found.isDirectory()) {
        await measure(below);
        continue;
      }
      size.files += 1;
      size.bytes += found.size;
      if (found.size > size.largest) Object.assign(size, { largest: found.size, largestFile: below });
    }
  };
  await measure('');
  const rules = await readFile(join(folder, '_redirects'), 'utf8').catch(() => '');
  return { ...size, rules: rules.split('\n').filter((line) => /^\//.test(line)).length };
};
