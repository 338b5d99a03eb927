import { describe, expect, test } from 'vitest';
import { aimsTable } from '../aims.ts';
import type { Measurement } from '../measure.ts';
import type { ArchiveResult } from './measure-archive.ts';
import { type ColdResult, publishAims, publishTable } from './report.ts';

const took = (...seconds: readonly number[]): Measurement[] =>
  seconds.map((one) => ({ seconds: one, peak: undefined }));

const small: ArchiveResult = {
  events: 30,
  size: 10_000,
  web: 'nginx',
  pushes: took(0.6, 0.5, 0.9),
  first: took(0.8),
  anew: [{ seconds: 4, peak: 300 * 2 ** 20 }],
  hugoAnew: took(8),
  hugoAgain: took(3, 2.5),
};
const large: ArchiveResult = {
  events: 100,
  size: 30_000,
  web: 'nginx',
  pushes: took(0.9),
  first: [],
  anew: [],
  hugoAnew: [],
  hugoAgain: took(9.1),
};
const cold = (events: number, peak: number): ColdResult => ({ events, size: 10_000, cold: [{ seconds: 20, peak }] });

test('the table has a row for each thing that was measured', () => {
  expect(publishTable([small, large], [cold(30, 2 ** 29)])).toBe(`\
| Events | Entries | What | Median | Slowest | Peak memory |
| --: | --: | :-- | --: | --: | --: |
| 30 | 10,000 | one entry, from push to page | 0.600 s | 0.900 s | – |
| 30 | 10,000 | one entry after a pause | 0.800 s | 0.800 s | – |
| 30 | 10,000 | all pages anew, caches warm | 4.00 s | 4.00 s | 300 MB |
| 30 | 10,000 | all pages anew, by Hugo | 8.00 s | 8.00 s | – |
| 30 | 10,000 | all pages over earlier ones, by Hugo | 2.75 s | 3.00 s | – |
| 100 | 30,000 | one entry, from push to page | 0.900 s | 0.900 s | – |
| 100 | 30,000 | all pages over earlier ones, by Hugo | 9.10 s | 9.10 s | – |
| 30 | 10,000 | all pages from nothing | 20.00 s | 20.00 s | 512 MB |`);
});

describe('the aims', () => {
  test('say of each whether it is met', () => {
    const aims = publishAims([small, large], [cold(30, 0.8e9), cold(100, 0.84e9)]);
    expect(aimsTable(aims)).toBe(`\
| Aim | At | Found |  |
| :-- | --: | --: | :-- |
| One entry live in 30 events with 10,000 entries | at most 0.7 s | 0.60 s | met |
| … as many times faster than Hugo | at least 4 × | 4.58 × | met |
| … all pages anew with warm caches, as many times as long as Hugo | at most 1.2 × | 0.50 × | met |
| One entry live in 100 events with 30,000 entries, as many times as long | at most 1.3 × | 1.50 × | missed |
| … as many times faster than Hugo | at least 10 × | 10.11 × | met |
| Memory of a build of 30 events with 10,000 entries from nothing | at most 1.2 GB | 0.80 GB | met |
| … of 100 events with 10,000 entries, as many times as much | at most 1.1 × | 1.05 × | met |`);
  });

  test('leave out what needs Hugo or a measure of memory where there is none', () => {
    const aims = publishAims(
      [{ ...small, hugoAnew: [], hugoAgain: [] }],
      [{ events: 30, size: 10_000, cold: took(20) }],
    );
    expect(aims.map(({ what }) => what)).toEqual(['One entry live in 30 events with 10,000 entries']);
  });
});
