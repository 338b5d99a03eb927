import { expect, it } from 'vitest';
import { costlyFileOf } from './costly-files.ts';

it('a costly file of a number and a seed is always the same, and 200 of them differ', () => {
  const names = Array.from({ length: 200 }, (_, index) => costlyFileOf(index + 1, 1).name);
  expect(names).toEqual(Array.from({ length: 200 }, (_, index) => costlyFileOf(index + 1, 1).name));
  expect(new Set(names).size).toBeGreaterThan(180);
});
