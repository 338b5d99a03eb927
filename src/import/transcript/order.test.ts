import { expect, it } from 'vitest';
import { orderOf } from './order.ts';
import { blocksIn } from './testing.ts';

const order = (...stamps: readonly string[]) => orderOf(blocksIn(...stamps.flatMap((stamp) => [stamp, 'x'])).blocks);

it.each([
  ['times', ['2019-11-11', '10:18', '9:30'], 'newest-first'],
  ['days', ['2019-11-10', '2019-11-11'], 'oldest-first'],
  ['days before times that are alone in theirs', ['2019-11-10', '10:18', '2019-11-11', '9:30'], 'oldest-first'],
  ['most pairs', ['2019-11-11', '10:18', '9:30', '11:00', '9:00', '8:00'], 'newest-first'],
  ['a midnight above an evening', ['2019-11-11', 'Midnight', '11:40 p.m.'], 'newest-first'],
  ['a midnight below an evening', ['2019-11-11', '11:40 p.m.', 'Midnight'], 'oldest-first'],
  ['a midnight above a morning', ['2019-11-11', 'Midnight', '12:01 a.m.'], 'oldest-first'],
  ['a midnight below a morning', ['2019-11-11', '12:01 a.m.', 'Midnight'], 'newest-first'],
  ['days of a midnight each', ['2019-11-11 Midnight', '2019-11-10 Midnight'], 'newest-first'],
  ['times by one clock', ['2019-11-11', '14:00 CET', '9:00 EST', '15:30 CET'], 'oldest-first'],
])('is known by %s', (_, stamps, expected) => {
  expect(order(...stamps)).toBe(expected);
});

it.each([
  ['one entry', ['2019-11-11', '10:18']],
  ['times that are the same as far as they are known', ['2019-11-11 10:18:30', '2019-11-11 10:18', '2019-11-11 10:18']],
  ['as many pairs of each', ['2019-11-11 10:18', '2019-11-11 9:30', '2019-11-11 11:00']],
])('cannot be known by %s', (_, stamps) => {
  expect(order(...stamps)).toBeUndefined();
});
