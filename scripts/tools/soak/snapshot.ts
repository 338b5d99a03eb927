import { lstat, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** What lies below a folder: what can be known of each file, link and folder without reading it, by path with `/`. */
export type FolderSnapshot = ReadonlyMap<string, string>;

/** Looks at everything below a folder. No link is followed. */
export const snapshotOf = async (folder: string): Promise<FolderSnapshot> => {
  const paths = await readdir(folder, { recursive: true });
  const states = await Promise.all(
    paths.sort().map(async (path) => [path, await stateOf(join(folder, path))] as const),
  );
  return new Map(states);
};

/** Whoever writes to a file, replaces it or puts another in its place changes one of these. Times of folders change with what lies in them. */
const stateOf = async (path: string): Promise<string> => {
  const { mode, size, mtimeNs, ino } = await lstat(path, { bigint: true });
  const kind = mode & 0o170000n;
  if (kind === 0o040000n) return `folder ${mode}`;
  return kind === 0o120000n ? `link ${await readlink(path)}` : `file ${mode} ${size} ${mtimeNs} ${ino}`;
};

/** What has happened between two snapshots: the paths that are new, and those that are changed or gone. */
export const changesBetween = (
  before: FolderSnapshot,
  after: FolderSnapshot,
): { readonly added: readonly string[]; readonly changed: readonly string[]; readonly gone: readonly string[] } => ({
  added: [...after.keys()].filter((path) => !before.has(path)),
  changed: [...after].flatMap(([path, state]) => (before.has(path) && before.get(path) !== state ? [path] : [])),
  gone: [...before.keys()].filter((path) => !after.has(path)),
});
