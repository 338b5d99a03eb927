import type { Archive } from '../core/archive.ts';
import { isDocument, isNote } from '../core/content-files.ts';
import { collectDiagnostics, type Diagnostic, hasErrors, type Report, sortDiagnostics } from '../core/diagnostics.ts';
import { linkTargets } from '../core/link-targets.ts';
import { permalinks } from '../core/permalinks.ts';
import { type ReadOptions, readArchive } from '../core/read-archive.ts';
import { type EventPicture, type EventText, heroesOf, textsOf } from '../core/texts.ts';
import type { Content } from '../io/read-content.ts';
import { isPlainProse } from '../markdown/plain-prose.ts';
import type { MediaPlan } from '../media/plan-media.ts';

/** Which files of the content are to be checked: all of them, unless `concerns` says otherwise. */
export type CheckOptions = ReadOptions & {
  readonly concerns?: (file: string) => boolean;
  /** Whether to say also what will be wrong in drafts once they are published; so it is if nothing is said. */
  readonly looksAhead?: boolean;
};

/** What is wrong in the files that were to be checked. */
export type Checked = {
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
): Promise<Checked> => {
  const { archive, diagnostics, unplaced } = readArchive(content.files, options);
  const found = [
    ...diagnostics,
    ...(await checkBodies(archive, [...textsOf(archive), ...unplaced], content, concerns)),
  ];
  const drafts = new Set(archive.events.flatMap(({ leftOut }) => leftOut).filter(concerns));
  if (looksAhead && drafts.size > 0) {
    const { archive: whole } = readArchive(content.files, { ...options, drafts: true });
    const texts = textsOf(whole).filter(({ text }) => drafts.has(text.file));
    found.push(...(await checkBodies(whole, texts, content, (file) => drafts.has(file))));
  }
  const concerning = ({ file, related }: Diagnostic) => concerns(file) || (related !== undefined && concerns(related));
  return {
    diagnostics: sortDiagnostics(found.filter(concerning)),
    documents: [...content.files.keys()].filter((file) => isDocument(file) && !isNote(file) && concerns(file)).length,
    elsewhere: hasErrors(diagnostics.filter((one) => !concerning(one))),
  };
};

const checkBodies = async (
  archive: Archive,
  texts: readonly EventText[],
  content: Content,
  concerns: (file: string) => boolean,
): Promise<readonly Diagnostic[]> => {
  const { report, diagnostics } = collectDiagnostics();
  const heroes = heroesOf(archive).filter(({ place }) => concerns(place.file));
  const doubtful = texts.filter(({ text }) => concerns(text.file) && !isPlainProse(text.markdown));
  const to = permalinks(archive.site.url);
  const parsed = doubtful.length > 0 ? await parseAll(doubtful, report) : [];
  const shown = parsed.flatMap(({ event, body }) => body.pictures.map((use) => ({ event, ...use })));
  const plans = await plansOf([...shown, ...heroes], content, report);
  if (parsed.length > 0) {
    const { finishBody } = await import('../markdown/finish-body.ts');
    const { showMedia } = await import('../media/show.ts');
    const targets = linkTargets(archive, content.files, to);
    for (const { event, slug = '', body } of parsed) {
      const mediaAt = (path: string) => {
        const plan = plans.get(path);
        return plan && showMedia(plan, (name) => to.media(event, name));
      };
      finishBody(body, { idPrefix: slug, page: to.absolute(to.entry(event, slug)), targets, mediaAt }, report);
    }
  }
  return diagnostics();
};

// What reads Markdown and pictures is loaded only where there is something to read: it takes longer than reading.
const parseAll = async (texts: readonly EventText[], report: Report) => {
  const { parseBody } = await import('../markdown/parse-body.ts');
  return texts.map((one) => ({ ...one, body: parseBody(one.text, report) }));
};

const plansOf = async (
  uses: readonly EventPicture[],
  content: Content,
  report: Report,
): Promise<ReadonlyMap<string, MediaPlan>> => {
  if (uses.length === 0) return new Map();
  const { planMedia } = await import('../media/plan-media.ts');
  const { diskPictures } = await import('./disk-caches.ts');
  return planMedia(uses, content, report, diskPictures());
};
