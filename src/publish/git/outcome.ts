import { git } from '../../io/git.ts';
import type { Push } from './queue.ts';

/** The release that readers see, and the commit that it was made from. */
export type Outcome = { readonly release: string; readonly built: string };

/** So far back in the history of a commit it is looked whether it holds another: no burst of pushes is as long. */
const depth = 1000;

/** What has become of pushes, in words, in their order; without an outcome nothing was published. */
export const outcomesOf = async (
  repo: string,
  pushes: readonly Push[],
  outcome: Outcome | undefined,
): Promise<readonly string[]> => {
  if (!outcome) return pushes.map((push) => `${nameOf(push)} is not published; readers see the earlier release`);
  const { release, built } = outcome;
  const isMerged = pushes.every((push) => push.new === built) ? new Set([built]) : await historyOf(repo, built);
  return pushes.map((push) => {
    if (push.new === built) return `${nameOf(push)} is live in ${release}`;
    if (isMerged.has(push.new)) return `${nameOf(push)} is live in ${release}, merged with ${short(built)}`;
    return `${nameOf(push)} is replaced by ${short(built)}, which is live in ${release}`;
  });
};

const historyOf = async (repo: string, commit: string): Promise<ReadonlySet<string>> => {
  const list = await git(repo, ['rev-list', `--max-count=${depth}`, commit]);
  return new Set(list.toString('utf8').split('\n'));
};

const nameOf = ({ old, new: commit, time, who }: Push): string =>
  `push ${short(old)}..${short(commit)} of ${time} by ${who}`;

const short = (id: string): string => id.slice(0, 8);
