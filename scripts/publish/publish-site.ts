import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, hasErrors } from '../../src/core/diagnostics.ts';
import { feedSize } from '../../src/feeds/feed-size.ts';
import type { KnownEvent } from '../../src/press/entry.ts';
import { beginPrinting } from '../press/begin-printing.ts';
import { keptCards } from '../press/kept-pictures.ts';
import { printEvents } from '../press/print-events.ts';
import type { PublishedContent } from './content-of.ts';
import { lostPages } from './lost-pages.ts';
import { planPublish } from './plan-publish.ts';
import { type EarlierEvent, type Inputs, itemsOf, previousOf } from './previous.ts';
import { releaseView } from './release-view.ts';
import type { Site } from './site-folder.ts';
import { type StoredEvent, storing } from './store-printed.ts';
import { storeRelease } from './store-release.ts';
import { switchTo } from './switch-release.ts';
import { verifyFiles, verifyOutside } from './verify-links.ts';

/** What came of a publish. */
export type Published =
  /** Readers see it; `events` are the folders whose pages were made. */
  | {
      readonly kind: 'live';
      readonly release: string;
      readonly events: readonly string[];
      readonly diagnostics: readonly Diagnostic[];
    }
  /** The release that readers see has all of it already. */
  | { readonly kind: 'unchanged'; readonly release: string }
  /** The content has errors. */
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] }
  /** The release would not be fit to be read: why, and which entries it would lack that readers could see before. */
  | { readonly kind: 'unfit'; readonly faults: readonly string[]; readonly lost: readonly string[] };

/** How a publish is done. */
export type PublishOptions = {
  /** When it is done, in ISO 8601. */
  readonly now: string;
  /** Whether entries may be gone that readers have seen; asked only where some are. */
  readonly mayLose: () => Promise<boolean>;
};

/**
 * Publishes content: makes the pages of what has changed, verifies them, and lets readers see the new release in one step.
 * Whatever fails, they go on to see the earlier one. Only for the one that holds the lock of the site. Rejects with
 * `PublishFault` where the machine does not do it.
 */
export const publishSite = async (
  site: Site,
  { source, commit }: PublishedContent,
  { now, mayLose }: PublishOptions,
): Promise<Published> => {
  const previous = previousOf(site);
  const begun = await beginPrinting(source);
  const plan = await planPublish(site, begun, previous);
  if (previous && previous.release.commit === commit && isSame(previous.inputs, plan.inputs))
    return { kind: 'unchanged', release: previous.release.name };
  const made = new Map<string, StoredEvent>();
  const stored = storing({ site, before: previous?.release.events ?? [], base: begun.base });
  const diagnostics = await printEvents(begun, { ...plan, folders: plan.changed }, stored, (folder, event) =>
    made.set(folder, event),
  );
  if (hasErrors(diagnostics)) return { kind: 'refused', diagnostics };
  const events = new Map([...plan.kept, ...made]);
  const trees = [...events.values()].map(({ tree }) => tree);
  const known = knownEvents(site, [...events.values()]);
  const pages = await begun.press.printArchive(source.top, known, begun.options, keptCards());
  const { files, assets } = readPressFiles(begun.press.files);
  const own = new Map([...files, ...pages]);
  const view = releaseView(site, { own, assets, trees });
  const verified = [...made.values(), verifyFiles(pages, view, begun.base)];
  const outside = verified.flatMap((one) => one.outside);
  const faults = [...verified.flatMap((one) => one.faults), ...verifyOutside(outside, view)];
  const gone = lostPages(site, previous?.release, trees, view);
  const lost = gone.length > 0 && (await mayLose()) ? [] : gone;
  if (faults.length > 0 || lost.length > 0) return { kind: 'unfit', faults, lost };
  const release = await storeRelease(site, {
    ...(commit !== undefined && { commit }),
    made: now,
    inputs: withEvents(plan.inputs, made),
    events: trees,
    files: own,
    assets,
  });
  await switchTo(site, release);
  return { kind: 'live', release, events: [...made.keys()], diagnostics };
};

/** Whether nothing is to be made anew: what a plan has to make, because its tree is gone, say, has no event there yet. */
const isSame = (made: Inputs, planned: Inputs): boolean => JSON.stringify(made) === JSON.stringify(planned);

const withEvents = ({ common, folders }: Inputs, made: ReadonlyMap<string, StoredEvent>): Inputs => ({
  common,
  folders: Object.fromEntries(
    Object.entries(folders).map(([folder, one]) => {
      const event = made.get(folder)?.record.summary.slug ?? one.event;
      return [folder, { fingerprint: one.fingerprint, ...(event !== undefined && { event }) }];
    }),
  ),
});

/** The events of the archive, with the feed items of those that can be among its newest. */
const knownEvents = (site: Site, events: readonly EarlierEvent[]): readonly KnownEvent[] => {
  const newest = events.flatMap(({ record }) => record.published).sort((a, b) => b - a);
  const oldest = newest[feedSize - 1] ?? Number.NEGATIVE_INFINITY;
  return events.map(({ tree, record }) => {
    const isNeeded = record.published.some((one) => one >= oldest);
    return { record, items: isNeeded ? itemsOf(site, tree) : [] };
  });
};

/** What the templates bring along: files of the site, and hashed assets by name. */
const readPressFiles = (folder: string) => {
  const files = new Map<string, Uint8Array>();
  const assets = new Map<string, Uint8Array>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1);
    const bytes = readFileSync(join(folder, path));
    if (path.startsWith('_astro/')) assets.set(path.slice('_astro/'.length), bytes);
    else files.set(path, bytes);
  }
  return { files, assets };
};
