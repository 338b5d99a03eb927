import { type Moment, parseMoment } from '../core/moment.ts';

/** A time as an entry writes it, and the moment that it means in the event's zone. */
export type EntryTime = { readonly time: string; readonly moment: Moment };

/**
 * The time of an update as an entry of an event in `zone` writes it: by the zone's clock, with an offset only where that
 * clock showed the time twice, or where `keepOffset` asks for it. A time that the zone never had keeps its form and comes
 * without a moment, so that a check asks a person for it; `isOutside` where the zone's clock leaves the years 1 to 9999.
 */
export const entryTimeOf = (
  time: string,
  zone: string,
  keepOffset: boolean,
): EntryTime | { readonly time: string; readonly moment?: undefined; readonly isOutside?: boolean } => {
  const moment = parseMoment(time, zone);
  // The form of the time has been read already: what is invalid in it is its year.
  if ('rule' in moment) return { time, ...(moment.rule === 'invalid-time' && { isOutside: true }) };
  if (moment.clock === undefined || keepOffset || !/(?:Z|[+-]\d\d:\d\d)$/.test(time)) return { time, moment };
  const local = `${moment.date}T${moment.clock}`;
  const again = parseMoment(local, zone);
  return { time: 'rule' in again || again.instant !== moment.instant ? moment.datetime : local, moment };
};

/** Whether a time says by itself which instant it means. */
export const hasOffset = (time: string): boolean => /T.*(?:Z|[+-]\d\d:\d\d)$/.test(time);

/** Whether a time and its day are of the years 1 to 9999, the only ones that can be written: a zone's clock may leave them. */
export const isInCalendar = (at: ReturnType<typeof entryTimeOf>, day = at.time): boolean =>
  !('isOutside' in at && at.isOutside) &&
  [at.time, day, at.moment?.date, at.moment?.datetime].every((one) => one === undefined || /^(?!0000)\d{4}-/.test(one));
