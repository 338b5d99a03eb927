import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cache } from '../core/cache.ts';
import { topFolder } from '../core/content-files.ts';
import { compare, type Diagnostic, hasErrors, sortDiagnostics } from '../core/diagnostics.ts';
import { readArchive } from '../core/read-archive.ts';
import { newestSince } from '../feeds/newest.ts';
import type { KnownEvent, Pages } from './entry.ts';
import type { Handler, Handling, Rendering } from './event-renderer.ts';
import { folderTarget, type SiteFolder, type Target } from './folder-target.ts';
import { type FileHashes, type KeptEvent, type KeptPages, type PageCache, pageCache } from './kept-pages.ts';
import { makeMedia } from './make-media.ts';
import { filesOfTemplates } from './open-templates.ts';
import { commonOf, type EventMemory, type EventPlan, foldersShown, ownFingerprint, planEvents } from './plan-events.ts';
import { renderEvents } from './render-events.ts';

/** What came of a site, or of a shard of it: everything that is wrong, and, where that includes no errors, its files by their paths. */
export type RenderedSite = { readonly diagnostics: readonly Diagnostic[]; readonly files: readonly string[] };

/**
 * Puts a whole site into a folder, event by event: what has changed since the earlier site is made, and the rest taken from
 * that, or from its `shards`. Where errors are among what is wrong, what has been written is not whole and must not be used.
 */
export const renderSite = async (
  rendering: Rendering,
  site: SiteFolder,
  shards?: EventMemory<FoundEvent>,
): Promise<RenderedSite> => {
  const cache = openPages(rendering);
  const target = folderTarget(site);
  const now = nowOf(rendering);
  const plan = await planEvents(rendering, shards ?? memoryOf(cache, target, now));
  const made = await makeEvents(rendering, { site, plan, cache, now });
  if (hasErrors(made.diagnostics)) return { diagnostics: made.diagnostics, files: [] };
  for (const [folder, { from, ...event }] of plan.kept) {
    from.take(event.files);
    const near = nearOf(event, plan);
    if (shards || JSON.stringify(near) !== JSON.stringify(event.near))
      await cache.keepEvent(folder, { ...event, near });
  }
  const kept = [...plan.kept.values()];
  const known = [...made.known, ...kept].sort((a, b) => compare(a.record.summary.folder, b.record.summary.folder));
  const archive = await makeArchive(rendering, { plan, known, cache, target });
  return {
    diagnostics: sortDiagnostics([...made.diagnostics, ...archive.diagnostics]),
    files: [...made.files, ...[...kept, archive].flatMap(({ files }) => Object.keys(files))],
  };
};

/**
 * Puts the events in some folders into the folder of a shard of a site, and what is kept of them into `known`. What has not
 * changed is taken from the earlier shard.
 */
export const renderShard = async (
  rendering: Rendering,
  site: SiteFolder,
  folders: readonly string[],
  known: Cache,
): Promise<RenderedSite & { readonly events: readonly string[] }> => {
  const [cache, own] = [openPages(rendering), openPages(rendering, known)];
  const now = nowOf(rendering);
  const plan = await planEvents(rendering, memoryOf(cache, folderTarget(site), now), folders);
  const keepEvent: PageCache['keepEvent'] = async (...event) => {
    await Promise.all([cache.keepEvent(...event), own.keepEvent(...event)]);
  };
  const made = await makeEvents(rendering, { site, plan, cache: { ...cache, keepEvent }, now });
  for (const [folder, { from, ...event }] of plan.kept) {
    from.take(event.files);
    await own.keepEvent(folder, { ...event, near: nearOf(event, plan) });
  }
  const kept = [...plan.kept.values()];
  return {
    diagnostics: made.diagnostics,
    files: [...made.files, ...kept.flatMap((event) => Object.keys(event.files))],
    events: [...made.known, ...kept].map(({ record }) => record.summary.folder).sort(compare),
  };
};

/** Opens what is kept of pages with everything common as it is now. */
export const openPages = (rendering: Rendering, cache?: Cache): PageCache =>
  pageCache(commonOf(rendering, readArchive(rendering.source.top.files, rendering.options).archive), cache);

const nowOf = ({ options: { now = Number.POSITIVE_INFINITY } }: Rendering): number => now;

/** What is kept of an event, and where its files are. */
export type FoundEvent = KeptEvent & { readonly from: Target };

/** What earlier builds have made and the earlier site still has. */
const memoryOf = (cache: PageCache, target: Target, now: number): EventMemory<FoundEvent> => ({
  recall: async (folder, fingerprint) => {
    const event = await cache.eventIn(folder);
    if (event?.fingerprint !== fingerprint) return undefined;
    // This warning names the moment of the build.
    if (event.now !== now && event.diagnostics.some(({ rule }) => rule === 'future-time')) return undefined;
    return target.has(event.files) ? { ...event, from: target } : undefined;
  },
  fingerprintOf: ({ near }, folder) => near[folder],
});

type Making = {
  readonly site: SiteFolder;
  readonly plan: EventPlan<KeptEvent>;
  readonly cache: PageCache;
  readonly now: number;
};

/** Makes and keeps what has changed. */
const makeEvents = async (
  rendering: Rendering,
  { site, plan, cache, now }: Making,
): Promise<RenderedSite & { readonly known: readonly Listed[] }> => {
  let known: readonly KnownEvent[] = [];
  const paths: (readonly string[])[] = [];
  let saved = Promise.resolve();
  const handling: Handling<MadeEvent> = { module: new URL('./render-site.ts', import.meta.url).href, input: site };
  const take = (folder: string, { record, items, files }: MadeEvent, found: readonly Diagnostic[]): void => {
    known = addKnown(known, { record, items });
    paths.push(Object.keys(files));
    const fingerprint = plan.fingerprints.get(folder) ?? '';
    // Of what lies beside the events it is said again with each build.
    const diagnostics = found.filter(({ file }) => topFolder(file) === folder);
    const event = { fingerprint, files, diagnostics, record, items: () => items, now };
    saved = saved.then(() => cache.keepEvent(folder, { ...event, near: nearOf(event, plan) }));
  };
  const found = await renderEvents(rendering, { ...plan, folders: plan.changed }, { handling, take });
  await saved;
  const kept = [...plan.kept.values()].flatMap(({ diagnostics }) => diagnostics);
  const lazy = known.map(({ record, items }) => ({ record, items: () => items }));
  return { diagnostics: sortDiagnostics([...found, ...kept]), files: paths.flat(), known: lazy };
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

/** An event, as the pages of the archive list it, and the way to its feed items. */
type Listed = Pick<KeptEvent, 'record' | 'items'>;

/** The events of the archive, with the feed items of those that can be among its newest. */
const knownOf = (events: readonly Listed[]): readonly KnownEvent[] => {
  const oldest = newestSince(events.flatMap(({ record }) => record.published));
  return events.map(({ record, items }) => {
    const isNeeded = record.published.some((one) => one >= oldest);
    return { record, items: isNeeded ? items() : [] };
  });
};

type Around = {
  readonly plan: EventPlan<KeptEvent>;
  readonly known: readonly Listed[];
  readonly cache: PageCache;
  readonly target: Target;
};

/** Makes the pages that belong to no event, and what the templates bring along, or takes them from the earlier site. */
const makeArchive = async (
  rendering: Rendering,
  { plan, known, cache, target }: Around,
): Promise<Pick<KeptPages, 'files' | 'diagnostics'>> => {
  const { source, leads } = rendering;
  const made = [await ownFingerprint(source), [...plan.fingerprints], known.map(({ record }) => record), leads];
  const fingerprint = createHash('sha256').update(JSON.stringify(made)).digest('hex');
  const kept = await cache.archive();
  if (kept?.fingerprint === fingerprint && target.has(kept.files)) {
    target.take(kept.files);
    return kept;
  }
  const { renderPages } = await import('./event-renderer.ts');
  const { diagnostics, pages } = await renderPages(rendering, plan.addresses, knownOf(known));
  if (!pages) return { diagnostics, files: {} };
  // Of what every site has, an archive may have its own.
  const files = await writePages(new Map([...filesBelow(filesOfTemplates(rendering.folder)), ...pages]), target);
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
