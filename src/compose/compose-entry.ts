import type { Event } from '../core/archive.ts';
import { type ContentFiles, fileName } from '../core/content-files.ts';
import { compare } from '../core/diagnostics.ts';
import { firstInstant, lastInstant } from '../core/moment.ts';
import { nameEntry } from '../core/name-entry.ts';
import { byOrder, eventDayOf, type Placed } from '../core/order.ts';
import { entrySchema } from '../core/schema/entry.ts';
import { foldSlug, partsOfFileName } from '../core/slug.ts';
import { writeDocument } from '../core/write-document.ts';
import type { NewDocument } from './check-new.ts';
import { momentOf, publishedOf, readTime, stampOf } from './entry-time.ts';
import { readMilestone } from './read-milestone.ts';

/** What its writer says of a new entry. Times and milestones are as `recapsule new` takes them. */
type NewEntryFields = {
  readonly title: string;
  readonly time?: string | undefined;
  readonly topics: readonly string[];
  readonly milestone?: string | undefined;
  readonly surpasses: readonly string[];
  /** Other fields, as they stand in the file. */
  readonly fields: Readonly<Record<string, unknown>>;
};

/** What a new entry is made of. */
type EntryParts = {
  readonly options: NewEntryFields;
  readonly body: string;
  readonly event: Event;
  /** `day-starts-at` of the event. */
  readonly dayStartsAt: string;
  readonly files: ContentFiles;
  readonly now: Temporal.Instant;
};

/** A new entry: its file, by the path below the content folder, and its text. It stands behind others of its time. */
export const composeEntry = ({ options, body, event, dayStartsAt, files, now }: EntryParts): NewDocument => {
  const { timezone, folder } = event;
  const time = options.time === undefined ? stampBehind(event, now) : readTime(options.time, now, timezone);
  const moment = momentOf(time, timezone);
  const day = eventDayOf(moment, dayStartsAt);
  const { clock } = moment;
  const name = nameEntry({ title: options.title, day, ...(clock !== undefined && { clock }) }, takenIn(event, files));
  const fields: Readonly<Record<string, unknown>> = {
    ...options.fields,
    title: options.title,
    time,
    // An event that was published lately is one item in the archive's feeds, and this entry a part of it.
    published: publishedOf(Math.max(lastInstant(moment, timezone), earliestIn(event)), now, timezone),
    sequence: sequenceAfter(event.entries, { moment, day, untimed: 'last', slug: name.slug }),
    topics: options.topics.length > 0 ? options.topics : undefined,
    milestone: readMilestone(options.milestone, options.surpasses, event.metrics),
  };
  const inOrder = Object.fromEntries(Object.keys(entrySchema.shape).map((field) => [field, fields[field]]));
  return { file: `${folder}/${name.file}`, text: writeDocument(inOrder, body) };
};

/** Before which no entry of an event was published (milliseconds since 1970). */
const earliestIn = ({ published, timezone }: Event): number =>
  published ? firstInstant(published, timezone) : Number.NEGATIVE_INFINITY;

/**
 * The `sequence` that puts a new entry behind those of the same time; `undefined` where it stands there without.
 */
export const sequenceAfter = (entries: readonly Placed[], entry: Omit<Placed, 'sequence'>): number | undefined => {
  const last = entries
    .filter((one) => byOrder({ ...one, sequence: 0, slug: '' }, { ...entry, sequence: 0, slug: '' }) === 0)
    .sort(byOrder)
    .at(-1);
  if (!last || last.sequence < 0) return undefined;
  const sequence = compare(last.slug, entry.slug) < 0 ? last.sequence : last.sequence + 1;
  return sequence === 0 ? undefined : sequence;
};

/** The present minute; its second, too, where an entry of this minute has one, and would come behind otherwise. */
const stampBehind = ({ entries, timezone }: Event, now: Temporal.Instant): string => {
  const minute = now.round({ smallestUnit: 'minute', roundingMode: 'floor' }).epochMilliseconds;
  const isBetween = (instant = minute) => minute < instant && instant <= now.epochMilliseconds;
  return stampOf(now, timezone, entries.some(({ moment }) => isBetween(moment.instant)) ? 'second' : 'minute');
};

/** The slugs that an event has, those of files that cannot be read included. */
const takenIn = ({ entries, folder }: Event, files: ContentFiles): ReadonlySet<string> => {
  const inNames = [...files.keys()]
    .filter((file) => file.startsWith(`${folder}/`) && file.endsWith('.md'))
    .map((file) => partsOfFileName(fileName(file)).slug);
  const claimed = entries.flatMap(({ slug, aliases }) => [slug, ...aliases]);
  return new Set([...inNames, ...claimed].map(foldSlug));
};
