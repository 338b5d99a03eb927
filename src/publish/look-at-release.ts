import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { LookAnswer, Looked, LookInput } from './look.ts';
import type { Release } from './manifests.ts';
import { PublishFault } from './publish-fault.ts';
import type { Site } from './site-folder.ts';

/**
 * Looks whether a release is still whole, in a thread of its own, so that pages are made meanwhile. Rejects with
 * `PublishFault` where it cannot be read.
 */
export const lookAtRelease = async (site: Site, release: Release | undefined): Promise<Looked> => {
  if (!release) return { damaged: new Set(), isWhole: true, known: { stamps: {}, pictures: {} } };
  const workerData: LookInput = { site, release };
  const thread = new Worker(new URL('./look-worker.ts', import.meta.url), { workerData });
  const [answer]: LookAnswer[] = await once(thread, 'message');
  if (!answer || 'fault' in answer) throw new PublishFault(answer?.fault ?? 'The release before cannot be looked at.');
  return answer;
};
