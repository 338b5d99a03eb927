import { existsSync, type FSWatcher, watch } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { beginRendering } from '../../templates/begin-rendering.ts';
import { renderPages } from '../../templates/event-renderer.ts';
import { programKeys } from '../../templates/program.ts';
import { openContent } from '../content-of.ts';
import { previousOf } from '../previous.ts';
import { removeDiscarded } from '../prune.ts';
import { publishedLedger } from '../published-ledger.ts';
import { openSiteFolder, type PublishedSite, queueOf, siteAt } from '../site-folder.ts';
import { answerRequests, openRequests } from './check-requests.ts';
import { publishBranch } from './publish-branch.ts';
import { isQueueEmpty, readQueue } from './queue.ts';
import { markStandby, type StandbyMark } from './standby-mark.ts';

/** How long a process stands by, in milliseconds: what it has loaded and compiled makes the next publish fast. */
const stay = 10 * 60_000;

/** A process that has made very many pages gives its memory back instead, in bytes. */
const large = 400e6;

/** How often one looks again where the system does not tell of a new record, in milliseconds. */
const pause = 100;

/** Which branch is published, and whether the push is still being checked. */
type StandbyOptions = { readonly branch: string; readonly ahead?: boolean };

/**
 * Publishes what has been pushed, and stands by for the next push. Started `ahead`, while a push is being checked, it has
 * nothing to publish yet: it loads all that a publish needs, and stands by for this push, or for a better one where this
 * is refused. Gives false where something was not published; then nobody stands by, and the next hook starts a new process.
 */
export const publishAndStandBy = async (
  repo: string,
  folder: string,
  { branch, ahead = false }: StandbyOptions,
): Promise<boolean> => {
  // On a busy machine it may have been removed since the hook started this process, and must not come back.
  if (!existsSync(siteAt(folder).releases)) return true;
  const site = openSiteFolder(folder);
  using mark = markStandby(site);
  let isLarge = false;
  const publish = async (): Promise<boolean> => {
    const published = await publishBranch(repo, site, { branch, whenRecorded: true });
    // Now nobody waits for it; in the next publish somebody would.
    if (published) readAhead(site);
    void removeDiscarded(site);
    globalThis.gc?.();
    isLarge = process.memoryUsage.rss() > large;
    return published;
  };
  if (ahead) await getReady(repo);
  else if (!(await publish())) return false;
  const { program } = programKeys();
  // Whoever finds another program in its place leaves the rest to that: the hooks look after it.
  const isCurrent = (): boolean => program === programKeys().program;
  const answer = () => answerRequests({ repo, branch, site }, isCurrent);
  while (!isLarge && (await awaitRecord(site, whileStaying(mark), answer))) {
    if (!isCurrent()) return true;
    if (!(await publish())) return false;
  }
  return true;
};

const whileStaying = (mark: StandbyMark): (() => boolean) => {
  const end = performance.now() + stay;
  return () => performance.now() < end && mark.isMine();
};

/** Waits for the record of a push as long as `goesOn`, and answers meanwhile what hooks ask. */
export const awaitRecord = async (
  site: PublishedSite,
  goesOn: () => boolean,
  answer = async (): Promise<void> => {},
): Promise<boolean> => {
  using requests = openRequests(site);
  let wake = (): void => {};
  const watchers = [queueOf(site), requests.folder].map((folder) => watchIfPossible(folder, () => wake()));
  try {
    while (goesOn()) {
      // What comes while this looks wakes it, too.
      const reported = new Promise<void>((resolve) => {
        wake = resolve;
      });
      if (!isQueueEmpty(readQueue(queueOf(site)))) return true;
      await answer();
      await Promise.race([reported, setTimeout(pause)]);
    }
    return false;
  } finally {
    for (const watcher of watchers) watcher?.close();
  }
};

/** The folder of records may not be there yet, and a system may watch no more folders: then one looks now and then. */
const watchIfPossible = (folder: string, onChange: () => void): FSWatcher | undefined => {
  try {
    return watch(folder, onChange).on('error', onChange);
  } catch {
    return undefined;
  }
};

/** Reads what the next publish compares with. That will report what is wrong with it. */
const readAhead = (site: PublishedSite): void => {
  try {
    publishedLedger(site, previousOf(site)?.release);
  } catch {
    // It is read again.
  }
};

/** Prepares as for what readers see now. The publish itself will report what is wrong with that. */
const getReady = async (repo: string): Promise<void> => {
  try {
    const rendering = await beginRendering((await openContent({ repo, commit: 'HEAD', disk: false })).source);
    await (await rendering.templates()).loadPages();
    // The first pages take ten times as long as the next ones: these are made for nobody.
    await renderPages(rendering, new Map(), { events: [] });
  } catch {
    // The repository may be empty still.
  }
};
