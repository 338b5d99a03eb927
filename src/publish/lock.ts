import { accessSync, constants, type Stats, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { UsageError } from '../core/usage-error.ts';
import { hasSqlite, openDatabase, sqliteCode } from '../io/sqlite.ts';
import { shellQuoted } from './git/shell.ts';
import { explainFault, PublishFault } from './publish-fault.ts';
import type { PublishedSite } from './site-folder.ts';

/** A file that this process has to itself, until it lets go or dies: then the kernel does. `using` works, too. */
export type Lock = Disposable & { readonly release: () => void };

/** How often somebody who waits looks again, in milliseconds. A look takes some microseconds. */
const pause = 20;

/**
 * Takes the lock on a file that is there, or gives `undefined` where somebody has it: another process or this one. The
 * lock is SQLite's, the portable one that Node has built in. Throws `PublishFault` where the file cannot be written.
 */
export const tryLock = (file: string): Lock | undefined => {
  const database = openLock(file);
  const lock = attempt(database, file);
  if (!lock) database.close();
  return lock;
};

/** Waits for the lock on a file, as long as it takes. Throws as `tryLock` does. */
export const lock = async (file: string): Promise<Lock> =>
  (await lockWithin(file, Number.POSITIVE_INFINITY)) ?? lock(file);

/** Waits for the lock for at most so many milliseconds; gives `undefined` where that is not enough. */
export const lockWithin = async (file: string, patience: number): Promise<Lock | undefined> => {
  const end = performance.now() + patience;
  const database = openLock(file);
  for (;;) {
    const taken = attempt(database, file);
    if (taken) return taken;
    if (performance.now() >= end) break;
    await setTimeout(pause);
  }
  database.close();
  return undefined;
};

/**
 * One runs, one waits: gives the lock of a site when its turn has come, or at once `undefined` where somebody else waits
 * already. Whoever waits must look for what is newest after this has been resolved: then nothing that came before
 * somebody was sent away is missed.
 */
export const takeTurn = async (site: PublishedSite): Promise<Lock | undefined> => {
  using waiting = tryLock(site.waiting);
  return waiting && (await lock(site.lock));
};

/** Throws a `UsageError` on a Node that has no SQLite. */
export const requireLocks = (): void => {
  if (hasSqlite()) return;
  throw new UsageError(
    `Publishing needs Node 22.22 or later, whose SQLite keeps two publishes apart, and this is Node ${process.versions.node}: install a newer one from nodejs.org.`,
  );
};

const openLock = (file: string): DatabaseSync => {
  requireLocks();
  try {
    // SQLite would be content to read where it may not write, and would then lock nobody out.
    accessSync(file, constants.R_OK | constants.W_OK);
  } catch (fault) {
    throw explainFault(fault, file);
  }
  const stats = statSync(file);
  if (!stats.isFile()) throw unusable(file, `${kindOf(stats)} is in its place`);
  try {
    return openDatabase(file, { timeout: 0 });
  } catch (fault) {
    throw unusable(file, reasonOf(fault), fault);
  }
};

const unusable = (file: string, why: string, cause?: unknown): PublishFault =>
  new PublishFault(
    `The lock ${file} cannot be taken: ${why}. Remove it with rm -r ${shellQuoted(file)}, then try again: that makes it anew.`,
    {
      cause,
    },
  );

const kindOf = (stats: Stats): string => {
  if (stats.isDirectory()) return 'a folder';
  return stats.isFIFO() ? 'a pipe' : 'something that is no file';
};

/** SQLITE_CORRUPT and SQLITE_NOTADB are what SQLite says of a file that it has not written. */
const reasonOf = (fault: unknown): string =>
  [11, 26].includes(sqliteCode(fault) ?? 0) ? 'it holds what no publish has written' : String(fault);

const attempt = (database: DatabaseSync, file: string): Lock | undefined => {
  try {
    // RESERVED is one lock on one byte: who does not get it has met somebody who has it. On the way to EXCLUSIVE two
    // could send each other away, and nobody would be left (sqlite.org/lockingv3.html).
    // And no journal beside it: a lock must not fail because the disk is full.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN IMMEDIATE');
  } catch (fault) {
    if (isBusy(fault)) return undefined;
    database.close();
    throw unusable(file, reasonOf(fault), fault);
  }
  const release = (): void => {
    if (database.isOpen) database.close();
  };
  return { release, [Symbol.dispose]: release };
};

/** SQLITE_BUSY, with any of its extended codes. */
const isBusy = (fault: unknown): boolean => sqliteCode(fault) === 5;
