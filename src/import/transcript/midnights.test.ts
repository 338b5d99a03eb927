import { expect, it } from 'vitest';
import { endingMidnights } from './midnights.ts';
import { blocksIn } from './testing.ts';

const ending = (...times: readonly string[]) => {
  const { blocks } = blocksIn('2019-11-11', ...times.flatMap((time) => [time, 'x']));
  const found = endingMidnights(blocks);
  return { which: blocks.map((block) => found.ending.has(block)), notes: found.notes };
};

it.each([
  ['behind an evening', ['11:40 p.m.', 'Midnight'], [false, true]],
  ['as the last of a morning', ['10:18', 'Midnight'], [false, true]],
  ['written in figures', ['23:59:30', '00:00:00'], [false, true]],
  ['written as 24:00, even alone', ['24:00'], [true]],
  ['both', ['Midnight', '12:01 a.m.', '11:40 p.m.', 'Midnight', 'Midnight'], [false, false, false, true, true]],
])('takes a midnight for the end of the day: %s', (_, times, which) => {
  expect(ending(...times)).toEqual({ which, notes: [] });
});

it('takes one before other times for the beginning', () => {
  expect(ending('Midnight', '00:00', '11:40 p.m.').which).toEqual([false, false, false]);
});

it('says so where it cannot tell', () => {
  expect(ending('Midnight')).toEqual({
    which: [false],
    notes: [
      'Line 2 is the only time of its day, read as the midnight that begins it. If it ends the day, write 24:00.',
    ],
  });
  expect(ending('00:00').notes).toEqual([]);
});
