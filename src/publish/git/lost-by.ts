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
 * meanwhile. `vanished` is what the push takes from the branch. `undefined` where there is no site to compare with.
 */
export const lostBy = async (
  repo: string,
  pushed: PushedRef,
  vanished: readonly LastingAddress[],
  site: PublishedSite | undefined,
): Promise<readonly LastingAddress[] | undefined> => {
  if (!site || namesInManifest(site.folder).length === 0) return undefined;
  const lost = new Map<string, LastingAddress>();
  for (const release of seenReleases(site)) {
    const since = release.commit === pushed.old ? vanished : await vanishedSince(repo, pushed, release.commit);
    const found = since ? seenOf(since, site, release) : await missingOf(repo, pushed, site, release);
    for (const one of found) lost.set(one.address, one);
  }
  return [...lost.values()];
};

/** The release that readers see, and the newest one: after a rollback they have seen both. */
const seenReleases = (site: PublishedSite): readonly Release[] => {
  const current = previousOf(site)?.release;
  const [newest] = releasesOf(site);
  return [...(current ? [current] : []), ...(newest && newest.name !== current?.name ? [newest] : [])];
};

/** What the branch has lost since a commit; `undefined` where the repository does not have that any more. */
const vanishedSince = async (
  repo: string,
  { new: commit, ref }: PushedRef,
  base: string | undefined,
): Promise<readonly LastingAddress[] | undefined> => {
  if (base === undefined || !(await isThere(repo, base))) return undefined;
  const since = { old: base, new: commit, ref };
  const changes = await changedFilesOf(repo, since);
  return (await movedBy(repo, since, changes, foldersOf(changes.map(({ path }) => path)))).vanished;
};

/** Those of some addresses that readers have seen in a release. Mostly there are none, and not all events are looked at. */
const seenOf = (
  vanished: readonly LastingAddress[],
  site: PublishedSite,
  release: Release,
): readonly LastingAddress[] => {
  if (vanished.length === 0) return [];
  const trees = release.events.map((tree) => ({ tree, addresses: seenAddresses(site, tree) }));
  const seen = new Set([...trees.flatMap(({ addresses = [] }) => addresses), ...ownAddressesOf(release)]);
  // Of an event whose tree is gone nobody can tell what readers have seen: rather too much than too little.
  const forgotten = new Set(trees.flatMap(({ tree, addresses }) => (addresses ? [] : tree.tops)));
  return vanished.filter(({ address }) => seen.has(address) || forgotten.has(address.split('/')[1] ?? ''));
};

/** The addresses of a release that a push does not have. */
const missingOf = async (
  repo: string,
  { new: commit }: PushedRef,
  site: PublishedSite,
  release: Release,
): Promise<readonly LastingAddress[]> => {
  const kept = addressesIn(await readWhole(repo, commit));
  const seen = [...release.events.flatMap((tree) => seenAddresses(site, tree) ?? []), ...ownAddressesOf(release)];
  return seen.filter((address) => !kept.has(address)).map((address) => ({ address }));
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
