import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readKnown } from './known-files.ts';
import { explainFault, isSystemFault, PublishFault } from './publish-fault.ts';
import type { Site } from './site-folder.ts';

/** The SHA-256 of each file, in hex, by its path with `/`. */
export type Hashes = Readonly<Record<string, string>>;

/** A tree in the store: the pages of an event as they were at one time. */
export type EventTree = {
  /** The slug of the event. */
  readonly folder: string;
  /** Says what is in the tree: the same content has the same. */
  readonly id: string;
  /** The first parts of the paths in it: the slug and the aliases of the event. */
  readonly tops: readonly string[];
};

/** What an event's tree consists of. */
export type EventManifest = {
  readonly files: Hashes;
  /** The names of its pictures. */
  readonly media: readonly string[];
  /** The names of its notes. */
  readonly notes: readonly string[];
};

/** What a release consists of. */
export type ReleaseManifest = {
  /** Counts the releases of a site, so that their order depends on no clock. */
  readonly number: number;
  /** The commit that it was made from; none where it was made from files on disk. */
  readonly commit?: string;
  /** When it was made, in ISO 8601. */
  readonly made: string;
  /** What it depends on, as the publisher has it. */
  readonly inputs: unknown;
  readonly events: readonly EventTree[];
  /** The files of the release itself. */
  readonly files: Hashes;
  readonly assets: readonly string[];
};

/** A release in the store. */
export type Release = ReleaseManifest & { readonly name: string };

/** The names that releases have: nothing else in their folder is touched. */
export const releaseName = /^\d{8}T\d{6}Z-[0-9a-z]+(?:-\d+)?$/;

/** Where a tree lies. In it, beside its tops, lie its manifest and its notes; no release links to those. */
export const treeFolder = (site: Site, { folder, id }: Pick<EventTree, 'folder' | 'id'>): string =>
  join(site.events, folder, id);

/** Reads what a tree consists of, or gives `undefined` where there is no such tree. */
export const readEvent = (site: Site, tree: Pick<EventTree, 'folder' | 'id'>): EventManifest | undefined =>
  readJson<EventManifest>(join(treeFolder(site, tree), 'manifest.json'));

/** Reads a note that a tree was stored with, or gives `undefined` where there is no such tree, or no such note. */
export const readNote = (site: Site, tree: Pick<EventTree, 'folder' | 'id'>, name: string): string | undefined =>
  readText(join(treeFolder(site, tree), name));

/** Reads one release, or gives `undefined` where there is none of that name. */
export const readRelease = (site: Site, name: string): Release | undefined => {
  const manifest = releaseName.test(name) ? readJson<ReleaseManifest>(join(site.releases, `${name}.json`)) : undefined;
  return manifest && { name, ...manifest };
};

/** Reads all releases, the newest first. */
export const releasesOf = (site: Site): readonly Release[] =>
  namesIn(site.releases)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => readRelease(site, file.slice(0, -'.json'.length)) ?? [])
    .sort((a, b) => b.number - a.number);

/** The names in a folder of the store, sorted; none where it is not there. Pictures: `join(site.media, slug)`. */
export const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).sort();
  } catch (fault) {
    if (isSystemFault(fault, 'ENOENT')) return [];
    throw explainFault(fault, folder);
  }
};

const readJson = <T>(file: string): T | undefined => readKnown(file, parseJson) as T | undefined;

const parseJson = (file: string): unknown => {
  const text = readText(file);
  try {
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch (fault) {
    throw new PublishFault(`${file} is damaged: ${String(fault)}. Remove it, then publish again.`, { cause: fault });
  }
};

const readText = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch (fault) {
    if (isSystemFault(fault, 'ENOENT', 'ENOTDIR')) return undefined;
    throw explainFault(fault, file);
  }
};
