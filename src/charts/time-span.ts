import type { Event } from '../core/archive.ts';
import { lastInstant } from '../core/moment.ts';

/** A span of time in whole milliseconds since 1970, the second always after the first. */
export type TimeSpan = readonly [from: number, until: number];

const hour = 3_600_000;

/**
 * The time over which values are drawn: the event's own, from where "since the start" counts to the end of coverage, and
 * all of the values. Where they fill less than a sixth of that, it is their own time with a margin: nobody could tell
 * them apart otherwise. `instants` are in order.
 */
export const timeSpan = (
  { countsFrom, ends, timezone }: Pick<Event, 'countsFrom' | 'ends' | 'timezone'>,
  instants: readonly number[],
): TimeSpan => {
  const [first = countsFrom, last = countsFrom] = [instants[0], instants.at(-1)];
  const from = Math.min(countsFrom, first);
  const until = Math.max(lastInstant(ends, timezone), countsFrom, last);
  const own = last - first;
  // Instants are whole milliseconds: a part of one has no place on a calendar.
  if (own > 0 && own * 6 < until - from) return [Math.floor(first - own / 12), Math.ceil(last + own / 12)];
  return until > from ? [from, until] : [from - hour, until + hour];
};
