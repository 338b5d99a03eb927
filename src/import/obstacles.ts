import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { ImportRefused } from './live-blog.ts';

/**
 * Refuses to write files of an event, by path below its folder, where something stands in the way: anything that has the
 * name of one, or anything but a folder that has the name of a folder. A link to a folder would lead out of the event.
 */
export const refuseObstacles = async (contentFolder: string, event: string, paths: Iterable<string>): Promise<void> => {
  const kinds = new Map<string, Kind>();
  for (const path of paths) {
    const parts = [event, ...path.split('/')];
    for (const end of parts.keys()) {
      const one = parts.slice(0, end + 1).join('/');
      const kind = kinds.get(one) ?? (await kindOf(join(contentFolder, one)));
      kinds.set(one, kind);
      if (kind === 'nothing') break;
      const isFile = end === parts.length - 1;
      if (isFile || kind !== 'folder')
        throw new ImportRefused(
          `Unexpected ${kind} "${one}" in the content folder, expected ${isFile ? 'nothing' : 'a folder or nothing'}: ${isFile ? 'a file of this import' : 'files of this import'} would have to be there. Move or rename it, and import again.`,
        );
    }
  }
};

type Kind = 'folder' | 'symbolic link' | 'file' | 'nothing';

const kindOf = async (path: string): Promise<Kind> => {
  const found = await lstat(path).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return undefined;
    throw fault;
  });
  if (found === undefined) return 'nothing';
  return found.isDirectory() ? 'folder' : found.isSymbolicLink() ? 'symbolic link' : 'file';
};
