import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isPicture } from '../../src/core/media-names.ts';
import { folderOfPicture } from '../../src/images/kept-pictures.ts';
import { pictureHash } from '../../src/images/measure.ts';
import { readContent } from '../../src/io/read-content.ts';
import { cacheFolder } from '../press/cache-folder.ts';
import { fileOfBodies } from '../press/kept-bodies.ts';
import { pressKeys } from '../press/press-key.ts';
import { contentFolder } from '../settings.ts';

/** Tells of each file of the cache whether the content on disk uses it: its pictures, and the texts of its events. */
export const usedByContent = async (): Promise<(path: string) => boolean> => {
  const { files, readBytes } = await readContent(await contentFolder());
  const { bodies } = pressKeys();
  const used = new Set<string>();
  for (const [path, content] of files) {
    if (path.endsWith('/event.md')) used.add(`bodies/${fileOfBodies(path.slice(0, -'/event.md'.length), bodies)}`);
    if (content === 'file' && isPicture(path)) used.add(folderOfPicture(pictureHash(await readBytes(path))));
  }
  return (path) => {
    if (path.startsWith('bodies/')) return used.has(path) || path.startsWith(`bodies/${bodies}/base-`);
    if (path.startsWith('pictures/names/')) return used.has(folderOfPicture(hashIn(path)));
    return used.has(path.split('/').slice(1, 3).join('/'));
  };
};

/** A file that remembers which picture a file was holds the hash of that, and behind it that of itself. */
const hashIn = (path: string): string => readFileSync(join(cacheFolder(), path)).toString('latin1').slice(0, 64);
