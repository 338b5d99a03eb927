import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../testing/temporary-content.ts';
import { type Ran, type RunOptions, runSuite } from './run-suite.ts';
import type { CaseResult, Suite } from './suite.ts';

const parent = temporaryFolder();
const fine: CaseResult = { outcome: 'fine', seconds: 1, peak: 1, faults: [], said: '' };

/** A suite of which every third case has a fault. */
const suite = (during: (folder: string) => Promise<void> = async () => {}): Suite => ({
  name: 'thirds',
  about: 'every third fails',
  runs: 9,
  caseOf: (number, seed) => ({
    name: `case ${number} of ${seed}`,
    run: async (folder) => {
      await during(folder);
      return number % 3 === 0 ? { ...fine, outcome: 'bad', faults: ['It is a third.'] } : fine;
    },
  }),
});

const options = (fields: Partial<RunOptions> = {}): RunOptions => ({
  limits: { seconds: 1, memory: 1 },
  signal: new AbortController().signal,
  seed: 5,
  numbers: [1, 2, 3, 4, 5, 6],
  jobs: 2,
  folder: parent,
  isKept: false,
  onRan: () => {},
  ...fields,
});

it('runs every case although some have faults, and tells each', async () => {
  const reported: Ran[] = [];
  const all = await runSuite(suite(), options({ onRan: (ran) => reported.push(ran) }));
  expect(all.map(({ number, name, result }) => [number, name, result.outcome])).toEqual([
    [1, 'case 1 of 5', 'fine'],
    [2, 'case 2 of 5', 'fine'],
    [3, 'case 3 of 5', 'bad'],
    [4, 'case 4 of 5', 'fine'],
    [5, 'case 5 of 5', 'fine'],
    [6, 'case 6 of 5', 'bad'],
  ]);
  expect(reported).toHaveLength(6);
});

it('runs so many at a time, each in an empty folder of its own, which is gone afterwards', async () => {
  const folders: string[] = [];
  let [running, most] = [0, 0];
  const during = async (folder: string): Promise<void> => {
    folders.push(folder);
    most = Math.max(most, ++running);
    await writeFile(join(folder, 'x'), 'x');
    await new Promise((resolve) => setTimeout(resolve, 20));
    running -= 1;
  };
  await runSuite(suite(during), options({ jobs: 3 }));
  expect(most).toBe(3);
  expect(new Set(folders).size).toBe(6);
  expect(folders.filter((folder) => existsSync(folder))).toEqual([]);
});

it('leaves the folders where a person wants to look into them', async () => {
  await runSuite(suite(), options({ numbers: [9], isKept: true }));
  expect(existsSync(join(parent, 'thirds-9'))).toBe(true);
});

it('says which case the soak itself could not run', async () => {
  const broken = suite(() => Promise.reject(new Error('no disk')));
  await expect(runSuite(broken, options({ numbers: [4] }))).rejects.toThrow('thirds 4 (case 4 of 5) could not be run');
});

it('begins no case once it has been stopped', async () => {
  const stop = new AbortController();
  const started: string[] = [];
  const during = async (folder: string): Promise<void> => {
    started.push(folder);
    stop.abort();
  };
  const running = runSuite(suite(during), options({ signal: stop.signal, jobs: 1 }));
  await expect(running).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  expect(started).toHaveLength(1);
});
