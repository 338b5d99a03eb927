import { hasFormOfDate, reservedEntrySlugs } from '../core/slug.ts';
import { listTree } from './list-tree.ts';
import { type EventTree, keyOf, type Release, readEventManifest, treeFolder } from './manifests.ts';
import type { PublishedSite } from './site-folder.ts';
import type { View } from './verify-links.ts';

/**
 * The entries and events that readers could see in the previous release and could not in one that has `trees`. Lists of
 * days, topics and milestones follow from the entries and may go with them.
 */
export const lostPages = (
  site: PublishedSite,
  previous: Release | undefined,
  trees: readonly EventTree[],
  view: View,
): readonly string[] =>
  withoutKept(previous, trees)
    .flatMap((tree) => seenPages(site, tree) ?? [])
    .filter((path) => !view.has(path));

/** The trees of the previous release of which nothing says any more what readers could see in them; not those in `trees`. */
export const forgottenTrees = (
  site: PublishedSite,
  previous: Release | undefined,
  trees: readonly EventTree[],
): readonly EventTree[] => withoutKept(previous, trees).filter((tree) => seenPages(site, tree) === undefined);

/**
 * The pages of events and entries that readers can see in a tree: by its manifest, and where that is gone or damaged, by
 * what lies there. `undefined` where all of it is gone.
 */
export const seenPages = (site: PublishedSite, tree: EventTree): readonly string[] | undefined => {
  const manifest = readEventManifest(site, tree);
  const pages = (manifest ? Object.keys(manifest.files) : listTree(treeFolder(site, tree)))?.filter(isPermanent);
  return pages && pages.length > 0 ? pages : undefined;
};

const withoutKept = (previous: Release | undefined, trees: readonly EventTree[]): readonly EventTree[] => {
  const kept = new Set(trees.map(keyOf));
  return previous?.events.filter((tree) => !kept.has(keyOf(tree))) ?? [];
};

/** Whether a path is that of an event or of an entry, under its slug or an alias. */
const isPermanent = (path: string): boolean => {
  const [, name = '', ...rest] = path.split('/');
  if (name === 'index.html') return true;
  return rest.join('/') === 'index.html' && !reservedEntrySlugs.has(name) && !hasFormOfDate(name);
};
