import type { Entry, Event } from './archive.ts';
import { firstInstant, lastInstant, type Moment } from './moment.ts';

/**
 * A correction or withdrawal, as formats need it that demand an instant (milliseconds since 1970). `since` is the first
 * that it can mean.
 */
export type Change = { readonly instant: number; readonly since: number; readonly datetime: string };

/**
 * When an entry was corrected, withdrawn and changed without a word, the earliest first. A date alone is the start of that day in `zone`, or its last
 * second where the entry is of the same day, so that whoever follows hears of it.
 */
export const changesOf = (
  { corrections, withdrawn, edited, publishedAt }: Pick<Entry, 'corrections' | 'withdrawn' | 'edited' | 'publishedAt'>,
  zone: string,
): readonly Change[] =>
  [
    ...[...corrections, ...(withdrawn ? [withdrawn] : [])].map(({ moment }) => ({
      instant: instantBehind(moment, publishedAt, zone),
      since: firstInstant(moment, zone),
      datetime: moment.datetime,
    })),
    ...(edited === undefined ? [] : [{ instant: edited, since: edited, datetime: inUtc(edited) }]),
  ].toSorted((a, b) => a.instant - b.instant);

const inUtc = (instant: number): string =>
  Temporal.Instant.fromEpochMilliseconds(instant).toString({ smallestUnit: 'second' });

/**
 * When an entry was first published: when it says so, else at its time, and not before its event. Of a date alone,
 * `publishedAt` is as near to its time as that allows (milliseconds since 1970).
 */
export const firstPublished = (
  { published, moment, demandedInstant }: Pick<Entry, 'moment' | 'demandedInstant'> & { readonly published?: Moment },
  { timezone: zone, published: ofEvent }: Pick<Event, 'timezone' | 'published'>,
): Pick<Entry, 'published' | 'publishedAt'> => {
  const own = published
    ? Math.max(firstInstant(published, zone), Math.min(demandedInstant, lastInstant(published, zone) - 1000))
    : demandedInstant;
  const earliest = ofEvent && firstInstant(ofEvent, zone);
  return ofEvent && earliest !== undefined && earliest > own
    ? { published: ofEvent, publishedAt: earliest }
    : { published: published ?? moment, publishedAt: own };
};

/** When an entry changed last, in milliseconds since 1970: published, corrected or withdrawn. */
export const lastChange = (entry: Parameters<typeof changesOf>[0], zone: string): number =>
  Math.max(entry.publishedAt, changesOf(entry, zone).at(-1)?.instant ?? entry.publishedAt);

const instantBehind = (moment: Moment, published: number, zone: string): number => {
  if (moment.instant !== undefined) return moment.instant;
  const start = firstInstant(moment, zone);
  return start > published ? start : lastInstant(moment, zone) - 1000;
};
