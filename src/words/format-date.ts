import { dateFormat } from '../core/formatters.ts';
import { remembered } from '../core/once.ts';
import { localeOf } from './locale.ts';

/**
 * How much of a date is written: `Monday, 11 November 2019`, `11 November 2019`, `11 November`, and for axes `11`,
 * `Nov`, `November 2019`, `2019`.
 */
export type DateStyle = 'weekday' | 'date' | 'day' | 'day-alone' | 'month-alone' | 'month' | 'year';

const styles: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  day: { day: 'numeric', month: 'long' },
  'day-alone': { day: 'numeric' },
  'month-alone': { month: 'short' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
};

/** A calendar date `YYYY-MM-DD` in words. */
export const formatDate = (date: string, language: string, style: DateStyle): string =>
  formatOf(language, style).format(startOf(date));

/** Two dates in words, as a range: `10–11 November 2019`. One where they are the same. */
export const formatDateRange = (first: string, last: string, language: string): string => {
  const range = formatOf(language, 'date').formatRange(startOf(first), startOf(last));
  if (first === last || !/\d\/\d/.test(range)) return range;
  // In Chinese and Japanese, Intl has words for a date, and none for a range.
  const same =
    first.slice(0, 7) === last.slice(0, 7) ? 'day-alone' : first.slice(0, 4) === last.slice(0, 4) ? 'day' : 'date';
  return `${formatDate(first, language, 'date')}–${formatDate(last, language, same)}`;
};

const formatOf = (language: string, style: DateStyle): Intl.DateTimeFormat =>
  dateFormat(localeOf(language), { ...styles[style], calendar: 'gregory', timeZone: 'UTC' });

/** The start of a date in UTC. Of a `PlainDate` Intl makes `2019/11/11` in Chinese and Japanese. */
const startOf = (date: string): number => Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds;

/** A zone for readers: its name in words, its IANA name, and its offset at `instant` (milliseconds since 1970). */
export const formatZone = (zone: string, instant: number, language: string): string =>
  zoneInHour(zone, String(Math.floor(instant / hourLength)), language) ?? zoneAt(zone, instant, language);

const hourLength = 3_600_000;

/** The same for a whole hour, counted since 1970, where it stays the same in it: to look it up takes 50 µs. */
const zoneInHour = remembered((zone: string, hour: string, language: string): string | undefined => {
  const start = Number(hour) * hourLength;
  const first = zoneAt(zone, start, language);
  return first === zoneAt(zone, start + hourLength - 1, language) ? first : undefined;
});

const zoneAt = (zone: string, instant: number, language: string): string => {
  const { offset: exact } = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  const parts = dateFormat(localeOf(language), { timeZone: zone, timeZoneName: 'long' }).formatToParts(instant);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value;
  const offset = `UTC${exact.replace('-', '−')}`;
  const place = zone.replaceAll('_', ' ');
  // For some dates and zones Intl has no name but the offset, which stands there anyway.
  return name === undefined || /^(GMT|UTC)/.test(name) ? `${place} (${offset})` : `${name} (${place}, ${offset})`;
};
