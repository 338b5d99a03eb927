import { createHash, hash } from 'node:crypto';
import { join } from 'node:path';
import { parseSums, printSums, type Sums } from '../core/sums.ts';
import { hashOfFile } from '../io/plain-file.ts';
import type { MediaBytes } from '../media/publish-media.ts';
import { type EventTree, type Hashes, readEventManifest, readNote } from './manifests.ts';
import type { PublishedSite } from './site-folder.ts';

/** The name under which a tree keeps the lines that it has among the sums of a site. */
export const sumsNote = 'sums.txt';

type Summed = {
  readonly folder: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly media: ReadonlyMap<string, MediaBytes | undefined>;
};

/**
 * The lines that an event has among the sums of a site. `hashes` are those of its files by SHA-256: what `before` has with
 * the same one has the same sum, too, so that publishing one entry costs little more.
 */
export const sumsOfEvent = async (
  site: PublishedSite,
  { folder, files, media }: Summed,
  hashes: Hashes,
  before: Pick<EventTree, 'folder' | 'id'> | undefined,
): Promise<string> => {
  const known = before && readSums(site, before);
  const earlier = before && readEventManifest(site, before)?.files;
  const sums = new Map<string, string>();
  for (const [path, bytes] of files) {
    const same = hashes[path] !== undefined && earlier?.[path] === hashes[path] ? known?.get(path) : undefined;
    sums.set(path, same ?? hash('sha512', bytes, 'hex'));
  }
  for (const [name, bytes] of media) {
    const path = `${folder}/media/${name}`;
    const sum = bytes === undefined ? known?.get(path) : await sumOf(bytes);
    sums.set(path, sum ?? hashOfFile(join(site.media, folder, name), 'sha512') ?? '');
  }
  return printSums(sums);
};

/** The sums of a tree in the store; `undefined` where it has none. */
export const readSums = (site: PublishedSite, tree: Pick<EventTree, 'folder' | 'id'>): Sums | undefined => {
  const sums = parseSums(readNote(site, tree, sumsNote) ?? '');
  return sums instanceof Map ? sums : undefined;
};

const sumOf = async (bytes: MediaBytes): Promise<string> => {
  if (bytes instanceof Uint8Array) return hash('sha512', bytes, 'hex');
  const sum = createHash('sha512');
  for await (const chunk of bytes) sum.update(chunk);
  return sum.digest('hex');
};
