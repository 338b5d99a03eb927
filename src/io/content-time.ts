import type { ContentPlace } from './content-source.ts';
import { GitFault, git } from './git.ts';
import { objectsOf } from './git-objects.ts';

/**
 * The moment of a content folder, in milliseconds since 1970: the time of its commit, so that a commit is read alike whenever
 * it is read. Content on disk that is not committed as it is, or lies in no repository, is read by the clock.
 */
export const timeOfContent = async (place: ContentPlace): Promise<number> =>
  (await commitOf(place))?.time ?? Date.now();

/** A commit: its id, and its time as the clock stood where it was made, in milliseconds since 1970. */
export type Commit = { readonly id: string; readonly time: number };

/** The commit that a content is of; `undefined` where it is not committed as it is. */
export const commitOf = async (place: ContentPlace): Promise<Commit | undefined> => {
  if (place.kind === 'git') return readCommit(place.folder, place.commit);
  try {
    const [isWhole, commit] = await Promise.all([isCommitted(place.folder), readCommit(place.folder, 'HEAD')]);
    return isWhole ? commit : undefined;
  } catch (fault) {
    if (fault instanceof GitFault) return undefined;
    throw fault;
  }
};

/** Rejects with `GitFault` where there is no such commit. */
const readCommit = async (folder: string, name: string): Promise<Commit> => {
  const [found] = await objectsOf(folder).read([`${name}^{commit}`]);
  const [, seconds] = /^committer .* (\d+) [+-]\d+$/m.exec(found?.bytes.toString('utf8') ?? '') ?? [];
  if (!found || seconds === undefined) throw new GitFault(`There is no commit ${name}`);
  return { id: found.id, time: Number(seconds) * 1000 };
};

/** Whether everything in a folder is as the last commit has it; what git ignores in it counts where it can be content. */
const isCommitted = async (folder: string): Promise<boolean> => {
  const printed = await git(folder, ['status', '--porcelain', '--ignored', '-z', '--', '.']);
  const lines = printed.toString('utf8').split('\0').filter(Boolean);
  return lines.every((line) => line.startsWith('!! ') && !/(?:\/|\.md|\.yml)$/.test(line));
};
