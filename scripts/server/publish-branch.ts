import { openContent } from '../publish/content-of.ts';
import { takeTurn } from '../publish/lock.ts';
import { pruneOrWarn } from '../publish/prune.ts';
import { PublishFault } from '../publish/publish-fault.ts';
import { type Published, publishSite } from '../publish/publish-site.ts';
import { reportOf } from '../publish/report-published.ts';
import { logOf, openSite, queueOf } from '../publish/site-folder.ts';
import { UsageError } from '../usage-error.ts';
import { mayLose } from './check-push.ts';
import { appendLog } from './log.ts';
import { type Push, readQueue, removePushes } from './queue.ts';

/** How many releases a server keeps for a rollback. */
const keep = 10;

/**
 * Publishes what the branch holds when the turn has come, and tells in the log, for each push that was recorded by then,
 * which release has it. Gives false where it was not published, and true also where somebody else will do it.
 */
export const publishBranch = async (repo: string, folder: string, branch: string): Promise<boolean> => {
  const site = openSite(folder);
  using turn = await takeTurn(site);
  if (!turn) return true;
  const say = (text: string): void => appendLog(logOf(site), text);
  const started = performance.now();
  // First the records, then the branch: it holds by then whatever a record speaks of.
  const pushes = readQueue(queueOf(site));
  say(`begin ${process.pid} for ${pushes.length === 1 ? '1 push' : `${pushes.length} pushes`}`);
  try {
    const content = await openContent({ repo, commit: `refs/heads/${branch}`, disk: false });
    const now = Temporal.Now.instant().toString({ smallestUnit: 'millisecond' });
    const published = await publishSite(site, content, { now, allowLost: await mayLose(repo) });
    say(reportOf(published, performance.now() - started));
    for (const push of pushes) say(outcomeOf(push, published, content.commit ?? ''));
    removePushes(queueOf(site), pushes);
    pruneOrWarn(site, keep);
    return 'release' in published;
  } catch (fault) {
    // Their records stay: the next publish tells what becomes of them.
    if (!(fault instanceof PublishFault || fault instanceof UsageError)) throw fault;
    say(fault.message);
    return false;
  } finally {
    say(`end ${process.pid}`);
  }
};

const outcomeOf = ({ old, new: commit, who }: Push, published: Published, built: string): string => {
  const push = `push ${short(old)}..${short(commit)} by ${who}`;
  if (!('release' in published)) return `${push} is not published; readers see the earlier release`;
  return `${push} is live in ${published.release}${commit === built ? '' : `, merged with ${short(built)}`}`;
};

const short = (id: string): string => id.slice(0, 8);
