import { expect, it } from 'vitest';
import { lineList, startWithLines } from './line-list.ts';

it('names lines as a sentence would', () => {
  expect([[4], [4, 9], [1, 2, 3]].map(lineList)).toEqual(['line 4', 'lines 4 and 9', 'lines 1, 2 and 3']);
  expect(startWithLines([4])).toBe('Line 4');
});

it('does not list more than a person reads', () => {
  const many = Array.from({ length: 100 }, (_, index) => index + 1);
  expect(lineList(many)).toBe('lines 1, 2, 3, 4, 5, 6, 7, 8 and 92 more');
});
