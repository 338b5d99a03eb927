import { mkdir, mkdtemp, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** The names of cached versions: nothing else in their folder is touched. */
const versionName = /^[0-9a-f]{20}$/;

/** How the names of unfinished things begin. */
const unfinished = '.recapsule-';

/** What takes seconds, and was started so many milliseconds ago, has been left by a killed process. */
const patience = 600_000;

/** Makes a folder in `parent` for something that is not finished yet. */
export const makeAside = async (parent: string): Promise<string> => {
  await mkdir(parent, { recursive: true });
  return mkdtemp(join(parent, unfinished));
};

/** Notes that a cached version is used now; gives false where it is not there. */
export const noteUse = async (folder: string): Promise<boolean> => {
  const now = new Date();
  // A cache may be on a disk that cannot be written.
  await utimes(folder, now, now).catch(() => undefined);
  return isThere(folder);
};

/** Removes the versions in `parent` that have not been used for longest, but for `keep`, and what killed processes have left. */
export const removeUnused = async (parent: string, keep: number): Promise<void> => {
  const found = await Promise.all(
    (await readdir(parent)).map(async (name) => {
      // Another process may remove it meanwhile.
      const used = (await stat(join(parent, name)).catch(() => undefined))?.mtimeMs ?? 0;
      return { name, used };
    }),
  );
  const versions = found.filter(({ name }) => versionName.test(name)).sort((a, b) => b.used - a.used);
  for (const { name } of versions.slice(keep)) await removeWhole(join(parent, name), parent);
  const abandoned = found.filter(({ name, used }) => name.startsWith(unfinished) && used < Date.now() - patience);
  for (const { name } of abandoned) await rm(join(parent, name), { recursive: true, force: true });
};

/** Whoever is killed on the way must not leave a part under the name of the whole. */
const removeWhole = async (folder: string, parent: string): Promise<void> => {
  const aside = await makeAside(parent);
  await rename(folder, join(aside, basename(folder))).catch(async (fault: unknown) => {
    if (await isThere(folder)) throw fault;
  });
  await rm(aside, { recursive: true, force: true });
};

const isThere = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined)) !== undefined;
