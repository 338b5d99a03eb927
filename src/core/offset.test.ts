import { expect, test } from 'vitest';
import { offsetOf } from './offset.ts';

test.each([
  ['2019-11-11T10:18+08:00', 'UTC+8'],
  ['2019-11-11T10:18-03:30', 'UTC−3:30'],
  ['2019-11-11T10:18+00:00', 'UTC'],
  ['2019-11-11T10:18:00Z', 'UTC'],
])('the offset of %s is %s', (datetime, offset) => {
  expect(offsetOf(datetime)).toBe(offset);
});
