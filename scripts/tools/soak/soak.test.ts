import { expect, it, test } from 'vitest';
import { patience } from '../../testing/patience.ts';
import { temporaryFolder } from '../../testing/temporary-content.ts';
import { run } from '../soak.ts';
import { importSuite } from './import/import-suite.ts';
import { type Ran, runSuite } from './run-suite.ts';

const folder = temporaryFolder();
const numbers = Array.from({ length: 30 }, (_, index) => index + 1);

// Beside other tests a program gets only a part of the machine: how fast it is alone, `npm run soak` says.
const limits = { seconds: patience / 1000, memory: 500 * 2 ** 20 };

test('the first 30 hostile inputs do no harm', async () => {
  const how = { limits, signal: new AbortController().signal, seed: 1, numbers, jobs: 2, folder, isKept: false };
  const all = await runSuite(importSuite, { ...how, onRan: () => {} });
  const faultsOf = ({ number, name, result }: Ran) => result.faults.map((fault) => `${number} ${name}: ${fault}`);
  expect(all.flatMap(faultsOf)).toEqual([]);
  expect(all).toHaveLength(30);
});

it.each([
  [
    ['--only', 'nothing'],
    'Unexpected "nothing" in --only, expected one of import, events, cost, histories, publish, damages, readers, pushes.',
  ],
  [['--runs', 'many'], 'Unexpected "many" in --runs, expected a whole number from 1 to 999999.'],
  [['--seed', '0'], 'Unexpected "0" in --seed'],
  [['--case', '3'], 'Say of which suite --case is: --only <suite>.'],
  [['--only', 'import', '--case', '3', '--runs', '3'], '--case runs one case: leave out --runs.'],
])('says what is wrong with %j', async (args, message) => {
  await expect(run(args)).rejects.toThrow(message);
});
