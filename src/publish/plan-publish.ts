import type { Archive } from '../core/archive.ts';
import { lastingAddresses } from '../core/lasting-addresses.ts';
import { readArchive } from '../core/read-archive.ts';
import { commonOf, type EventsToMake, ownFingerprint, planEvents } from '../inspect/plan-events.ts';
import type { Rendering } from '../templates/event-renderer.ts';
import { keyOf } from './manifests.ts';
import { type EarlierEvent, earlierEvent, type Inputs, type Previous } from './previous.ts';
import type { PublishedSite } from './site-folder.ts';

/** What a publish has to do. */
export type PublishPlan = EventsToMake<EarlierEvent> & {
  /** What the release will be made from; the slugs of changed events are still to be added. */
  readonly inputs: Inputs;
};

/**
 * Compares the content with what the previous release was made from. An event is also made anew where its tree is among the
 * damaged ones, as `keyOf` names them.
 */
export const planPublish = async (
  site: PublishedSite,
  started: Rendering,
  previous: Previous | undefined,
  damaged: ReadonlySet<string> = new Set(),
): Promise<PublishPlan> => {
  const { archive } = readArchive(started.source.top.files, started.options);
  const common = await commonOf(started, [started.key, started.version]);
  const earlier = previous?.inputs.common === common ? previous : undefined;
  const fingerprintOf = (folder: string): string | undefined => earlier?.inputs.folders[folder]?.fingerprint;
  const plan = await planEvents<EarlierEvent>(started, {
    recall: async (folder, fingerprint) => {
      const found = earlier && fingerprintOf(folder) === fingerprint ? earlierEvent(site, earlier, folder) : undefined;
      return found && !damaged.has(keyOf(found.tree)) ? found : undefined;
    },
    fingerprintOf: (_, folder) => fingerprintOf(folder),
  });
  const folders = [...plan.fingerprints].map(([folder, fingerprint]) => {
    const event = plan.kept.get(folder)?.record.summary.slug;
    return [folder, { fingerprint, ...(event !== undefined && { event }) }] as const;
  });
  const inputs = { common, folders: Object.fromEntries(folders), ...(await ownInputs(started, archive)) };
  return { ...plan, inputs };
};

/** What else the archive has beside its events: the state of those files, and the addresses that readers know them by. */
const ownInputs = async ({ source }: Rendering, archive: Archive): Promise<Pick<Inputs, 'own'>> => {
  const fingerprint = await ownFingerprint(source);
  if (fingerprint === undefined) return {};
  return { own: { fingerprint, addresses: lastingAddresses(archive).map(({ address }) => address) } };
};
