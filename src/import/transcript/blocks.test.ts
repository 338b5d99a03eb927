import { describe, expect, it } from 'vitest';
import { ImportRefused } from '../live-blog.ts';
import { blocksIn } from './testing.ts';

const shown = (...lines: readonly string[]): string[] =>
  blocksIn(...lines).blocks.map(
    ({ date, clock, lines: own, isBelowRule }) =>
      `${date} ${clock ? `${clock.hours}:${clock.minutes}` : isBelowRule ? 'rule' : 'day'} ${own.map(({ text }) => text).join('|')}`,
  );

it('gives each time what stands below it, and the day above it', () => {
  expect(shown('Live', '2019-11-11', '10:18', 'a', '', 'b', '9:30', 'c', '2019-11-10', '23:40', 'd')).toEqual([
    '2019-11-11 10:18 a||b',
    '2019-11-11 9:30 c',
    '2019-11-10 23:40 d',
  ]);
});

it('gives a day what stands directly below it, and what a rule parts from the time above', () => {
  expect(shown('2019-11-11', 'a', '---', '10:18', 'b', '---', '9:30', 'c', '---', '', 'd', 'e')).toEqual([
    '2019-11-11 day a',
    '2019-11-11 10:18 b',
    '2019-11-11 9:30 c|',
    '2019-11-11 rule d|e',
  ]);
});

it('keeps what stands before the first day or time', () => {
  expect(blocksIn('Live', 'All of it', '2019-11-11', '10:18', 'a').opening.map(({ text }) => text)).toEqual([
    'Live',
    'All of it',
  ]);
});

it('lets a time have its own day, and says so where it is another', () => {
  const lines = ['2019-11-11', '10:18', 'a', '2019-11-10 9:30', 'b', '9:00', 'c'];
  expect(shown(...lines)).toEqual(['2019-11-11 10:18 a', '2019-11-10 9:30 b', '2019-11-11 9:0 c']);
  expect(blocksIn(...lines).notes).toEqual([
    'Line 4 has another date than the day heading above. The entry keeps the date of its own line.',
  ]);
});

it('skips times without a text, and labels of the page', () => {
  expect(blocksIn('2019-11-11', '10:18', '9:30', 'a', 'Share').skipped).toEqual([
    { what: '"10:18" in line 2', why: 'It is a time without any text below it.' },
    { what: '"Share" in line 5', why: 'It is a button or label of the page, not text.', updates: 0 },
  ]);
  expect(blocksIn('2019-11-11', '10:18', '9:30', '9:00', 'a').skipped).toEqual([
    { what: 'lines 2 and 3', why: 'They are times without any text below them.', updates: 2 },
  ]);
});

describe('it refuses', () => {
  it('a time of which no line says the day', () => {
    expect(() => blocksIn('Live', '10:18', 'a', '2019-11-11')).toThrow(
      new ImportRefused(
        'Unexpected time "10:18" in line 2, expected a day heading above it. Add the day in a line of its own, such as 2019-11-11.',
      ),
    );
  });

  it('days and times without any text', () => {
    expect(() => blocksIn('Live', '2019-11-11', '10:18', '', 'Share')).toThrow(
      new ImportRefused(
        'It holds no updates: no text stands below "2019-11-11" in line 2 or any later day or time. Copy the text of the live blog with its days and times, each in a line of its own above the text that belongs to it.',
      ),
    );
  });
});
