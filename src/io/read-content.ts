import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ContentFiles, isDocument } from '../core/content-files.ts';
import { compare } from '../core/diagnostics.ts';

/** A content folder that has been read, and the way to the bytes of its other files. */
export type Content = {
  readonly files: ContentFiles;
  readonly readBytes: (path: string) => Promise<Uint8Array>;
  /** Changes when the bytes of a file do, and needs none of them; `undefined` where that cannot be told. */
  readonly identityOf?: (path: string) => string | undefined;
};

/**
 * Reads a content folder from disk. Names that begin with a dot are not part of it, and no link is followed. Paths use
 * `/` and are sorted by code units, whatever order the disk gives them in.
 * Rejects with the system's error where the folder cannot be read.
 */
export const readContent = async (folder: string): Promise<Content> => {
  const found = filesBelow(folder, '').sort((a, b) => compare(a.path, b.path));
  const contents = found.map(({ path, isLink }): [string, Uint8Array | 'file' | 'link'] => {
    if (isLink) return [path, 'link'];
    // One after the other: for thousands of small files that takes half as long as asking for all of them at once.
    return [path, isDocument(path) ? readFileSync(join(folder, path)) : 'file'];
  });
  return {
    files: new Map(contents),
    readBytes: (path) => readFile(join(folder, path)),
    identityOf: (path) => identityOf(join(folder, path)),
  };
};

/**
 * As git tells it: the number of a file, its size and its times to the nanosecond. A file that was written a moment ago may
 * be written again at the same time, as far as the disk's clock tells: of such a one nothing is said.
 */
const identityOf = (path: string): string | undefined => {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (!stat || Date.now() - Number(stat.ctimeMs) < 2000) return undefined;
  return `disk ${stat.dev} ${stat.ino} ${stat.size} ${stat.mtimeNs} ${stat.ctimeNs}`;
};

type Found = { readonly path: string; readonly isLink: boolean };

// Not `readdir` with `recursive`: that follows links to folders, and so out of the content folder and round in circles.
const filesBelow = (root: string, folder: string): Found[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry): Found[] => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(root, path) : [{ path, isLink: entry.isSymbolicLink() }];
    });
