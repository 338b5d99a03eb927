import { expect, it } from 'vitest';
import { cyclic, randomOf } from './random.ts';

const hundred = (seed: number, number: number): number[] => {
  const { integer } = randomOf(seed, number);
  return Array.from({ length: 100 }, () => integer(1, 6));
};

it('gives the same numbers for the same seed and number, and others for others', () => {
  expect(hundred(1, 1)).toEqual(hundred(1, 1));
  expect(hundred(1, 1)).not.toEqual(hundred(1, 2));
  expect(hundred(1, 1)).not.toEqual(hundred(2, 1));
});

it('gives every number of a range, and none beside it', () => {
  expect([...new Set(hundred(7, 3))].sort()).toEqual([1, 2, 3, 4, 5, 6]);
});

it('goes round in a list, and refuses one with nothing in it', () => {
  expect([0, 1, 2, 3].map((index) => cyclic(['a', 'b', 'c'], index))).toEqual(['a', 'b', 'c', 'a']);
  expect(() => cyclic([], 0)).toThrow(RangeError);
});
