import { expect, it } from 'vitest';
import { foldDateName, monthNames, months, weekdayNames, weekdays } from './date-names.ts';

it.each([
  ['months', monthNames],
  ['weekdays', weekdayNames],
])('has no name that is that of two %s', (_, names) => {
  const several = [...Map.groupBy(names, ([name]) => name)].filter(
    ([, found]) => new Set(found.map(([, number]) => number)).size > 1,
  );
  expect(several).toEqual([]);
});

it('has names of all months and weekdays in languages far apart', () => {
  expect(['november', 'nov', 'jänner', 'août', 'mrt', 'lipca', 'ноября'].map((name) => months.get(name))).toEqual([
    11, 11, 1, 8, 3, 7, 11,
  ]);
  expect(['thurs', 'mar', 'sonntag', '星期日', '周日', '日曜日', '일요일'].map((name) => weekdays.get(name))).toEqual([
    4, 2, 7, 7, 7, 7, 7,
  ]);
});

it('reads names without the dot of an abbreviation, in any case', () => {
  expect(foldDateName('NOV.')).toBe('nov');
});
