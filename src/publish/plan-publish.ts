import { createHash } from 'node:crypto';
import { topFolder } from '../core/content-files.ts';
import { type Diagnostic, hasErrors } from '../core/diagnostics.ts';
import { isSameAt } from '../core/reached.ts';
import { foldSlug } from '../core/slug.ts';
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
  const common = commonOf(started);
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
  return { changed: [...changed].sort(), kept, addresses, diagnostics, inputs: { common, folders } };
};

/** Everything on which all pages depend. The moment of the content is no part of it: each event knows when that matters. */
const commonOf = ({ key, options: { now: _, ...options }, source }: Rendering): string => {
  const hash = createHash('sha256').update(JSON.stringify([key, options]));
  for (const [path, content] of source.top) hash.update(`\0${path}\0`).update(content);
  return hash.digest('hex');
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
    templates.outlineOf(new Map([...source.top, ...(await source.readSettings(folders))]), options);
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
