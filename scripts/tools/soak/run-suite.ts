import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Case, CaseResult, How, Suite } from './suite.ts';

/** A case that has been run. */
export type Ran = {
  readonly suite: string;
  readonly number: number;
  readonly seed: number;
  readonly name: string;
  readonly result: CaseResult;
};

/** Which cases are run, and how. */
export type RunOptions = How & {
  readonly seed: number;
  /** The numbers of the cases. */
  readonly numbers: readonly number[];
  /** How many run at a time. */
  readonly jobs: number;
  /** Where each case gets a folder of its own, which is gone when the case is over. */
  readonly folder: string;
  /** Leaves the folders, for a person to look into. */
  readonly isKept: boolean;
  /** Hears of each case as soon as it is over. */
  readonly onRan: (ran: Ran) => void;
};

/** Runs cases of a suite, all of them whatever comes of each, and gives what came of them in the order of their numbers. */
export const runSuite = async (suite: Suite, options: RunOptions): Promise<readonly Ran[]> => {
  const { numbers, jobs, seed, onRan } = options;
  const waiting = [...numbers];
  const all: Ran[] = [];
  const work = async (): Promise<void> => {
    for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
      // Not every case can be broken off.
      options.signal.throwIfAborted();
      const one = suite.caseOf(number, seed);
      const result = await runCase(one, join(options.folder, `${suite.name}-${number}`), options).catch((cause) => {
        throw new Error(`${suite.name} ${number} (${one.name}) could not be run`, { cause });
      });
      const ran = { suite: suite.name, number, seed, name: one.name, result };
      all.push(ran);
      onRan(ran);
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return all.sort((a, b) => a.number - b.number);
};

const runCase = async (one: Case, folder: string, how: How & Pick<RunOptions, 'isKept'>): Promise<CaseResult> => {
  await mkdir(folder);
  try {
    return await one.run(folder, how);
  } finally {
    if (!how.isKept) await rm(folder, { recursive: true, force: true });
  }
};
