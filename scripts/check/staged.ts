import { realpath } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { fileName, topFolder } from '../../src/core/content-files.ts';
import { GitFault, git } from '../../src/io/git.ts';
import type { Content } from '../../src/io/read-content.ts';
import { readGitTree } from '../../src/io/read-git-tree.ts';
import { UsageError } from '../usage-error.ts';

/** The content as the next commit will hold it, and which of its files that commit concerns. */
export type Staged = { readonly content: Content; readonly concerns: (file: string) => boolean };

/**
 * Reads what is staged: the index that git names while it commits, so that a commit of some files only is checked as it
 * will be. A commit concerns the documents and pictures it adds or changes, and all of an event where it changes the
 * settings or takes something away that others may show or link to. Throws `UsageError` outside a git repository.
 */
export const readStaged = async (folder: string): Promise<Staged> => {
  // Git tells its hooks by variables where its index is, by paths from here: so this is where it is called.
  const here = process.cwd();
  const ask = async (...args: string[]): Promise<string> => (await git(here, args)).toString('utf8');
  try {
    const top = (await ask('rev-parse', '--show-toplevel')).trimEnd();
    const path = relative(await realpath(top), await realpath(folder))
      .split(sep)
      .join('/');
    if (path.startsWith('..'))
      throw new UsageError(`The content folder ${folder} is not part of the repository ${top}.`);
    const prefix = path === '' ? '' : `${path}/`;
    const tree = (await ask('write-tree')).trimEnd();
    const base = await ask('rev-parse', '--verify', '--quiet', 'HEAD^{tree}').catch(() => emptyTree(here));
    const changes = await ask(
      'diff-tree',
      '-r',
      '-z',
      '--no-renames',
      '--name-status',
      base.trimEnd(),
      tree,
      '--',
      `:(top)${path}`,
    );
    return { content: await readGitTree(here, tree, prefix), concerns: concernedBy(readChanges(changes, prefix)) };
  } catch (fault) {
    if (fault instanceof GitFault) throw new UsageError(`What is staged cannot be read: ${fault.message}`);
    throw fault;
  }
};

/** A first commit has nothing before it. */
const emptyTree = async (folder: string): Promise<string> => (await git(folder, ['mktree'])).toString('utf8');

/** A file that differs between two trees, by its path below the content folder; `D` says that it is gone. */
export type Change = { readonly status: string; readonly path: string };

/** Reads what `git diff-tree -z --name-status` prints of files below `prefix`. */
export const readChanges = (printed: string, prefix: string): readonly Change[] => {
  const parts = printed.split('\0');
  return Array.from({ length: Math.floor(parts.length / 2) }, (_, index) => ({
    status: parts[2 * index] ?? '',
    path: parts[2 * index + 1]?.slice(prefix.length) ?? '',
  }));
};

/** Which files changes concern: those that are there, and all of an event whose settings change or that loses something. */
export const concernedBy = (changes: readonly Change[]): ((file: string) => boolean) => {
  const files = new Set(changes.map(({ path }) => path));
  const events = new Set(
    changes
      .filter(({ status, path }) => status === 'D' || fileName(path) === 'event.md')
      .map(({ path }) => topFolder(path)),
  );
  return (file) => files.has(file) || (topFolder(file) !== undefined && events.has(topFolder(file)));
};
