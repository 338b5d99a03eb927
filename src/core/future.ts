import type { Entry, Event } from './archive.ts';
import { changesOf, lastChange } from './changes.ts';
import type { Report } from './diagnostics.ts';
import { firstInstant, lastInstant, localTime, type Moment } from './moment.ts';
import { reportAt } from './place.ts';
import type { Reached } from './reached.ts';
import type { EntryDraft } from './read-entry.ts';
import type { FieldAt, FieldPath, Fields } from './yaml.ts';

/** The times of entries: of their publication, corrections and withdrawals. */
export const timesOf = (entries: readonly Omit<Entry, 'changed'>[], zone: string): readonly number[] =>
  entries.flatMap((entry) => [
    entry.demandedInstant,
    entry.publishedAt,
    ...changesOf(entry, zone).flatMap(({ instant, since }) => [instant, since]),
  ]);

/** When an entry changed last, and never later than the latest of `times` that had come: nothing is known of the future. */
export const changeBy = (
  entry: Omit<Entry, 'changed'>,
  zone: string,
  { latestPast }: Reached,
): { readonly changed?: number } =>
  latestPast === undefined ? {} : { changed: Math.min(lastChange(entry, zone), latestPast) };

/** Warns of each time of an entry that is later than `now`; a draft may wait for its time. */
export const warnOfFuture = (
  { entry, document }: EntryDraft,
  { zone, now }: { readonly zone: string; readonly now: number },
  report: Report,
): void => {
  const warn = (moment: Moment, path: FieldPath, hint: string): void =>
    warnOfLater(moment, { fields: document.fields, path }, { zone, now, hint }, report);
  if (entry.draft) return;
  warn(entry.moment, ['time'], 'Correct "time", or write draft: true until then.');
  if (entry.published) warn(entry.published, ['published'], 'Correct "published", or write draft: true until then.');
  for (const [index, { moment }] of entry.corrections.entries())
    warn(moment, ['corrections', index, 'time'], 'Correct the time of the correction.');
  if (entry.withdrawn) warn(entry.withdrawn.moment, ['withdrawn', 'time'], 'Correct the time of the withdrawal.');
};

/** Warns of an event that says it was published later than `now`. */
export const warnOfFutureEvent = (
  { published, timezone: zone }: Partial<Pick<Event, 'published' | 'timezone'>>,
  fields: Fields,
  now: number,
  report: Report,
): void => {
  if (!published || zone === undefined) return;
  warnOfLater(published, { fields, path: ['published'] }, { zone, now, hint: 'Correct "published".' }, report);
};

/** Warns of a moment that is later than `now`. */
const warnOfLater = (
  moment: Moment,
  { fields, path }: FieldAt,
  { zone, now, hint }: { readonly zone: string; readonly now: number; readonly hint: string },
  report: Report,
): void => {
  if (firstInstant(moment, zone) <= now) return;
  reportAt(fields.placeOf(path), report, {
    rule: 'future-time',
    message: `Unexpected time ${localTime(moment)}, which is later than this build, expected one up to ${inZone(now, zone)}`,
    hint,
  });
};

/** Warns of an entry that says it was published before its time. */
export const warnOfEarly = ({ entry, document }: EntryDraft, zone: string, report: Report): void => {
  const { published, moment } = entry;
  if (!published || lastInstant(published, zone) >= firstInstant(moment, zone)) return;
  reportAt(document.fields.placeOf(['published']), report, {
    rule: 'published-before-time',
    message: `Unexpected publication ${localTime(published)} before the time of the entry, expected one from ${localTime(moment)} on`,
    hint: 'Correct "published" or "time"; leave "published" out where the entry was published at its time.',
  });
};

const inZone = (instant: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');
