import { existsSync } from 'node:fs';
import { UsageError } from '../../core/usage-error.ts';
import { GitFault, git } from '../../io/git.ts';

/** The branch that is published: the one that was named, else that of a repository's `HEAD`. Throws `UsageError` where there is none. */
export const branchIn = async (repo: string, named?: string): Promise<string> => {
  if (named !== undefined) return checked(named);
  try {
    return (await git(repo, ['symbolic-ref', '--short', 'HEAD'])).toString('utf8').trim();
  } catch (fault) {
    if (!(fault instanceof GitFault)) throw fault;
    throw new UsageError(
      `HEAD of ${repo} names no branch: say with --branch which one is published. (${fault.message})`,
    );
  }
};

/** The same for a mirror, which need not be there yet: then `HEAD` of the other repository says it, or it is `main`. */
export const branchOfMirror = async (repo: string, from: string, named?: string): Promise<string> => {
  if (named !== undefined || existsSync(repo)) return branchIn(repo, named);
  const said = (await git('.', ['ls-remote', '--symref', '--', from, 'HEAD'])).toString('utf8');
  return /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(said)?.[1] ?? 'main';
};

const checked = async (named: string): Promise<string> => {
  try {
    await git('.', ['check-ref-format', `refs/heads/${named}`]);
  } catch (fault) {
    if (fault instanceof GitFault)
      throw new UsageError(`Unexpected "${named}" in --branch, expected a branch such as main.`);
    throw fault;
  }
  if (!named.startsWith('refs/')) return named;
  throw new UsageError(`Unexpected "${named}" in --branch, expected it without refs/heads/.`);
};
