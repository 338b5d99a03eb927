import { ownFolders, topFolder } from '../../core/content-files.ts';
import { git } from '../../io/git.ts';
import type { Content } from '../../io/read-content.ts';
import { listGitTree, readGitFiles, readGitObject, streamGitObject } from '../../io/read-git-tree.ts';
import { readChanges, type StagedChange } from '../../io/staged.ts';

/** One line of what git tells a hook about a push: a branch was at `old`, and is to be at `new`. */
export type PushedRef = { readonly old: string; readonly new: string; readonly ref: string };

/** The content in a repository that is published. */
export const prefix = 'content/';

/** Whether an id of git means that there is nothing: a branch that is made, or deleted. */
export const isNothing = (id: string): boolean => /^0+$/.test(id);

/** Reads what git tells a hook on its standard input. */
export const readPushedRefs = (input: string): readonly PushedRef[] =>
  input.split('\n').flatMap((line) => {
    const [old, commit, ref] = line.split(' ');
    return old && commit && ref ? [{ old, new: commit, ref }] : [];
  });

/** What a push changes of the content, whatever way led from one commit to the other. */
export const changedFilesOf = async (
  repo: string,
  { old, new: commit }: PushedRef,
): Promise<readonly StagedChange[]> => {
  const before = isNothing(old) ? await emptyTree(repo) : `${old}^{tree}`;
  const args = ['diff-tree', '-r', '-z', '--no-renames', '--name-status', before, `${commit}^{tree}`, '--', prefix];
  return readChanges((await git(repo, args)).toString('utf8'), prefix);
};

/** The folders of the content in which files lie, as prefixes of their paths. */
export const foldersOf = (files: readonly string[]): readonly string[] => [
  ...new Set(files.map(topFolder).flatMap((folder) => (folder === undefined ? [] : `${folder}/`))),
];

/** Only its id, which git knows by heart: nothing is written. */
const emptyTree = async (repo: string): Promise<string> =>
  (await git(repo, ['hash-object', '-t', 'tree', '--stdin'])).toString('utf8').trim();

/** The content of a commit, of which only what lies at some paths is there, with what lies beside the events and the settings of theirs. */
export const readPart = async (repo: string, commit: string, paths: readonly string[]): Promise<Content> => {
  const folders = [...new Set(paths.map(topFolder).filter((folder) => folder !== undefined))];
  const settings = folders.map((folder) => `${folder}/event.md`);
  const wanted = new Set(['site.yml', ...ownFolders, ...settings, ...paths]);
  return readGitFiles(repo, await listGitTree(repo, commit, prefix, { isDeep: true, paths: [...wanted] }));
};

/** The folders at the top of a commit's content: its events. */
export const eventFoldersIn = async (repo: string, commit: string): Promise<readonly string[]> =>
  (await listGitTree(repo, commit, prefix)).flatMap(({ path, kind }) =>
    kind === 'folder' && !ownFolders.has(path) ? path : [],
  );

/** The files of all events' settings. */
export const settingsIn = async (repo: string, commit: string): Promise<readonly string[]> =>
  (await eventFoldersIn(repo, commit)).map((folder) => `${folder}/event.md`);

/** The content of a commit with all names, but the bytes only of settings and of the documents of some events. */
export const readWithNames = async (
  repo: string,
  commit: string,
  isRead: (folder: string) => boolean,
): Promise<Content> => {
  const listed = await listGitTree(repo, commit, prefix, { isDeep: true });
  const isNeeded = (path: string): boolean => {
    const folder = topFolder(path);
    return folder === undefined || ownFolders.has(folder) || isRead(folder) || path === `${folder}/event.md`;
  };
  const needed = listed.filter(({ path }) => isNeeded(path));
  const { files, readBytes } = await readGitFiles(repo, needed);
  const objects = new Map(listed.map(({ path, object }) => [path, object]));
  return {
    files: new Map(listed.map(({ path, kind }) => [path, files.get(path) ?? (kind === 'link' ? 'link' : 'file')])),
    // A picture of an event whose documents are not read.
    readBytes: (path) => (files.has(path) ? readBytes(path) : readGitObject(repo, objects.get(path) ?? path)),
    streamBytes: (path) => streamGitObject(repo, objects.get(path) ?? path),
  };
};

/** All of the content of a commit. */
export const readWhole = (repo: string, commit: string): Promise<Content> => readWithNames(repo, commit, () => true);
