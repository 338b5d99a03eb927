import { realpath } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { UsageError } from '../core/usage-error.ts';
import { type ContentSource, diskSource, gitSource } from '../io/content-source.ts';
import { GitFault, git } from '../io/git.ts';
import { objectsOf } from '../io/git-objects.ts';
import { contentFolder } from '../io/settings.ts';

/** The content that is published: of a commit, or as it is on disk. */
export type PublishedContent = { readonly source: ContentSource; readonly commit?: string };

/** Where it is taken from. */
export type ContentChoice = {
  /** A git repository with the content below `content/`; otherwise the content folder of here. */
  readonly repo?: string;
  /** The commit or branch, `HEAD` if nothing is said. */
  readonly commit?: string;
  /** Whether files are taken as they are on disk, committed or not. */
  readonly disk: boolean;
};

/** Opens what is to be published. Throws `UsageError` where there is no such commit. */
export const openContent = async ({
  repo,
  commit: wanted = 'HEAD',
  disk,
}: ContentChoice): Promise<PublishedContent> => {
  if (repo !== undefined) return atCommit(repo, wanted, 'content/');
  const folder = await contentFolder();
  if (disk) return { source: await diskSource(folder) };
  const top = await topOf(folder);
  const path = relative(top, await realpath(folder))
    .split(sep)
    .join('/');
  return atCommit(folder, wanted, path === '' ? '' : `${path}/`);
};

const atCommit = async (folder: string, wanted: string, prefix: string): Promise<PublishedContent> => {
  try {
    const [found] = await objectsOf(folder).read([`${wanted}^{commit}`]);
    if (!found) throw new GitFault('git knows no such commit');
    return { source: await gitSource(folder, found.id, prefix), commit: found.id };
  } catch (fault) {
    if (!(fault instanceof GitFault)) throw fault;
    throw new UsageError(`There is no commit "${wanted}" in ${folder} to publish: ${fault.message}`);
  }
};

const topOf = async (folder: string): Promise<string> => {
  try {
    return await realpath((await git(folder, ['rev-parse', '--show-toplevel'])).toString('utf8').trimEnd());
  } catch (fault) {
    if (!(fault instanceof GitFault)) throw fault;
    throw new UsageError(
      `The content folder ${folder} is in no git repository: commit it to one, or take it as it is with --disk.`,
    );
  }
};
