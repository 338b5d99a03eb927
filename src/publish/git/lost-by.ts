import type { LastingAddress } from '../../core/lasting-addresses.ts';
import { GitFault, git } from '../../io/git.ts';
import { seenAddresses } from '../lost-pages.ts';
import { namesInManifest, type Release, releasesOf } from '../manifests.ts';
import { ownAddressesOf, previousOf } from '../previous.ts';
import type { PublishedSite } from '../site-folder.ts';
import { addressesIn, movedBy } from './moved.ts';
import { changedFilesOf, foldersOf, type PushedRef, readWhole } from './read-push.ts';

/**
 * What readers have seen and a push takes away: compared with what has been published, whatever the branch has come to
 * meanwhile. `undefined` where there is no site to compare with.
 */
export const lostBy = async (
  repo: string,
  pushed: PushedRef,
  site: PublishedSite | undefined,
): Promise<readonly LastingAddress[] | undefined> => {
  if (!site || namesInManifest(site.folder).length === 0) return undefined;
  const lost = new Map<string, LastingAddress>();
  for (const release of seenReleases(site))
    for (const one of await lostSince(repo, pushed, site, release)) lost.set(one.address, one);
  return [...lost.values()];
};

/** The release that readers see, and the newest one: after a rollback they have seen both. */
const seenReleases = (site: PublishedSite): readonly Release[] => {
  const current = previousOf(site)?.release;
  const [newest] = releasesOf(site);
  return [...(current ? [current] : []), ...(newest && newest.name !== current?.name ? [newest] : [])];
};

const lostSince = async (
  repo: string,
  { old, new: commit, ref }: PushedRef,
  site: PublishedSite,
  release: Release,
): Promise<readonly LastingAddress[]> => {
  const trees = release.events.map((tree) => ({ tree, addresses: seenAddresses(site, tree) }));
  const seen = new Set([...trees.flatMap(({ addresses = [] }) => addresses), ...ownAddressesOf(release)]);
  // Of an event whose tree is gone nobody can tell what readers have seen: rather too much than too little.
  const forgotten = new Set(trees.flatMap(({ tree, addresses }) => (addresses ? [] : tree.tops)));
  const base = release.commit;
  if (base === undefined || !(base === old || (await isThere(repo, base)))) {
    const kept = addressesIn(await readWhole(repo, commit));
    return [...seen].filter((address) => !kept.has(address)).map((address) => ({ address }));
  }
  const since = { old: base, new: commit, ref };
  const changes = await changedFilesOf(repo, since);
  const { vanished } = await movedBy(repo, since, changes, foldersOf(changes.map(({ path }) => path)));
  return vanished.filter(({ address }) => seen.has(address) || forgotten.has(address.split('/')[1] ?? ''));
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
