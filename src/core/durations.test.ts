import { expect, test } from 'vitest';
import { fixDuration, fromSeconds, parseDuration, toSeconds } from './durations.ts';

test.each([
  ['1:21.900', 81.9],
  ['0:42', 42],
  ['2:04:31', 7471],
  ['26:00:00.5', 93_600.5],
  ['-0:01.25', -1.25],
  ['0:00', 0],
  ['90:00', 5400],
])('%s is a span of %d seconds', (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds);
});

test.each(['', '81.9', '1:75', '1:2', '1:2:03', '1:21,9', '1:21.', '1:21.900s', '1:60:00'])('%j is none', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test.each([
  ['1:21,900', '1:21.900'],
  [`1'21"9`, '1:21.9'],
  ['1′21.5″', '1:21.5'],
  ['1 min 21.9 s', '1:21.9'],
  ['2h4m31s', '2:04:31'],
  ['2 hours 4 minutes', '2:04:00'],
  ['2h 31s', '2:00:31'],
  ['1:2:03', '1:02:03'],
  ['1:21.900 s', '1:21.900'],
  ['1:75', undefined],
  ['21.9 s', undefined],
  ['1:21.900.1', undefined],
  ['half an hour', undefined],
])('%s is written %s', (text, fixed) => {
  expect(fixDuration(text)).toBe(fixed);
});

test('minutes and hours become seconds, and back, without noise', () => {
  expect([toSeconds(2.5, 'h'), toSeconds(1.1, 'min'), fromSeconds(66, 'min')]).toEqual([9000, 66, 1.1]);
});
