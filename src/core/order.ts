import { compare } from './diagnostics.ts';
import type { Moment } from './moment.ts';

/** What decides where an entry stands among the others of its event. */
export type Placed = {
  readonly moment: Moment;
  /** The event day `YYYY-MM-DD` under which readers find it. */
  readonly day: string;
  readonly untimed: 'first' | 'last';
  readonly sequence: number;
  readonly slug: string;
};

/**
 * The event day of a moment: `filed` (the entry's own `day`) if given, else the local date, or the date before it
 * where the wall-clock time is before `dayStartsAt` (`HH:MM`). The midnight 24:00 belongs to the date that it ends.
 */
export const eventDayOf = (moment: Moment, dayStartsAt: string, filed?: string): string => {
  if (filed !== undefined) return filed;
  if (moment.clock === undefined || moment.clock >= dayStartsAt) return moment.date;
  return Temporal.PlainDate.from(moment.date).subtract({ days: 1 }).toString();
};

/**
 * The total order of entries, oldest first: event day; untimed first, timed, untimed last; instant; `sequence`; slug.
 * Readers see it so, or exactly reversed.
 */
export const byOrder = (a: Placed, b: Placed): number =>
  compare(a.day, b.day) ||
  rank(a) - rank(b) ||
  (a.moment.instant ?? 0) - (b.moment.instant ?? 0) ||
  a.sequence - b.sequence ||
  compare(a.slug, b.slug);

const rank = ({ moment, untimed }: Placed): number => (moment.instant !== undefined ? 1 : untimed === 'first' ? 0 : 2);

/**
 * The instants, in milliseconds, that formats get which demand one, for entries in order. An untimed entry takes that
 * of the timed entry beside it in its event day; in a day without any, that of the day's first moment in `zone`.
 */
export const demandedInstants = (ordered: readonly Placed[], zone: string): number[] => {
  const timed = Map.groupBy(
    ordered.filter(({ moment }) => moment.instant !== undefined),
    ({ day }) => day,
  );
  return ordered.map((entry) => {
    if (entry.moment.instant !== undefined) return entry.moment.instant;
    const neighbour = timed.get(entry.day)?.at(entry.untimed === 'first' ? 0 : -1);
    return neighbour?.moment.instant ?? Temporal.PlainDate.from(entry.day).toZonedDateTime(zone).epochMilliseconds;
  });
};
