import { createHash } from 'node:crypto';
import type { Archive } from '../core/archive.ts';
import { ownFolders, topFolder } from '../core/content-files.ts';
import { type Diagnostic, hasErrors } from '../core/diagnostics.ts';
import { lastingAddresses } from '../core/lasting-addresses.ts';
import { isSameAt } from '../core/reached.ts';
import { readArchive } from '../core/read-archive.ts';
import { foldSlug } from '../core/slug.ts';
import { chunksAt } from '../media/plan-media.ts';
import type { Rendering } from '../templates/event-renderer.ts';
import { showsChanged } from '../templates/render-events.ts';
import { keyOf } from './manifests.ts';
import { type EarlierEvent, earlierEvent, type Inputs, type Previous } from './previous.ts';
import type { PublishedSite } from './site-folder.ts';

/** What a publish has to do. */
export type PublishPlan = {
  /** The folders whose pages are made, and those that are kept, with what is kept of them. */
  readonly changed: readonly string[];
  readonly kept: ReadonlyMap<string, EarlierEvent>;
  /** The slug and the aliases of each event, by its folder. */
  readonly addresses: ReadonlyMap<string, readonly string[]>;
  readonly diagnostics: readonly Diagnostic[];
  /** What the release will be made from; the slugs of changed events are still to be added. */
  readonly inputs: Inputs;
};

/**
 * Compares the content with what the previous release was made from. An event is made anew where its folder or anything
 * common has changed, where its tree is among the damaged ones, as `keyOf` names them, or where its pages show
 * something of a changed event that is otherwise now: where a link leads, or what a translation has.
 */
export const planPublish = async (
  site: PublishedSite,
  started: Rendering,
  previous: Previous | undefined,
  damaged: ReadonlySet<string> = new Set(),
): Promise<PublishPlan> => {
  const { source } = started;
  const { archive } = readArchive(source.top.files, started.options);
  const common = commonOf(started, archive);
  const earlier = previous?.inputs.common === common ? previous : undefined;
  const folders: Record<string, Inputs['folders'][string]> = {};
  const kept = new Map<string, EarlierEvent>();
  const changed = new Set<string>();
  const now = started.options.now ?? Number.POSITIVE_INFINITY;
  for (const folder of source.folders) {
    const fingerprint = await source.fingerprint(folder);
    const before = earlier?.inputs.folders[folder];
    const isSame = before?.event !== undefined && before.fingerprint === fingerprint;
    const found = isSame && earlier ? earlierEvent(site, earlier, folder) : undefined;
    const isKept = found && !damaged.has(keyOf(found.tree)) && isSameAt(found.record.reached, now);
    const event = isKept ? found : undefined;
    if (event) kept.set(folder, event);
    else changed.add(folder);
    folders[folder] = { fingerprint, ...(event && { event: event.record.summary.slug }) };
  }
  const gone = Object.keys(earlier?.inputs.folders ?? {}).filter((folder) => !source.folders.includes(folder));
  const moved = new Set([...changed, ...gone]);
  for (const [folder, { record }] of [...kept]) {
    if (!(await showsChanged(folder, record, moved, started))) continue;
    kept.delete(folder);
    changed.add(folder);
  }
  const { addresses, diagnostics } = await outline(started, [...changed], kept);
  const inputs = { common, folders, ...(await ownInputs(started, archive)) };
  return { changed: [...changed].sort(), kept, addresses, diagnostics, inputs };
};

/**
 * Everything on which all pages depend: of the archive's own pages what is shown of them everywhere, and where they are. The moment of the content
 * is no part of it: each event knows when that matters.
 */
const commonOf = (
  { key, options: { now: _, ...options }, source }: Rendering,
  { pages }: Pick<Archive, 'pages'>,
): string => {
  const hash = createHash('sha256').update(JSON.stringify([key, options]));
  for (const [path, content] of source.top.files)
    if (topFolder(path) !== 'pages') hash.update(`\0${path}\0`).update(content);
  const shown = pages.map(({ body: { file }, description: _, ...page }) => ({ ...page, file }));
  if (shown.length > 0) hash.update(JSON.stringify(shown));
  return hash.digest('hex');
};

/** What else the archive has beside its events: the state of those files, and the addresses that readers know them by. */
const ownInputs = async ({ source: { top } }: Rendering, archive: Archive): Promise<Pick<Inputs, 'own'>> => {
  const files = [...top.files].filter(([path]) => ownFolders.has(topFolder(path) ?? ''));
  if (files.length === 0) return {};
  const hash = createHash('sha256');
  for (const [path, content] of files) {
    hash.update(`\0${path}\0`);
    if (content === 'file') for await (const piece of chunksAt(path, top)) hash.update(piece);
    else hash.update(content);
  }
  const addresses = lastingAddresses(archive).map(({ address }) => address);
  return { own: { fingerprint: hash.digest('hex'), addresses } };
};

/**
 * The addresses of all events. Of those that are kept the settings are read again only where another event has other
 * addresses than before, or may have, because its settings have errors: then two may want the same.
 */
const outline = async (
  { source, templates, options }: Rendering,
  changed: readonly string[],
  kept: PublishPlan['kept'],
): Promise<Pick<PublishPlan, 'addresses' | 'diagnostics'>> => {
  const read = async (folders: readonly string[]) =>
    templates.outlineOf(new Map([...source.top.files, ...(await source.readSettings(folders))]), options);
  const own = await read(changed);
  const known = new Map(
    [...kept].map(
      ([
        folder,
        {
          record: { summary },
        },
      ]) => [folder, [summary.slug, ...summary.aliases]],
    ),
  );
  const taken = new Set([...known.values()].flat().map(foldSlug));
  const isDisputed = [...own.addresses.values()].flat().some((slug) => taken.has(foldSlug(slug)));
  if (!isDisputed && !hasErrors(own.diagnostics))
    return { addresses: new Map([...known, ...own.addresses]), diagnostics: own.diagnostics };
  const all = await read(source.folders);
  const folders = new Set<string | undefined>([undefined, ...changed]);
  const concerns = (file: string): boolean => folders.has(topFolder(file));
  const diagnostics = all.diagnostics.filter(
    ({ file, related }) => concerns(file) || (related !== undefined && concerns(related)),
  );
  return { ...all, diagnostics };
};
