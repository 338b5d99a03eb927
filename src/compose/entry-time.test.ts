import { describe, expect, it } from 'vitest';
import { UsageError } from '../core/usage-error.ts';
import { readTime, stampOf } from './entry-time.ts';

const at = (utc: string): Temporal.Instant => Temporal.Instant.from(utc);

describe('the present', () => {
  it("is the minute in the event's zone", () => {
    expect(stampOf(at('2019-11-10T16:29:59.999Z'), 'Asia/Shanghai')).toBe('2019-11-11T00:29');
    expect(stampOf(at('2019-11-10T16:00:00Z'), 'Asia/Shanghai')).toBe('2019-11-11T00:00');
  });

  it('is its second where that is asked for', () => {
    expect(stampOf(at('2019-11-10T16:29:59.999Z'), 'Asia/Shanghai', 'second')).toBe('2019-11-11T00:29:59');
  });

  it('has its offset where clocks show it twice', () => {
    expect(stampOf(at('2020-10-25T00:30:10Z'), 'Europe/Berlin')).toBe('2020-10-25T02:30+02:00');
    expect(stampOf(at('2020-10-25T01:30:10Z'), 'Europe/Berlin')).toBe('2020-10-25T02:30+01:00');
    expect(stampOf(at('2020-10-25T02:30:10Z'), 'Europe/Berlin')).toBe('2020-10-25T03:30');
  });

  it('is written in UTC where clocks show it twice and no offset can be written', () => {
    expect(stampOf(at('1900-12-31T15:50:10Z'), 'Asia/Shanghai')).toBe('1900-12-31T15:50Z');
    expect(stampOf(at('1900-12-31T15:56:10Z'), 'Asia/Shanghai')).toBe('1900-12-31T23:56+08:00');
  });
});

describe('a time that is asked for', () => {
  const now = at('2019-11-10T16:30:00Z');
  const read = (text: string, zone = 'Asia/Shanghai', then = now): string => readTime(text, then, zone);

  it.each([
    ['2019-11-11T10:18', '2019-11-11T10:18'],
    ['2019-11-11T10:04:49', '2019-11-11T10:04:49'],
    ['2019-11-11T10:18+01:00', '2019-11-11T10:18+01:00'],
    ['2019-11-11T24:00', '2019-11-11T24:00'],
    ['2019-11-11', '2019-11-11'],
    [' 2019-11-11 ', '2019-11-11'],
  ])('is taken as it is: %s', (text, time) => {
    expect(read(text)).toBe(time);
  });

  it.each([
    ['00:29', '2019-11-11T00:29'],
    ['10:18', '2019-11-11T10:18'],
    ['10:04:49', '2019-11-11T10:04:49'],
    ['23:50', '2019-11-10T23:50'],
    ['24:00', '2019-11-10T24:00'],
  ])('is the nearest where it has no date: %s at half past midnight', (text, time) => {
    expect(read(text)).toBe(time);
  });

  it('is that of the next day shortly before midnight', () => {
    expect(read('00:02', 'Asia/Shanghai', at('2019-11-11T15:58:00Z'))).toBe('2019-11-12T00:02');
  });

  it.each([
    ['2019-11-11 10:18', 'Write 2019-11-11T10:18.'],
    ['2019/11/11 10:18', 'Write 2019-11-11T10:18.'],
    ['2019-11-11T9:18', 'Write 2019-11-11T09:18.'],
    ['9:18', 'Write 2019-11-11T09:18.'],
    ['10:18 pm', 'Write 2019-11-11T22:18.'],
    ['10:18Z+', 'Write the date as YYYY-MM-DD, then T, then HH:MM.'],
    ['25:00', 'Correct the hour, minute or second.'],
    ['2019-02-29', 'Correct the month or the day.'],
    ['soon', 'Write the date as YYYY-MM-DD, then T, then HH:MM.'],
  ])('is refused with the way to write it: %s', (text, hint) => {
    expect(() => read(text)).toThrow(UsageError);
    expect(() => read(text)).toThrow(hint);
  });

  it('is refused where clocks show it twice today', () => {
    expect(() => read('02:30', 'Europe/Berlin', at('2020-10-25T10:00:00Z'))).toThrow(
      'Write 2020-10-25T02:30+02:00 for the first, or 2020-10-25T02:30+01:00 for the second.',
    );
  });
});
