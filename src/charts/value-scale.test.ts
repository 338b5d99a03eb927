import { describe, expect, test } from 'vitest';
import { valueScale } from './value-scale.ts';

describe('a scale of values', () => {
  const extremes: readonly (readonly number[])[] = [
    [0],
    [0, 0, 0],
    [-0, 5e-324],
    [5e-324],
    [1e-300, 3e-300],
    [1e-300, 1e300],
    [1e300, 1e300],
    [Number.MAX_VALUE, -Number.MAX_VALUE],
    [Number.MAX_VALUE],
    [1, 1.0000000000000002],
    [-273.15, -273.149],
    [0.1 + 0.2, 0.3],
  ];

  test.each(extremes.map((amounts) => ({ amounts })))('has a place and ticks for $amounts', ({ amounts }) => {
    for (const references of [[], amounts, [1e308, -1e308, 1e-308, 0, 1]])
      for (const isCumulative of [true, false]) {
        const { scale, ticks, holds } = valueScale(amounts, references, { isCumulative });
        for (const amount of amounts) {
          expect(holds(amount)).toBe(true);
          expect(scale(amount)).toBeGreaterThanOrEqual(0);
          expect(scale(amount)).toBeLessThanOrEqual(100);
        }
        expect(ticks.length).toBeGreaterThan(0);
        expect(ticks.length).toBeLessThan(12);
        expect(ticks.every(Number.isFinite)).toBe(true);
        expect(new Set(ticks).size).toBe(ticks.length);
      }
  });

  test('leaves zero out where values below it are close to one another, as it does above it', () => {
    const hasZero = (...amounts: readonly number[]) => valueScale(amounts, [], { isCumulative: false }).hasZero;
    expect([hasZero(-100.1, -100.4), hasZero(-5, -60), hasZero(-1, 4)]).toEqual([false, true, true]);
  });
});
