import { expect, it } from 'vitest';
import type { Ran } from './run-suite.ts';
import type { CaseResult } from './suite.ts';
import { failureOf, soakSummaryOf } from './summary.ts';

const ran = (number: number, result: Partial<CaseResult> = {}): Ran => ({
  suite: 'import',
  number,
  seed: 3,
  name: `case ${number}`,
  result: { outcome: 'refused', seconds: number, peak: number * 2 ** 20, faults: [], said: '', ...result },
});

it('says how many ended how, how long they took and what they held', () => {
  const all = [ran(1), ran(2, { outcome: 'imported' }), ran(3), ran(4, { peak: undefined, seconds: 9 })];
  expect(soakSummaryOf('import', all)).toBe(
    `import: 4 runs
  outcomes  1 imported, 3 refused
  time      3.00 s median, 9.00 s at most
  memory    3 MB at most
  failures  none`,
  );
});

it('names the cases that failed', () => {
  const all = [ran(1), ran(137, { faults: ['It says nothing at all.'] }), ran(200, { faults: ['It is slow.'] })];
  expect(soakSummaryOf('import', all)).toContain('failures  2: 137, 200');
});

it('says what is wrong with a case, and how to run it again alone', () => {
  expect(failureOf(ran(137, { faults: ['It says nothing at all.', 'It connects to 1.'] }))).toBe(
    `import 137: case 137
  - It says nothing at all.
  - It connects to 1.
  again: npm run soak -- --only import --case 137 --seed 3`,
  );
});
