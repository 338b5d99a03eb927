import { lastingAddressOf } from '../core/lasting-addresses.ts';
import { listTree } from './list-tree.ts';
import { type EventTree, keyOf, type Release, readEventManifest, treeFolder } from './manifests.ts';
import type { PublishedSite } from './site-folder.ts';

/** The trees of the previous release of which nothing says any more what readers could see in them; not those in `trees`. */
export const forgottenTrees = (
  site: PublishedSite,
  previous: Release | undefined,
  trees: readonly EventTree[],
): readonly EventTree[] => withoutKept(previous, trees).filter((tree) => seenAddresses(site, tree) === undefined);

/**
 * The addresses of events and entries that readers can see in a tree: by its manifest, and where that is gone or damaged, by
 * what lies there. `undefined` where all of it is gone.
 */
export const seenAddresses = (site: PublishedSite, tree: EventTree): readonly string[] | undefined => {
  const manifest = readEventManifest(site, tree);
  const files = manifest ? Object.keys(manifest.files) : (listTree(treeFolder(site, tree)) ?? []);
  const seen = files.flatMap((path) => lastingAddressOf(path) ?? []);
  return seen.length > 0 ? seen : undefined;
};

const withoutKept = (previous: Release | undefined, trees: readonly EventTree[]): readonly EventTree[] => {
  const kept = new Set(trees.map(keyOf));
  return previous?.events.filter((tree) => !kept.has(keyOf(tree))) ?? [];
};
