import { type Moment, parseMoment } from '../core/moment.ts';
import { UsageError } from '../core/usage-error.ts';

/**
 * The present minute or second as `time` of an entry in `zone` says it: `2019-11-11T10:18`. Where clocks show it twice,
 * its offset follows, or, where that is no whole minute, the time is given in UTC.
 */
export const stampOf = (now: Temporal.Instant, zone: string, precision: 'minute' | 'second' = 'minute'): string => {
  const local = now.toZonedDateTimeISO(zone);
  const text = local.toString({ smallestUnit: precision, offset: 'never', timeZoneName: 'never' });
  if (!('rule' in parseMoment(text, zone))) return text;
  return local.offsetNanoseconds % 60e9 === 0 ? `${text}${local.offset}` : now.toString({ smallestUnit: precision });
};

/** What `published` says of something that is written at `now` and lies more than a day back; nothing of what does not. */
export const publishedOf = (instant: number, now: Temporal.Instant, zone: string): string | undefined =>
  instant < now.epochMilliseconds - 86_400_000 ? stampOf(now, zone) : undefined;

/**
 * The time that `--time` asks for, in the form of `time` of an entry. A time of day alone is the nearest such to `now`:
 * shortly after midnight, 23:50 is that of the day before. Throws `UsageError` for what is no time.
 */
export const readTime = (text: string, now: Temporal.Instant, zone: string): string => {
  const wanted = text.trim();
  if (/^\d{4}[-/.]/.test(wanted)) {
    momentOf(wanted, zone);
    return wanted;
  }
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const times = [0, -1, 1].map((days) => `${today.add({ days })}T${wanted}`);
  // Where today's clocks skip or repeat it, that is what the writer must know.
  const [first = wanted] = times;
  momentOf(first, zone);
  const near = times.flatMap((time) => {
    const moment = parseMoment(time, zone);
    return 'rule' in moment || moment.instant === undefined
      ? []
      : { time, distance: Math.abs(moment.instant - now.epochMilliseconds) };
  });
  return near.sort((a, b) => a.distance - b.distance)[0]?.time ?? first;
};

/** The moment of a time that has been checked. */
export const momentOf = (time: string, zone: string): Moment => {
  const moment = parseMoment(time, zone);
  if ('rule' in moment) throw new UsageError(`${moment.message}. ${moment.hint}`);
  return moment;
};
