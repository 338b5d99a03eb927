import { rmdirSync, rmSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../io/cache-folder.ts';
import { pruneDaily } from '../io/prune-cache.ts';
import { namesInManifest, readEventManifest, releaseName, releasesOf } from './manifests.ts';
import { explainFault, PublishFault } from './publish-fault.ts';
import { clearTemporary, type PublishedSite } from './site-folder.ts';
import { currentRelease } from './switch-release.ts';

/**
 * Removes all but the newest releases and the current one, then what none of those needs: trees, pictures, assets, and
 * what killed processes have left. Gives the names of the removed releases, the newest first. Keep two at least: somebody
 * may be reading the last one. Only for the one that holds the lock. Killed at any moment, it leaves what stays complete;
 * the next one removes the rest. Throws `PublishFault` where the machine does not do it.
 */
export const prune = (site: PublishedSite, keep: number): readonly string[] => {
  try {
    clearTemporary(site);
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
    );
    removeAllBut(site.assets, new Set(kept.flatMap(({ assets }) => assets)));
    return gone;
  } catch (fault) {
    throw explainFault(fault, site.folder);
  }
};

/** Prunes behind a publish that has succeeded, once a day its cache as well: what fails then is reported, and the next one tries again. */
export const pruneOrWarn = (site: PublishedSite, keep: number): void => {
  try {
    prune(site, keep);
    pruneDaily(cacheFolder());
  } catch (fault) {
    if (!(fault instanceof PublishFault)) throw fault;
    console.error(`Earlier releases could not be removed: ${fault.message}`);
  }
};

/** `trees` are those that stay, by event. */
const pruneEvents = (
  site: PublishedSite,
  trees: ReadonlyMap<string, readonly { folder: string; id: string }[]>,
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

/** What no kept release needs may go bit by bit: should the same be stored again, what is missing is written again. */
const removeAllBut = (folder: string, kept: ReadonlySet<string>, isOurs = (_name: string): boolean => true): void => {
  for (const name of namesInManifest(folder)) {
    if (!kept.has(name) && isOurs(name)) rmSync(join(folder, name), { recursive: true });
  }
};

/** Whether a name is that of a release or of its manifest, damaged or not. */
const isOfRelease = (name: string): boolean => releaseName.test(name.replace(/\.json$/, ''));
