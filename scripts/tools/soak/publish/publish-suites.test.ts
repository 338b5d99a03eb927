import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { patience } from '../../../testing/patience.ts';
import { temporaryFolder } from '../../../testing/temporary-content.ts';
import { runSuite } from '../run-suite.ts';
import { damagesSuite } from './damages-suite.ts';
import { publishSuite } from './publish-suite.ts';
import { readWhile } from './readers-suite.ts';

const folder = temporaryFolder();
const how = {
  limits: { seconds: patience / 1000, memory: 2 ** 30 },
  signal: new AbortController().signal,
  seed: 1,
  jobs: 2,
  folder,
  isKept: false,
  onRan: () => undefined,
};

test('whatever kills a publish, or fails its disk, readers see a whole release, and the next one succeeds', async () => {
  const numbers = [1, 40, 90, 140, 190, 240, 290, 305, 330, 360, 390];
  const ran = await runSuite(publishSuite, {
    ...how,
    numbers,
  });
  expect(ran.flatMap(({ result }) => result.faults)).toEqual([]);
  const outcomes = new Set(ran.map(({ result }) => result.outcome.split(':')[0]));
  const kills = [...outcomes].filter((one) => one?.startsWith('kill'));
  expect([kills.length > 0, outcomes.size > kills.length]).toEqual([true, true]);
});

test('whatever of a site is damaged, the next publish leaves it whole, or what it prints leads there', async () => {
  const numbers = Array.from({ length: 10 }, (_, index) => 3 + 7 * index);
  const ran = await runSuite(damagesSuite, {
    ...how,
    numbers,
  });
  expect(ran.flatMap(({ result }) => result.faults)).toEqual([]);
  expect(ran).toHaveLength(10);
});

test('readers get whole pages, and all that those show, while one release takes the place of another', async () => {
  const { faults, outcome } = await readWhile(mkdtempSync(join(folder, 'readers-')), how, 6);
  expect(faults).toEqual([]);
  expect(Number(outcome.split(' ')[0])).toBeGreaterThan(50);
});
