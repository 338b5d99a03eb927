import type { TimeSpan } from './time-span.ts';

/** How far apart marks of time are, by the clock or the calendar of the place. */
export type Interval = { readonly unit: 'second' | 'day' | 'month' | 'year'; readonly every: number };

const second = (every: number): Interval => ({ unit: 'second', every });
const [minute, hour] = [60, 3600];

/** From the finest to the widest. Those of a day divide it. */
export const intervals: readonly Interval[] = [
  ...[1, 5, 15, 30].map(second),
  ...[1, 5, 15, 30].map((count) => second(count * minute)),
  ...[1, 3, 6, 12].map((count) => second(count * hour)),
  ...[1, 2, 7, 14].map((every): Interval => ({ unit: 'day', every })),
  ...[1, 3, 6].map((every): Interval => ({ unit: 'month', every })),
  ...[1, 2, 5, 10, 25, 100, 500, 2000].map((every): Interval => ({ unit: 'year', every })),
];

/** About how long an interval is, in milliseconds. */
export const lengthOf = ({ unit, every }: Interval): number =>
  every * { second: 1000, day: 86_400_000, month: 30 * 86_400_000, year: 365 * 86_400_000 }[unit];

/**
 * The moments of a span at which clocks in `zone` show a multiple of the interval: midnights and full hours as people there
 * knew them, also where clocks were changed or a day was skipped. Of an hour that came twice, the first.
 */
export const localMarks = ([from, until]: TimeSpan, interval: Interval, zone: string): Temporal.ZonedDateTime[] => {
  const marks: Temporal.ZonedDateTime[] = [];
  const start = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).toPlainDateTime();
  for (let local = floor(start, interval); ; local = next(local, interval)) {
    const mark = local.toZonedDateTime(zone);
    if (mark.epochMilliseconds > until) return marks;
    if (mark.epochMilliseconds >= from && isMeant(mark, local, interval)) marks.push(mark);
  }
};

/** Clocks may have skipped the time; a day may have started later than at midnight. */
const isMeant = (mark: Temporal.ZonedDateTime, local: Temporal.PlainDateTime, { unit }: Interval): boolean =>
  unit === 'second' ? mark.toPlainDateTime().equals(local) : mark.toPlainDate().equals(local.toPlainDate());

const floor = (local: Temporal.PlainDateTime, { unit, every }: Interval): Temporal.PlainDateTime => {
  const day = local.toPlainDate().toPlainDateTime();
  if (unit === 'day') return day;
  if (unit === 'month') return day.with({ day: 1, month: local.month - ((local.month - 1) % every) });
  if (unit === 'year') return day.with({ day: 1, month: 1, year: local.year - (local.year % every) });
  const seconds = local.hour * hour + local.minute * minute + local.second;
  return day.add({ seconds: seconds - (seconds % every) });
};

const next = (local: Temporal.PlainDateTime, { unit, every }: Interval): Temporal.PlainDateTime =>
  local.add({ [`${unit}s`]: every });
