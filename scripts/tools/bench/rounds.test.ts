import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../../testing/temporary-content.ts';
import { fileSizes, measureRounds, median, validRounds, writeAsMany } from './rounds.ts';

const took = new Map([['build', { seconds: 1, peak: undefined }]]);

/** Measures rounds whose bare loops take so long. */
const roundsOf = async (count: number, loops: readonly number[]) => {
  let made = 0;
  const [result] = await measureRounds('1,000', count, async (number) => {
    made = number;
    return { loop: loops[number - 1] ?? 1, took };
  });
  return { made, valid: result?.measurements.length, isQuiet: result?.isQuiet };
};

test('a round counts where its bare loop takes at most 1.5 times as long as the median, or as short', () => {
  expect(validRounds([1, 1.5, 0.7, 1.6, 1, 0.6].map((loop) => ({ loop })))).toEqual(
    [1, 1.5, 0.7, 1].map((loop) => ({ loop })),
  );
  expect(validRounds([])).toEqual([]);
});

test('a round that does not count is repeated, and not for ever', async () => {
  expect(await roundsOf(3, [1, 1.1, 1.2])).toEqual({ made: 3, valid: 3, isQuiet: true });
  expect(await roundsOf(3, [4, 1, 1.1, 1])).toEqual({ made: 4, valid: 3, isQuiet: true });
  expect(await roundsOf(3, [1, 4, 16, 64, 256, 1024, 4096])).toEqual({ made: 7, valid: 1, isQuiet: false });
});

test('the bare loop writes as many files of the same sizes', async () => {
  const folder = temporaryFolder();
  await writeFiles(join(folder, 'one'), { 'a/index.html': 'four', 'index.html': '' });
  const files = await fileSizes(join(folder, 'one'));
  expect(await writeAsMany(files, join(folder, 'two'))).toBeGreaterThan(0);
  expect(files.toSorted()).toEqual([
    ['a/index.html', 4],
    ['index.html', 0],
  ]);
  expect((await fileSizes(join(folder, 'two'))).toSorted()).toEqual(files.toSorted());
});

test('the median is the one in the middle, or between two', () => {
  expect(median([10, 9, 2])).toBe(9);
  expect(median([4, 1, 2, 100])).toBe(3);
  expect(() => median([])).toThrow('no median of nothing');
});
