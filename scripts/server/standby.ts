import { setTimeout } from 'node:timers/promises';
import { beginPrinting } from '../press/begin-printing.ts';
import { keptCards } from '../press/kept-pictures.ts';
import { openContent } from '../publish/content-of.ts';
import { queueOf, type Site } from '../publish/site-folder.ts';
import { isEmpty, readQueue } from './queue.ts';

/** How long the record of a push may take once its check has ended, and how often one looks, in milliseconds. */
const patience = 2_000;
const pause = 5;

/**
 * Loads all that a publish needs while a push is still being checked by the process `checker`, and waits until the push is
 * recorded. Gives false where it is not: it was refused, or another publish has told of it already.
 */
export const awaitPush = async (site: Site, repo: string, checker: number): Promise<boolean> => {
  await getReady(repo);
  let end = Number.POSITIVE_INFINITY;
  while (performance.now() < end) {
    if (!isEmpty(readQueue(queueOf(site)))) return true;
    if (end === Number.POSITIVE_INFINITY && !isRunning(checker)) end = performance.now() + patience;
    await setTimeout(pause);
  }
  return false;
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

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    // EPERM: it runs, and belongs to somebody else.
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
};
