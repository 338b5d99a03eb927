import type { Entry, Event, EventDay, Milestone, Picture, Site, Text, Topic } from './archive.ts';
import { splitCaption } from './caption.ts';
import { firstPublished } from './changes.ts';
import { type Checked, checkFields, firstOf } from './check-fields.ts';
import { type ContentFiles, fileName, joinPath } from './content-files.ts';
import { compare, type Report } from './diagnostics.ts';
import { type Document, readDocument } from './document.ts';
import { explainFields, renamed } from './explain-fields.ts';
import { explainMetrics } from './explain-figures.ts';
import { changeBy, timesOf, warnOfEarly, warnOfFuture, warnOfFutureEvent } from './future.ts';
import { licenseOf } from './license.ts';
import { linkMilestones, markLast } from './link-milestones.ts';
import type { ValueContext } from './meant-values.ts';
import { firstInstant, localTime, type Moment } from './moment.ts';
import { isOwnName } from './names-of.ts';
import { byOrder, demandedInstants } from './order.ts';
import { placeOfFile, reportAt } from './place.ts';
import { reachedBy } from './reached.ts';
import { type EntryDraft, type ReadEntry, readEntry } from './read-entry.ts';
import { type EventSettings, endsBeforeStart, readEventSettings, type WholeSettings } from './read-event-settings.ts';
import { readLinks } from './read-links.ts';
import { checkSlugs, type SlugClaim } from './read-slugs.ts';
import { type EventFields, eventSchema } from './schema/event.ts';
import { reservedEntrySlugs } from './slug.ts';
import { readWithSoundLines } from './sound-lines.ts';
import { type TextHistory, unexplained, warnOfHistory } from './text-history.ts';
import { warnOfMarkup } from './title-markup.ts';
import type { Fields } from './yaml.ts';
import { isZone } from './zone-names.ts';

/** What reading needs beside the files. */
type ReadEventOptions = {
  readonly site: Site;
  readonly drafts: boolean;
  readonly now: number;
  readonly history: TextHistory;
  readonly reportSince?: number | undefined;
};

/**
 * What an event's folder gives: the addresses it claims in the archive, the event where its settings are right, and the
 * bodies that found no place in it, which can still be checked.
 */
type ReadEvent = {
  readonly claims: readonly SlugClaim[];
  /** The addresses that its entries claim in other events. */
  readonly formerClaims: readonly SlugClaim[];
  readonly unplaced: readonly Text[];
  readonly event?: Event;
};

/** Reads the event in the folder `slug`; `files` holds the paths below it. */
export const readEvent = (slug: string, files: ContentFiles, options: ReadEventOptions, report: Report): ReadEvent => {
  const file = `${slug}/event.md`;
  const bytes = files.get(file);
  const read =
    bytes instanceof Uint8Array
      ? readWithSoundLines(bytes, (bytes, report) => readSettings(file, bytes, report), report)
      : noSettings;
  const { document, complete, sound, settings } = read;
  const entries = readEntries(files, settings, sound['day-starts-at'], report);
  checkSlugs(
    entries.flatMap(({ claims }) => claims),
    reservedEntrySlugs,
    true,
    report,
  );
  const formerClaims = entries.flatMap((entry) => entry.formerClaims ?? []);
  const ordered = entries.flatMap(({ draft }) => draft ?? []).sort((a, b) => byOrder(a.entry, b.entry));
  const milestones = checkTogether(ordered, settings, options.now, report);
  if (document) warnOfFutureEvent(settings, document.fields, options.now, report);
  const claims = claimsOf(slug, document, sound.aliases ?? []);
  const standfirst = document && { file, line: document.bodyLine, markdown: document.body };
  const unplaced = entries.flatMap(({ body, draft }) => (body && !(draft && complete) ? body : []));
  if (!document || !standfirst || !complete || !isWhole(settings)) {
    return { claims, formerClaims, unplaced: [...(standfirst ? [standfirst] : []), ...unplaced] };
  }
  const event: Event = {
    slug: slug.normalize('NFC'),
    folder: slug,
    standfirst,
    ...settings,
    ...valuesOf(complete, options.site),
    aliases: (complete.aliases ?? []).filter((alias) => alias !== slug.normalize('NFC')),
    links: readLinks(document.fields, complete.links),
    ...placeEntries(ordered, { settings, complete, milestones }, options),
    ...(complete.hero && { hero: readHero(slug, document, complete.hero) }),
  };
  warnOfHistory(event, ordered, options, report);
  return { claims, formerClaims, event, unplaced };
};

/** Checks entries in order, and against the settings of their event; gives their milestones, as far as the metrics are known. */
const checkTogether = (
  ordered: readonly EntryDraft[],
  settings: EventSettings,
  now: number,
  report: Report,
): ReadonlyMap<string, Milestone> => {
  const { metrics, timezone: zone, countsFrom = 0 } = settings;
  for (const draft of ordered) {
    warnOutside(draft, settings, report);
    if (!zone) continue;
    warnOfFuture(draft, { zone, now }, report);
    warnOfEarly(draft, zone, report);
  }
  return metrics ? linkMilestones(ordered, { metrics, countsFrom }, report) : new Map();
};

const isWhole = (settings: EventSettings): settings is WholeSettings =>
  settingNames.every((name) => settings[name] !== undefined);

const settingNames = ['timezone', 'starts', 'ends', 'countsFrom', 'metrics'] as const;

/** What an event takes from its fields as they are, and what it has where they say nothing. */
const valuesOf = (fields: EventFields, site: Site) => ({
  ...licenseIn(fields, site),
  title: fields.title,
  description: fields.description,
  order: fields.order,
  language: fields.language ?? site.language,
  live: fields.live ?? false,
  results: (fields.results ?? []).map(({ note, ...result }) => ({ ...result, ...(note !== undefined && { note }) })),
  fields,
  ...(fields.location !== undefined && { location: fields.location }),
  ...(fields.organiser !== undefined && { organiser: fields.organiser }),
});

const licenseIn = ({ license }: EventFields, site: Site): Pick<Event, 'license'> => {
  const own = license === undefined ? site.license : licenseOf(license);
  return own ? { license: own } : {};
};

/** The entries that are part of an event, by days and topics, and what the event knows of the moment at which it is read. */
const placeEntries = (
  ordered: readonly EntryDraft[],
  { settings, complete, milestones }: WholeEvent,
  { drafts, now, history }: ReadEventOptions,
) => {
  const { timezone, starts, countsFrom, published } = settings;
  const visible = ordered.map(({ entry }) => entry).filter((entry) => drafts || !entry.draft);
  const instants = demandedInstants(visible, timezone);
  const timed = visible.map((entry, index) => {
    const demandedInstant = instants[index] ?? 0;
    const timed = { ...entry, demandedInstant };
    const published = { ...timed, ...firstPublished(timed, settings) };
    return { ...published, ...unexplained(published, history[entry.file], timezone) };
  });
  const times = timesOf(timed, timezone);
  const reached = reachedBy(times, now);
  const entries = markLast(
    timed.map((entry): Entry => {
      const milestone = milestones.get(entry.file);
      return { ...entry, ...changeBy(entry, timezone, reached), ...(milestone && { milestone }) };
    }),
    complete.live ?? false,
  );
  return {
    entries,
    leftOut: drafts ? [] : ordered.flatMap(({ entry }) => (entry.draft ? entry.file : [])),
    days: daysOf(entries),
    topics: topicsOf(entries, complete.topics ?? {}),
    ...reachedBy(
      [...times, countsFrom, firstInstant(starts, timezone), ...(published ? [firstInstant(published, timezone)] : [])],
      now,
    ),
  };
};

/** What is known of an event whose settings and fields are all right, with the milestones of its entries. */
type WholeEvent = {
  readonly settings: WholeSettings;
  readonly complete: EventFields;
  readonly milestones: ReadonlyMap<string, Milestone>;
};

/** What `event.md` says, as far as it can be read. */
type ReadSettings = Checked<EventFields> & { readonly document?: Document; readonly settings: EventSettings };

const noSettings: ReadSettings = { sound: {}, settings: {} };

const readSettings = (file: string, bytes: Uint8Array, report: Report): ReadSettings => {
  const document = readDocument(file, bytes, report);
  if (!document) return noSettings;
  const checked = checkFields(eventSchema, document.fields, report, explanationsOf(document.fields));
  warnOfMarkup(eventSchema, document.fields, report);
  return { ...checked, document, settings: readEventSettings(document.fields, checked.sound, report) };
};

const explanationsOf = (source: Fields) => {
  const zone =
    typeof source.data === 'object' && source.data !== null ? Reflect.get(source.data, 'timezone') : undefined;
  const known: ValueContext = { kind: 'event', zone: typeof zone === 'string' && isZone(zone) ? zone : 'UTC' };
  return {
    explain: firstOf(explainMetrics(source), explainFields(source, known)),
    rename: (from: string, field: string) => renamed(source, from, field, known),
  };
};

const readEntries = (
  files: ContentFiles,
  { timezone, metrics, starts, ends }: EventSettings,
  dayStartsAt = '00:00',
  report: Report,
): readonly ReadEntry[] => {
  // Without a zone it cannot be known whether a file's name agrees with a time that has an offset.
  const reportEntry: Report = (finding) => (timezone || finding.rule !== 'file-time-disagrees') && report(finding);
  const context = {
    timezone: timezone ?? 'UTC',
    dayStartsAt,
    ...(starts && { startDate: coverageStart(starts, ends) }),
    ...(metrics && { metrics }),
  };
  return [...files].flatMap(([path, content]) =>
    content instanceof Uint8Array && fileName(path) !== 'event.md'
      ? [readWithSoundLines(content, (bytes, report) => readEntry(path, bytes, context, report), reportEntry)]
      : [],
  );
};

/** The date on which a coverage starts, with its time of day where it goes on to the next day. */
const coverageStart = (starts: Moment, ends: Moment | undefined): string =>
  starts.clock === undefined || ends === undefined || ends.date <= starts.date
    ? starts.date
    : `${starts.date}T${starts.clock}`;

const claimsOf = (slug: string, document: Document | undefined, aliases: readonly string[]): SlugClaim[] => {
  const atFile = () => placeOfFile(`${slug}/event.md`);
  return [
    { slug: slug.normalize('NFC'), from: 'folder name', placeAt: atFile },
    ...aliases.flatMap((alias, index): SlugClaim[] => {
      if (isOwnName(aliases, index, slug.normalize('NFC'))) return [];
      return [{ slug: alias, from: 'alias', placeAt: () => document?.fields.placeOf(['aliases', index]) ?? atFile() }];
    }),
  ];
};

const readHero = (slug: string, { fields }: Document, hero: NonNullable<EventFields['hero']>): Picture => {
  const { file, line, column } = fields.placeOf(['hero', 'picture']);
  const { caption, credit } = splitCaption(hero.caption ?? '');
  const textOf = (markdown: string): Text => {
    const { line: captionLine } = fields.placeOf(['hero', 'caption']);
    return { file, line: captionLine, markdown, inline: true };
  };
  return {
    file: joinPath(slug, hero.picture),
    alt: hero.alt,
    place: { file, line, column },
    ...(caption !== undefined && { caption: textOf(caption) }),
    ...(credit !== undefined && { credit: textOf(credit) }),
  };
};

const warnOutside = (
  { entry, document }: EntryDraft,
  { starts, ends, timezone = 'UTC' }: EventSettings,
  report: Report,
): void => {
  // Where the coverage itself is not known or wrong, no entry can be outside it.
  if (!starts || !ends || endsBeforeStart(starts, ends, timezone)) return;
  const { instant, date } = entry.moment;
  const before = instant !== undefined && starts.instant !== undefined ? instant < starts.instant : date < starts.date;
  const after = instant !== undefined && ends.instant !== undefined ? instant > ends.instant : date > ends.date;
  const coverage = `expected ${localTime(starts)} to ${localTime(ends)}`;
  const warn = (field: string, message: string): void => {
    const hint = `Correct "${field}", or "starts" and "ends" in event.md.`;
    const words = { rule: 'outside-coverage', message: `${message}, ${coverage}`, hint } as const;
    reportAt(document.fields.placeOf([field]), report, words);
  };
  const where = before ? 'before the coverage starts' : 'after the coverage ends';
  if (before || after) warn('time', `Unexpected time ${localTime(entry.moment)} ${where}`);
  else if (entry.day > ends.date || (entry.day < starts.date && entry.day < dayBefore(starts.date)))
    warn('day', `Unexpected event day ${entry.day} outside the coverage`);
};

/** With `day-starts-at`, the first hours of a coverage can belong to the day before. */
const dayBefore = (date: string): string => Temporal.PlainDate.from(date).subtract({ days: 1 }).toString();

const daysOf = (entries: readonly Entry[]): EventDay[] =>
  [...Map.groupBy(entries, ({ day }) => day)].map(([date, ofDay]) => ({ date, entries: ofDay }));

const topicsOf = (entries: readonly Entry[], titles: Readonly<Record<string, string>>): Topic[] => {
  const bySlug = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.withdrawn) continue;
    for (const topic of entry.topics) {
      const ofTopic = bySlug.get(topic);
      if (ofTopic) ofTopic.push(entry);
      else bySlug.set(topic, [entry]);
    }
  }
  return [...bySlug]
    .map(([slug, ofTopic]) => ({
      slug,
      title: (Object.hasOwn(titles, slug) && titles[slug]) || slug,
      entries: ofTopic,
    }))
    .sort((a, b) => compare(a.title, b.title) || compare(a.slug, b.slug));
};
