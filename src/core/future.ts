import type { Entry } from './archive.ts';
import { changesOf, lastChange } from './changes.ts';
import type { Report } from './diagnostics.ts';
import { firstInstant, localTime, type Moment } from './moment.ts';
import { reportAt } from './place.ts';
import type { Reached } from './reached.ts';
import type { EntryDraft } from './read-entry.ts';

/** The times of entries: of their publication, corrections and withdrawals. */
export const timesOf = (entries: readonly Omit<Entry, 'changed'>[], zone: string): readonly number[] =>
  entries.flatMap((entry) => [
    entry.demandedInstant,
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
  const warn = (moment: Moment, path: readonly (string | number)[], hint: string): void => {
    if (firstInstant(moment, zone) <= now) return;
    reportAt(document.fields.placeOf(path), report, {
      rule: 'future-time',
      message: `Unexpected time ${localTime(moment)}, which is later than this build, expected one up to ${inZone(now, zone)}`,
      hint,
    });
  };
  if (entry.draft) return;
  warn(entry.moment, ['time'], 'Correct "time", or write draft: true until then.');
  for (const [index, { moment }] of entry.corrections.entries())
    warn(moment, ['corrections', index, 'time'], 'Correct the time of the correction.');
  if (entry.withdrawn) warn(entry.withdrawn.moment, ['withdrawn', 'time'], 'Correct the time of the withdrawal.');
};

const inZone = (instant: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');
