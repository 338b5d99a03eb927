import { readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readPlain } from '../io/plain-file.ts';
import { readKnown } from './known-files.ts';
import { explainFault, isSystemFault } from './publish-fault.ts';
import type { PublishedSite } from './site-folder.ts';

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
  /** The addresses of what has been withdrawn since, and whose pictures it has no more. */
  readonly withdrawn?: readonly string[];
};

/** A release in the store. */
export type Release = ReleaseManifest & { readonly name: string };

/** The names that releases have: nothing else in their folder is touched. */
export const releaseName = /^\d{8}T\d{6}Z-[0-9a-z]+(?:-\d+)?$/;

/** Where a tree lies. In it, beside its tops, lie its manifest and its notes; no release links to those. */
export const treeFolder = (site: PublishedSite, { folder, id }: Pick<EventTree, 'folder' | 'id'>): string =>
  join(site.events, folder, id);

/** By what a tree is known: its place in the folder of all trees. */
export const keyOf = ({ folder, id }: Pick<EventTree, 'folder' | 'id'>): string => `${folder}/${id}`;

/** Reads what a tree consists of, or gives `undefined` where there is no such tree, or its manifest is damaged. */
export const readEventManifest = (
  site: PublishedSite,
  tree: Pick<EventTree, 'folder' | 'id'>,
): EventManifest | undefined => readKnown(join(treeFolder(site, tree), 'manifest.json'), parseEvent);

/** Reads a note that a tree was stored with, or gives `undefined` where there is no such tree, or no such note. */
export const readNote = (
  site: PublishedSite,
  tree: Pick<EventTree, 'folder' | 'id'>,
  name: string,
): string | undefined => readText(join(treeFolder(site, tree), name));

/** Reads one release, or gives `undefined` where there is none of that name, or its manifest is damaged. */
export const readRelease = (site: PublishedSite, name: string): Release | undefined => {
  const isName = releaseName.test(name);
  const manifest = isName ? readKnown(join(site.releases, `${name}.json`), parseRelease) : undefined;
  return manifest && { name, ...manifest };
};

/** Reads all releases whose manifests are whole, the newest first. */
export const releasesOf = (site: PublishedSite): readonly Release[] =>
  namesInManifest(site.releases)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => readRelease(site, file.slice(0, -'.json'.length)) ?? [])
    .sort((a, b) => b.number - a.number);

/**
 * The trees of a release, as the links in its folder say: what is known of one whose manifest is gone. `undefined` where
 * the folder is gone, too.
 */
export const linkedTrees = (site: PublishedSite, name: string): readonly EventTree[] | undefined => {
  if (!releaseName.test(name)) return undefined;
  const tops = namesInManifest(join(site.releases, name));
  if (tops.length === 0) return undefined;
  const trees = new Map<string, { folder: string; id: string; tops: string[] }>();
  for (const top of tops) {
    const target = readLink(join(site.releases, name, top)) ?? '';
    const [, folder, id] = /^\.\.\/\.\.\/events\/([^/]+)\/([^/]+)\/[^/]+$/.exec(target) ?? [];
    if (folder === undefined || id === undefined) continue;
    const tree = trees.get(folder) ?? { folder, id, tops: [] };
    trees.set(folder, { ...tree, tops: [...tree.tops, top] });
  }
  return [...trees.values()];
};

/** The names in a folder of the store, sorted; none where it is not there. Pictures: `join(site.media, slug)`. */
export const namesInManifest = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).sort();
  } catch (fault) {
    if (isSystemFault(fault, ...absent)) return [];
    throw explainFault(fault, folder);
  }
};

/** Where a link leads to, or `undefined` where there is none. */
export const readLink = (path: string): string | undefined => {
  try {
    return readlinkSync(path);
  } catch (fault) {
    if (isSystemFault(fault, 'EINVAL', ...absent)) return undefined;
    throw explainFault(fault, path);
  }
};

/** Reads a text that a publish has written, or gives `undefined` where no such file is there. It never waits for another program. */
export const readText = (file: string): string | undefined => {
  try {
    return readPlain(file)?.toString('utf8');
  } catch (fault) {
    throw explainFault(fault, file);
  }
};

/** What a text of JSON holds, where it is as `schema` says. */
export const parseAs = <T>(schema: z.ZodType<T>, text: string | undefined): T | undefined => {
  try {
    return text === undefined ? undefined : schema.safeParse(JSON.parse(text)).data;
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined;
    throw fault;
  }
};

const absent = ['ENOENT', 'ENOTDIR', 'ELOOP'];

const hashes = z.record(z.string(), z.string());
const strings = z.array(z.string());
// Its parts make paths, and what is not needed is removed by them.
const part = z.string().regex(/^(?!\.\.?$)[^/\0]+$/u);

const eventManifest: z.ZodType<EventManifest> = z.object({ files: hashes, media: z.array(part), notes: z.array(part) });

const releaseManifest: z.ZodType<ReleaseManifest> = z.object({
  number: z.number(),
  commit: z.string().exactOptional(),
  made: z.string(),
  inputs: z.unknown(),
  events: z.array(z.object({ folder: part, id: part, tops: z.array(part) })),
  files: hashes,
  assets: strings,
  withdrawn: strings.exactOptional(),
});

const parseEvent = (file: string): EventManifest | undefined => parseAs(eventManifest, readText(file));
const parseRelease = (file: string): ReleaseManifest | undefined => parseAs(releaseManifest, readText(file));
