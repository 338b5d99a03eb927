import { hash } from 'node:crypto';
import { type Diagnostic, hasErrors, sortDiagnostics } from '../core/diagnostics.ts';
import type { EventRecord } from '../core/event-record.ts';
import { readSite } from '../core/read-site.ts';
import { printSums, signatureFiles } from '../core/sums.ts';
import type { Signer } from '../io/signer.ts';
import { beginRendering } from '../templates/begin-rendering.ts';
import {
  type Addressed,
  addressFiles,
  continueAddresses,
  faultsOfAddresses,
  ledOtherwise,
} from '../templates/continue-addresses.ts';
import { type Rendering, renderPages } from '../templates/event-renderer.ts';
import { proofFiles } from '../templates/proof-files.ts';
import { renderEvents } from '../templates/render-events.ts';
import type { PublishedContent } from './content-of.ts';
import { knownEvents } from './known-events.ts';
import { noteTrees } from './known-trees.ts';
import { lookAtRelease } from './look-at-release.ts';
import { forgottenTrees } from './lost-pages.ts';
import { type EventTree, keyOf } from './manifests.ts';
import { type PublishPlan, planPublish } from './plan-publish.ts';
import { type Inputs, momentOfRelease, type Previous, previousOf, sumsOfTree } from './previous.ts';
import { publishedLedger, settleLedger } from './published-ledger.ts';
import { type ReleaseParts, releaseView } from './release-view.ts';
import type { PublishedSite } from './site-folder.ts';
import { storeRelease } from './store-release.ts';
import { type StoredEvent, storing } from './store-rendered.ts';
import { currentRelease, switchTo } from './switch-release.ts';
import { type HubNews, hubNews } from './tell-hub.ts';
import { assetsFolder, broughtBy } from './template-files.ts';
import { verifyFiles, verifyOutside } from './verify-links.ts';
import { withdrawMedia } from './withdraw-media.ts';

/** What came of a publish. */
export type Published =
  /** Readers see it; `events` are the folders whose pages were made. */
  | {
      readonly kind: 'live';
      readonly release: string;
      readonly events: readonly string[];
      readonly diagnostics: readonly Diagnostic[];
      /** The earlier releases from which pictures of what has been withdrawn have been removed. */
      readonly cleared: readonly string[];
      /** What the hub of the archive is to be told, where it names one. */
      readonly news?: HubNews;
    }
  /** The release that readers see has all of it already. */
  | { readonly kind: 'unchanged'; readonly release: string }
  /** The content has errors. */
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] }
  /**
   * The release would not be fit to be read: why, what it would lose that readers have seen, and of which events nobody can
   * tell, because their trees, as `keyOf` names them, are gone.
   */
  | {
      readonly kind: 'unfit';
      readonly faults: readonly string[];
      readonly lost: readonly Diagnostic[];
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
  /** Signs the sums of the release. */
  readonly sign?: Signer;
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
  const started = watching(await beginRendering(source), previous);
  const [first, found] = await Promise.allSettled([printChanged(site, started, previous, new Set()), looking]);
  const looked = resultOf(found);
  // It is seldom that something is damaged: only then it is waited for before pages are made.
  const printed =
    looked.damaged.size > 0 ? await printChanged(site, started, previous, looked.damaged) : resultOf(first);
  const { plan, diagnostics } = printed;
  const seen = publishedLedger(site, previous?.release);
  const isProved = previous && (!options.sign || signatureFiles.some((name) => name in previous.release.files));
  const isCurrent = isProved && previous.release.name === currentRelease(site) && looked.isWhole && seen.isSettled;
  if (isCurrent && previous.release.commit === commit && isSame(previous.inputs, plan.inputs))
    return { kind: 'unchanged', release: previous.release.name };
  if (hasErrors(diagnostics)) return { kind: 'refused', diagnostics };
  const addressed = continueAddresses(started, recordsOf(printed), seen.ledger);
  const disputes = await faultsOfAddresses(started, addressed, true);
  if (hasErrors(disputes)) return { kind: 'refused', diagnostics: disputes };
  const rendering = { ...started, leads: addressed.leads };
  const led = await printLed(site, rendering, printed, { previous, damaged: looked.damaged });
  const assembled = await assemble(site, rendering, led, { previous, isWhole: looked.isWhole, addressed });
  const { parts, documents, diagnostics: all, faults } = assembled;
  if (hasErrors(all)) return { kind: 'refused', diagnostics: all };
  const forgotten = seen.isFound ? [] : forgottenEvents(site, previous, parts.trees, plan);
  const isLosing =
    addressed.lost.length + addressed.renamed.length + forgotten.length > 0 && !(await options.mayLose());
  if (faults.length > 0 || isLosing) {
    const lost = isLosing ? await faultsOfAddresses(started, addressed, false) : [];
    return { kind: 'unfit', faults, lost, forgotten: isLosing ? forgotten : [], ...commitOf(previous) };
  }
  const proof = await proofFiles(sumsOfParts(site, parts), started, options.sign);
  const release = await storeRelease(site, {
    ...(commit !== undefined && { commit }),
    made: options.now,
    inputs: { ...withEvents(plan.inputs, led.made), documents, moment: started.options.now },
    events: parts.trees,
    files: new Map([...parts.own, ...proof]),
    assets: parts.assets,
    isCurrentDamaged: !looked.isWhole,
  });
  await switchTo(site, release);
  const ledgers = { before: seen.ledger, now: addressed.ledger };
  const cleared = await withdrawMedia(site, { ...ledgers, trees: parts.trees }, options.sign);
  await settleLedger(site, release);
  noteTrees(site, parts.trees, looked.known);
  const news = hubNews(
    readSite(source.top.files, started.options.siteUrl, () => {}),
    [...led.made.values()].map(({ record }) => record.summary.slug),
  );
  return { kind: 'live', release, events: [...led.made.keys()], diagnostics: all, cleared, ...(news && { news }) };
};

/** The lines of sums of all that a release will hold. */
const sumsOfParts = (site: PublishedSite, { own, assets, trees }: ReleaseParts): readonly string[] => {
  const files = [...own, ...[...assets].map(([name, bytes]) => [`${assetsFolder}${name}`, bytes] as const)];
  const sums = files.map(([path, bytes]) => [path, hash('sha512', bytes, 'hex')] as const);
  return [printSums(sums), ...trees.map((tree) => sumsOfTree(site, tree))];
};

/** What has been changed or added since the previous release is to be reported where the content does not say it. */
const watching = (started: Rendering, previous: Previous | undefined): Rendering => {
  const since = previous && momentOfRelease(previous);
  return since === undefined ? started : { ...started, options: { ...started.options, reportSince: since } };
};

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
  return printEvents(site, started, plan, { previous, damaged });
};

/** The release before, from whose trees files are taken, but not from those that are damaged. */
type Sources = { readonly previous: Previous | undefined; readonly damaged: ReadonlySet<string> };

/** Makes and stores the pages of what a plan has as changed. */
const printEvents = async (
  site: PublishedSite,
  started: Rendering,
  plan: PublishPlan,
  { previous, damaged }: Sources,
): Promise<PrintedEvents> => {
  const made = new Map<string, StoredEvent>();
  const before = previous?.release.events.filter((tree) => !damaged.has(keyOf(tree))) ?? [];
  const isSameCommon = previous?.inputs.common === plan.inputs.common;
  const handling = storing({ site, before, isSameCommon, base: started.base });
  const take = (folder: string, event: StoredEvent) => made.set(folder, event);
  const diagnostics = await renderEvents(started, { ...plan, folders: plan.changed }, { handling, take });
  return { plan, made, diagnostics };
};

const recordsOf = ({ plan, made }: PrintedEvents): readonly EventRecord[] =>
  [...plan.kept.values(), ...made.values()].map(({ record }) => record);

/** Makes those events again that were made with other leads than `started` has. */
const printLed = async (
  site: PublishedSite,
  started: Rendering,
  printed: PrintedEvents,
  sources: Sources,
): Promise<PrintedEvents> => {
  const folders = ledOtherwise(recordsOf(printed), started.leads ?? {});
  if (folders.length === 0) return printed;
  const { plan, made, diagnostics } = printed;
  const kept = new Map([...plan.kept].filter(([folder]) => !folders.includes(folder)));
  const again = await printEvents(site, started, { ...plan, kept, changed: folders }, sources);
  return { plan: again.plan, made: new Map([...made, ...again.made]), diagnostics };
};

/** What a release would consist of, and what is wrong with it. */
type Assembled = {
  readonly parts: ReleaseParts;
  /** What tells whether each document of the archive's history has changed. */
  readonly documents: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly faults: readonly string[];
};

type Frame = { readonly previous: Previous | undefined; readonly isWhole: boolean; readonly addressed: Addressed };

/** Makes the pages of the archive, and verifies all that is new. */
const assemble = async (
  site: PublishedSite,
  started: Rendering,
  { plan, made, diagnostics }: PrintedEvents,
  { previous, isWhole, addressed }: Frame,
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
  const { files, assets } = broughtBy(started);
  const parts = { own: new Map([...files, ...kept, ...pages, ...addressFiles(addressed, started)]), assets, trees };
  const view = releaseView(site, parts);
  const verified = [...made.values(), verifyFiles(pages, view, started.base)];
  const outside = verified.flatMap((one) => one.outside);
  return {
    parts,
    documents: versions,
    diagnostics: sortDiagnostics([...diagnostics, ...inPages]),
    faults: [...verified.flatMap((one) => one.faults), ...verifyOutside(outside, view)],
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
