import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { LookAnswer, Looked, LookInput } from './look.ts';
import type { Release } from './manifests.ts';
import { previousOf } from './previous.ts';
import { PublishFault } from './publish-fault.ts';
import type { PublishedSite } from './site-folder.ts';

type EarlyLook = { readonly name: string; readonly begun: number; readonly looked: Promise<Looked> };

/** By the folder of the site. */
const early = new Map<string, EarlyLook>();

/** How old an early look may be, in milliseconds: as long as git takes to accept a push that has been checked. */
const fresh = 5000;

/** Looks at what readers see, for a publish that is expected in a moment: what is wrong is for that to tell. */
export const lookAhead = async (site: PublishedSite): Promise<void> => {
  const release = previousOf(site)?.release;
  if (!release) return;
  const looked = begin(site, release);
  early.set(site.folder, { name: release.name, begun: performance.now(), looked });
  await looked.catch(() => undefined);
};

/**
 * Looks whether a release is still whole, in a thread of its own, so that pages are made meanwhile; an early look at it
 * counts where it has just begun, and once. Rejects with `PublishFault` where it cannot be read.
 */
export const lookAtRelease = async (site: PublishedSite, release: Release | undefined): Promise<Looked> => {
  if (!release) return { damaged: new Set(), isWhole: true, known: { stamps: {}, pictures: {} } };
  const before = early.get(site.folder);
  early.delete(site.folder);
  const counts = before?.name === release.name && performance.now() - before.begun < fresh;
  return counts ? before.looked : begin(site, release);
};

const begin = async (site: PublishedSite, release: Release): Promise<Looked> => {
  const workerData: LookInput = { site, release };
  const thread = new Worker(new URL('./look-worker.ts', import.meta.url), { workerData });
  const [answer]: LookAnswer[] = await once(thread, 'message');
  if (!answer || 'fault' in answer) throw new PublishFault(answer?.fault ?? 'The release before cannot be looked at.');
  return answer;
};
