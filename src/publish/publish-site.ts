import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, hasErrors, sortDiagnostics } from '../core/diagnostics.ts';
import { pageAt } from '../core/lasting-addresses.ts';
import { beginRendering } from '../templates/begin-rendering.ts';
import { type Rendering, renderPages } from '../templates/event-renderer.ts';
import { filesOfTemplates } from '../templates/open-templates.ts';
import { renderEvents } from '../templates/render-events.ts';
import type { PublishedContent } from './content-of.ts';
import { knownEvents } from './known-events.ts';
import { noteTrees } from './known-trees.ts';
import { lookAtRelease } from './look-at-release.ts';
import { forgottenTrees, lostPages } from './lost-pages.ts';
import { type EventTree, keyOf } from './manifests.ts';
import { type PublishPlan, planPublish } from './plan-publish.ts';
import { type Inputs, ownAddressesOf, type Previous, previousOf } from './previous.ts';
import { type ReleaseParts, releaseView } from './release-view.ts';
import type { PublishedSite } from './site-folder.ts';
import { storeRelease } from './store-release.ts';
import { type StoredEvent, storing } from './store-rendered.ts';
import { currentRelease, switchTo } from './switch-release.ts';
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
  /**
   * The release would not be fit to be read: why, which addresses it would lack that readers could see before, and of which
   * events nobody can tell, because their trees, as `keyOf` names them, are gone.
   */
  | {
      readonly kind: 'unfit';
      readonly faults: readonly string[];
      readonly lost: readonly string[];
      readonly forgotten: readonly string[];
      /** The commit of the release before: published again, it brings those trees back. */
      readonly before?: string;
    };

/** How a publish is done. */
type PublishOptions = {
  /** When it is done, in ISO 8601. */
  readonly now: string;
  /** Whether entries may be gone that readers have seen; asked only where some are. */
  readonly mayLose: () => Promise<boolean>;
};

/**
 * Publishes content: makes the pages of what has changed, verifies them, and lets readers see the new release in one step.
 * What the release before has lost or changed on the disk is made anew, too. Whatever fails, they go on to see the earlier
 * one. Only for the one that holds the lock of the site. Rejects with `PublishFault` where the machine does not do it.
 */
export const publishSite = async (
  site: PublishedSite,
  { source, commit }: PublishedContent,
  options: PublishOptions,
): Promise<Published> => {
  const previous = previousOf(site);
  const looking = lookAtRelease(site, previous?.release);
  // Should the templates fail to open, nobody waits for it any more.
  looking.catch(() => undefined);
  const started = await beginRendering(source);
  const [first, found] = await Promise.allSettled([printChanged(site, started, previous, new Set()), looking]);
  const looked = resultOf(found);
  // It is seldom that something is damaged: only then it is waited for before pages are made.
  const printed =
    looked.damaged.size > 0 ? await printChanged(site, started, previous, looked.damaged) : resultOf(first);
  const { plan, diagnostics } = printed;
  const isCurrent = previous && previous.release.name === currentRelease(site) && looked.isWhole;
  if (isCurrent && previous.release.commit === commit && isSame(previous.inputs, plan.inputs))
    return { kind: 'unchanged', release: previous.release.name };
  if (hasErrors(diagnostics)) return { kind: 'refused', diagnostics };
  const {
    parts,
    documents,
    diagnostics: all,
    ...unfit
  } = await assemble(site, started, printed, {
    previous,
    isWhole: looked.isWhole,
  });
  if (hasErrors(all)) return { kind: 'refused', diagnostics: all };
  const known = unfit.lost.length + unfit.forgotten.length > 0 && (await options.mayLose()) ? noneLost : unfit;
  if (unfit.faults.length + known.lost.length + known.forgotten.length > 0)
    return { kind: 'unfit', ...known, faults: unfit.faults, ...commitOf(previous) };
  const release = await storeRelease(site, {
    ...(commit !== undefined && { commit }),
    made: options.now,
    inputs: { ...withEvents(plan.inputs, printed.made), documents },
    events: parts.trees,
    files: parts.own,
    assets: parts.assets,
    isCurrentDamaged: !looked.isWhole,
  });
  await switchTo(site, release);
  noteTrees(site, parts.trees, looked.known);
  return { kind: 'live', release, events: [...printed.made.keys()], diagnostics: all };
};

const noneLost = { lost: [], forgotten: [] };

const commitOf = (previous: Previous | undefined): { readonly before?: string } => {
  const commit = previous?.release.commit;
  return commit === undefined ? {} : { before: commit };
};

const resultOf = <T>(settled: PromiseSettledResult<T>): T => {
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
};

/** The pages that have been made and stored, by folder. */
type PrintedEvents = {
  readonly plan: PublishPlan;
  readonly made: ReadonlyMap<string, StoredEvent>;
  readonly diagnostics: readonly Diagnostic[];
};

/** Makes and stores the pages of what has changed since the previous release, and of what is damaged in it. */
const printChanged = async (
  site: PublishedSite,
  started: Rendering,
  previous: Previous | undefined,
  damaged: ReadonlySet<string>,
): Promise<PrintedEvents> => {
  const plan = await planPublish(site, started, previous, damaged);
  const before = previous?.release.events.filter((tree) => !damaged.has(keyOf(tree))) ?? [];
  const made = new Map<string, StoredEvent>();
  const handling = storing({ site, before, base: started.base });
  const take = (folder: string, event: StoredEvent) => made.set(folder, event);
  const diagnostics = await renderEvents(started, { ...plan, folders: plan.changed }, { handling, take });
  return { plan, made, diagnostics };
};

/** What a release would consist of, and what is wrong with it. */
type Assembled = Omit<Extract<Published, { kind: 'unfit' }>, 'kind'> & {
  readonly parts: ReleaseParts;
  /** What tells whether each document of the archive's history has changed. */
  readonly documents: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
};

/** Makes the pages of the archive, and verifies all that is new. */
const assemble = async (
  site: PublishedSite,
  started: Rendering,
  { plan, made, diagnostics }: PrintedEvents,
  { previous, isWhole }: { readonly previous: Previous | undefined; readonly isWhole: boolean },
): Promise<Assembled> => {
  const events = [...new Map([...plan.kept, ...made]).values()];
  const trees = events.map(({ tree }) => tree);
  const mayKeep = isWhole && previous?.inputs.common === plan.inputs.common;
  const { known, versions, kept } = knownEvents(site, events, mayKeep ? previous : undefined);
  const { diagnostics: inPages, pages = new Map<string, Uint8Array>() } = await renderPages(
    started,
    plan.addresses,
    known,
  );
  const { files, assets } = readTemplateFiles(filesOfTemplates(started.folder));
  const parts = { own: new Map([...files, ...kept, ...pages]), assets, trees };
  const view = releaseView(site, parts);
  const verified = [...made.values(), verifyFiles(pages, view, started.base)];
  const outside = verified.flatMap((one) => one.outside);
  return {
    parts,
    documents: versions,
    diagnostics: sortDiagnostics([...diagnostics, ...inPages]),
    faults: [...verified.flatMap((one) => one.faults), ...verifyOutside(outside, view)],
    lost: [
      ...(previous ? ownAddressesOf(previous.release).filter((address) => !view.has(pageAt(address))) : []),
      ...lostPages(site, previous?.release, trees, view),
    ],
    forgotten: forgottenEvents(site, previous, trees, plan),
  };
};

/**
 * The events of the previous release of whose pages nothing is known any more, because their trees are gone. Where the
 * content is as it was then, they have been made again.
 */
const forgottenEvents = (
  site: PublishedSite,
  previous: Previous | undefined,
  trees: readonly EventTree[],
  { inputs }: PublishPlan,
): readonly string[] => {
  const before = Object.entries(previous?.inputs.folders ?? {});
  const same = before.filter(([folder, { fingerprint }]) => inputs.folders[folder]?.fingerprint === fingerprint);
  const isSame = new Set(same.map(([, { event }]) => event));
  return forgottenTrees(site, previous?.release, trees)
    .filter(({ folder }) => !isSame.has(folder))
    .map(keyOf);
};

/** Whether nothing is to be made anew: what a plan has to make, because its tree is gone, say, has no event there yet. */
const isSame = (made: Inputs, planned: Inputs): boolean => JSON.stringify(made) === JSON.stringify(planned);

const withEvents = ({ folders, ...others }: Inputs, made: ReadonlyMap<string, StoredEvent>): Inputs => ({
  ...others,
  folders: Object.fromEntries(
    Object.entries(folders).map(([folder, one]) => {
      const event = made.get(folder)?.record.summary.slug ?? one.event;
      return [folder, { fingerprint: one.fingerprint, ...(event !== undefined && { event }) }];
    }),
  ),
});

/** What the templates bring along: files of the site, and hashed assets by name. */
const readTemplateFiles = (folder: string) => {
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
