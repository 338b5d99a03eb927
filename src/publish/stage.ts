import { closeSync, mkdirSync, mkdtempSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hasBytes, sizeOf } from '../../src/io/plain-file.ts';
import type { MediaBytes } from '../media/publish-media.ts';
import { explainFault } from './publish-fault.ts';
import type { PublishedSite } from './site-folder.ts';
import { syncPath, syncWritten } from './sync.ts';

/** A place out of sight where something is written, until it is complete and on the disk. */
export type Stage = {
  readonly folder: string;
  /** The files and folders that have been written and must reach the disk first. */
  readonly written: string[];
  /** What goes where, in this order, each by one rename. */
  readonly moves: { readonly from: string; readonly to: string }[];
};

/**
 * Runs some work with a stage of its own, which is gone afterwards, whatever happens. Errors of the system become
 * `PublishFault`.
 */
export const withStage = async <T>(site: PublishedSite, work: (stage: Stage) => Promise<T>): Promise<T> => {
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(site.temporary, 'stage-'));
    const result = await work({ folder, written: [], moves: [] });
    rmSync(folder, { recursive: true });
    return result;
  } catch (fault) {
    if (folder !== undefined) removeIfPossible(folder);
    throw explainFault(fault, site.folder);
  }
};

/** Brings to the disk what has been written, moves all of it to its place, and brings that to the disk. */
export const placeStaged = async (site: PublishedSite, { written, moves }: Stage): Promise<void> => {
  await syncWritten(site, written);
  const changed = new Set<string>();
  for (const { from, to } of moves) {
    const parent = dirname(to);
    const first = mkdirSync(parent, { recursive: true });
    renameSync(from, to);
    const top = first === undefined ? parent : dirname(first);
    for (let folder = parent; folder !== top; folder = dirname(folder)) changed.add(folder);
    changed.add(top);
  }
  for (const folder of changed) syncPath(folder);
};

/** Writes a file that is not there yet. */
export const writeStaged = (stage: Stage, path: string, bytes: Uint8Array): void => {
  try {
    writeFileSync(path, bytes, { flag: 'wx' });
  } catch (fault) {
    // What fails after the file has been opened names no path.
    throw explainFault(fault, path);
  }
  stage.written.push(path);
};

/** Makes a folder of a stage, and those above it that are not there. `made` remembers which are. */
export const makeStaged = (stage: Stage, folder: string, made: Set<string>): void => {
  if (made.has(folder) || folder === stage.folder) return;
  makeStaged(stage, dirname(folder), made);
  mkdirSync(folder);
  stage.written.push(folder);
  made.add(folder);
};

/**
 * Writes what a folder of the store lacks of files whose names say what is in them. Where the caller has no bytes, the
 * file must be there. Throws `Error` for a name that is none.
 */
export const stageNamed = async (
  stage: Stage,
  folder: string,
  files: ReadonlyMap<string, MediaBytes | undefined>,
): Promise<readonly string[]> => {
  for (const [name, bytes] of files) {
    checkPath(name);
    if (name.includes('/')) throw new Error(`Unexpected "/" in the name ${name}`);
    const to = join(folder, name);
    if (bytes === undefined && sizeOf(to) === undefined) throw new Error(`${to} was expected to be there`);
    if (bytes === undefined || (await hasBytes(to, bytes))) continue;
    const from = join(stage.folder, `${stage.moves.length}`);
    if (bytes instanceof Uint8Array) writeStaged(stage, from, bytes);
    else await writeChunks(stage, from, bytes);
    stage.moves.push({ from, to });
  }
  return [...files.keys()].sort();
};

/** Writes a file that is not there yet, of which memory holds one chunk at a time. */
const writeChunks = async (stage: Stage, path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> => {
  const file = openSync(path, 'wx');
  try {
    for await (const chunk of chunks) writeFileSync(file, chunk);
  } catch (fault) {
    throw explainFault(fault, path);
  } finally {
    closeSync(file);
  }
  stage.written.push(path);
};

/** Throws `Error` for a path that could lead out of its folder: nothing that comes from content may. */
export const checkPath = (path: string): void => {
  if (path.split('/').some((part) => part === '' || part === '.' || part === '..') || path.includes('\0')) {
    throw new Error(`Unexpected path ${JSON.stringify(path)}`);
  }
};

/** Removes a folder after an error, which is the one to tell: on a read-only file system another would only repeat it. */
export const removeIfPossible = (folder: string): void => {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {}
};
