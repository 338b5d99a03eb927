import type { LastingAddress } from '../../core/lasting-addresses.ts';
import { isLasting } from '../../core/ledger/continue-ledger.ts';
import { GitFault, git } from '../../io/git.ts';
import { namesInManifest } from '../manifests.ts';
import { previousOf } from '../previous.ts';
import { publishedLedger } from '../published-ledger.ts';
import type { PublishedSite } from '../site-folder.ts';
import { contentAddresses, movedBy } from './moved.ts';
import { changedFilesOf, foldersOf, type PushedRef, readWhole } from './read-push.ts';

/**
 * What readers have seen and a push takes away: compared with all that has been published, whatever the branch has come to
 * meanwhile. `undefined` where there is no site to compare with.
 */
export const lostBy = async (
  repo: string,
  { new: commit, ref, old }: PushedRef,
  site: PublishedSite | undefined,
): Promise<readonly LastingAddress[] | undefined> => {
  if (!site || namesInManifest(site.folder).length === 0) return undefined;
  const release = previousOf(site)?.release;
  const { ledger, isSettled } = publishedLedger(site, release);
  const base = release?.commit;
  // Only what readers see now is known to have every address: after a rollback, say, all of them are looked for.
  if (!isSettled || base === undefined || !(base === old || (await isThere(repo, base)))) {
    const kept = contentAddresses(await readWhole(repo, commit));
    const lost = [...ledger.values()].filter((row) => isLasting(row) && row.now !== 'gone' && !kept.has(row.address));
    return lost.map(({ address }) => ({ address }));
  }
  const since = { old: base, new: commit, ref };
  const changes = await changedFilesOf(repo, since);
  const { vanished } = await movedBy(repo, since, changes, foldersOf(changes.map(({ path }) => path)));
  return vanished.filter(({ address }) => ledger.has(address));
};

const isThere = async (repo: string, commit: string): Promise<boolean> => {
  try {
    await git(repo, ['cat-file', '-e', `${commit}^{commit}`]);
    return true;
  } catch (fault) {
    if (fault instanceof GitFault) return false;
    throw fault;
  }
};
