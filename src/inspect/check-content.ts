import type { Archive } from '../core/archive.ts';
import { isDocument, isNote } from '../core/content-files.ts';
import { collectDiagnostics, type Diagnostic, hasErrors, sortDiagnostics } from '../core/diagnostics.ts';
import { linkTargets } from '../core/link-targets.ts';
import { permalinks } from '../core/permalinks.ts';
import { type ReadOptions, readArchive } from '../core/read-archive.ts';
import { type EventText, heroesOf, textsOf } from '../core/texts.ts';
import { counterpartsOf } from '../core/translations.ts';
import type { Content } from '../io/read-content.ts';
import { withoutPlainProse } from '../markdown/plain-prose.ts';

/** Which files of the content are to be checked: all of them, unless `concerns` says otherwise. */
export type CheckOptions = ReadOptions & {
  readonly concerns?: (file: string) => boolean;
  /** Whether to say also what will be wrong in drafts once they are published; so it is if nothing is said. */
  readonly looksAhead?: boolean;
};

/** What is wrong in the files that were to be checked. */
export type CheckResult = {
  readonly diagnostics: readonly Diagnostic[];
  /** How many documents have been checked. */
  readonly documents: number;
  /** Whether front matter or settings of other files have errors, which stop a build as well. */
  readonly elsewhere: boolean;
};

/**
 * Everything that a build would say of the content, without building it, and what it would say of drafts once they are
 * published. Of other files than those that concern, it reads what those depend on, and reports nothing but what comes
 * of one that concerns.
 */
export const checkContent = async (
  content: Content,
  { concerns = () => true, looksAhead = true, ...options }: CheckOptions = {},
): Promise<CheckResult> => {
  const { archive, diagnostics, unplaced } = readArchive(content.files, options);
  const found = [
    ...diagnostics,
    ...faultsOfTranslations(archive, content),
    ...(await checkBodies(archive, [...textsOf(archive), ...unplaced], content, concerns)),
  ];
  const drafts = new Set(archive.events.flatMap(({ leftOut }) => leftOut).filter(concerns));
  if (looksAhead && drafts.size > 0) {
    const { archive: whole } = readArchive(content.files, { ...options, drafts: true });
    const texts = textsOf(whole).filter(({ text }) => drafts.has(text.file));
    found.push(...faultsOfTranslations(whole, content).filter(({ file }) => drafts.has(file)));
    found.push(...(await checkBodies(whole, texts, content, (file) => drafts.has(file))));
  }
  const concerning = ({ file, related }: Diagnostic) => concerns(file) || (related !== undefined && concerns(related));
  return {
    diagnostics: sortDiagnostics(found.filter(concerning)),
    documents: [...content.files.keys()].filter((file) => isDocument(file) && !isNote(file) && concerns(file)).length,
    elsewhere: hasErrors(diagnostics.filter((one) => !concerning(one))),
  };
};

const faultsOfTranslations = ({ events }: Archive, { files }: Content): readonly Diagnostic[] => {
  const { report, diagnostics } = collectDiagnostics();
  for (const event of events) counterpartsOf(event, { events, files }, report);
  return diagnostics();
};

const checkBodies = async (
  archive: Archive,
  texts: readonly EventText[],
  content: Content,
  concerns: (file: string) => boolean,
): Promise<readonly Diagnostic[]> => {
  const { report, diagnostics } = collectDiagnostics();
  const doubtful = texts
    .filter(({ text }) => concerns(text.file))
    .map((one) => ({ ...one, text: { ...one.text, markdown: withoutPlainProse(one.text.markdown) } }))
    .filter(({ text }) => text.markdown !== '');
  const heroes = heroesOf(archive).filter(({ place }) => concerns(place.file));
  if (doubtful.length + heroes.length === 0) return [];
  // What reads Markdown and pictures is loaded only where there is something to read: it takes longer than reading.
  const { finishEvent, prepareEvent } = await import('./event-bodies.ts');
  const { diskPictures } = await import('./disk-caches.ts');
  const { noBodyCache } = await import('../markdown/prepare-body.ts');
  const { site, events } = archive;
  const to = permalinks(site.url);
  const targets = linkTargets(archive, content.files, to);
  const finishing = { to, targets, source: content, pictures: diskPictures() };
  const languages = new Map(events.map(({ slug, language }) => [slug, language]));
  const textsOfEvents = Map.groupBy(doubtful, ({ event }) => event);
  const heroesOfEvents = Map.groupBy(heroes, ({ event }) => event);
  for (const event of new Set([...textsOfEvents.keys(), ...heroesOfEvents.keys()])) {
    const context = { to, shelf: noBodyCache, language: languages.get(event) ?? site.language };
    const source = {
      slug: event,
      texts: textsOfEvents.get(event) ?? [],
      heroes: heroesOfEvents.get(event) ?? [],
    };
    const prepared = prepareEvent(source, context, report);
    await finishEvent(prepared, finishing, report);
  }
  return diagnostics();
};
