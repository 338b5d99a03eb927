import { quote } from '../feeds/quote.ts';
import { ImportRefused } from '../live-blog.ts';
import { lineList } from './line-list.ts';
import type { TranscriptLine } from './lines.ts';
import type { WrittenDate } from './written-date.ts';

/** A line with the date that is written in it. */
type DatedLine = { readonly line: TranscriptLine; readonly date: WrittenDate };

/** The dates `YYYY-MM-DD` that are meant, by what is written, and what a person should know about them. */
export type ResolvedDates = { readonly dates: ReadonlyMap<WrittenDate, string>; readonly notes: readonly string[] };

/**
 * Resolves the dates of a transcript. A date without a year is taken to be as near as can be to the date before it, or
 * else to the first full one. Whether 10/11/2019 is in October or November is known by its weekday, by any such date in the transcript whose
 * order is certain, or by one that is written with the name of its month. Throws `ImportRefused`, with the number of the
 * line, where this cannot be known, where there is no year, and for a day that does not exist.
 */
export const resolveDates = (lines: readonly DatedLine[]): ResolvedDates => {
  const dates = new Map<WrittenDate, string>();
  for (const { line, date } of lines)
    if (date.kind === 'named' && date.year !== undefined)
      dates.set(date, dayOf(date.year, date.month, date.day) ?? refuseDay(line));
  resolveNumeric(lines, dates);
  const first = lines.map(({ date }) => dates.get(date)).find((day) => day !== undefined);
  let near = first;
  const years = new Map<string, string | undefined>();
  for (const { line, date } of lines) {
    const reported = dates.get(date);
    if (reported === undefined && date.kind === 'named') {
      const key = `${date.month} ${date.day} ${near}`;
      if (!years.has(key)) years.set(key, nearestYear(date, near ?? refuseYearless(line)));
      dates.set(date, years.get(key) ?? refuseDay(line));
    }
    near = dates.get(date) ?? near;
  }
  return { dates, notes: notesOfWeekdays(lines, dates) };
};

const refuseYearless = ({ text, number }: TranscriptLine): never => {
  throw new ImportRefused(
    `Unexpected date ${quote(text)} in line ${number}, expected one with its year. Add the year, such as 2019-11-11.`,
  );
};

const refuseDay = ({ text, number }: TranscriptLine): never => {
  throw new ImportRefused(
    `Unexpected date ${quote(text)} in line ${number}, expected a day that exists. Correct the day or the month.`,
  );
};

/** The date, or `undefined` where it does not exist. */
const dayOf = (year: number, month: number, day: number): string | undefined => {
  if (year < 1 || month < 1 || month > 12 || day < 1) return undefined;
  const date = Temporal.PlainDate.from({ year, month, day });
  return date.day === day ? date.toString() : undefined;
};

const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek;

type Order = 'day-first' | 'month-first';

const resolveNumeric = (lines: readonly DatedLine[], dates: Map<WrittenDate, string>): void => {
  const numeric = lines.flatMap(({ line, date }) => {
    if (date.kind !== 'numeric') return [];
    const { year, first, second } = date;
    const readings = new Map<Order, string>();
    const dayFirst = dayOf(year, second, first);
    const monthFirst = dayOf(year, first, second);
    if (dayFirst) readings.set('day-first', dayFirst);
    if (monthFirst) readings.set('month-first', monthFirst);
    return [{ line, date, readings: withWeekday(readings, date.weekday) }];
  });
  const named = new Set(dates.values());
  const certain = ordersOf(numeric.map(({ readings }) => readings));
  const reported =
    certain.size > 0 ? certain : ordersOf(numeric.map(({ readings }) => only(readings, (day) => named.has(day))));
  for (const { line, date, readings } of numeric) {
    const days = new Set(readings.values());
    const [order] = reported;
    const day = days.size === 1 ? [...days][0] : reported.size === 1 && order ? readings.get(order) : undefined;
    if (days.size === 0) refuseDay(line);
    if (day === undefined)
      throw new ImportRefused(
        `Unexpected date ${quote(line.text)} in line ${line.number}, expected one that can be read in one way only: it is ${[...days].join(' or ')}. Write the dates in this form.`,
      );
    dates.set(date, day);
  }
};

const only = (readings: ReadonlyMap<Order, string>, wanted: (day: string) => boolean): Map<Order, string> =>
  new Map([...readings].filter(([, day]) => wanted(day)));

/** Those readings that fall on the weekday that is written; all where none does. */
const withWeekday = (readings: ReadonlyMap<Order, string>, weekday: number | undefined): ReadonlyMap<Order, string> => {
  const fitting = only(readings, (day) => weekdayOf(day) === weekday);
  return fitting.size > 0 ? fitting : readings;
};

/** The orders in which dates are certainly written: those of dates that have one reading. */
const ordersOf = (all: readonly ReadonlyMap<Order, string>[]): ReadonlySet<Order> =>
  new Set(all.flatMap((readings) => (readings.size === 1 ? [...readings.keys()] : [])));

const nearestYear = ({ month, day }: { month: number; day: number }, near: string): string | undefined => {
  const to = Temporal.PlainDate.from(near);
  const distance = (date: string): number => Math.abs(to.until(date).days);
  return [to.year, to.year - 1, to.year + 1]
    .flatMap((year) => dayOf(year, month, day) ?? [])
    .sort((a, b) => distance(a) - distance(b))[0];
};

/** Most weekdays that are reported about one by one. */
const mostTold = 5;

const notesOfWeekdays = (lines: readonly DatedLine[], dates: ResolvedDates['dates']): string[] => {
  const wrong = lines.flatMap(({ line, date }) => {
    const day = dates.get(date) ?? '';
    return date.weekday === undefined || date.weekday === weekdayOf(day) ? [] : [{ line, day }];
  });
  const rest = wrong.slice(mostTold);
  return [
    ...wrong
      .slice(0, mostTold)
      .map(
        ({ line, day }) =>
          `Line ${line.number} says ${quote(line.text)}, but ${day} is a ${weekdayNames[weekdayOf(day) - 1]}. The entries keep this date.`,
      ),
    ...(rest.length > 0
      ? [`The weekday of the date is another one in ${lineList(rest.map(({ line }) => line.number))} as well.`]
      : []),
  ];
};

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
