import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ContentFiles, isDocument } from '../core/content-files.ts';
import { compare } from '../core/diagnostics.ts';

/** A content folder that has been read, and the way to the bytes of its other files. */
export type Content = { readonly files: ContentFiles; readonly readBytes: (path: string) => Promise<Uint8Array> };

/**
 * Reads a content folder from disk. Names that begin with a dot are not part of it, and no link is followed. Paths use
 * `/` and are sorted by code units, whatever order the disk gives them in.
 * Rejects with the system's error where the folder cannot be read.
 */
export const readContent = async (folder: string): Promise<Content> => {
  const found = (await filesBelow(folder, '')).sort((a, b) => compare(a.path, b.path));
  const contents = await Promise.all(
    found.map(async ({ path, isLink }): Promise<[string, Uint8Array | 'file' | 'link']> => {
      if (isLink) return [path, 'link'];
      return [path, isDocument(path) ? await readFile(join(folder, path)) : 'file'];
    }),
  );
  return { files: new Map(contents), readBytes: (path) => readFile(join(folder, path)) };
};

type Found = { readonly path: string; readonly isLink: boolean };

// Not `readdir` with `recursive`: that follows links to folders, and so out of the content folder and round in circles.
const filesBelow = async (root: string, folder: string): Promise<Found[]> => {
  const entries = (await readdir(join(root, folder), { withFileTypes: true })).filter(
    ({ name }) => !name.startsWith('.'),
  );
  const found = await Promise.all(
    entries.map((entry): Found[] | Promise<Found[]> => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(root, path) : [{ path, isLink: entry.isSymbolicLink() }];
    }),
  );
  return found.flat();
};
