import { hash } from 'node:crypto';
import { existsSync, lstatSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type EventManifest, type EventTree, type Hashes, readEvent, treeFolder } from './manifests.ts';
import type { Site } from './site-folder.ts';
import { checkPath, placeStaged, type Stage, stageNamed, withStage } from './stage.ts';
import { type Earlier, type Files, hashFiles, mendTree, stageTree } from './stage-tree.ts';

/** The pages of one event, as they shall be stored. */
export type EventFiles = {
  /** The slug of the event: the part of its addresses below which its pictures are. */
  readonly folder: string;
  /** Its files, by their paths from the top of the site: each begins with the slug or an alias. */
  readonly files: Files;
  /** Its pictures, by name; those without bytes must be in the store. */
  readonly media: ReadonlyMap<string, Uint8Array | undefined>;
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
export const storeEvent = (site: Site, event: EventFiles): Promise<EventTree> =>
  withStage(site, async (stage) => {
    checkPath(event.folder);
    const media = stageNamed(stage, join(site.media, event.folder), event.media);
    const manifest = { files: hashFiles(event.files), media, notes: [...event.notes.keys()].sort() };
    const tree = describeTree(event, manifest);
    const files = withOwnFiles(event, manifest);
    const target = treeFolder(site, tree);
    const link = media.length === 0 ? undefined : join(event.folder, 'media');
    if (existsSync(target)) {
      mendTree(stage, target, files);
      if (link !== undefined) stageMissingLink(stage, event.folder, join(target, link));
    } else {
      const folder = join(stage.folder, 'tree');
      stageTree(stage, folder, files, manifest.files, earlierTree(site, event));
      if (link !== undefined) linkMedia(event.folder, join(folder, link));
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
const identify = (files: Hashes, media: readonly string[], notes: EventFiles['notes']): string => {
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

const earlierTree = (site: Site, { folder, previous }: EventFiles): Earlier | undefined => {
  const tree = previous === undefined ? undefined : { folder, id: previous };
  const manifest = tree && readEvent(site, tree);
  return tree && manifest && { folder: treeFolder(site, tree), files: manifest.files };
};

/** The pictures of an event are the same for all its trees, and lie in one place. */
const linkMedia = (event: string, path: string): void => symlinkSync(`../../../../media/${event}`, path);

const stageMissingLink = (stage: Stage, event: string, to: string): void => {
  if (lstatSync(to, { throwIfNoEntry: false })) return;
  const from = join(stage.folder, 'media');
  linkMedia(event, from);
  stage.moves.push({ from, to });
};
