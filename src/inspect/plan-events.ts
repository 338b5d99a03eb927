import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Archive, EventSummary } from '../core/archive.ts';
import { type ContentFiles, ownFolders, topFolder } from '../core/content-files.ts';
import { type Diagnostic, hasErrors } from '../core/diagnostics.ts';
import type { EventRecord } from '../core/event-record.ts';
import { isSameAt } from '../core/reached.ts';
import type { ReadOptions } from '../core/read-archive.ts';
import { foldSlug } from '../core/slug.ts';
import { type ContentParts, fingerprintOf } from '../io/content-source.ts';
import type { Content } from '../io/read-content.ts';
import type { Addresses } from './around.ts';

/** What a plan needs of the record of an event. */
export type PlannedRecord = Pick<EventRecord, 'links' | 'counterparts' | 'reached'> & {
  readonly summary: Pick<EventSummary, 'slug' | 'aliases'>;
};

/** Whoever knows of events that were made or checked before, with everything common as it is now: a release, or a cache. */
export type EventMemory<Kept extends { readonly record: PlannedRecord }> = {
  /** What is kept of the event in a folder, where that was as `fingerprint` says, and what was made of it is still there. */
  readonly recall: (folder: string, fingerprint: string) => Promise<Kept | undefined>;
  /** How another folder was when that was made. */
  readonly fingerprintOf: (kept: Kept, folder: string) => string | undefined;
};

/** What is planned: the content, how it is read, and what is made of the event in each folder beside what that asks for. */
type PlanInput = {
  readonly source: ContentParts;
  readonly options: ReadOptions;
};

/** Which events are made or checked, by their folders, and which are kept as they are. */
export type EventsToMake<Kept> = {
  readonly changed: readonly string[];
  readonly kept: ReadonlyMap<string, Kept>;
  /** How each folder was before anything was read to make pages. */
  readonly fingerprints: ReadonlyMap<string, string>;
  /** The slug and the aliases of each event, by its folder. */
  readonly addresses: Addresses;
  /** What is wrong above the events. */
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Compares the content with what is known of its events. An event is made anew where its folder has changed, where nothing is
 * known of it, where a time in it has come, and where its pages show something of another event that is otherwise now.
 * `wanted` are the folders of the events that are looked at.
 */
export const planEvents = async <Kept extends { readonly record: PlannedRecord }>(
  input: PlanInput,
  memory: EventMemory<Kept>,
  wanted: readonly string[] = input.source.folders,
): Promise<EventsToMake<Kept>> => {
  const { source, options } = input;
  const now = options.now ?? Number.POSITIVE_INFINITY;
  const fingerprints = new Map<string, string>();
  for (const folder of wanted) fingerprints.set(folder, await source.fingerprint(folder));
  const kept = new Map<string, Kept>();
  for (const [folder, fingerprint] of fingerprints) {
    const found = await memory.recall(folder, fingerprint);
    if (found && isSameAt(found.record.reached, now)) kept.set(folder, found);
  }
  const isMoved = (folder: string, by: Kept): boolean =>
    !kept.has(folder) || fingerprints.get(folder) !== memory.fingerprintOf(by, folder);
  const stale: string[] = [];
  for (const [folder, one] of kept) {
    const moved = foldersShown(one.record).filter((other) => isMoved(other, one));
    if (moved.length > 0 && (await showsOtherwise(folder, one.record, new Set(moved), input))) stale.push(folder);
  }
  for (const folder of stale) kept.delete(folder);
  const changed = wanted.filter((folder) => !kept.has(folder));
  return { changed, kept, fingerprints, ...(await outline(input, changed, kept)) };
};

/** The folders of the other events of which the pages of an event show something. */
export const foldersShown = ({ links, counterparts = [] }: PlannedRecord): readonly string[] => [
  ...new Set([...links, ...counterparts].map(({ folder }) => folder)),
];

/**
 * Everything on which all events depend, the `versions` of what makes or checks them too: of the archive's own pages what is shown of them everywhere, and where they are. The
 * moment of the content is no part of it: each event knows when that matters.
 */
export const commonOf = async (
  { source, options: { now: _, history: _history, reportSince: _since, ...options } }: PlanInput,
  versions: readonly string[],
): Promise<string> => {
  const hash = createHash('sha256').update(JSON.stringify([versions, options]));
  for (const [path, content] of source.top.files)
    if (topFolder(path) !== 'pages') hash.update(`\0${path}\0`).update(content);
  const hasPages = [...source.top.files.keys()].some((path) => topFolder(path) === 'pages');
  const pages = hasPages ? await pagesIn(source.top.files, options) : [];
  const shown = pages.map(({ body: { file }, description: _, ...page }) => ({ ...page, file }));
  if (shown.length > 0) hash.update(JSON.stringify(shown));
  return hash.digest('hex');
};

// What reads documents is loaded only where there are some to read.
const pagesIn = async (files: ContentFiles, options: ReadOptions): Promise<Archive['pages']> => {
  const { readArchive } = await import('../core/read-archive.ts');
  return readArchive(files, options).archive.pages;
};

/** The state of what the archive has beside its events; none where it has nothing. */
export const ownFingerprint = async (
  { top }: ContentParts,
  identityOf?: Content['identityOf'],
): Promise<string | undefined> => {
  const files = new Map([...top.files].filter(([path]) => ownFolders.has(topFolder(path) ?? '')));
  return files.size === 0 ? undefined : fingerprintOf({ ...top, files }, identityOf);
};

/**
 * Whether the pages of an event that has not changed show something of one that has: a link that leads elsewhere now, or
 * nowhere, or an entry in another language.
 */
const showsOtherwise = async (
  folder: string,
  { links, counterparts = [] }: PlannedRecord,
  changed: ReadonlySet<string>,
  { source, options }: PlanInput,
): Promise<boolean> => {
  const concerned = links.filter((link) => changed.has(link.folder));
  const isTranslated = counterparts.some((one) => changed.has(one.folder));
  const files = new Map(source.top.files);
  const around = isTranslated ? [folder, ...counterparts.map((one) => one.folder)] : [];
  for (const one of new Set([...concerned.map((link) => link.folder), ...around])) {
    if (!source.folders.includes(one)) return true;
    for (const [path, content] of (await source.read(one)).files) files.set(path, content);
  }
  // What reads Markdown and translations is loaded only where there is something to compare.
  const { destinationsOf } = await import('./links-out.ts');
  const now = destinationsOf(concerned, files, options);
  if (concerned.some(({ href }, index) => href !== now[index])) return true;
  const { counterpartsIn } = await import('./translations.ts');
  return isTranslated && !isDeepStrictEqual(counterpartsIn(folder, files, options), counterparts);
};

/**
 * The addresses of all events. Of those that are kept the settings are read again only where another event has other
 * addresses than before, or may have, because its settings have errors: then two may want the same.
 */
const outline = async (
  { source, options }: PlanInput,
  changed: readonly string[],
  kept: ReadonlyMap<string, { readonly record: PlannedRecord }>,
): Promise<Pick<EventsToMake<never>, 'addresses' | 'diagnostics'>> => {
  const known = new Map([...kept].map(([folder, { record }]) => [folder, slugsOf(record)] as const));
  // Whoever makes or inspects what lies beside the events says what is wrong there.
  const missing = source.folders.filter((folder) => !kept.has(folder));
  if (missing.length === 0) return { addresses: known, diagnostics: [] };
  const { outlineOf } = await import('./around.ts');
  const read = async (folders: readonly string[]) =>
    outlineOf(new Map([...source.top.files, ...(await source.readSettings(folders))]), options);
  const own = await read(missing);
  const taken = new Set([...known.values()].flat().map(foldSlug));
  const isDisputed = [...own.addresses.values()].flat().some((slug) => taken.has(foldSlug(slug)));
  const all =
    isDisputed || hasErrors(own.diagnostics)
      ? await read(source.folders)
      : { addresses: new Map([...known, ...own.addresses]), diagnostics: own.diagnostics };
  const folders = new Set<string | undefined>([undefined, ...changed]);
  const concerns = (file: string): boolean => folders.has(topFolder(file));
  const diagnostics = all.diagnostics.filter(
    ({ file, related }) => concerns(file) || (related !== undefined && concerns(related)),
  );
  return { ...all, diagnostics };
};

const slugsOf = ({ summary: { slug, aliases } }: PlannedRecord): readonly string[] => [slug, ...aliases];
