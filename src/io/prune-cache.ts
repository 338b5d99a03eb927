import { readdirSync, rmdirSync, rmSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';

/** How many files, and how much they hold. */
export type Amount = { readonly files: number; readonly bytes: number };

/** What the files of the cache are called, by their paths in it: nothing else is touched, wherever `CACHE_DIR` leads. */
const ours = [
  /^pictures\/[0-9a-f]{2}\/[0-9a-f]{32}\/(?:measured(?:-\d)?\.json|(?:still-)?\d+\.(?:avif|webp|jpg|png|gif))$/,
  /^cards\/[0-9a-f]{2}\/[0-9a-f]{32}\/card\.png$/,
  /^pictures\/names\/[0-9a-f]{32}$/,
  /^bodies\/[0-9a-f]{20}\/(?:[0-9a-f]{16}\.json|base-[0-9a-f]{20})$/,
  /^search\/[0-9a-f]{16}\.index$/,
];

/** What a killed process has left of a file that it was writing. */
const unfinished = /^(?:pictures|cards|bodies|search)\/(?:.*\/)?\.[^/]*-\w{6}$/;
const aDay = 24 * 60 * 60 * 1000;

/**
 * Removes the files of a cache that are not used; `isUsed` gets the path of each in the cache, and when it was used last,
 * in milliseconds since 1970. Builds may go on meanwhile.
 */
export const pruneCache = (
  folder: string,
  isUsed: (path: string, used: number) => boolean,
): { readonly gone: Amount; readonly kept: Amount } => {
  const gone = { files: 0, bytes: 0 };
  const kept = { files: 0, bytes: 0 };
  const walk = (below: string): void => {
    for (const entry of entriesOf(join(folder, below))) {
      const path = `${below}/${entry.name}`;
      const found = statSync(join(folder, path), { throwIfNoEntry: false });
      if (!found) continue;
      if (found.isDirectory() && unfinished.test(path)) {
        if (found.mtimeMs < Date.now() - aDay) rmSync(join(folder, path), { recursive: true, force: true });
      } else if (found.isDirectory()) {
        walk(path);
      } else if (ours.some((form) => form.test(path))) {
        const sum = isUsed(path, found.mtimeMs) ? kept : gone;
        sum.files += 1;
        sum.bytes += found.size;
        if (sum === gone) unlinkSync(join(folder, path));
      }
    }
    removeIfEmpty(join(folder, below));
  };
  walk('pictures');
  walk('cards');
  walk('bodies');
  walk('search');
  return { gone, kept };
};

const entriesOf = (folder: string) => {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.isSymbolicLink());
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw fault;
  }
};

const removeIfEmpty = (folder: string): void => {
  try {
    rmdirSync(folder);
  } catch {
    // Something is in it, or it is not there.
  }
};
