import type { ContentPlace } from './content-source.ts';
import { GitFault, git } from './git.ts';

/**
 * The moment of a content folder, in milliseconds since 1970: the time of its commit, so that a commit is read alike whenever
 * it is read. Content on disk that is not committed as it is, or lies in no repository, is read by the clock.
 */
export const timeOfContent = async (place: ContentPlace): Promise<number> => (await commitTimeOf(place)) ?? Date.now();

/** The time of the commit that a content is of; `undefined` where it is not committed as it is. */
export const commitTimeOf = async (place: ContentPlace): Promise<number | undefined> => {
  if (place.kind === 'git') return timeOfCommit(place.folder, place.commit);
  try {
    return (await isCommitted(place.folder)) ? await timeOfCommit(place.folder, 'HEAD') : undefined;
  } catch (fault) {
    if (fault instanceof GitFault) return undefined;
    throw fault;
  }
};

/** The time of a commit, as the clock stood where it was made. Rejects with `GitFault` where there is no such commit. */
const timeOfCommit = async (folder: string, commit: string): Promise<number> => {
  const printed = await git(folder, ['show', '--no-patch', '--format=%ct', '--end-of-options', `${commit}^{commit}`]);
  return Number(printed.toString('utf8').trim()) * 1000;
};

/** Whether everything in a folder is as the last commit has it; what git ignores in it counts where it can be content. */
const isCommitted = async (folder: string): Promise<boolean> => {
  const printed = await git(folder, ['status', '--porcelain', '--ignored', '-z', '--', '.']);
  const lines = printed.toString('utf8').split('\0').filter(Boolean);
  return lines.every((line) => line.startsWith('!! ') && !/(?:\/|\.md|\.yml)$/.test(line));
};
