import { describe, expect, it } from 'vitest';
import { foldLine } from './lines.ts';
import { readWrittenDate } from './written-date.ts';

const languages = 'en en-GB de de-AT fr es it pt nl da nb sv pl ru zh zh-TW ja ko'.split(' ');
const days = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2019, month, 10 + month)));

describe.each(languages)('in %s', (language) => {
  it.each(['full', 'long', 'medium'] as const)('reads every month of a %s date', (dateStyle) => {
    const format = new Intl.DateTimeFormat(language, { dateStyle, timeZone: 'UTC' });
    for (const [index, day] of days.entries()) {
      const read = readWrittenDate(foldLine(format.format(day)));
      const numeric = typeof read === 'object' && read.kind === 'numeric';
      if (!numeric)
        expect([format.format(day), read]).toMatchObject([
          format.format(day),
          { kind: 'named', year: 2019, month: index + 1, day: 10 + index },
        ]);
      if (dateStyle === 'full' && typeof read === 'object') expect(read.weekday).toBe(day.getUTCDay() || 7);
    }
  });
});

it.each([
  ['Sunday, Nov. 10, 2019', 2019, 11, 10],
  ['Sun 10 Nov 2019', 2019, 11, 10],
  ['10th of November', undefined, 11, 10],
  ['1er mars 2020', 2020, 3, 1],
  ['mar. 12 nov. 2019', 2019, 11, 12],
  ['10-Nov-2019', 2019, 11, 10],
  ['2019-11-10', 2019, 11, 10],
  ['2019/11/10', 2019, 11, 10],
  ['10.11.2019', 2019, 11, 10],
  ['Sonntag, 10.11.', undefined, 11, 10],
  ['2019/11/10日曜日', 2019, 11, 10],
  ['11月10日(日)', undefined, 11, 10],
  ['2019年 11月 10日星期日', 2019, 11, 10],
  ['2019. 11. 10. 일요일', 2019, 11, 10],
])('reads %s', (text, year, month, day) => {
  const read = readWrittenDate(foldLine(text));
  expect(read).toMatchObject({ kind: 'named', month, day, ...(year && { year }) });
});

it.each(['10/11/2019', '10-11-19'])('leaves it open what is the month in %s', (text) => {
  expect(readWrittenDate(text)).toEqual({ kind: 'numeric', year: 2019, first: 10, second: 11 });
});

it.each([
  'Sunday',
  'November',
  'November 2019',
  'May be late',
  'March on',
  '10.11',
  '11/11',
  '2019',
  'Nov 10 2019 and more',
  'The 10 November 2019 festival',
])('does not take "%s" for a date', (text) => {
  expect(readWrittenDate(text)).toBeUndefined();
});

it('says where words mean nothing', () => {
  expect(readWrittenDate('on the – |')).toBe('nothing');
});
