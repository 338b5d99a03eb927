import { hash } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { hashOfFile, sizeOf, statsOf } from '../io/plain-file.ts';
import { listTree } from './list-tree.ts';
import { type EventTree, keyOf, parseAs, readEventManifest, readNote, readText, treeFolder } from './manifests.ts';
import { isSystemFault } from './publish-fault.ts';
import { type PublishedSite, treesOf } from './site-folder.ts';
import { identify } from './store-event.ts';
import { missingInTree } from './verify-complete.ts';

/**
 * What trees were like when they were whole: a stamp of each, and the hash of each picture. It only saves work: where it
 * is gone or damaged, each file is read again.
 */
export type KnownTrees = {
  readonly stamps: Readonly<Record<string, string>>;
  readonly pictures: Readonly<Record<string, string>>;
};

/** Reads what is known of the trees of a site. */
export const readKnownTrees = (site: PublishedSite): KnownTrees =>
  parseAs(knownTrees, readText(treesOf(site))) ?? { stamps: {}, pictures: {} };

/** Notes what the trees of a release are like now that they are whole. What cannot be noted is looked at again. */
export const noteTrees = (site: PublishedSite, trees: readonly EventTree[], { stamps, pictures }: KnownTrees): void => {
  const stamped = trees.map((tree) => [keyOf(tree), stamps[keyOf(tree)] ?? stampOf(site, tree)] as const);
  const paths = trees.flatMap((tree) =>
    (readEventManifest(site, tree)?.media ?? []).map((name) => `${tree.folder}/${name}`),
  );
  const hashed = paths.map((path) => [path, pictures[path] ?? hashOfFile(join(site.media, path))] as const);
  const text = JSON.stringify({ stamps: Object.fromEntries(stamped), pictures: Object.fromEntries(hashed) });
  try {
    writeFileSync(`${treesOf(site)}.new`, text);
    renameSync(`${treesOf(site)}.new`, treesOf(site));
  } catch (fault) {
    if (!isSystemFault(fault)) throw fault;
  }
};

/**
 * The stamps of those trees that are whole. A tree with the stamp that it had is taken as whole: each file has the number,
 * size and time of change that it had, and none has come or gone. Of any other, each file is read.
 */
export const stampsOfWhole = (
  site: PublishedSite,
  trees: readonly EventTree[],
  known: KnownTrees,
): Readonly<Record<string, string>> => {
  const found: Record<string, string> = {};
  for (const tree of trees) {
    const stamp = stampOf(site, tree);
    const isKnown = stamp !== undefined && stamp === known.stamps[keyOf(tree)];
    if (stamp !== undefined && (isKnown || isWhole(site, tree, known.pictures))) found[keyOf(tree)] = stamp;
  }
  return found;
};

/** Changes with the number, the size and the time of change of any file of a tree, and of any of its pictures. */
const stampOf = (site: PublishedSite, tree: EventTree): string | undefined => {
  const folder = treeFolder(site, tree);
  const paths = listTree(folder)?.toSorted();
  const media = (readEventManifest(site, tree)?.media ?? []).map((name) => join(site.media, tree.folder, name));
  const lines = paths && [...paths.map((path) => join(folder, path)), ...media].map(lineOf);
  return lines && hash('sha256', lines.join('\n'), 'hex').slice(0, 32);
};

const lineOf = (path: string): string => {
  const stats = statsOf(path);
  return stats ? `${path} ${stats.mode} ${stats.ino} ${stats.size} ${stats.mtimeNs}` : path;
};

/** Whether all of a tree is as it was stored, by its hashes, and nothing else is in it. */
const isWhole = (site: PublishedSite, tree: EventTree, pictures: KnownTrees['pictures']): boolean => {
  const manifest = readEventManifest(site, tree);
  if (!manifest) return false;
  const { files, media, notes } = manifest;
  const texts = new Map(notes.map((name) => [name, readNote(site, tree, name) ?? '']));
  const count = Object.keys(files).length + notes.length + (media.length > 0 ? 2 : 1);
  return (
    identify(files, media, texts) === tree.id &&
    listTree(treeFolder(site, tree))?.length === count &&
    missingInTree(site, tree, true).length === 0 &&
    media.map((name) => `${tree.folder}/${name}`).every((path) => isPicture(join(site.media, path), pictures[path]))
  );
};

/** A picture whose hash is not known is one where it has any bytes. */
const isPicture = (path: string, known: string | undefined): boolean => {
  const size = sizeOf(path) ?? 0;
  return size > 0 && (known === undefined || hashOfFile(path) === known);
};

const knownTrees: z.ZodType<KnownTrees> = z.object({
  stamps: z.record(z.string(), z.string()),
  pictures: z.record(z.string(), z.string()),
});
