import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { UnexpectedFault } from '../core/unexpected-fault.ts';
import { cacheFolder } from '../io/cache-folder.ts';
import { GitFault } from '../io/git.ts';
import type { Answer, Handled, RenderOrder, ThreadInput } from './event-renderer.ts';
import { showProgress } from './show-progress.ts';
import { slots } from './slots.ts';

/** Each takes the memory of an event; more than these have not been seen to be faster. */
const mostThreads = 4;

/**
 * Prints events by several threads, and gives what came of each to `collect`, in the order of the folders. Rejects with
 * the first error of a thread, when all have ended what they were at.
 */
export const renderByThreads = async <Result>(
  folders: readonly string[],
  input: ThreadInput<Result>,
  isWanted: () => boolean,
  collect: (folder: string, handled: Handled<Result>) => void,
): Promise<void> => {
  const count = Math.min(Math.max(availableParallelism(), 2), mostThreads, folders.length);
  const program = new URL('./render-worker.ts', import.meta.url);
  const env = { ...process.env, CACHE_DIR: cacheFolder() };
  const threads = Array.from({ length: count }, () => new Worker(program, { workerData: { ...input, slots }, env }));
  using progress = showProgress('Events', folders.length);
  const waiting = folders.entries();
  const handled: (Handled<Result> | undefined)[] = [];
  let collected = 0;
  let failed = false;
  const work = async (thread: Worker): Promise<void> => {
    for (const [index, folder] of waiting) {
      if (failed) return;
      handled[index] = await ask<Result>(thread, { folder, isWanted: isWanted() });
      progress.step();
      for (let next = handled[collected]; next; next = handled[collected]) {
        handled[collected] = undefined;
        collect(folders[collected] ?? '', next);
        collected += 1;
      }
    }
  };
  const fail = (fault: unknown): never => {
    failed = true;
    throw fault;
  };
  const worked = await Promise.allSettled(threads.map((thread) => work(thread).catch(fail)));
  await Promise.all(threads.map((thread) => thread.terminate()));
  for (const one of worked) if (one.status === 'rejected') throw one.reason;
};

const ask = async <Result>(thread: Worker, order: RenderOrder): Promise<Handled<Result>> => {
  thread.postMessage(order);
  const answer: Answer<Result> = (await once(thread, 'message'))[0];
  if (!('message' in answer)) return answer;
  const { name, message, stack } = answer;
  if (name === 'GitFault') throw new GitFault(message);
  if (name === 'UnexpectedFault') throw Object.assign(new UnexpectedFault(message), { stack });
  throw Object.assign(new Error(message), { name, ...(stack !== undefined && { stack }) });
};
