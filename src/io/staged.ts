import { realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileName, folderOf, topFolder } from '../core/content-files.ts';
import { UsageError } from '../core/usage-error.ts';
import { GitFault, git } from './git.ts';
import type { Content } from './read-content.ts';
import { readGitTree } from './read-git-tree.ts';

/** The content of a folder as the next commit will hold it, and which of its files that commit concerns. */
type Staged = {
  /** The content folder in this work tree, as an absolute path; it need not be there. */
  readonly folder: string;
  readonly content: Content;
  readonly concerns: (file: string) => boolean;
};

/**
 * Reads what is staged of a content folder: the index that git names while it commits, so that a commit of some files only
 * is checked as it will be. A commit concerns the documents and pictures it adds or changes, and all of an event where it
 * changes the settings or takes something away that others may show or link to. Throws `UsageError` outside a git
 * repository.
 */
export const readStaged = (folder: string): Promise<Staged> =>
  explainGit(async () => {
    const index = await readIndex();
    const path = pathBelow(index.top, await realpath(folder));
    if (path.startsWith('..'))
      throw new UsageError(`The content folder ${folder} is not part of the repository ${index.top}.`);
    const prefix = path === '' ? '' : `${path}/`;
    return { ...(await readBelow(index, prefix, await changesBelow(index, prefix))), folder };
  });

/**
 * Reads what is staged in the work tree in which git commits: of the content folder at a path below its top (`.` for the
 * top itself), and of every other folder with a `site.yml` and events. Those of which the commit changes nothing are left
 * out. Throws `UsageError` outside a git repository.
 */
export const readStagedFolders = (path: string): Promise<readonly Staged[]> =>
  explainGit(async () => {
    const index = await readIndex();
    const staged: Staged[] = [];
    for (const prefix of await contentFolders(path === '.' ? '' : `${path}/`, index)) {
      const changes = await changesBelow(index, prefix);
      if (changes.length > 0) staged.push(await readBelow(index, prefix, changes));
    }
    return staged;
  });

/** What is staged in the repository around the working directory, as a tree, and what the last commit has. */
type Index = { readonly top: string; readonly tree: string; readonly base: string };

// Git tells its hooks by variables where its index is, by paths from here: so this is where it is called.
const ask = async (...args: string[]): Promise<string> => (await git(process.cwd(), args)).toString('utf8');

const readIndex = async (): Promise<Index> => ({
  top: await realpath((await ask('rev-parse', '--show-toplevel')).trimEnd()),
  tree: (await ask('write-tree')).trimEnd(),
  base: (await ask('rev-parse', '--verify', '--quiet', 'HEAD^{tree}').catch(() => ask('mktree'))).trimEnd(),
});

const changesBelow = async ({ base, tree }: Index, prefix: string): Promise<readonly StagedChange[]> => {
  const args = ['-r', '-z', '--no-renames', '--name-status', base, tree, '--', `:(top,literal)${prefix}`];
  return readChanges(await ask('diff-tree', ...args), prefix);
};

const readBelow = async ({ top, tree }: Index, prefix: string, changes: readonly StagedChange[]): Promise<Staged> => ({
  folder: join(top, prefix),
  content: await readGitTree(process.cwd(), tree, prefix),
  concerns: concernedBy(changes),
});

/**
 * The paths of the content folders in the index, with a slash at their ends: `own`, unless this work tree has it elsewhere
 * or no longer, and those that have a `site.yml` and events. None lies in another.
 */
const contentFolders = async (own: string, { base }: Index): Promise<readonly string[]> => {
  const settings = await listFiles(':(top,glob)**/site.yml', ':(top,glob)**/event.md');
  const events = new Set(settings.filter((file) => fileName(file) === 'event.md').map((file) => above(folderOf(file))));
  const sites = settings.filter((file) => fileName(file) === 'site.yml').map(above);
  const found = sites.filter((folder) => folder !== own && events.has(folder));
  const isOwn = sites.includes(own) || found.length === 0 || (await isIn(base, `${own}site.yml`));
  const all = isOwn && (await hasFiles(own)) ? [own, ...found] : found;
  return all.filter((folder) => !all.some((other) => folder !== other && folder.startsWith(other)));
};

/** The path of the folder in which something lies. */
const above = (path: string): string => (folderOf(path) === '' ? '' : `${folderOf(path)}/`);

const isIn = async (tree: string, path: string): Promise<boolean> =>
  (await ask('ls-tree', '--full-tree', tree, '--', path)) !== '';

// What is gone as a whole was moved or removed: there is nothing in it to check.
const hasFiles = async (prefix: string): Promise<boolean> =>
  (await listFiles(prefix === '' ? ':(top)' : `:(top,literal)${prefix}`)).length > 0;

const listFiles = async (...patterns: string[]): Promise<readonly string[]> =>
  (await ask('ls-files', '-z', '--full-name', '--', ...patterns)).split('\0').filter((file) => file !== '');

const pathBelow = (top: string, folder: string): string => relative(top, folder).split(sep).join('/');

const explainGit = async <T>(read: () => Promise<T>): Promise<T> => {
  try {
    return await read();
  } catch (fault) {
    if (fault instanceof GitFault) throw new UsageError(`What is staged cannot be read: ${fault.message}`);
    throw fault;
  }
};

/** A file that differs between two trees, by its path below the content folder; `D` says that it is gone. */
export type StagedChange = { readonly status: string; readonly path: string };

/** Reads what `git diff-tree -z --name-status` prints of files below `prefix`. */
export const readChanges = (printed: string, prefix: string): readonly StagedChange[] => {
  const parts = printed.split('\0');
  return Array.from({ length: Math.floor(parts.length / 2) }, (_, index) => ({
    status: parts[2 * index] ?? '',
    path: parts[2 * index + 1]?.slice(prefix.length) ?? '',
  }));
};

/** Which files changes concern: those that are there, and all of an event whose settings change or that loses something. */
export const concernedBy = (changes: readonly StagedChange[]): ((file: string) => boolean) => {
  // With the folders above them: one that is named like a document is reported itself, and not what lies in it.
  const files = new Set(changes.flatMap(({ path }) => withFolders(path)));
  const events = new Set(
    changes
      .filter(({ status, path }) => status === 'D' || fileName(path) === 'event.md')
      .map(({ path }) => topFolder(path)),
  );
  return (file) => files.has(file) || (topFolder(file) !== undefined && events.has(topFolder(file)));
};

const withFolders = (path: string): readonly string[] => {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
};
