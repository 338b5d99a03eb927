import { spawn } from 'node:child_process';
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { explainFault, PublishFault } from './publish-fault.ts';
import type { PublishedSite } from './site-folder.ts';

/** So many are synced one by one; more with all of their file system: one millisecond each, against five to ten for all. */
const few = 8;

/**
 * Waits until files and folders are on the disk, so that neither a crash nor a loss of power can take from them what
 * they hold. Throws `PublishFault` where the disk fails.
 */
export const syncWritten = async (site: PublishedSite, paths: readonly string[]): Promise<void> => {
  if (paths.length > few && (await syncFileSystem(site.folder))) return;
  for (const path of paths) syncPath(path);
};

/** Waits until one file or folder is on the disk. Throws `PublishFault` where the disk fails. */
export const syncPath = (path: string): void => {
  try {
    const file = openSync(path, 'r');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (fault) {
    throw explainFault(fault, path);
  }
};

/** Gives false where there is no `sync` that knows how (coreutils has one; it calls syncfs(2), which Node does not). */
const syncFileSystem = async (folder: string): Promise<boolean> => {
  const child = spawn('sync', ['-f', folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  });
  const ended = new Promise<boolean>((resolve) => {
    child.on('error', () => resolve(false)).on('close', (code) => resolve(code === 0));
  });
  const said = await text(child.stderr);
  // The kernel reports a failed write only once: what was reported here would not be reported again to those who sync each file.
  if (said.includes('error syncing')) {
    throw new PublishFault(`The disk has failed: ${said.trim()}. Check the disk and the system's log, then try again.`);
  }
  return ended;
};
