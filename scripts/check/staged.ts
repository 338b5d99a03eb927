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
    return { content: await readGitTree(here, tree, prefix), concerns: concernedBy(changes, prefix) };
  } catch (fault) {
    if (fault instanceof GitFault) throw new UsageError(`What is staged cannot be read: ${fault.message}`);
    throw fault;
  }
};

/** A first commit has nothing before it. */
const emptyTree = async (folder: string): Promise<string> => (await git(folder, ['mktree'])).toString('utf8');

const concernedBy = (changes: string, prefix: string): ((file: string) => boolean) => {
  const files = new Set<string>();
  const events = new Set<string>();
  const parts = changes.split('\0');
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [status, path = ''] = [parts[index], parts[index + 1]?.slice(prefix.length)];
    const event = topFolder(path);
    if (event !== undefined && (status === 'D' || fileName(path) === 'event.md')) events.add(event);
    files.add(path);
  }
  return (file) => files.has(file) || events.has(topFolder(file) ?? '');
};
