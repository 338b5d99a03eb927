import { describe, expect, it } from 'vitest';
import { ImportRefused } from '../live-blog.ts';
import { datesIn } from './testing.ts';

describe('a date without a year', () => {
  it('is as near as can be to the date before it', () => {
    expect(datesIn('2019-12-31', 'Jan 1', 'Jan 2').days).toEqual({ 1: '2019-12-31', 2: '2020-01-01', 3: '2020-01-02' });
    expect(datesIn('2020-01-01', 'Dec. 31').days).toEqual({ 1: '2020-01-01', 2: '2019-12-31' });
  });

  it('is as near as can be to the first full date where none is before it', () => {
    expect(datesIn('Nov. 11', '2019-11-10').days).toEqual({ 1: '2019-11-11', 2: '2019-11-10' });
  });

  it('is refused where there is no year at all', () => {
    expect(() => datesIn('Nov. 11', 'Nov. 10')).toThrow(
      new ImportRefused(
        'Unexpected date "Nov. 11" in line 1, expected one with its year. Add the year, such as 2019-11-11.',
      ),
    );
  });
});

describe('a date of three numbers', () => {
  it.each([
    ['has a day that can be no month', ['13/11/2019', '10/11/2019'], ['2019-11-13', '2019-11-10']],
    ['has a month that can be no day', ['11/13/2019', '11/10/2019'], ['2019-11-13', '2019-11-10']],
    ['falls on its weekday', ['Sunday 10/11/2019', '9/11/2019'], ['2019-11-10', '2019-11-09']],
    [
      'is written with its name as well',
      ['November 10, 2019', '10/11/2019', '9/11/2019'],
      ['2019-11-10', '2019-11-10', '2019-11-09'],
    ],
    ['is the same either way', ['11/11/2019'], ['2019-11-11']],
  ])('is known where one %s', (_, lines, days) => {
    expect(Object.values(datesIn(...lines).days)).toEqual(days);
  });

  it('is refused where it can be read in two ways', () => {
    expect(() => datesIn('10/11/2019')).toThrow(
      new ImportRefused(
        'Unexpected date "10/11/2019" in line 1, expected one that can be read in one way only: it is 2019-11-10 or 2019-10-11. Write the dates in this form.',
      ),
    );
  });

  it('is refused where others contradict one another', () => {
    expect(() => datesIn('13/11/2019', '11/13/2019', '10/11/2019')).toThrow('read in one way only');
  });
});

it('refuses a day that does not exist', () => {
  expect(() => datesIn('2019-11-10', 'Nov. 31, 2019')).toThrow(
    new ImportRefused(
      'Unexpected date "Nov. 31, 2019" in line 2, expected a day that exists. Correct the day or the month.',
    ),
  );
  expect(() => datesIn('31/31/2019')).toThrow('expected a day that exists');
});

it('says where the weekday is another one', () => {
  expect(datesIn('Monday, Nov. 10, 2019', 'Monday, Nov. 11, 2019').notes).toEqual([
    'Line 1 says "Monday, Nov. 10, 2019", but 2019-11-10 is a Sunday. The entries keep this date.',
  ]);
});

it('does not say that more often than a person reads', () => {
  const { notes } = datesIn(...Array.from({ length: 100 }, () => 'Monday, Nov. 10, 2019'));
  expect(notes).toHaveLength(6);
  expect(notes.at(-1)).toBe(
    'The weekday of the date is another one in lines 6, 7, 8, 9, 10, 11, 12, 13 and 87 more as well.',
  );
});
