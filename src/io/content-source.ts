import { createHash } from 'node:crypto';
import { type ContentFiles, topFolder } from '../core/content-files.ts';
import { type Content, readContent } from './read-content.ts';
import { listGitTree, readGitFiles } from './read-git-tree.ts';

/** A content folder that is read event by event, from a disk or from git. */
export type ContentSource = {
  /** What lies beside the events: `site.yml` as bytes. */
  readonly top: ContentFiles;
  /** The folders at the top, sorted by code units. */
  readonly folders: readonly string[];
  /** What changes when anything in a folder does. */
  readonly fingerprint: (folder: string) => Promise<string>;
  /** A folder's files, by path below the content folder. */
  readonly read: (folder: string) => Promise<Content>;
  /** The `event.md` of each of these folders that has one, by path below the content folder. */
  readonly readSettings: (folders: readonly string[]) => Promise<ContentFiles>;
};

/** The content folder as it is on disk now. Rejects with the system's error where it cannot be read. */
export const diskSource = async (folder: string): Promise<ContentSource> => {
  const { files, readBytes } = await readContent(folder);
  const byFolder = Map.groupBy(files, ([path]) => topFolder(path));
  const filesOf = (name: string | undefined): ContentFiles => new Map(byFolder.get(name));
  const folders = [...byFolder.keys()].filter((name) => name !== undefined);
  return {
    top: filesOf(undefined),
    folders,
    fingerprint: async (name) => {
      const hash = createHash('sha256');
      for (const [path, content] of filesOf(name)) {
        const bytes = content === 'file' ? await readBytes(path) : content;
        hash.update(`${path}\0${bytes.length}\0`).update(bytes);
      }
      return hash.digest('hex');
    },
    read: async (name) => ({ files: filesOf(name), readBytes }),
    readSettings: async (names) => new Map(names.flatMap((name) => settingsIn(name, filesOf(name)))),
  };
};

/**
 * The content folder as a git commit holds it: `folder` lies in the repository, `prefix` is the content folder's path in
 * it, with a slash at its end or empty. Rejects with `GitFault` where there is no such commit.
 */
export const gitSource = async (folder: string, commit: string, prefix: string): Promise<ContentSource> => {
  const listed = await listGitTree(folder, commit, prefix);
  const trees = new Map(listed.filter(({ kind }) => kind === 'folder').map(({ path, object }) => [path, object]));
  const readBelow = async (paths: readonly string[]): Promise<Content> =>
    readGitFiles(folder, await listGitTree(folder, commit, prefix, { isDeep: true, paths }));
  return {
    top: (await readGitFiles(folder, listed)).files,
    folders: [...trees.keys()],
    fingerprint: async (name) => trees.get(name) ?? '',
    read: (name) => readBelow([`${name}/`]),
    readSettings: async (names) =>
      names.length === 0 ? new Map() : (await readBelow(names.map((name) => `${name}/event.md`))).files,
  };
};

const settingsIn = (name: string, files: ContentFiles): (readonly [string, Uint8Array | 'file' | 'link'])[] => {
  const path = `${name}/event.md`;
  const found = files.get(path);
  return found === undefined ? [] : [[path, found]];
};
