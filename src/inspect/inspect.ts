import type { Archive, Event } from '../core/archive.ts';
import { themeFolder } from '../core/content-files.ts';
import { collectDiagnostics, type Diagnostic, type Report, sortDiagnostics } from '../core/diagnostics.ts';
import { linkTargets } from '../core/link-targets.ts';
import type { Look } from '../core/look.ts';
import { type Permalinks, permalinks } from '../core/permalinks.ts';
import { type ReadOptions, readArchive } from '../core/read-archive.ts';
import { type EventText, heroesOf, namedByArchive, namedByEvents, ownTextsOf, textsOf } from '../core/texts.ts';
import type { Counterpart } from '../core/translations.ts';
import { withoutPlainProse } from '../markdown/plain-prose.ts';
import type { MediaSource } from '../media/plan-media.ts';
import type { PublishedMedia } from '../media/publish-media.ts';
import { noLook, openLook } from '../theme/open-look.ts';
import type { Around } from './around.ts';
import { checkCopies } from './check-copies.ts';
import type { Caches, EventSource, FinishedEvent, Frame } from './inspect-event.ts';
import { inspectTranslations } from './translations.ts';
import { reportUnused } from './unused-files.ts';

/** What is inspected, and what for. */
export type InspectOptions = ReadOptions & {
  /** Whose texts and pictures are read: those of all files, unless it is said. */
  readonly concerns?: (file: string) => boolean;
  /**
   * Whether it is only asked what is wrong: then nothing is made of text that cannot have faults, and drafts are read as
   * they will be once they are published.
   */
  readonly isCheck?: boolean;
  /** What lies around the content, where that is a part. */
  readonly around?: Around | undefined;
  /** What its theme has become, where that has been made already. */
  readonly look?: Look | undefined;
};

/** An archive, everything that is wrong with it, and its events with their texts and pictures. */
export type Inspection = {
  readonly archive: Archive;
  readonly to: Permalinks;
  readonly diagnostics: readonly Diagnostic[];
  /** What the look of the archive publishes, where it was not known already. */
  readonly filesOfLook: readonly PublishedMedia[];
  readonly events: readonly {
    readonly event: Event;
    readonly finished: FinishedEvent;
    readonly counterparts: readonly Counterpart[];
  }[];
  /** The texts and pictures of the archive's own pages, where these are inspected. */
  readonly own?: FinishedEvent;
};

/**
 * Inspects a content: the one way from files to diagnostics, addresses, texts and pictures, for checks as for builds. It
 * depends on its arguments alone.
 */
export const inspect = async (
  content: MediaSource,
  { concerns = () => true, isCheck = false, around, look: known, ...options }: InspectOptions,
  caches: Caches,
): Promise<Inspection> => {
  const { archive, diagnostics, unplaced } = readArchive(content.files, options);
  const { report, diagnostics: inTexts } = collectDiagnostics();
  const published = new Set<string>();
  const isWhole = !around || around.own.has('pages');
  const inspectTexts = (archive: Archive, texts: readonly EventText[], isWanted: typeof concerns) => {
    const wanted = texts.filter(({ text }) => isWanted(text.file));
    const addresses = addressesIn(archive, isWhole, isWanted);
    const sources = sourcesOf(archive, isCheck ? wanted.flatMap(doubtful) : wanted, addresses);
    return inspectEvents(sources, { content, archive, options, around, caches, isCheck, published }, report);
  };
  const all = [...textsOf(archive), ...ownTextsOf(archive), ...unplaced];
  const texts = isWhole ? all : all.filter(({ event }) => event !== undefined);
  const finished = await inspectTexts(archive, texts, concerns);
  if (isWhole) await inspectFrame(archive, content, report);
  const counterparts = await inspectTranslations(archive, { content, options, around }, report);
  const drafts = new Set(archive.events.flatMap(({ leftOut }) => leftOut).filter(concerns));
  if (isCheck && drafts.size > 0) {
    const { archive: whole } = readArchive(content.files, { ...options, drafts: true });
    const links = await inspectTexts(whole, textsOf(whole), (file) => drafts.has(file));
    for (const [slug, one] of links)
      finished.set(slug, { ...unread, links: [...(finished.get(slug)?.links ?? []), ...one.links] });
    await inspectTranslations(whole, { content, options, around }, (one) => drafts.has(one.file) && report(one));
  }
  const folders = archive.events.map(({ folder }) => folder);
  reportUnused(content.files, { folders, isKnown: (file) => published.has(file), concerns }, report);
  const own = finished.get(undefined);
  const theme = known || !concernsTheme(content, concerns) ? noLook : await openLook(content.files, archive.site);
  const look = known ?? theme.look;
  return {
    archive: { ...archive, site: { ...archive.site, ...(look && { look }) } },
    filesOfLook: theme.files,
    to: permalinks(archive.site.url),
    diagnostics: sortDiagnostics([...diagnostics, ...inTexts(), ...theme.diagnostics]),
    events: archive.events.flatMap((event) => {
      const found = finished.get(event.slug) ?? (isCheck ? unread : undefined);
      return found ? { event, finished: found, counterparts: counterparts.get(event) ?? [] } : [];
    }),
    ...(own && { own }),
  };
};

/** The pictures and addresses that fields name; those of the archive's own pages where it is inspected as a whole. */
const addressesIn = (archive: Archive, isWhole: boolean, isWanted: (file: string) => boolean) => ({
  heroes: heroesOf(archive).filter(({ place }) => isWanted(place.file)),
  named: [...namedByEvents(archive), ...(isWhole ? namedByArchive(archive) : [])].filter(({ place }) =>
    isWanted(place.file),
  ),
});

/** What else there is of the archive beside its events. */
const inspectFrame = async (archive: Archive, content: MediaSource, report: Report): Promise<void> => {
  await checkCopies(archive, content, report);
  const { footer } = archive.site;
  if (footer) (await import('../markdown/inline-only.ts')).reportBlocks(footer, 'footer', report);
};

/** What is wrong with a theme stands in its files, or where the settings name them. */
const concernsTheme = ({ files }: MediaSource, concerns: (file: string) => boolean): boolean =>
  ['site.yml', `${themeFolder}/`, ...[...files.keys()].filter((file) => file.startsWith(`${themeFolder}/`))].some(
    concerns,
  );

/** What of a text can have faults. */
const doubtful = (one: EventText): EventText | [] => {
  const markdown = withoutPlainProse(one.text.markdown);
  return markdown === '' ? [] : { ...one, text: { ...one.text, markdown } };
};

/** Texts and pictures by their events; some may be of a folder whose settings cannot be read. */
const sourcesOf = (
  { site, events }: Archive,
  texts: readonly EventText[],
  { heroes, named }: ReturnType<typeof addressesIn>,
): readonly EventSource[] => {
  const languages = new Map(events.map(({ slug, language }) => [slug, language]));
  const textsBy = Map.groupBy(texts, ({ event }) => event);
  const heroesBy = Map.groupBy(heroes, ({ event }): string | undefined => event);
  const namedBy = Map.groupBy(named, ({ event }) => event);
  return [...new Set([...textsBy.keys(), ...heroesBy.keys(), ...namedBy.keys()])].map((slug) => ({
    slug,
    language: languages.get(slug ?? '') ?? site.language,
    texts: textsBy.get(slug) ?? [],
    heroes: heroesBy.get(slug) ?? [],
    named: namedBy.get(slug) ?? [],
  }));
};

/** Texts and pictures of which nothing is needed. */
const unread: FinishedEvent = { bodies: new Map(), mediaAt: () => undefined, plans: [], sources: [], links: [] };

const inspectEvents = async (
  sources: readonly EventSource[],
  {
    isCheck,
    published,
    ...frame
  }: Omit<Frame, 'to' | 'targets'> & {
    readonly isCheck: boolean;
    /** The files that are found to be published. */
    readonly published: Set<string>;
  },
  report: Report,
): Promise<Map<string | undefined, FinishedEvent>> => {
  const finished = new Map<string | undefined, FinishedEvent>();
  if (sources.length === 0) return finished;
  // What reads Markdown and pictures is loaded only where there is something to read: it takes longer than reading.
  const { inspectEvent } = await import('./inspect-event.ts');
  const { archive, content } = frame;
  const to = permalinks(archive.site.url);
  const whole = { ...frame, to, targets: linkTargets(archive, content.files, to) };
  for (const source of sources) {
    const one = await inspectEvent(source, whole, report);
    for (const file of one.sources) published.add(file);
    // Of what is only checked nothing stays in memory but where links lead.
    finished.set(source.slug, isCheck ? { ...unread, links: one.links } : one);
  }
  return finished;
};
