import { createHash } from 'node:crypto';
import type { Cache } from '../core/cache.ts';
import { compare, type Diagnostic, hasErrors, sortDiagnostics } from '../core/diagnostics.ts';
import { joinSums, parseSums, printSums } from '../core/sums.ts';
import {
  type ArchiveDocument,
  archiveDocumentFile,
  canBeInFeed,
  inFeedSince,
  knownForArchive,
} from '../feeds/archive-feed.ts';
import { memoryOf, nearOf, stateIn } from '../inspect/kept-events.ts';
import { commonOf, type EventMemory, type EventsToMake, ownFingerprint, planEvents } from '../inspect/plan-events.ts';
import type { Signer } from '../io/signer.ts';
import {
  addressFiles,
  continueAddresses,
  faultsOfAddresses,
  type KnownLedger,
  ledOtherwise,
} from './continue-addresses.ts';
import type { KnownEvent } from './entry.ts';
import { type Handler, type Handling, ownLeads, type Rendering } from './event-renderer.ts';
import { folderTarget, type SiteFolder, type Target } from './folder-target.ts';
import { type FileHashes, type KeptArchive, type KeptEvent, type PageCache, pageCache } from './kept-pages.ts';
import { readTemplateFiles } from './open-templates.ts';
import { proofFiles } from './proof-files.ts';
import { renderEvents } from './render-events.ts';
import {
  digestsOfMedia,
  digestsOfPages,
  type WrittenFiles,
  type WrittenSums,
  writePages,
  writtenFilesOf,
} from './written-files.ts';

/** What came of a site, or of a shard of it: everything that is wrong, and, where that includes no errors, its files by their paths. */
export type RenderedSite = { readonly diagnostics: readonly Diagnostic[]; readonly files: readonly string[] };

/** What somebody may bring to a site: what was published before, shards of it that have been made, and a signature. */
type SiteMeans = {
  readonly published?: KnownLedger;
  readonly shards?: EventMemory<EventInPlace>;
  readonly sign?: Signer;
};

/**
 * Puts a whole site into a folder, event by event: what has changed since the earlier site is made, and the rest taken from
 * that, or from its `shards`. Where errors are among what is wrong, what has been written is not whole and must not be used.
 */
export const renderSite = async (
  rendering: Rendering,
  site: SiteFolder,
  { published, shards, sign }: SiteMeans = {},
): Promise<RenderedSite> => {
  const cache = pageCache(await commonTo(rendering));
  const target = folderTarget(site);
  const now = nowOf(rendering);
  const plan = await planEvents(rendering, shards ?? earlierEvents(cache, target, now));
  const making = { site, plan, cache, now };
  const first = await makeEvents(rendering, making, plan.changed);
  if (hasErrors(first.diagnostics)) return { diagnostics: first.diagnostics, files: [] };
  const records = [...plan.kept.values(), ...first.known].map(({ record }) => record);
  const addressed = continueAddresses(rendering, records, published?.ledger);
  const faults = await faultsOfAddresses(rendering, addressed, published?.mayLose ?? false);
  if (hasErrors(faults)) return { diagnostics: sortDiagnostics([...first.diagnostics, ...faults]), files: [] };
  const led = { ...rendering, leads: addressed.leads };
  const again = await makeEvents(led, making, ledOtherwise(records, addressed.leads));
  const kept = new Map([...plan.kept].filter(([folder]) => !again.files.has(folder)));
  for (const [folder, { from, ...event }] of kept) {
    from.take(event.files);
    const near = nearOf(event.record, plan);
    if (shards || JSON.stringify(near) !== JSON.stringify(event.near))
      await cache.keepEvent(folder, { ...event, near });
  }
  const made = first.known.filter(({ record }) => !again.files.has(record.summary.folder));
  const known = [...made, ...again.known, ...kept.values()].sort((a, b) =>
    compare(a.record.summary.folder, b.record.summary.folder),
  );
  const archive = await makeArchive(led, { plan, known, cache, target });
  const own = await writePages(addressFiles(addressed, rendering), target);
  const sums = [...known.map((event) => event.sums()), archive.sums, own.sums];
  const proof = await writePages(await proofFiles(sums, rendering, sign), target);
  return {
    diagnostics: sortDiagnostics([...first.diagnostics, ...again.diagnostics, ...archive.diagnostics]),
    files: [
      ...[...new Map([...first.files, ...again.files]).values()].flat(),
      ...[...kept.values(), archive, own, proof].flatMap(({ files }) => Object.keys(files)),
    ],
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
  const common = await commonTo(rendering);
  const [cache, own] = [pageCache(common), pageCache(common, known)];
  const now = nowOf(rendering);
  const plan = await planEvents(rendering, earlierEvents(cache, folderTarget(site), now), folders);
  const keepEvent: PageCache['keepEvent'] = async (...event) => {
    await Promise.all([cache.keepEvent(...event), own.keepEvent(...event)]);
  };
  const made = await makeEvents(rendering, { site, plan, cache: { ...cache, keepEvent }, now }, plan.changed);
  for (const [folder, { from, ...event }] of plan.kept) {
    from.take(event.files);
    await own.keepEvent(folder, { ...event, near: nearOf(event.record, plan) });
  }
  const kept = [...plan.kept.values()].map(({ files }) => Object.keys(files));
  return {
    diagnostics: made.diagnostics,
    files: [...made.files.values(), ...kept].flat(),
    events: [...made.files.keys(), ...plan.kept.keys()].sort(compare),
  };
};

/** Everything on which all pages depend, and by what they are made. */
export const commonTo = (rendering: Rendering): Promise<string> =>
  commonOf(rendering, [rendering.key, rendering.version]);

const nowOf = ({ options: { now = Number.POSITIVE_INFINITY } }: Rendering): number => now;

/** What is kept of an event, and where its files are. */
export type EventInPlace = KeptEvent & { readonly from: Target };

/** What earlier builds have made and the earlier site still has. */
const earlierEvents = (cache: PageCache, from: Target, now: number): EventMemory<EventInPlace> =>
  memoryOf(
    async (folder) => {
      const event = await cache.eventIn(folder);
      return event && { ...event, from };
    },
    now,
    ({ files }) => from.has(files),
  );

type Making = {
  readonly site: SiteFolder;
  readonly plan: EventsToMake<KeptEvent>;
  readonly cache: PageCache;
  readonly now: number;
};

/** Events that have been made: what is known of them, and the paths of their files by folder. */
type MadeEvents = Pick<RenderedSite, 'diagnostics'> & {
  readonly known: readonly Listed[];
  readonly files: ReadonlyMap<string, readonly string[]>;
};

/** Makes and keeps the events in some folders. */
const makeEvents = async (
  rendering: Rendering,
  { site, plan, cache, now }: Making,
  folders: readonly string[],
): Promise<MadeEvents> => {
  let known: readonly (KnownEvent & WrittenSums)[] = [];
  const paths = new Map<string, readonly string[]>();
  let saved = Promise.resolve();
  const handling: Handling<MadeEvent> = { module: new URL('./render-site.ts', import.meta.url).href, input: site };
  const take = (folder: string, { files, ...event }: MadeEvent, found: readonly Diagnostic[]): void => {
    known = addKnown(known, event);
    paths.set(folder, Object.keys(files));
    const state = stateIn(folder, { record: event.record, diagnostics: found, now }, plan);
    saved = saved.then(() => cache.keepEvent(folder, { ...lazily(event), ...state, files }));
  };
  const found = await renderEvents(rendering, { ...plan, folders, keeping: plan.fingerprints }, { handling, take });
  await saved;
  const kept = [...plan.kept.values()].flatMap(({ diagnostics }) => diagnostics);
  return { diagnostics: sortDiagnostics([...found, ...kept]), files: paths, known: known.map(lazily) };
};

const lazily = ({ record, items, outlines, titles, sums }: KnownEvent & WrittenSums): Listed => ({
  record,
  sums: () => sums,
  items: () => items,
  outlines: () => outlines,
  titles: () => titles,
});

/**
 * Adds an event to those that the pages of the archive know of. Of feed items only those keep their texts that can still be in
 * the archive's feed: so memory grows little with the number of events.
 */
export const addKnown = <Known extends KnownEvent>(known: readonly Known[], added: Known): readonly Known[] => {
  const all = [...known, added];
  const since = inFeedSince(all.map(({ record }) => record.feed));
  return all.map((event) => ({ ...event, items: event.items.filter((item) => canBeInFeed(item, since)) }));
};

/** An event, as the pages of the archive list it, and the way to its feed items, titles and sums. */
type Listed = Pick<KeptEvent, 'record' | 'items' | 'outlines' | 'titles' | 'sums'>;

type Around = {
  readonly plan: EventsToMake<KeptEvent>;
  readonly known: readonly Listed[];
  readonly cache: PageCache;
  readonly target: Target;
};

/** Makes the pages that belong to no event, and what the templates bring along, or takes them from the earlier site. */
const makeArchive = async (
  rendering: Rendering,
  { plan, known, cache, target }: Around,
): Promise<Pick<KeptArchive, 'files' | 'diagnostics' | 'sums'>> => {
  const { source } = rendering;
  const leads = rendering.leads?.[ownLeads];
  const made = [await ownFingerprint(source), [...plan.fingerprints], known.map(({ record }) => record), leads];
  const fingerprint = createHash('sha256').update(JSON.stringify(made)).digest('hex');
  const kept = await cache.archive();
  if (kept?.fingerprint === fingerprint && target.has(kept.files)) {
    target.take(kept.files);
    return kept;
  }
  const { renderPages } = await import('./event-renderer.ts');
  const before = documentsIn(kept);
  const isThere = ({ number, version }: ArchiveDocument): boolean => {
    const document = before.get(number);
    return document?.version === version && target.has(document.files);
  };
  const { versions, ...chosen } = knownForArchive(known, isThere);
  const { diagnostics, pages } = await renderPages(rendering, plan.addresses, chosen);
  if (!pages) return { diagnostics, files: {}, sums: '' };
  const taken = Object.assign({}, ...[...chosen.documents].map((number) => before.get(number)?.files));
  target.take(taken);
  // Of what every site has, an archive may have its own.
  const written = await writePages(new Map([...readTemplateFiles(rendering.folder), ...pages]), target);
  const files: FileHashes = { ...written.files, ...taken };
  const sums = joinSums([written.sums, sumsOf(kept?.sums, Object.keys(taken))]);
  await cache.keepArchive({ fingerprint, files, diagnostics, documents: versions, sums });
  return { diagnostics, files, sums };
};

/** Some of the lines of sums that were kept. */
const sumsOf = (kept: string | undefined, paths: readonly string[]): string => {
  const all = paths.length === 0 ? undefined : parseSums(kept ?? '');
  return all instanceof Map ? printSums(paths.map((path) => [path, all.get(path) ?? ''])) : '';
};

/** The documents of the archive's history that an earlier build has made, by their numbers. */
const documentsIn = (
  kept: KeptArchive | undefined,
): ReadonlyMap<number, { readonly version: string; readonly files: FileHashes }> =>
  new Map(
    kept?.documents.flatMap((version, index) => {
      const path = archiveDocumentFile(index + 1);
      const hash = kept.files[path];
      return hash === undefined ? [] : [[index + 1, { version, files: { [path]: hash } }] as const];
    }),
  );

/** An event whose pages have been put into the site. */
type MadeEvent = KnownEvent & WrittenFiles;

/** Writes each event that is printed. */
export const handlerOf = (site: SiteFolder): Handler<MadeEvent> => {
  const target = folderTarget(site);
  return async (_folder, { slug, pages, media, known }) => {
    // Pictures and cards are made by other cores than pages.
    const works = [digestsOfPages(pages, target), digestsOfMedia(media, `${slug}/media`, target)] as const;
    await Promise.allSettled(works);
    const [written, made] = await Promise.all(works);
    return { ...known(), ...writtenFilesOf([...written, ...made]) };
  };
};
