import module from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { UnexpectedFault } from '../core/unexpected-fault.ts';
import { cacheFolder } from '../io/cache-folder.ts';
import { GitFault } from '../io/git.ts';
import type { Answer, EventRenderer, Handled, RenderOrder, ThreadInput } from './event-renderer.ts';
import { showProgress } from './show-progress.ts';
import { slots } from './slots.ts';

/** Of so many files it is known that they take longer than another thread takes to get ready. */
const muchWork = 500;

/** Each takes the memory of an event; more than these have not been seen to be faster. */
const mostThreads = 4;

/** Who takes what came of each event, and how many milliseconds this thread works alone. */
type Collector<Result> = {
  readonly patience: number;
  readonly isWanted: () => boolean;
  readonly collect: (folder: string, handled: Handled<Result>) => void;
};

/** Events by their folders, each with its weight. */
export type WeighedFolders = readonly (readonly [folder: string, weight: number])[];

/**
 * Prints events in this thread, by what `getReady` gives, and in others, and gives what came of each to `collect`, in the order of
 * the folders. The heaviest are made first, so that none is left over for one thread at the end. Rejects with the first error of
 * a thread, when all have ended what they were at.
 */
export const renderByThreads = async <Result>(
  folders: WeighedFolders,
  input: ThreadInput<Result>,
  getReady: () => Promise<EventRenderer<Result>>,
  { isWanted, collect, patience }: Collector<Result>,
): Promise<void> => {
  using progress = showProgress('Events', folders.length);
  const order = [...folders.entries()]
    .sort(([, a], [, b]) => b[1] - a[1])
    .map(([index, [folder]]) => ({ index, folder }));
  const handled: (Handled<Result> | undefined)[] = [];
  let [asked, collected, failed] = [0, 0, false];
  const work = async (print: EventRenderer<Result>, most: number): Promise<void> => {
    for (let one = order[asked]; one && !failed && asked < most; one = order[asked]) {
      const { index, folder } = one;
      asked += 1;
      handled[index] = await print(folder, isWanted());
      progress.step();
      for (let next = handled[collected]; next; next = handled[collected]) {
        handled[collected] = undefined;
        collect(folders[collected]?.[0] ?? '', next);
        collected += 1;
      }
    }
  };
  const fail = (fault: unknown): never => {
    failed = true;
    throw fault;
  };
  const threads: Thread<Result>[] = [];
  const helping: Promise<void>[] = [];
  const getHelp = (): void => {
    const count = Math.min(Math.max(availableParallelism(), 2), mostThreads, folders.length - Math.max(asked, 1) + 1);
    for (let number = 1; number < count && !failed; number += 1) {
      const thread = startThread(input);
      threads.push(thread);
      helping.push(work(thread.print, order.length).catch(fail));
      // This thread may be at an event of its own when that one has ended one: so it has been asked for the next already,
      // except for the last of all, and for the heaviest, of which each thread has one.
      helping.push(ready.then(() => work(thread.print, order.length - 2 * count)).catch(fail));
    }
  };
  const ready = getReady();
  const here = ready.then((print) => work(print, order.length)).catch(fail);
  const weight = folders.reduce((sum, one) => sum + one[1], 0);
  const isLong = weight >= muchWork && Number.isFinite(patience);
  if (isLong) getHelp();
  const timer = isLong || !Number.isFinite(patience) ? undefined : setTimeout(getHelp, patience);
  const alone = await Promise.allSettled([here]);
  clearTimeout(timer);
  const worked = [...alone, ...(await Promise.allSettled(helping))];
  await Promise.all(threads.map(({ end }) => end()));
  for (const one of worked) if (one.status === 'rejected') throw one.reason;
};

type Thread<Result> = { readonly print: EventRenderer<Result>; readonly end: () => Promise<number> };

/** Starts a thread that prints the events it is asked for, one after the other. */
const startThread = <Result>(input: ThreadInput<Result>): Thread<Result> => {
  const program = new URL('./render-worker.ts', import.meta.url);
  // What Node has compiled once is kept for this thread alone, unless the environment of another names the folder.
  // Node 20 does not have it: a module that imports it by name would not load there.
  const compiled = module.getCompileCacheDir?.();
  const env = { ...process.env, CACHE_DIR: cacheFolder(), ...(compiled && { NODE_COMPILE_CACHE: dirname(compiled) }) };
  const worker = new Worker(program, { workerData: { ...input, slots }, env });
  const waiting: { resolve: (answer: Answer<Result>) => void; reject: (fault: unknown) => void }[] = [];
  worker.on('message', (answer: Answer<Result>) => waiting.shift()?.resolve(answer));
  worker.on('error', (fault) => {
    for (const { reject } of waiting.splice(0)) reject(fault);
  });
  const print: EventRenderer<Result> = async (folder, isWanted) => {
    worker.postMessage({ folder, isWanted } satisfies RenderOrder);
    return handledIn(await new Promise<Answer<Result>>((resolve, reject) => waiting.push({ resolve, reject })));
  };
  return { print, end: () => worker.terminate() };
};

const handledIn = <Result>(answer: Answer<Result>): Handled<Result> => {
  if (!('message' in answer)) return answer;
  const { name, message, stack } = answer;
  if (name === 'GitFault') throw new GitFault(message);
  if (name === 'UnexpectedFault') throw Object.assign(new UnexpectedFault(message), { stack });
  throw Object.assign(new Error(message), { name, ...(stack !== undefined && { stack }) });
};
