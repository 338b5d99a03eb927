import type { ContentPlace } from './content-source.ts';
import { GitFault, git } from './git.ts';
import { objectsOf } from './git-objects.ts';

/**
 * The moment of a content folder, in milliseconds since 1970: the time of its commit, so that a commit is read alike whenever
 * it is read. Content on disk that is not committed as it is, or lies in no repository, is read by the clock.
 */
export const timeOfContent = async (place: ContentPlace): Promise<number> => (await commitTimeOf(place)) ?? Date.now();

/** The time of the commit that a content is of; `undefined` where it is not committed as it is. */
export const commitTimeOf = async (place: ContentPlace): Promise<number | undefined> => {
  if (place.kind === 'git') return timeOfCommit(place.folder, place.commit);
  try {
    const [isWhole, time] = await Promise.all([isCommitted(place.folder), timeOfCommit(place.folder, 'HEAD')]);
    return isWhole ? time : undefined;
  } catch (fault) {
    if (fault instanceof GitFault) return undefined;
    throw fault;
  }
};

/** The time of a commit, as the clock stood where it was made. Rejects with `GitFault` where there is no such commit. */
const timeOfCommit = async (folder: string, commit: string): Promise<number> => {
  const [found] = await objectsOf(folder).read([`${commit}^{commit}`]);
  const [, seconds] = /^committer .* (\d+) [+-]\d+$/m.exec(found?.bytes.toString('utf8') ?? '') ?? [];
  if (seconds === undefined) throw new GitFault(`There is no commit ${commit}`);
  return Number(seconds) * 1000;
};

/** Whether everything in a folder is as the last commit has it; what git ignores in it counts where it can be content. */
const isCommitted = async (folder: string): Promise<boolean> => {
  const printed = await git(folder, ['status', '--porcelain', '--ignored', '-z', '--', '.']);
  const lines = printed.toString('utf8').split('\0').filter(Boolean);
  return lines.every((line) => line.startsWith('!! ') && !/(?:\/|\.md|\.yml)$/.test(line));
};
