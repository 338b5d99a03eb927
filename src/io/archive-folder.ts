import { statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type Variables, variables } from './variables.ts';

/** Where an archive lies: its folder, in which `.cache`, `dist` and `published` are by default, and its content folder. */
type ArchivePlace = { readonly folder: string; readonly content: string };

/**
 * The archive that a command run in `cwd` means: that folder where it has a folder `content`, or one around it whose
 * `content` has a `site.yml` or holds the event in which `cwd` lies; `cwd` itself where there is none. With `CONTENT_DIR`, it
 * is `cwd` with that content folder. Nothing says yet that a content folder is there.
 */
export const archivePlace = (cwd = process.cwd(), said: Variables = variables()): ArchivePlace => {
  const named = said['CONTENT_DIR'];
  if (named) return { folder: cwd, content: resolve(cwd, named) };
  const folder = isFolder(join(cwd, 'content')) ? cwd : (archiveAround(cwd) ?? cwd);
  return { folder, content: join(folder, 'content') };
};

const archiveAround = (cwd: string): string | undefined => {
  for (let above = dirname(cwd), below = cwd; above !== below; below = above, above = dirname(above)) {
    const content = join(above, 'content');
    if (isFile(join(content, 'site.yml'))) return above;
    const event = folderInside(content, cwd);
    if (event !== undefined && isFile(join(content, event, 'event.md'))) return above;
  }
  return undefined;
};

/** The first folder below the content folder in which `cwd` lies: that of an event. */
export const folderInside = (content: string, cwd: string): string | undefined => {
  const [first = ''] = relative(content, cwd).split(sep);
  return first === '' || first === '..' ? undefined : first;
};

/** The folder itself, or the nearest one above it that is there. */
export const nearestFolder = (folder: string): string => (isFolder(folder) ? folder : nearestFolder(dirname(folder)));

/** Whether there is a folder at a path, also behind a link. */
export const isFolder = (path: string): boolean => found(path)?.isDirectory() ?? false;

const isFile = (path: string): boolean => found(path)?.isFile() ?? false;

const found = (path: string) => {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // A folder into which nobody may look has nothing for us.
    return undefined;
  }
};
