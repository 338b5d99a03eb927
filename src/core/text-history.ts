import type { Entry, Event } from './archive.ts';
import { changesOf } from './changes.ts';
import type { Report } from './diagnostics.ts';
import { firstInstant } from './moment.ts';
import { placeOfFile, type ReportPlace, reportAt } from './place.ts';
import type { Fields } from './yaml.ts';

/** When a file was first committed, and when its text was changed last since (milliseconds since 1970). */
export type FileHistory = { readonly first: number; readonly changed?: number };

/** The history of the texts of a content, by path below its folder. */
export type TextHistory = Readonly<Record<string, FileHistory>>;

const hour = 3_600_000;
const day = 24 * hour;

/** When a text was changed that nothing explains: no correction or withdrawal says so since, or on the day before. */
export const unexplained = (
  entry: Pick<Entry, 'corrections' | 'withdrawn' | 'publishedAt'>,
  { changed = Number.NEGATIVE_INFINITY }: Partial<FileHistory> = {},
  zone: string,
): { readonly edited?: number } => {
  if (changed <= entry.publishedAt) return {};
  const isExplained = changesOf(entry, zone).some(({ instant }) => instant >= changed - day);
  return isExplained ? {} : { edited: changed };
};

/** The history of texts, and since which moment it is looked at. */
type Watched = { readonly history: TextHistory; readonly since: number };

/**
 * Warns of what the history of an event says since a moment and its texts do not: a text that was changed more than an hour
 * after readers could see it, and what came more than a day after its time.
 */
export const warnOfHistory = (
  event: Event,
  drafts: readonly Drafted[],
  { history, reportSince: since }: { readonly history: TextHistory; readonly reportSince?: number | undefined },
  report: Report,
): void => {
  if (since === undefined) return;
  const watched = { history, since };
  const fieldsOf = new Map(drafts.map(({ entry, document }) => [entry.file, document.fields]));
  // Where the event came late as a whole, that says it of each of its entries.
  const isLateEvent = warnOfLateEvent(event, watched, report);
  for (const entry of event.entries) {
    const { file } = entry;
    const placeOf = (field: string): ReportPlace => fieldsOf.get(file)?.placeOf([field]) ?? placeOfFile(file);
    const told = { ...watched, zone: event.timezone, placeOf };
    warnOfSilence(entry, told, report);
    if (!isLateEvent) warnOfLateEntry(entry, told, report);
  }
};

/** An entry, and the places of its fields. */
type Drafted = {
  readonly entry: Pick<Entry, 'file'>;
  readonly document: { readonly fields: Pick<Fields, 'placeOf'> };
};

type Told = Watched & { readonly zone: string; readonly placeOf: (field: string) => ReportPlace };

const warnOfSilence = (
  { file, edited, publishedAt }: Entry,
  { history, since, zone, placeOf }: Told,
  report: Report,
): void => {
  const first = history[file]?.first ?? publishedAt;
  if (edited === undefined || edited <= since || edited <= Math.max(publishedAt, first) + hour) return;
  reportAt(placeOf('title'), report, {
    rule: 'silent-edit',
    message: `Unexpected change of the text at ${inZone(edited, zone)}, expected a correction that says what was changed`,
    hint: `Write corrections: [{time: ${inZone(edited, zone)}, note: What was changed}].`,
  });
};

const warnOfLateEntry = (
  { file, publishedAt, fields }: Entry,
  { history, since, zone, placeOf }: Told,
  report: Report,
): void => {
  const came = history[file]?.first;
  if (came === undefined || fields.published !== undefined || !isLate(publishedAt, came, since)) return;
  reportAt(placeOf('time'), report, {
    rule: 'late-entry',
    message: `Unexpected entry of ${inZone(publishedAt, zone)} that came at ${inZone(came, zone)}, expected "published"`,
    hint: `Add published: ${inZone(came, zone)}, so that it is new to those who follow feeds.`,
  });
};

/** Gives whether an event started more than a day before it came, and does not say it. */
const warnOfLateEvent = (
  { folder, starts, published, timezone: zone }: Event,
  { history, since }: Watched,
  report: Report,
): boolean => {
  const file = `${folder}/event.md`;
  const came = history[file]?.first;
  if (came === undefined || published || !isLate(firstInstant(starts, zone), came, since)) return false;
  reportAt(placeOfFile(file), report, {
    rule: 'late-entry',
    message: `Unexpected event that started on ${starts.date} and came at ${inZone(came, zone)}, expected "published"`,
    hint: `Add published: ${inZone(came, zone)}, so that those who follow the archive hear of it, as one item.`,
  });
  return true;
};

const isLate = (at: number, came: number, since: number): boolean => came > since && came > at + day;

const inZone = (instant: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toString({ smallestUnit: 'minute', timeZoneName: 'never' });
