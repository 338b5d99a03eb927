import { fileName, topFolder } from '../../src/core/content-files.ts';
import { git } from '../../src/io/git.ts';
import type { Content } from '../../src/io/read-content.ts';
import { listGitTree, readGitFiles, readGitTree } from '../../src/io/read-git-tree.ts';
import { type Change, readChanges } from '../check/staged.ts';

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

/** What a push changes of the content. */
export const changesOf = async (repo: string, { old, new: commit }: PushedRef): Promise<readonly Change[]> => {
  const before = isNothing(old) ? (await git(repo, ['mktree'])).toString('utf8').trim() : `${old}^{tree}`;
  const args = ['diff-tree', '-r', '-z', '--no-renames', '--name-status', before, `${commit}^{tree}`, '--', prefix];
  return readChanges((await git(repo, args)).toString('utf8'), prefix);
};

/** The content of a commit, of which only what lies below some paths is there: `site.yml` and the settings of events too. */
export const readPart = async (repo: string, commit: string, paths: readonly string[]): Promise<Content> => {
  const folders = new Set(paths.map(topFolder).filter((folder) => folder !== undefined));
  const wanted = ['site.yml', ...[...folders].map((folder) => `${folder}/event.md`), ...paths];
  return readGitFiles(repo, await listGitTree(repo, commit, prefix, { isDeep: true, paths: [...new Set(wanted)] }));
};

/** All of the content of a commit. */
export const readWhole = (repo: string, commit: string): Promise<Content> => readGitTree(repo, commit, prefix);

/** The documents that name one of these files: those that link to it are among them. */
export const mentionsOf = async (
  repo: string,
  commit: string,
  files: readonly string[],
): Promise<readonly string[]> => {
  if (files.length === 0) return [];
  const names = files.flatMap((file) => ['-e', fileName(file)]);
  const found = await git(repo, ['grep', '-lzF', ...names, commit, '--', prefix]).catch(() => Buffer.of());
  return found
    .toString('utf8')
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => line.slice(`${commit}:${prefix}`.length));
};
