import { rmSync, writeFileSync } from 'node:fs';
import { UsageError } from '../../core/usage-error.ts';
import { openContent, type PublishedContent } from '../content-of.ts';
import { takeTurn } from '../lock.ts';
import { pruneOrWarn } from '../prune.ts';
import { describeFault } from '../publish-fault.ts';
import { publishSite } from '../publish-site.ts';
import { reportOf } from '../report-published.ts';
import { failedOf, logOf, type PublishedSite, queueOf } from '../site-folder.ts';
import { type HubNews, tellHub } from '../tell-hub.ts';
import { mayLose } from './check-push.ts';
import { appendLog, inOneLine } from './log.ts';
import { type Outcome, outcomesOf } from './outcome.ts';
import { isQueueEmpty, type Queue, readQueue, removeRecords } from './queue.ts';

/** How many releases a server keeps for a rollback. */
const keep = 10;

/** Where a branch is published, and whether only what has been recorded is a reason to. */
type BranchOptions = { readonly branch: string; readonly whenRecorded?: boolean };

/**
 * Publishes what the branch holds when the turn has come, and says in the log, for each push that was recorded by then,
 * which release has it. Gives false where it was not published, and true also where somebody else does it. Whatever fails
 * is reported in the log, and the next push learns of it.
 */
export const publishBranch = async (repo: string, site: PublishedSite, options: BranchOptions): Promise<boolean> => {
  try {
    const { isPublished, news } = await publishInTurn(repo, site, options);
    // Nobody waits for the hub: the next publish may go on.
    const unheard = news && (await tellHub(news));
    if (unheard) appendLog(logOf(site), unheard);
    return isPublished;
  } catch (fault) {
    reportFault(site, fault);
    return false;
  }
};

const publishInTurn = async (
  repo: string,
  site: PublishedSite,
  { branch, whenRecorded = false }: BranchOptions,
): Promise<{ readonly isPublished: boolean; readonly news?: HubNews }> => {
  using turn = await takeTurn(site);
  if (!turn) return { isPublished: true };
  const say = (text: string): void => appendLog(logOf(site), text);
  // First the records, then the branch: it holds by then whatever a record speaks of.
  const queue = readQueue(queueOf(site));
  if (whenRecorded && isQueueEmpty(queue)) return { isPublished: true };
  const { length } = queue.pushes;
  say(`begin ${process.pid} for ${length === 1 ? '1 push' : `${length} pushes`}`);
  try {
    const { release, built, why, news } = await publishNewest(site, repo, branch, say);
    await reportPushes(repo, queue, release === undefined ? undefined : { release, built }, say);
    removeRecords(queueOf(site), queue);
    noteOutcome(site, why);
    pruneOrWarn(site, keep);
    return { isPublished: release !== undefined, ...(news && { news }) };
  } catch (fault) {
    // It is not the content that is wrong. The records stay: the next publish reports what becomes of them.
    reportFault(site, fault);
    for (const text of await outcomesOf(repo, queue.pushes, undefined))
      say(`${text}; it is tried again with the next push`);
    return { isPublished: false };
  } finally {
    say(`end ${process.pid}`);
  }
};

/** Says in the log why a publish has failed, and leaves word for the next push. */
export const reportFault = (site: PublishedSite, fault: unknown): void => {
  const text = describeFault(fault);
  appendLog(logOf(site), text);
  noteOutcome(site, text);
};

/** Leaves word for the next push why this publish has failed, or that it has not. */
const noteOutcome = (site: PublishedSite, why: string | undefined): void => {
  try {
    if (why === undefined) rmSync(failedOf(site), { force: true });
    else writeFileSync(failedOf(site), `${inOneLine(why)}\n`);
  } catch {
    // Where not even this can be written, the log has said so.
  }
};

/** Which release readers see now; or why what the branch holds is not fit for them. */
type Newest = { readonly release?: string; readonly built: string; readonly why?: string; readonly news?: HubNews };

const publishNewest = async (
  site: PublishedSite,
  repo: string,
  branch: string,
  say: (text: string) => void,
): Promise<Newest> => {
  const started = performance.now();
  const content = await contentOf(repo, branch);
  if (!content) {
    const why = `The branch ${branch} is gone from ${repo}. Push it again, or remove the site's folder to take it down.`;
    say(why);
    return { built: '', why };
  }
  const now = Temporal.Now.instant().toString({ smallestUnit: 'millisecond' });
  const published = await publishSite(site, content, { now, mayLose: () => mayLose(repo) });
  const report = reportOf(published, performance.now() - started, {
    letGo: `git -C ${repo} config recapsule.allowLost true, then push again`,
    publish: `recapsule publish --repo ${repo} --site ${site.folder}`,
  });
  say(report);
  const built = content.commit ?? '';
  const { news } = published.kind === 'live' ? published : {};
  return 'release' in published ? { built, release: published.release, ...(news && { news }) } : { built, why: report };
};

/** The newest content of a branch, or nothing where the branch is gone. */
const contentOf = async (repo: string, branch: string): Promise<PublishedContent | undefined> => {
  try {
    return await openContent({ repo, commit: `refs/heads/${branch}`, disk: false });
  } catch (fault) {
    if (fault instanceof UsageError) return undefined;
    throw fault;
  }
};

const reportPushes = async (
  repo: string,
  { pushes, unreadable }: Queue,
  outcome: Outcome | undefined,
  say: (text: string) => void,
): Promise<void> => {
  for (const text of await outcomesOf(repo, pushes, outcome)) say(text);
  for (const record of unreadable) say(`${record} in the queue is no record of a push, and is removed`);
};
