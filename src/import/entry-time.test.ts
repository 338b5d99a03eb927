import { describe, expect, test } from 'vitest';
import { entryTimeOf, hasOffset } from './entry-time.ts';

describe('the time of an imported entry', () => {
  test.each([
    ['2019-11-11T02:18:00Z', 'Asia/Shanghai', '2019-11-11T10:18:00'],
    ['2019-11-10T23:40+01:00', 'Asia/Shanghai', '2019-11-11T06:40'],
    ['2019-11-11T10:18', 'Asia/Shanghai', '2019-11-11T10:18'],
    ['2019-11-11T24:00', 'Asia/Shanghai', '2019-11-11T24:00'],
    ['2019-11-11', 'Asia/Shanghai', '2019-11-11'],
  ])('%s is by the clocks of %3$s', (given, zone, expected) => {
    const { time, moment } = entryTimeOf(given, zone, false);
    expect(time).toBe(expected);
    expect(moment?.date).toBe(expected.slice(0, 10));
  });

  test('keeps an offset where the clock showed that time twice, and where it is asked to', () => {
    expect(entryTimeOf('2019-11-03T06:30:00Z', 'America/New_York', false).time).toBe('2019-11-03T01:30:00-05:00');
    expect(entryTimeOf('2019-11-11T02:18Z', 'UTC', true).time).toBe('2019-11-11T02:18Z');
  });

  test('is left as it is where no clock of the zone ever showed it', () => {
    expect(entryTimeOf('2019-03-31T02:30', 'Europe/Berlin', false)).toEqual({ time: '2019-03-31T02:30' });
  });

  test('says an instant by itself where it has an offset', () =>
    expect(['2019-11-11T02:18Z', '2019-11-11T02:18-03:00', '2019-11-11T02:18', '2019-11-11'].map(hasOffset)).toEqual([
      true,
      true,
      false,
      false,
    ]));
});
