import { join } from 'node:path';
import { readPlain } from '../io/plain-file.ts';
import { placesOfPages } from './check-pages.ts';
import { readKnown } from './known-files.ts';
import { type EventManifest, type EventTree, readEventManifest, treeFolder } from './manifests.ts';
import type { PublishedSite } from './site-folder.ts';
import type { View } from './verify-links.ts';

/** What a release that has not been stored yet will hold: files of its own, assets by name, and trees of the store. */
export type ReleaseParts = {
  readonly own: ReadonlyMap<string, Uint8Array>;
  readonly assets: ReadonlyMap<string, Uint8Array>;
  readonly trees: readonly EventTree[];
};

const placesInFile = (file: string): ReadonlySet<string> => placesOfPages(readPlain(file));

/** Looks at a release by the addresses that readers use. */
export const releaseView = (site: PublishedSite, { own, assets, trees }: ReleaseParts): View => {
  const byTop = new Map(trees.flatMap((tree) => tree.tops.map((top) => [top, tree] as const)));
  const manifests = new Map<EventTree, EventManifest | undefined>();
  const treeOf = (path: string): EventTree | undefined => byTop.get(path.slice(0, path.indexOf('/')));
  const manifestOf = (tree: EventTree): EventManifest | undefined => {
    if (!manifests.has(tree)) manifests.set(tree, readEventManifest(site, tree));
    return manifests.get(tree);
  };
  return {
    has: (path) => {
      if (own.has(path) || (path.startsWith('_astro/') && assets.has(path.slice('_astro/'.length)))) return true;
      const tree = treeOf(path);
      const manifest = tree && manifestOf(tree);
      if (!manifest) return false;
      const media = `${tree.folder}/media/`;
      return (
        Object.hasOwn(manifest.files, path) ||
        (path.startsWith(media) && manifest.media.includes(path.slice(media.length)))
      );
    },
    placesIn: (path) => {
      const tree = own.has(path) ? undefined : treeOf(path);
      // The index of the archive leads to a place for each day of each event.
      return tree ? readKnown(join(treeFolder(site, tree), path), placesInFile) : placesOfPages(own.get(path));
    },
  };
};
