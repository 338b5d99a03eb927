import { expect, it } from 'vitest';
import { pointsOf } from './points.ts';
import { blocksIn } from './testing.ts';

const points = (...times: readonly string[]) =>
  pointsOf(blocksIn('1970-01-02', ...times.flatMap((time) => [time, 'x'])).blocks, new Set()).map(
    ({ day, seconds }) => [day, seconds],
  );

it('counts days since 1970 and seconds since their beginning', () => {
  expect(points('10:18', '00:00:05', '24:00')).toEqual([
    [1, 37_080],
    [1, 5],
    [1, 86_400],
  ]);
});

it('compares times of several zones by the one that most of them have', () => {
  expect(points('10:00 CET', '10:00 CET', '23:30 EST', '01:00 JST', '10:00')).toEqual([
    [1, 36_000],
    [1, 36_000],
    [2, 19_800],
    [0, 61_200],
    [1, 36_000],
  ]);
});
