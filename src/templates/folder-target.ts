import { linkSync, mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hasBytes } from '../../src/io/plain-file.ts';
import type { MediaBytes } from '../media/publish-media.ts';

/** Where the files of a site go, by their paths in it. */
export type Target = { readonly write: (path: string, bytes: MediaBytes) => Promise<void> };

/** A folder for a site, and the one in which an earlier build of it may lie. */
export type SiteFolder = { readonly folder: string; readonly earlier: string };

/**
 * Writes a site into a folder. A picture or video that the site in `earlier` has already, byte by byte, is linked to instead
 * of written again: of the files of a site these are the heaviest, and hardly one of them changes from build to build.
 */
export const folderTarget = ({ folder, earlier }: SiteFolder): Target => {
  const made = new Set<string>();
  return {
    write: async (path, bytes) => {
      const above = dirname(join(folder, path));
      if (!made.has(above)) mkdirSync(above, { recursive: true });
      made.add(above);
      if (/^(?:[^/]+\/)?media\//.test(path) && (await linkSame(join(earlier, path), join(folder, path), bytes))) return;
      await writeFile(join(folder, path), bytes);
    },
  };
};

/** Links to a file where it has these bytes; gives whether it does, and whether the disk can. */
const linkSame = async (from: string, to: string, bytes: MediaBytes): Promise<boolean> => {
  try {
    if (!(await hasBytes(from, bytes))) return false;
    linkSync(from, to);
    return true;
  } catch {
    // There is none yet, or it lies on another disk, or the disk knows no links: then it is written.
    return false;
  }
};
