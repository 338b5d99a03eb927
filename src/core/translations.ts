import type { Archive, Entry, Event } from './archive.ts';
import type { ContentFiles } from './content-files.ts';
import type { Report } from './diagnostics.ts';
import { readDocument } from './document.ts';
import { flow } from './figure-forms.ts';
import { nearest } from './nearest.ts';
import { placeOfFile, type ReportPlace, reportAt } from './place.ts';
import { partsOfFileName } from './slug.ts';
import type { FieldPath, Fields } from './yaml.ts';

/** An event in another language, as the pages of this one show it. */
export type Counterpart = {
  readonly folder: string;
  readonly slug: string;
  readonly language: string;
  /** Topics that both have, by slug. */
  readonly topics: readonly string[];
  /** The slugs of its entries that say the same as entries of this event, by the slugs of these. */
  readonly entries: Readonly<Record<string, string>>;
};

/** What translations are read from: all events in question, and their files, for places in them. */
type Around = { readonly events: Archive['events']; readonly files: ContentFiles };

/**
 * An event in its other languages, by language. What is wrong with its translations, and with what its entries say of them,
 * is reported; so it is known only where the events that it names are among those around it.
 */
export const counterpartsOf = (event: Event, around: Around, report: Report): readonly Counterpart[] => {
  const named = Object.entries(event.fields.translations ?? {});
  const others = named.flatMap((one) => namedEvent(event, one, around, report) ?? []);
  if (others.length === named.length) checkEntries(event, others, around, report);
  return others
    .map((other) => ({
      folder: other.folder,
      slug: other.slug,
      language: other.language,
      topics: event.topics
        .map(({ slug }) => slug)
        .filter((topic) => other.topics.some(({ slug }) => slug === topic))
        .sort(),
      entries: pairsOf(event, other, others),
    }))
    .sort((a, b) => (a.language < b.language ? -1 : 1));
};

/** Finds the event that another names as its translation, and reports why it cannot be that. */
const namedEvent = (
  event: Event,
  [language, slug]: readonly [string, string],
  { events, files }: Around,
  report: Report,
): Event | undefined => {
  const naming = { event, language, slug, fields: fieldsOf(`${event.folder}/event.md`, files) };
  const other = events.find((one) => isNamed(one, slug));
  // Of one that is there and cannot be read, its own errors say enough.
  if (!other && files.has(`${slug}/event.md`)) return undefined;
  if (!other || isNamed(event, slug)) reportUnknownEvent(naming, events, report);
  else if (language !== other.language || language === event.language) reportLanguage(naming, other, report);
  else if (isNamed(event, other.fields.translations?.[event.language] ?? '')) return other;
  else reportOneSided(naming, other, report);
  return undefined;
};

/** An event that names another in a language, and its fields. */
type Naming = {
  readonly event: Event;
  readonly language: string;
  readonly slug: string;
  readonly fields: ReturnType<typeof fieldsOf>;
};

const reportUnknownEvent = (
  { event, language, slug, fields }: Naming,
  events: readonly Event[],
  report: Report,
): void => {
  const isSelf = isNamed(event, slug);
  const others = events.filter((one) => one.slug !== event.slug).map((one) => one.slug);
  const meant = isSelf ? undefined : nearest(slug, others);
  reportAt(placeAt(fields, event, ['translations', language]), report, {
    rule: 'unknown-translation',
    message: isSelf
      ? `Unexpected event "${slug}" in "translations.${language}", which is this one, expected another`
      : `Unexpected event "${slug}" in "translations.${language}", expected the slug of an event`,
    hint: meant === undefined ? 'Write the name of the folder of the event, or remove it.' : `Did you mean "${meant}"?`,
    meant,
  });
};

const reportLanguage = ({ event, language, slug, fields }: Naming, other: Event, report: Report): void => {
  const path = ['translations', language];
  const related = `${other.folder}/event.md`;
  const isSame = other.language === event.language;
  const isTaken = Object.hasOwn(event.fields.translations ?? {}, other.language);
  reportAt(fields?.placeOfKey(path) ?? placeAt(fields, event, path), report, {
    rule: 'translation-language',
    message: `Unexpected language "${language}" of "${slug}" in "translations", expected ${isSame ? 'another than that of this event' : `"${other.language}", as in its event.md`}`,
    hint: isSame
      ? `Remove it, or correct "language" in one of the two: both are in "${event.language}".`
      : `Write ${other.language}, or correct "language" in ${related}.`,
    related,
    meant: isSame || isTaken ? undefined : other.language,
  });
};

const reportOneSided = ({ event, language, slug, fields }: Naming, other: Event, report: Report): void => {
  const related = `${other.folder}/event.md`;
  const named = other.fields.translations ?? {};
  const back = named[event.language];
  const others = Object.entries(named).filter(([, name]) => !isNamed(event, name));
  const whole = flow({ ...Object.fromEntries(others), [event.language]: event.slug });
  reportAt(placeAt(fields, event, ['translations', language]), report, {
    rule: 'one-sided-translation',
    message: `Unexpected translation "${slug}", which names ${back === undefined ? 'no event' : `"${back}"`} in "${event.language}", expected both to name each other`,
    hint: `Write translations: ${whole} in ${related}, or remove it here.`,
    related,
  });
};

/** Reports what is wrong with what entries translate. */
const checkEntries = (event: Event, others: readonly Event[], { files }: Around, report: Report): void => {
  const taken = new Map<Entry, Entry>();
  for (const entry of event.entries) {
    const wanted = entry.fields.translates;
    if (wanted === undefined) continue;
    const place = placeAt(fieldsOf(entry.file, files), event, ['translates'], entry.file);
    if (others.length === 0) {
      reportAt(place, report, {
        rule: 'unknown-translation',
        message: `Unexpected "translates" in an event without "translations", expected them to name the event of "${wanted}"`,
        hint: `Name it in ${event.folder}/event.md, such as translations: {${event.language === 'en' ? 'de' : 'en'}: its-slug}, or remove this field.`,
        related: `${event.folder}/event.md`,
      });
      continue;
    }
    const found = others.flatMap((other) => entryNamed(other, wanted) ?? []);
    if (found.length === 0 && !others.some((other) => isDraft(other, wanted, files)))
      reportUnknown(wanted, others, place, report);
    for (const one of found) {
      const first =
        taken.get(one) ??
        entriesThatTranslate(entry, others).find((other) => other !== one && hasSameEvent(other, one, others));
      taken.set(one, entry);
      if (first === undefined) continue;
      reportAt(place, report, {
        rule: 'duplicate-translation',
        message: `Unexpected second pair with "${wanted}", expected one: "${first.slug}" in ${first.file} is paired already`,
        hint: 'Remove or correct "translates" in one of the two.',
        related: first.file,
      });
    }
  }
};

const reportUnknown = (wanted: string, others: readonly Event[], place: ReportPlace, report: Report): void => {
  const meant = nearest(
    wanted,
    others.flatMap(({ entries }) => entries.map(({ slug }) => slug)),
  );
  reportAt(place, report, {
    rule: 'unknown-translation',
    message: `Unexpected entry "${wanted}" in "translates", expected the slug of an entry of ${others.map(({ slug }) => slug).join(' or ')}`,
    hint: meant === undefined ? 'Correct the slug, or remove the field.' : `Did you mean "${meant}"?`,
    meant,
    related: `${others[0]?.folder}/event.md`,
  });
};

/** The entries of an event that say the same as those of another, by the slugs of these. What is withdrawn says nothing. */
const pairsOf = (event: Event, other: Event, all: readonly Event[]): Readonly<Record<string, string>> => {
  const direct = directPairs(event, other);
  // Both may translate the same entry of a third event.
  for (const third of all.filter((one) => one !== other)) {
    const [there, back] = [directPairs(event, third), directPairs(third, other)];
    for (const [own, theirs] of there) {
      const last = back.get(theirs);
      if (last && !direct.has(own)) direct.set(own, last);
    }
  }
  const readable = [...direct].filter(([own, theirs]) => !own.withdrawn && !theirs.withdrawn);
  return Object.fromEntries(readable.map(([own, theirs]) => [own.slug, theirs.slug] as const).sort());
};

const directPairs = (event: Event, other: Event): Map<Entry, Entry> => {
  const pairs = new Map<Entry, Entry>();
  const add = (own: Entry | undefined, theirs: Entry | undefined): void => {
    if (own && theirs && !pairs.has(own)) pairs.set(own, theirs);
  };
  const [own, theirs] = [bySlug(event), bySlug(other)];
  for (const entry of event.entries) add(entry, theirs.get(entry.fields.translates?.normalize('NFC') ?? ''));
  for (const entry of other.entries) add(own.get(entry.fields.translates?.normalize('NFC') ?? ''), entry);
  return pairs;
};

const bySlug = ({ entries }: Event): ReadonlyMap<string, Entry> =>
  new Map(entries.flatMap((entry) => [entry.slug, ...entry.aliases].map((slug) => [slug.normalize('NFC'), entry])));

const entryNamed = (event: Event, slug: string): Entry | undefined => bySlug(event).get(slug.normalize('NFC'));

/** The entries of other events that say that they translate this one. */
const entriesThatTranslate = ({ slug, aliases }: Entry, others: readonly Event[]): readonly Entry[] =>
  others.flatMap(({ entries }) =>
    entries.filter(({ fields: { translates } }) => translates !== undefined && [slug, ...aliases].includes(translates)),
  );

const hasSameEvent = (one: Entry, other: Entry, events: readonly Event[]): boolean =>
  events.some(({ entries }) => entries.includes(one) && entries.includes(other));

/** Whether a draft that is left out of an event has this slug. */
const isDraft = ({ leftOut }: Event, wanted: string, files: ContentFiles): boolean =>
  leftOut.some((file) => {
    const data = fieldsOf(file, files)?.data;
    const written = typeof data === 'object' && data !== null ? Reflect.get(data, 'slug') : undefined;
    return (written ?? partsOfFileName(file.replace(/^.*\//, '')).slug) === wanted;
  });

/** Whether an event has, or had, a slug. */
export const isNamed = ({ slug, aliases }: Event, name: string): boolean =>
  [slug, ...aliases].includes(name.normalize('NFC')) || aliases.includes(name);

const fieldsOf = (file: string, files: ContentFiles): Fields | undefined => {
  const bytes = files.get(file);
  return bytes instanceof Uint8Array ? readDocument(file, bytes, () => {})?.fields : undefined;
};

const placeAt = (
  fields: Fields | undefined,
  { folder }: Event,
  path: FieldPath,
  file = `${folder}/event.md`,
): ReportPlace => fields?.placeOf(path) ?? placeOfFile(file);
