import { createHash, type Hash, hash } from 'node:crypto';
import { copyFileSync, existsSync, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hasBytes, hashOfFile } from '../io/plain-file.ts';
import type { MediaBytes } from '../media/publish-media.ts';
import type { FileHashes } from './kept-pages.ts';

/** Where the files of a site go, by their paths in it. */
export type Target = {
  /** Puts a file there, and gives its hashes. */
  readonly write: (path: string, bytes: MediaBytes) => Promise<FileDigests>;
  /** Whether the earlier site has all of these files, byte by byte. */
  readonly has: (files: FileHashes) => boolean;
  /** Puts files there that the earlier site has. */
  readonly take: (files: FileHashes) => void;
};

/** The hashes of a file, in hex: by the one builds see whether it has changed, by the other everybody can prove a copy. */
export type FileDigests = { readonly sha256: string; readonly sha512: string };

/** A folder for a site, and the one in which an earlier build of it may lie. */
export type SiteFolder = { readonly folder: string; readonly earlier: string };

/**
 * Writes a site into a folder. A file that the site in `earlier` has already, byte by byte, is linked to instead of written
 * again, so that it keeps its time of change, by which servers and browsers know it.
 */
export const folderTarget = ({ folder, earlier }: SiteFolder): Target => {
  const made = new Set<string>();
  const hasEarlier = existsSync(earlier);
  const placeFor = (path: string): string => {
    const place = join(folder, path);
    const above = dirname(place);
    if (!made.has(above)) mkdirSync(above, { recursive: true });
    made.add(above);
    return place;
  };
  return {
    write: async (path, bytes) => {
      const place = placeFor(path);
      const { content, digests } = hashed(bytes);
      if (hasEarlier && (await linkSame(join(earlier, path), place, content))) return digests();
      // One file after the other, without waiting: that is what disks do fastest with thousands of small ones.
      if (content instanceof Uint8Array) inPlace(place, () => writeFileSync(place, content, { flag: 'wx' }));
      else {
        rmSync(place, { force: true });
        await writeFile(place, content, { flag: 'wx' });
      }
      return digests();
    },
    has: (files) =>
      hasEarlier && Object.entries(files).every(([path, hash]) => hashOfFile(join(earlier, path)) === hash),
    take: (files) => {
      for (const path of Object.keys(files)) linkOrCopy(join(earlier, path), placeFor(path));
    },
  };
};

/** Puts a file in a place where one may be, of an event that is made again: what has been linked to is never written over. */
const inPlace = (place: string, put: () => void): void => {
  try {
    put();
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault;
    rmSync(place);
    put();
  }
};

/** The bytes of a file, and its hashes as soon as all of them have been read. */
const hashed = (bytes: MediaBytes): { readonly content: MediaBytes; readonly digests: () => FileDigests } => {
  if (bytes instanceof Uint8Array)
    return {
      content: bytes,
      digests: () => ({ sha256: hash('sha256', bytes, 'hex'), sha512: hash('sha512', bytes, 'hex') }),
    };
  let last: readonly Hash[] = [];
  const content = async function* () {
    const own = [createHash('sha256'), createHash('sha512')];
    last = own;
    for await (const chunk of bytes) {
      for (const one of own) one.update(chunk);
      yield chunk;
    }
  };
  const digests = (): FileDigests => {
    const [sha256 = '', sha512 = ''] = last.map((one) => one.digest('hex'));
    return { sha256, sha512 };
  };
  return { content: { [Symbol.asyncIterator]: content }, digests };
};

/** Links to a file where it has these bytes; gives whether it does, and whether the disk can. */
const linkSame = async (from: string, to: string, bytes: MediaBytes): Promise<boolean> => {
  try {
    if (!(await hasBytes(from, bytes))) return false;
    inPlace(to, () => linkSync(from, to));
    return true;
  } catch {
    // Something else is there, or it lies on another disk, or the disk knows no links: then it is written.
    return false;
  }
};

const linkOrCopy = (from: string, to: string): void => {
  try {
    linkSync(from, to);
  } catch {
    // It lies on another disk, or the disk knows no links.
    copyFileSync(from, to);
  }
};
