import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { topFolder } from '../core/content-files.ts';
import { type Diagnostic, hasErrors, sortDiagnostics } from '../core/diagnostics.ts';
import { readArchive } from '../core/read-archive.ts';
import { newestSince } from '../feeds/newest.ts';
import {
  addressFiles,
  continueAddresses,
  faultsOfAddresses,
  type KnownLedger,
  ledOtherwise,
} from './continue-addresses.ts';
import type { KnownEvent, Pages } from './entry.ts';
import { type Handler, type Handling, ownLeads, type Rendering, renderPages } from './event-renderer.ts';
import { folderTarget, type SiteFolder, type Target } from './folder-target.ts';
import { type FileHashes, type KeptEvent, type KeptPages, type PageCache, pageCache } from './kept-pages.ts';
import { makeMedia } from './make-media.ts';
import { commonOf, type EventMemory, type EventPlan, foldersShown, ownFingerprint, planEvents } from './plan-events.ts';
import { renderEvents } from './render-events.ts';

/** What came of a site: everything that is wrong, and how many pages it has. */
export type RenderedSite = { readonly diagnostics: readonly Diagnostic[]; readonly pages: number };

/**
 * Puts a whole site into a folder, event by event: what has changed since the earlier site is made, and the rest taken from
 * that. Where errors are among what is wrong, what has been written is not whole and must not be used.
 */
export const renderSite = async (
  rendering: Rendering,
  site: SiteFolder,
  published?: KnownLedger,
): Promise<RenderedSite> => {
  const { source, options } = rendering;
  const cache = pageCache(commonOf(rendering, readArchive(source.top.files, options).archive));
  const target = folderTarget(site);
  const { now = Number.POSITIVE_INFINITY } = options;
  const plan = await planEvents(rendering, memoryOf(cache, target, now));
  const making = { site, plan, cache, now };
  const first = await makeEvents(rendering, making, plan.changed);
  if (hasErrors(first.diagnostics)) return { diagnostics: first.diagnostics, pages: 0 };
  const records = [...plan.kept.values(), ...first.known.values()].map(({ record }) => record);
  const addressed = continueAddresses(rendering, records, published?.ledger);
  const faults = await faultsOfAddresses(rendering, addressed, published?.mayLose ?? false);
  if (hasErrors(faults)) return { diagnostics: sortDiagnostics([...first.diagnostics, ...faults]), pages: 0 };
  const led = { ...rendering, leads: addressed.leads };
  const again = await makeEvents(led, making, ledOtherwise(records, addressed.leads));
  const known = new Map([...first.known, ...again.known]);
  let pages = [...new Map([...first.pages, ...again.pages]).values()].reduce((sum, one) => sum + one, 0);
  for (const [folder, event] of plan.kept) {
    if (again.known.has(folder)) continue;
    target.take(event.files);
    pages += pagesAmong(event.files);
    known.set(folder, event);
    const near = nearOf(event, plan);
    if (JSON.stringify(near) !== JSON.stringify(event.near)) await cache.keepEvent(folder, { ...event, near });
  }
  const archive = await makeArchive(led, { plan, known: [...known.values()].reduce(addKnown, []), cache, target });
  await writePages(addressFiles(addressed), target);
  const diagnostics = sortDiagnostics([...first.diagnostics, ...again.diagnostics, ...archive.diagnostics]);
  return { diagnostics, pages: pages + pagesAmong(archive.files) };
};

/** What earlier builds have made and the earlier site still has. */
const memoryOf = (cache: PageCache, target: Target, now: number): EventMemory<KeptEvent> => ({
  recall: async (folder, fingerprint) => {
    const event = await cache.eventIn(folder);
    if (event?.fingerprint !== fingerprint) return undefined;
    // This warning names the moment of the build.
    if (event.now !== now && event.diagnostics.some(({ rule }) => rule === 'future-time')) return undefined;
    return target.has(event.files) ? event : undefined;
  },
  fingerprintOf: ({ near }, folder) => near[folder],
});

type Making = {
  readonly site: SiteFolder;
  readonly plan: EventPlan<KeptEvent>;
  readonly cache: PageCache;
  readonly now: number;
};

/** Events that have been made, and how many pages each has, by their folders. */
type MadeEvents = Pick<RenderedSite, 'diagnostics'> & {
  readonly known: ReadonlyMap<string, KnownEvent>;
  readonly pages: ReadonlyMap<string, number>;
};

/** Makes the events in some folders, and keeps them. */
const makeEvents = async (
  rendering: Rendering,
  { site, plan, cache, now }: Making,
  folders: readonly string[],
): Promise<MadeEvents> => {
  let known = new Map<string, KnownEvent>();
  const pages = new Map<string, number>();
  let saved = Promise.resolve();
  const handling: Handling<MadeEvent> = { module: new URL('./render-site.ts', import.meta.url).href, input: site };
  const take = (folder: string, { record, items, files }: MadeEvent, found: readonly Diagnostic[]): void => {
    const all = addKnown([...known.values()], { record, items });
    known = new Map([...known.keys(), folder].flatMap((one, index) => (all[index] ? [[one, all[index]]] : [])));
    pages.set(folder, pagesAmong(files));
    const fingerprint = plan.fingerprints.get(folder) ?? '';
    // Of what lies beside the events it is said again with each build.
    const diagnostics = found.filter(({ file }) => topFolder(file) === folder);
    const event = { fingerprint, files, diagnostics, record, items, now };
    saved = saved.then(() => cache.keepEvent(folder, { ...event, near: nearOf(event, plan) }));
  };
  const found = await renderEvents(rendering, { ...plan, folders }, { handling, take });
  await saved;
  const kept = [...plan.kept.values()].flatMap(({ diagnostics }) => diagnostics);
  return { diagnostics: sortDiagnostics([...found, ...kept]), pages, known };
};

/** How the folders of other events are of which the pages of an event show something. */
const nearOf = ({ record }: Pick<KnownEvent, 'record'>, { fingerprints }: EventPlan<KeptEvent>): KeptEvent['near'] =>
  Object.fromEntries(foldersShown(record).map((folder) => [folder, fingerprints.get(folder) ?? '']));

/**
 * Adds an event to those that the pages of the archive know of. Of feed items only those stay that can still be among the
 * archive's newest: so memory does not grow with the number of events.
 */
export const addKnown = (known: readonly KnownEvent[], added: KnownEvent): readonly KnownEvent[] => {
  const all = [...known, added];
  const oldest = newestSince(all.flatMap(({ items }) => items.map(({ published }) => published)));
  return all.map(({ record, items }) => ({ record, items: items.filter(({ published }) => published >= oldest) }));
};

type Around = {
  readonly plan: EventPlan<KeptEvent>;
  readonly known: readonly KnownEvent[];
  readonly cache: PageCache;
  readonly target: Target;
};

/** Makes the pages that belong to no event, and what the templates bring along, or takes them from the earlier site. */
const makeArchive = async (
  rendering: Rendering,
  { plan, known, cache, target }: Around,
): Promise<Pick<KeptPages, 'files' | 'diagnostics'>> => {
  const records = known.map(({ record }) => record);
  const leads = rendering.leads?.[ownLeads];
  const made = [await ownFingerprint(rendering.source), [...plan.fingerprints], records, leads];
  const fingerprint = createHash('sha256').update(JSON.stringify(made)).digest('hex');
  const kept = await cache.archive();
  if (kept?.fingerprint === fingerprint && target.has(kept.files)) {
    target.take(kept.files);
    return kept;
  }
  const { diagnostics, pages } = await renderPages(rendering, plan.addresses, known);
  if (!pages) return { diagnostics, files: {} };
  // Of what every site has, an archive may have its own.
  const files = await writePages(new Map([...filesBelow(rendering.templates.files), ...pages]), target);
  await cache.keepArchive({ fingerprint, files, diagnostics });
  return { diagnostics, files };
};

const filesBelow = (folder: string): Pages =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)]),
  );

/** An event whose pages have been put into the site. */
type MadeEvent = KnownEvent & { readonly files: FileHashes };

/** Writes each event that is printed. */
export const handlerOf = (site: SiteFolder): Handler<MadeEvent> => {
  const target = folderTarget(site);
  return async (_folder, { record, items, pages, media }) => {
    const files: Record<string, string> = { ...(await writePages(pages, target)) };
    const folder = `${record.summary.slug}/media`;
    await makeMedia(
      media,
      () => true,
      async (name, bytes) => {
        files[`${folder}/${name}`] = await target.write(`${folder}/${name}`, bytes);
      },
    );
    return { record, items, files };
  };
};

const writePages = async (pages: Pages, target: Target): Promise<FileHashes> => {
  const files: Record<string, string> = {};
  for (const [path, bytes] of pages) files[path] = await target.write(path, bytes);
  return files;
};

const pagesAmong = (files: FileHashes): number => Object.keys(files).filter((path) => path.endsWith('.html')).length;
