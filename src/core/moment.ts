import { meantTimes } from './fix-time.ts';
import { nameOddMarks } from './odd-marks.ts';
import type { RuleName } from './rules.ts';

/** A wall-clock time in the event's zone, as precise as it was written, and the instant it means. */
export type Moment = {
  readonly precision: 'day' | 'minute' | 'second';
  /** The local calendar date `YYYY-MM-DD`; the midnight `24:00` belongs to the date that it ends. */
  readonly date: string;
  /** Local `HH:MM` or `HH:MM:SS`, up to `24:00`; absent where only the date is known. */
  readonly clock?: string;
  /** True where the zone's clocks showed this time twice, so that its offset has to tell which. */
  readonly isRepeated?: true;
  /** Milliseconds since 1970-01-01T00:00Z; absent where only the date is known. */
  readonly instant?: number;
  /** For HTML's `datetime`: with the offset, or the date alone. An offset that is no whole minute is given as UTC. */
  readonly datetime: string;
};

/** Why a text is no moment: a finding that still lacks its place. `fixed` is the value as it could be written. */
type MomentProblem = { rule: RuleName; message: string; hint: string; fixed?: string };

const form = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.0{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * Reads `YYYY-MM-DD`, optionally with `THH:MM` or `THH:MM:SS`, optionally with `Z` or `±HH:MM` (a profile of ISO 8601,
 * hour 24 included). Without an offset the time is local to `zone`; one that the zone's clocks skipped or showed twice
 * is refused. With an offset it is an instant, given in the zone's wall-clock time. A fraction of zero is what JavaScript
 * prints behind each second, and says nothing. `dateAround` is the date that a time of day alone was probably meant for.
 */
export const parseMoment = (text: string, zone: string, dateAround?: string): Moment | MomentProblem => {
  const [, date, hours, minutes, seconds, offset] = form.exec(text) ?? [];
  if (date === undefined) return malformed(text, zone, dateAround);
  const day = realDate(date);
  if (!day)
    return {
      rule: 'invalid-time',
      message: `Unexpected date "${date}", expected a day that exists`,
      hint: 'Correct the month or the day.',
    };
  if (hours === undefined || minutes === undefined) return dateAlone(day, zone);
  const clock = `${hours}:${minutes}${seconds === undefined ? '' : `:${seconds}`}`;
  const endOfDay = /^24:00(:00)?$/.test(clock);
  if (!endOfDay && !/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(clock)) {
    return {
      rule: 'invalid-time',
      message: `Unexpected time "${clock}", expected 00:00 to 23:59:59, or 24:00`,
      hint: 'Correct the hour, minute or second.',
    };
  }
  const local = endOfDay ? day.add({ days: 1 }).toPlainDateTime() : Temporal.PlainDateTime.from(`${date}T${clock}`);
  const exact = offset === undefined ? resolveLocal(local, zone, `${date}T${clock}`) : withOffset(local, offset, zone);
  if ('rule' in exact) return exact;
  if (exact.year < 1 || exact.year > 9999) return beyondYears(text);
  const precision = seconds === undefined ? 'minute' : 'second';
  const endsDay = endOfDay && exact.epochMilliseconds === day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  return {
    precision,
    date: endsDay ? date : exact.toPlainDate().toString(),
    clock: endsDay ? clock : clockOf(exact, precision),
    // Without an offset, such a time has been refused.
    ...(offset !== undefined && isRepeated(exact) && { isRepeated: true }),
    instant: exact.epochMilliseconds,
    datetime: datetimeOf(exact, precision),
  };
};

/** The first instant that a moment can mean in `zone`: a date alone begins with its day. */
export const firstInstant = ({ instant, date }: Moment, zone: string): number =>
  instant ?? Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;

/** The last instant that a moment can mean in `zone`: a date alone ends with its day. */
export const lastInstant = ({ instant, date }: Moment, zone: string): number =>
  instant ?? Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;

/** The times that a text in another form can mean, those that can be written in the event's zone alone. */
export const meantMoments = (text: string, zone: string, dateAround?: string): readonly string[] =>
  meantTimes(text, { zone, date: dateAround }).filter((one) => one !== text && !('rule' in parseMoment(one, zone)));

/** A moment as messages name it: its date, and its time where that is known. */
export const localTime = ({ date, clock }: Moment): string => (clock === undefined ? date : `${date} ${clock}`);

const malformed = (text: string, zone: string, dateAround?: string): MomentProblem => {
  const [fixed, other] = meantMoments(text, zone, dateAround);
  const odd = nameOddMarks(text);
  const hint =
    fixed === undefined
      ? adviceOn(text)
      : other === undefined
        ? `Write ${fixed}.`
        : `Write ${fixed}, or ${other} if the month comes first.`;
  return {
    rule: 'invalid-time',
    message: `Unexpected time "${text}", expected the form 2019-11-11T10:18, with :SS where seconds are known, or a date alone`,
    hint: odd === '' ? hint : `${hint} ${odd}`,
    ...(fixed !== undefined && other === undefined && { fixed }),
  };
};

/** What to decide where a text gives no time. */
const adviceOn = (text: string): string => {
  if (/\d{1,2}:\d{2}\s*(?:[-\u2013\u2014]|to|bis|until)\s*\d{1,2}:\d{2}|\d\s*(?:to|bis|until)\s*\d{4}/i.test(text))
    return 'An entry has one time: write when it began, as YYYY-MM-DD, then T, then HH:MM.';
  if (/^\d{4}[-/.]\d{1,2}$/.test(text)) return 'Add the day: write the date as YYYY-MM-DD.';
  if (/midnight|mitternacht|minuit/i.test(text))
    return 'Write the date as YYYY-MM-DD, then T24:00 for the midnight that ends the day, or T00:00 for the one that begins it.';
  return 'Write the date as YYYY-MM-DD, then T, then HH:MM.';
};

/** Dates of other years have other forms, which neither addresses nor feeds know. */
const beyondYears = (text: string): MomentProblem => ({
  rule: 'invalid-time',
  message: `Unexpected time "${text}", expected one that is in the years 0001 to 9999 where the event is`,
  hint: 'Correct the date.',
});

const realDate = (date: string): Temporal.PlainDate | undefined => {
  const [year, month, day] = date.split('-').map(Number);
  if (!year || !month || !day || month > 12) return undefined;
  const nearest = Temporal.PlainDate.from({ year, month, day });
  return nearest.day === day ? nearest : undefined;
};

const dateAlone = (day: Temporal.PlainDate, zone: string): Moment | MomentProblem => {
  const date = day.toString();
  if (day.toZonedDateTime(zone).toPlainDate().equals(day)) return { precision: 'day', date, datetime: date };
  return {
    rule: 'nonexistent-time',
    message: `Unexpected date "${date}", expected one that ${zone} had: its calendar skipped this day`,
    hint: 'Write the date before or after it, or a time with its offset.',
  };
};

const resolveLocal = (
  local: Temporal.PlainDateTime,
  zone: string,
  text: string,
): Temporal.ZonedDateTime | MomentProblem => {
  const { earlier, later } = readingsOf(local, zone);
  if (earlier.epochMilliseconds === later.epochMilliseconds) return earlier;
  if (earlier.toPlainDateTime().equals(local)) {
    return {
      rule: 'ambiguous-time',
      message: `Unexpected time "${text}", expected an offset: clocks in ${zone} showed this time twice`,
      hint: `Write ${exactly(text, earlier, earlier)} for the first, or ${exactly(text, later, later)} for the second.`,
    };
  }
  return {
    rule: 'nonexistent-time',
    message: `Unexpected time "${text}", expected an offset: clocks in ${zone} skipped this time`,
    hint: `Write ${exactly(text, earlier, later)} if the clock had not been changed yet, or ${exactly(text, later, earlier)} if it had.`,
  };
};

/** `text` with the offset of `side`, or, where that is no whole minute, the instant `meant` in UTC. */
const exactly = (text: string, side: Temporal.ZonedDateTime, meant: Temporal.ZonedDateTime): string =>
  side.offsetNanoseconds % 60e9 === 0 ? `${text}${side.offset}` : meant.toInstant().toString();

const withOffset = (
  local: Temporal.PlainDateTime,
  offset: string,
  zone: string,
): Temporal.ZonedDateTime | MomentProblem => {
  const [, hours, minutes] = /(\d\d):(\d\d)/.exec(offset) ?? [];
  if (Number(hours ?? 0) > 23 || Number(minutes ?? 0) > 59) {
    return {
      rule: 'invalid-time',
      message: `Unexpected offset "${offset}", expected -23:59 to +23:59`,
      hint: 'Correct the offset.',
    };
  }
  return Temporal.Instant.from(`${local.toString()}${offset}`).toZonedDateTimeISO(zone);
};

/** What a local time can mean: two things where the zone's clocks showed it twice or skipped it. */
const readingsOf = (local: Temporal.PlainDateTime, zone: string) => ({
  earlier: local.toZonedDateTime(zone, { disambiguation: 'earlier' }),
  later: local.toZonedDateTime(zone, { disambiguation: 'later' }),
});

const isRepeated = (exact: Temporal.ZonedDateTime): boolean => {
  const { earlier, later } = readingsOf(exact.toPlainDateTime(), exact.timeZoneId);
  return earlier.epochMilliseconds !== later.epochMilliseconds;
};

const clockOf = (exact: Temporal.ZonedDateTime, precision: 'minute' | 'second'): string =>
  exact.toPlainTime().toString({ smallestUnit: precision });

const datetimeOf = (exact: Temporal.ZonedDateTime, precision: 'minute' | 'second'): string =>
  exact.offsetNanoseconds % 60e9 === 0
    ? exact.toString({ smallestUnit: precision, timeZoneName: 'never' })
    : exact.toInstant().toString({ smallestUnit: 'second' });
