import type { Correction, Entry, Metric, Text } from './archive.ts';
import { checkFields, firstOf } from './check-fields.ts';
import { fileName } from './content-files.ts';
import type { Report } from './diagnostics.ts';
import { type Document, readDocument } from './document.ts';
import { explainFields, renamed } from './explain-fields.ts';
import { explainMilestone } from './explain-figures.ts';
import type { ValueContext } from './meant-values.ts';
import type { Moment } from './moment.ts';
import { isOwnName } from './names-of.ts';
import { eventDayOf } from './order.ts';
import { placeOfFile, type ReportPlace, reportAt } from './place.ts';
import { dateInPath, readDate, readMoment, type TimesAt } from './read-moment.ts';
import { checkSlugForm, type SlugClaim } from './read-slugs.ts';
import { type EntryFields, entrySchema } from './schema/entry.ts';
import { partsOfFileName } from './slug.ts';
import { warnOfMarkup } from './title-markup.ts';
import type { FieldPath, Fields } from './yaml.ts';

/** What an entry needs to know of its event. */
type EntryContext = {
  readonly timezone: string;
  readonly dayStartsAt: string;
  /** The date on which its coverage starts, where that is known; with the time of day where it goes on to the next day. */
  readonly startDate?: string;
  /** What it can count, where that is known. */
  readonly metrics?: ReadonlyMap<string, Metric>;
};

/** An entry before its event has put it in order and linked its milestone. */
export type EntryDraft = {
  readonly entry: Omit<Entry, 'demandedInstant' | 'published' | 'publishedAt' | 'changed' | 'milestone'> & {
    /** When it says that it was first published. */
    readonly published?: Moment;
  };
  readonly document: Document;
  readonly milestone: EntryFields['milestone'];
};

/** What one file of an event gives: the addresses it claims, its body, and the entry where all of its fields are right. */
export type ReadEntry = {
  readonly claims: readonly SlugClaim[];
  /** The addresses that it claims in other events. */
  readonly formerClaims?: readonly SlugClaim[];
  readonly body?: Text;
  readonly draft?: EntryDraft;
};

/** Reads an entry's file. */
export const readEntry = (file: string, bytes: Uint8Array, context: EntryContext, report: Report): ReadEntry => {
  const name = partsOfFileName(fileName(file));
  const document = readDocument(file, bytes, report);
  if (!document) return { claims: [claimOfFile(file)] };
  const { fields: source } = document;
  const { complete, sound } = checkFields(entrySchema, source, report, explanationsOf(source, context));
  warnOfMarkup(entrySchema, source, report);
  const body: Text = { file, line: document.bodyLine, markdown: document.body };
  const { claims, formerClaims } = claimsOf(source, sound);
  const goodTopics = (sound.topics ?? []).map((slug, index) =>
    checkSlugForm({ slug, from: 'topic', placeAt: () => source.placeOf(['topics', index]) }, report),
  );
  const moments = readMoments(source, sound, timesAt(file, context), report);
  if (moments.time && sound.time !== undefined) {
    warnOfDisagreement(name, { moment: moments.time, written: sound.time }, () => source.placeOf(['time']), report);
  }
  const { time } = moments;
  if (!complete || !time || !moments.complete || goodTopics.includes(false)) return { claims, formerClaims, body };
  const entry = {
    file,
    body,
    slug: complete.slug ?? name.slug,
    moment: time,
    day: eventDayOf(time, context.dayStartsAt, moments.day),
    corrections: moments.corrections,
    ...(moments.published && { published: moments.published }),
    ...(moments.withdrawn && { withdrawn: moments.withdrawn }),
    ...valuesOf(complete, complete.slug ?? name.slug),
  };
  return { claims, formerClaims, body, draft: { entry, document, milestone: complete.milestone } };
};

const claimOfFile = (file: string): SlugClaim => ({
  slug: partsOfFileName(fileName(file)).slug,
  from: 'file name',
  placeAt: () => placeOfFile(file),
});

const claimsOf = (source: Fields, { slug, aliases = [] }: Partial<EntryFields>) => {
  const claimed = aliases.map(
    (alias, index): SlugClaim => ({ slug: alias, from: 'alias', placeAt: () => source.placeOf(['aliases', index]) }),
  );
  const own: SlugClaim =
    slug === undefined ? claimOfFile(source.file) : { slug, from: 'slug', placeAt: () => source.placeOf(['slug']) };
  return {
    claims: [own, ...claimed.filter((claim, index) => !isAddress(claim.slug) && !isOwnName(aliases, index, own.slug))],
    formerClaims: claimed.filter((claim) => isAddress(claim.slug)),
  };
};

/** Whether an alias is an address in another event. */
const isAddress = (alias: string): boolean => /^\/[^/]+\/[^/]+\/?$/.test(alias);

/** What an entry takes from its fields as they are, and what it has where they say nothing. */
const valuesOf = (fields: EntryFields, slug: string) => ({
  aliases: (fields.aliases ?? []).filter((alias) => !isAddress(alias) && alias !== slug),
  formerAddresses: (fields.aliases ?? []).filter(isAddress),
  title: fields.title.trim(),
  untimed: fields.untimed ?? ('last' as const),
  sequence: fields.sequence ?? 0,
  topics: [...new Set(fields.topics)],
  pinned: fields.pinned ?? false,
  draft: fields.draft ?? false,
  fields,
  ...(fields.label !== undefined && { label: fields.label }),
  ...(fields.author !== undefined && { author: fields.author }),
  ...(fields.source !== undefined && { source: fields.source }),
});

const explanationsOf = (source: Fields, context: EntryContext) => {
  const metrics = [...(context.metrics?.keys() ?? [])];
  const known: ValueContext = { kind: 'entry', ...timesAt(source.file, context), metrics };
  return {
    explain: firstOf(explainMilestone(source, context.metrics), explainFields(source, known)),
    rename: (from: string, field: string) => renamed(source, from, field, known),
  };
};

const timesAt = (file: string, { timezone, startDate }: EntryContext): TimesAt => ({
  zone: timezone,
  date: dateInPath(file) ?? startDate,
});

/** The moments of an entry, as far as they can be read; `complete` where none that was written is missing. */
const readMoments = (source: Fields, fields: Partial<EntryFields>, at: TimesAt, report: Report) => {
  const read = (path: FieldPath, text: string): Moment | undefined =>
    readMoment({ fields: source, path }, text, at, report);
  const { time: written, published: appeared, day: filed, withdrawn: taken } = fields;
  const time = written === undefined ? undefined : read(['time'], written);
  const published = appeared === undefined ? undefined : read(['published'], appeared);
  const day = filed === undefined ? undefined : readDate({ fields: source, path: ['day'] }, filed, at, report);
  const corrections = (fields.corrections ?? []).flatMap(({ time: when, note }, index): Correction[] => {
    const moment = read(['corrections', index, 'time'], when);
    return moment ? [{ moment, note }] : [];
  });
  const withdrawnAt = taken && read(['withdrawn', 'time'], taken.time);
  const complete =
    (filed === undefined || day !== undefined) &&
    (appeared === undefined || published !== undefined) &&
    corrections.length === (fields.corrections ?? []).length &&
    (taken === undefined || withdrawnAt !== undefined);
  const withdrawn = taken && withdrawnAt && { moment: withdrawnAt, reason: taken.reason };
  return { complete, time, published, day, corrections, withdrawn };
};

const warnOfDisagreement = (
  name: { date?: string; clock?: string },
  { moment, written }: { readonly moment: Moment; readonly written: string },
  placeAt: () => ReportPlace,
  report: Report,
): void => {
  const dateAgrees = name.date === undefined || name.date === moment.date || name.date === written.slice(0, 10);
  const clockAgrees = name.clock === undefined || (moment.clock !== undefined && agrees(name.clock, moment.clock));
  if (dateAgrees && clockAgrees) return;
  const inName = [name.date, name.clock].filter(Boolean).join(' ');
  const inField =
    name.clock === undefined
      ? `date ${moment.date}`
      : moment.clock === undefined
        ? `date ${moment.date} without a time`
        : `time ${moment.date} ${moment.clock}`;
  reportAt(placeAt(), report, {
    rule: 'file-time-disagrees',
    message: `Unexpected ${inField}, expected ${inName} as in the file name`,
    hint: 'Correct "time", or rename the file; its slug stays the same.',
  });
};

const agrees = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);
