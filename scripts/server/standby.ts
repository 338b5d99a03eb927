import { type FSWatcher, watch } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { beginPrinting } from '../press/begin-printing.ts';
import { keptCards } from '../press/kept-pictures.ts';
import { pressKeys } from '../press/press-key.ts';
import { openContent } from '../publish/content-of.ts';
import { openSite, queueOf, type Site } from '../publish/site-folder.ts';
import { publishBranch } from './publish-branch.ts';
import { isEmpty, readQueue } from './queue.ts';
import { isRunning, markStandby, type StandbyMark } from './standby-mark.ts';

/** How long the record of a push may take once its check has ended, in milliseconds. */
const patience = 2_000;

/** How long a process stands by after a publish, in milliseconds: what it has loaded and compiled makes the next one fast. */
const stay = 10 * 60_000;

/** A process that has made very many pages gives its memory back instead, in bytes. */
const large = 400e6;

/** How often one looks again where the system does not tell of a new record, in milliseconds. */
const pause = 100;

/** Which branch is published, and the process that still checks a push, if there is one to be waited for. */
export type StandbyOptions = { readonly branch: string; readonly checker?: number };

/**
 * Publishes what has been pushed, and stands by for the next push. With a `checker` nothing has been recorded yet: all that
 * a publish needs is loaded meanwhile, and nothing is done where the push is refused. Gives false where something was not
 * published; then nobody stands by, and the next hook starts a new process.
 */
export const publishAndStandBy = async (
  repo: string,
  folder: string,
  { branch, checker }: StandbyOptions,
): Promise<boolean> => {
  const site = openSite(folder);
  using mark = markStandby(site);
  if (checker !== undefined) {
    await getReady(repo);
    if (!(await awaitRecord(site, whileChecking(checker)))) return true;
  }
  let program: string | undefined;
  do {
    if (!(await publishBranch(repo, folder, { branch, whenRecorded: true }))) return false;
    program ??= pressKeys().program;
    // Now nobody waits for it; in the next publish somebody would.
    globalThis.gc?.();
    if (process.memoryUsage.rss() > large || !(await awaitRecord(site, whileStaying(mark)))) return true;
    // Whoever finds another program in its place leaves the record to that: the hook looks after it.
  } while (program === pressKeys().program);
  return true;
};

/** Waits for the record of a push as long as `goesOn`. */
export const awaitRecord = async (site: Site, goesOn: () => boolean): Promise<boolean> => {
  let wake = (): void => {};
  const watcher = watchIfPossible(queueOf(site), () => wake());
  try {
    while (goesOn()) {
      if (!isEmpty(readQueue(queueOf(site)))) return true;
      const told = new Promise<void>((resolve) => {
        wake = resolve;
      });
      await Promise.race([told, setTimeout(pause)]);
    }
    return false;
  } finally {
    watcher?.close();
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

/** While a push is being checked, and until its record is overdue: it was refused, or another publish has told of it. */
export const whileChecking = (checker: number): (() => boolean) => {
  let end = Number.POSITIVE_INFINITY;
  return () => {
    if (end === Number.POSITIVE_INFINITY && !isRunning(checker)) end = performance.now() + patience;
    return performance.now() < end;
  };
};

const whileStaying = (mark: StandbyMark): (() => boolean) => {
  const end = performance.now() + stay;
  return () => performance.now() < end && mark.isMine();
};

/** Prepares as for what readers see now. What is wrong with that will be told by the publish itself. */
const getReady = async (repo: string): Promise<void> => {
  try {
    const { source, press, options } = await beginPrinting(
      (await openContent({ repo, commit: 'HEAD', disk: false })).source,
    );
    await press.loadPages();
    // The first pages take ten times as long as the next ones: these are made for nobody.
    await press.printArchive(source.top, [], options, keptCards());
  } catch {
    // The repository may be empty still.
  }
};
