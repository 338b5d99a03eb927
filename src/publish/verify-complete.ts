import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hashOfFile, sizeOf } from '../io/plain-file.ts';
import {
  type EventTree,
  type Hashes,
  keyOf,
  type Release,
  readEventManifest,
  readLink,
  readRelease,
} from './manifests.ts';
import type { PublishedSite } from './site-folder.ts';

/** How closely a release is looked at. */
type Depth = {
  /** Reads every file and compares its hash; otherwise it is enough that it is there. */
  readonly hashes?: boolean;
  /** A release whose trees are taken as complete, so that only what differs from it is looked at. */
  readonly besides?: string;
};

/**
 * What a release lacks, as paths in the site: every file by its manifests, every link, every picture, every asset. Empty
 * for a complete one. A file with other bytes is followed by `(changed)`.
 */
export const missingIn = (
  site: PublishedSite,
  name: string,
  { hashes = true, besides }: Depth = {},
): readonly string[] => {
  const release = readRelease(site, name);
  if (!release) return [`releases/${name}.json`];
  const other = besides === undefined ? undefined : readRelease(site, besides);
  const known = new Set(other?.events.map(keyOf));
  return [
    ...missingBesidesTrees(site, release, hashes),
    ...release.events.filter((tree) => !known.has(keyOf(tree))).flatMap((tree) => missingInTree(site, tree, hashes)),
  ];
};

/** What a release lacks that is not in the trees of its events. */
export const missingBesidesTrees = (site: PublishedSite, release: Release, hashes = true): readonly string[] => {
  const folder = `releases/${release.name}`;
  return [
    ...missingFiles(site, folder, release.files, hashes),
    ...missingLink(site, `${folder}/_astro`, '../../assets'),
    ...missingNames(site, 'assets', release.assets),
    ...release.events.flatMap((tree) =>
      tree.tops.flatMap((top) => missingLink(site, `${folder}/${top}`, `../../${placeOf(tree)}/${top}`)),
    ),
  ];
};

/** What the tree of an event lacks. */
export const missingInTree = (site: PublishedSite, tree: EventTree, hashes: boolean): readonly string[] => {
  const manifest = readEventManifest(site, tree);
  const place = placeOf(tree);
  if (!manifest) return [`${place}/manifest.json`];
  const { folder } = tree;
  return [
    ...missingFiles(site, place, manifest.files, hashes),
    ...missingNames(site, place, manifest.notes),
    ...missingNames(site, `media/${folder}`, manifest.media),
    ...(manifest.media.length === 0
      ? []
      : missingLink(site, `${place}/${folder}/media`, `../../../../media/${folder}`)),
  ];
};

const missingFiles = (site: PublishedSite, place: string, files: Hashes, hashes: boolean): readonly string[] =>
  hashes
    ? Object.entries(files).flatMap(([path, expected]) => {
        const found = hashOfFile(join(site.folder, place, path));
        if (found === undefined) return [`${place}/${path}`];
        return found === expected ? [] : [`${place}/${path} (changed)`];
      })
    : missingNames(site, place, Object.keys(files));

const missingNames = (site: PublishedSite, place: string, names: readonly string[]): readonly string[] =>
  names.map((name) => `${place}/${name}`).filter((path) => sizeOf(join(site.folder, path)) === undefined);

/** A link is there when it says what it should, and leads to something. */
const missingLink = (site: PublishedSite, path: string, target: string): readonly string[] => {
  const link = join(site.folder, path);
  return existsSync(link) && readLink(link) === target ? [] : [path];
};

const placeOf = ({ folder, id }: EventTree): string => `events/${folder}/${id}`;
