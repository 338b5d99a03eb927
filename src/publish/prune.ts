import { mkdirSync, mkdtempSync, renameSync, rmdirSync, unlinkSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../io/cache-folder.ts';
import { pruneDaily } from '../io/prune-cache.ts';
import { namesInManifest, readEventManifest, releaseName, releasesOf } from './manifests.ts';
import { explainFault, PublishFault } from './publish-fault.ts';
import { discardedOf, type PublishedSite } from './site-folder.ts';
import { currentRelease } from './switch-release.ts';

/**
 * Takes away all but the newest releases and the current one, then what none of those needs: trees, pictures, assets, and
 * what killed processes have left. It is only moved, which takes no time; `removeDiscarded` removes it. Gives the names of the
 * removed releases, the newest first. Keep two at least: somebody may be reading the last one. Only for the one that holds the lock. Killed at any moment, it leaves what stays complete;
 * the next one removes the rest. Throws `PublishFault` where the machine does not do it.
 */
export const prune = (site: PublishedSite, keep: number): readonly string[] => {
  try {
    const discard = discarding(site);
    for (const name of namesInManifest(site.temporary)) discard(join(site.temporary, name));
    const removeAllBut = (
      folder: string,
      kept: ReadonlySet<string>,
      isOurs = (_name: string): boolean => true,
    ): void => {
      for (const name of namesInManifest(folder)) if (!kept.has(name) && isOurs(name)) discard(join(folder, name));
    };
    const releases = releasesOf(site);
    const current = currentRelease(site);
    // What readers see needs trees that only its manifest names: where that is damaged, nothing is removed.
    if (current !== undefined && !releases.some(({ name }) => name === current)) return [];
    const kept = releases.filter(({ name }, index) => index < keep || name === current);
    const gone = releases.filter((release) => !kept.includes(release)).map(({ name }) => name);
    // First the manifest, then what it speaks of: what has a manifest is complete.
    for (const name of gone) unlinkSync(join(site.releases, `${name}.json`));
    removeAllBut(site.releases, new Set(kept.flatMap(({ name }) => [name, `${name}.json`])), isOfRelease);
    pruneEvents(
      site,
      Map.groupBy(
        kept.flatMap(({ events }) => events),
        ({ folder }) => folder,
      ),
      removeAllBut,
    );
    removeAllBut(site.assets, new Set(kept.flatMap(({ assets }) => assets)));
    return gone;
  } catch (fault) {
    throw explainFault(fault, site.folder);
  }
};

/** Prunes behind a publish that has succeeded: what fails then is reported, and the next one tries again. */
export const pruneOrWarn = (site: PublishedSite, keep: number): void => {
  try {
    prune(site, keep);
  } catch (fault) {
    warn(fault);
  }
};

/**
 * Removes what a prune has taken away, and once a day what nobody uses of the cache. For nobody who holds the lock: there may be
 * tens of thousands of files. What fails is reported, and the next one tries again.
 */
export const removeDiscarded = async (site: PublishedSite): Promise<void> => {
  const folder = discardedOf(site);
  try {
    for (const name of namesInManifest(folder)) await rm(join(folder, name), { recursive: true, force: true });
    pruneDaily(cacheFolder());
  } catch (fault) {
    warn(explainFault(fault, folder));
  }
};

const warn = (fault: unknown): void => {
  if (!(fault instanceof PublishFault)) throw fault;
  console.error(`Earlier releases could not be removed: ${fault.message}`);
};

/** Moves files and folders out of the way, all of one prune into one folder. */
const discarding = (site: PublishedSite): ((path: string) => void) => {
  let folder: string | undefined;
  let count = 0;
  return (path) => {
    if (folder === undefined) {
      mkdirSync(discardedOf(site), { recursive: true });
      folder = mkdtempSync(join(discardedOf(site), 'prune-'));
    }
    renameSync(path, join(folder, `${count++}`));
  };
};

/** Takes away what lies in a folder and has none of these names, where it is ours. */
type RemoveAllBut = (folder: string, kept: ReadonlySet<string>) => void;

/** `trees` are those that stay, by event. */
const pruneEvents = (
  site: PublishedSite,
  trees: ReadonlyMap<string, readonly { folder: string; id: string }[]>,
  removeAllBut: RemoveAllBut,
): void => {
  for (const event of namesInManifest(site.events)) {
    removeAllBut(join(site.events, event), new Set(trees.get(event)?.map(({ id }) => id)));
  }
  removeAllBut(site.events, new Set(trees.keys()));
  for (const event of namesInManifest(site.media)) {
    const manifests = trees.get(event)?.map((tree) => readEventManifest(site, tree)) ?? [];
    // A tree with a damaged manifest needs some of them, and nobody can tell which.
    if (manifests.includes(undefined)) continue;
    const needed = manifests.flatMap((manifest) => manifest?.media ?? []);
    removeAllBut(join(site.media, event), new Set(needed));
    if (needed.length === 0) rmdirSync(join(site.media, event));
  }
};

/** Whether a name is that of a release or of its manifest, damaged or not. */
const isOfRelease = (name: string): boolean => releaseName.test(name.replace(/\.json$/, ''));
