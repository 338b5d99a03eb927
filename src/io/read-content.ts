import {
  accessSync,
  closeSync,
  constants,
  createReadStream,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ContentFiles, isHidden, isOddFolder, isReadWhole, mostDocumentBytes } from '../core/content-files.ts';
import { compare } from '../core/diagnostics.ts';

/** A content folder that has been read, and the way to the bytes of its other files. */
export type Content = {
  readonly files: ContentFiles;
  readonly readBytes: (path: string) => Promise<Uint8Array>;
  /** The same piece by piece: of a large file, memory holds one piece at a time. */
  readonly streamBytes?: (path: string) => AsyncIterable<Uint8Array>;
  /** Changes when the bytes of a file do, and needs none of them; `undefined` where that cannot be known. */
  readonly identityOf?: (path: string) => string | undefined;
  /** How many bytes a file has; not there where that cannot be known without reading it. */
  readonly sizeOf?: (path: string) => number;
};

/** Two parts of a content as one: of a file of both, that of `over`. */
export const joinContent = (under: Content, over: Content): Content => {
  const partOf = (path: string): Content => (over.files.has(path) || !under.files.has(path) ? over : under);
  return {
    files: new Map([...under.files, ...over.files]),
    readBytes: (path) => partOf(path).readBytes(path),
    streamBytes: async function* (path) {
      yield* partOf(path).streamBytes?.(path) ?? [await partOf(path).readBytes(path)];
    },
    identityOf: (path) => partOf(path).identityOf?.(path),
    sizeOf: (path) => partOf(path).sizeOf?.(path) ?? 0,
  };
};

/**
 * Reads a content folder from disk, or one folder in it: `below`. Names that begin with a dot are not part of it, and no
 * link is followed. Paths use `/` and are sorted by code units, whatever order the disk gives them in.
 * Rejects with the system's error where the folder cannot be read.
 */
export const readContent = async (folder: string, below = ''): Promise<Content> =>
  readDiskFiles(folder, filesBelow(folder, below));

/** A file or folder on disk, by its path below the content folder. */
type OnDisk = { readonly path: string; readonly kind: 'file' | 'link' | 'folder' | 'other' };

/**
 * Lists what a content folder holds in itself, or in one folder in it, without names that begin with a dot. Of what is not
 * wanted nothing is asked.
 */
export const listFolder = (root: string, below = '', isWanted = (_path: string): boolean => true): readonly OnDisk[] =>
  readdirSync(join(root, below), { withFileTypes: true })
    .map((entry) => ({ entry, path: below === '' ? entry.name : `${below}/${entry.name}` }))
    .filter(({ path }) => !isHidden(path) && isWanted(path))
    .map(({ entry, path }): OnDisk => ({ path, kind: kindOf(entry, path, root) }))
    .sort((a, b) => compare(a.path, b.path));

const kindOf = (entry: Dirent, path: string, root: string): OnDisk['kind'] => {
  if (entry.isSymbolicLink()) return 'link';
  const isFolder = entry.isDirectory();
  if (isFolder ? isOddFolder(path) : !entry.isFile()) return 'other';
  // Whoever reads a document finds out whether that can be done.
  const isAsked = isFolder || !isReadWhole(path);
  if (isAsked && !isReadable(join(root, path), isFolder)) return 'other';
  return isFolder ? 'folder' : 'file';
};

const isReadable = (path: string, isFolder: boolean): boolean => {
  try {
    accessSync(path, isFolder ? constants.R_OK | constants.X_OK : constants.R_OK);
    return true;
  } catch {
    return false;
  }
};

/** The content that listed files make: documents and the theme with their bytes. */
export const readDiskFiles = (folder: string, listed: readonly OnDisk[]): Content => {
  const found = listed.filter(({ kind }) => kind !== 'folder').sort((a, b) => compare(a.path, b.path));
  const contents = found.map(({ path, kind }): [string, Uint8Array | 'file' | 'link' | 'other'] => {
    if (kind === 'link' || kind === 'other') return [path, kind];
    // One after the other: for thousands of small files that takes half as long as asking for all of them at once.
    return [path, isReadWhole(path) ? readDocument(join(folder, path)) : 'file'];
  });
  return {
    files: new Map(contents),
    readBytes: (path) => readFile(join(folder, path)),
    streamBytes: (path) => createReadStream(join(folder, path), { highWaterMark: 256 * 1024 }),
    identityOf: (path) => identityOf(join(folder, path)),
    sizeOf: (path) => statSync(join(folder, path)).size,
  };
};

/** The bytes of a document; `other` where nobody may read it, or it is too large. Most fit into one read. */
const readDocument = (path: string): Uint8Array | 'other' => {
  const file = openIfAllowed(path);
  if (file === undefined) return 'other';
  try {
    const length = readSync(file, shared, 0, shared.length, null);
    if (length < shared.length && readSync(file, shared, length, 1, null) === 0)
      return Buffer.from(shared.subarray(0, length));
    if (fstatSync(file).size > mostDocumentBytes) return 'other';
    return readFileSync(path);
  } finally {
    closeSync(file);
  }
};

/** Into which documents are read before it is known how long they are. */
const shared = Buffer.alloc(64 * 1024);

const openIfAllowed = (path: string): number | undefined => {
  try {
    return openSync(path, 'r');
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && (fault.code === 'EACCES' || fault.code === 'EPERM'))
      return undefined;
    throw fault;
  }
};

/**
 * As git tells it: the number of a file, its size and its times to the nanosecond. A file that was written a moment ago may
 * be written again at the same time, as far as the disk's clock tells: of such a one nothing is said.
 */
const identityOf = (path: string): string | undefined => {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (!stat || Date.now() - Number(stat.ctimeMs) < 2000) return undefined;
  return `disk ${stat.dev} ${stat.ino} ${stat.size} ${stat.mtimeNs} ${stat.ctimeNs}`;
};

/** Changes when any of some files does, and needs the bytes of none; `undefined` where that cannot be known of one. */
export const identityOfAll = (folder: string, listed: readonly OnDisk[]): string | undefined => {
  const lines = listed.map(({ path, kind }) => {
    const identity = kind === 'file' ? identityOf(join(folder, path)) : kind;
    return identity && `${path}\0${identity}`;
  });
  return lines.includes(undefined) ? undefined : lines.join('\0');
};

// Not `readdir` with `recursive`: that follows links to folders, and so out of the content folder and round in circles.
const filesBelow = (root: string, below: string): OnDisk[] =>
  listFolder(root, below).flatMap((one) => withFilesBelow(root, one));

/** A file that was listed, or all files in a folder that was. */
export const withFilesBelow = (root: string, one: OnDisk): OnDisk[] =>
  one.kind === 'folder' ? filesBelow(root, one.path) : [one];
