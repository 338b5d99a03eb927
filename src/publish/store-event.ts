import { hash } from 'node:crypto';
import { lstatSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readPlain, sizeOf } from '../../src/io/plain-file.ts';
import type { MediaBytes } from '../media/publish-media.ts';
import { listTree } from './list-tree.ts';
import {
  type EventManifest,
  type EventTree,
  type Hashes,
  readEventManifest,
  readLink,
  treeFolder,
} from './manifests.ts';
import type { PublishedSite } from './site-folder.ts';
import { checkPath, placeStaged, stageNamed, withStage } from './stage.ts';
import { type Earlier, type Files, hashFiles, stageTree } from './stage-tree.ts';
import { sumsNote, sumsOfEvent } from './sums-of-event.ts';

/** The pages of one event, as they shall be stored. */
export type EventFiles = {
  /** The slug of the event: the part of its addresses below which its pictures are. */
  readonly folder: string;
  /** Its files, by their paths from the top of the site: each begins with the slug or an alias. */
  readonly files: Files;
  /** Its pictures, by name; those without bytes must be in the store. */
  readonly media: ReadonlyMap<string, MediaBytes | undefined>;
  /** Texts to be read again later, which no reader sees, by names such as `record.json`. */
  readonly notes: ReadonlyMap<string, string>;
  /** The tree that the event has had: what has not changed keeps its files. */
  readonly previous?: string;
};

/**
 * Stores the pages of an event, complete and on the disk, and gives the tree they are in. The same content gives the
 * same tree. No reader sees it before a release points to it. Events may be stored at the same time, each once. Only for
 * the one that holds the lock. Throws `PublishFault`, and leaves nothing behind, where the machine does not do it.
 */
export const storeEvent = (site: PublishedSite, given: EventFiles): Promise<EventTree> =>
  withStage(site, async (stage) => {
    checkPath(given.folder);
    const media = await stageNamed(stage, join(site.media, given.folder), given.media);
    const hashes = hashFiles(given.files);
    const before = given.previous === undefined ? undefined : { folder: given.folder, id: given.previous };
    const notes = new Map([...given.notes, [sumsNote, await sumsOfEvent(site, given, hashes, before)]]);
    const event = { ...given, notes };
    const manifest = { files: hashes, media, notes: [...notes.keys()].sort() };
    const tree = describeTree(event, manifest);
    const files = withOwnFiles(event, manifest);
    const target = treeFolder(site, tree);
    const link = media.length === 0 ? undefined : join(event.folder, 'media');
    if (!isStored(target, files, link === undefined ? undefined : { path: link, target: mediaOf(event.folder) })) {
      const folder = join(stage.folder, 'tree');
      stageTree(stage, folder, { files, hashes: manifest.files, earlier: earlierTree(site, event, tree) });
      if (link !== undefined) symlinkSync(mediaOf(event.folder), join(folder, link));
      // What has lost or changed a file is damaged, and makes room.
      if (lstatSync(target, { throwIfNoEntry: false }))
        stage.moves.push({ from: target, to: join(stage.folder, 'damaged') });
      stage.moves.push({ from: folder, to: target });
    }
    await placeStaged(site, stage);
    return tree;
  });

const describeTree = ({ folder, notes }: EventFiles, { files, media }: EventManifest): EventTree => {
  const parts = Object.keys(files).map((path) => path.split('/'));
  const tops = new Set(parts.map(([top = '']) => top));
  if (!tops.has(folder) || parts.some(({ length }) => length === 1)) {
    throw new Error(`Unexpected paths in the event ${folder}`);
  }
  return { folder, id: identify(files, media, notes), tops: [...tops] };
};

/** Sixteen hexadecimal digits: enough to tell the versions of one event apart. */
export const identify = (files: Hashes, media: readonly string[], notes: ReadonlyMap<string, string>): string => {
  const sorted = [...notes].sort(([a], [b]) => (a < b ? -1 : 1));
  return hash('sha256', JSON.stringify([Object.entries(files), media, sorted]), 'hex').slice(0, 16);
};

/** What lies in a tree beside the tops. No top has such a name: a slug has no dot. */
const withOwnFiles = ({ files, notes }: EventFiles, manifest: EventManifest): Files => {
  const own = new Map<string, Uint8Array>();
  for (const [name, text] of [...notes, ['manifest.json', JSON.stringify(manifest)] as const]) {
    if (!/^[\w-]+\.[\w.-]+$/.test(name) || own.has(name)) throw new Error(`Unexpected name of a note: ${name}`);
    own.set(name, Buffer.from(text));
  }
  return new Map([...files, ...own]);
};

/** Not the tree itself, which is stored anew because it is damaged. */
const earlierTree = (site: PublishedSite, { folder, previous }: EventFiles, { id }: EventTree): Earlier | undefined => {
  const tree = previous === undefined || previous === id ? undefined : { folder, id: previous };
  const manifest = tree && readEventManifest(site, tree);
  return tree && manifest && { folder: treeFolder(site, tree), files: manifest.files };
};

/** Where the pictures of an event lie, as a link in its trees says: they are the same for all of them. */
const mediaOf = (event: string): string => `../../../../media/${event}`;

/** Whether a tree has these files and this link, and nothing else. */
const isStored = (folder: string, files: Files, link: { path: string; target: string } | undefined): boolean => {
  const found = listTree(folder);
  if (found?.length !== files.size + (link ? 1 : 0)) return false;
  if (link && readLink(join(folder, link.path)) !== link.target) return false;
  return [...files].every(([path, bytes]) => {
    const file = join(folder, path);
    return sizeOf(file) === bytes.length && readPlain(file)?.equals(bytes) === true;
  });
};
