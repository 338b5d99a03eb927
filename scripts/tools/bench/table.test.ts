import { describe, expect, test } from 'vitest';
import { type BenchResult, median, tableOf } from './table.ts';

const aResult = (size: number, name: string, seconds: readonly number[], megabytes?: number): BenchResult => ({
  size,
  name,
  measurements: seconds.map((one) => ({
    seconds: one,
    peak: megabytes === undefined ? undefined : megabytes * 2 ** 20,
  })),
});

describe('the median', () => {
  test('is the one in the middle, whatever the order', () => expect(median([10, 9, 2])).toBe(9));
  test('is between the two in the middle', () => expect(median([4, 1, 2, 100])).toBe(3));
  test('of nothing is refused', () => expect(() => median([])).toThrow('no median of nothing'));
});

describe('the table', () => {
  test('compares at each size, and has no ratio of a generator to itself', () => {
    const results = [
      aResult(100, 'Recapsule', [3, 2, 9], 300),
      aResult(100, 'Hugo', [0.25], 58.4),
      aResult(1000, 'Recapsule', [4], 400),
      aResult(1000, 'Hugo', [0.5], 90),
    ];
    expect(tableOf(results, 'Recapsule')).toBe(`\
| Entries | Generator | Time | Recapsule takes | Peak memory |
| --: | :-- | --: | --: | --: |
| 100 | Recapsule | 3.00 s |  | 300 MB |
| 100 | Hugo | 0.25 s | 12.0 × | 58 MB |
| 1,000 | Recapsule | 4.00 s |  | 400 MB |
| 1,000 | Hugo | 0.50 s | 8.0 × | 90 MB |`);
  });

  test('says "–" where memory was not measured', () => {
    expect(tableOf([aResult(100, 'Recapsule', [3])], 'Recapsule')).toContain('| 3.00 s |  | – |');
  });
});
