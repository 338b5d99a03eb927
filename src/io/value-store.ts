import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { statsOf } from './plain-file.ts';
import { openDatabase, sqliteCode } from './sqlite.ts';

/**
 * Small values by the hashes of their keys, in one database that threads and processes share. It never fails: what cannot
 * be read is not there, and what cannot be written is not kept.
 */
export type ValueStore = {
  readonly get: (key: Buffer) => Buffer | undefined;
  /** Keeps a value, or removes it; resolves when that is done. All that is set at the same time is one transaction. */
  readonly set: (key: Buffer, bytes: Uint8Array | undefined) => Promise<void>;
  /** Removes what nobody has used since `before`, in milliseconds since 1970. */
  readonly prune: (before: number) => readonly StoredAmount[];
};

/** How many values go or stay, and how many bytes they hold. */
export type StoredAmount = { readonly isGone: boolean; readonly count: number; readonly bytes: number };

const stores = new Map<string, ValueStore>();

/** The store in a file: the same one for all that ask in this thread. */
export const valueStore = (file: string): ValueStore => {
  const store = stores.get(file) ?? openStore(file);
  stores.set(file, store);
  return store;
};

type Change = (table: Table) => void;

/** `patience` says how many milliseconds to wait while somebody else writes. */
export const openStore = (file: string, patience = 2000): ValueStore => {
  const use = tableUser(file, patience);
  let changes: Change[] = [];
  let written: Promise<void> | undefined;
  const write = (): void => {
    const batch = changes;
    [changes, written] = [[], undefined];
    use((table) => {
      table.database.exec('BEGIN IMMEDIATE');
      for (const change of batch) change(table);
      table.database.exec('COMMIT');
    }, true);
  };
  const plan = (change: Change): Promise<void> => {
    changes.push(change);
    written ??= new Promise((resolve) => {
      setImmediate(() => resolve(write()));
    });
    return written;
  };
  return {
    get: (key) => {
      const row = use(({ select }) => select.get(key));
      const bytes = row && wholeOf(key, row);
      // Once in the life of a process, it is noted that a value has been used.
      if (bytes && Number(row['used']) < performance.timeOrigin) void plan(({ note }) => note.run(Date.now(), key));
      return bytes;
    },
    set: (key, bytes) =>
      plan(({ put, drop }) => (bytes ? put.run(key, Date.now(), sumOf(key, bytes), bytes) : drop.run(key))),
    prune: (before) => {
      const found = use(({ database }) => pruneTable(database, Math.floor(before))) ?? [];
      if (found.some(({ isGone }) => isGone)) use(({ database }) => database.exec('VACUUM'));
      return found;
    },
  };
};

/** The table of values in an open database. */
type Table = {
  readonly database: DatabaseSync;
  /** The file may be removed, and another one made, while it is open. */
  readonly file: bigint | undefined;
} & Readonly<Record<'select' | 'put' | 'drop' | 'note', StatementSync>>;

/** Gives what does something with the table, and `undefined` where that is not possible. */
const tableUser = (file: string, patience: number) => {
  let table: Table | undefined;
  let closedUntil = 0;
  const close = (): void => {
    table?.database.close();
    table = undefined;
  };
  const use = <Result>(work: (table: Table) => Result, isNeeded = false, isFresh = false): Result | undefined => {
    if (performance.now() < closedUntil) return undefined;
    try {
      const stats = statsOf(file);
      if (table && table.file !== stats?.ino) close();
      if (stats ? !stats.isFile() : !isNeeded) return undefined;
      table ??= openTable(file, patience);
      return work(table);
    } catch (fault) {
      close();
      const code = sqliteCode(fault);
      if (code === undefined && !isSystemFault(fault)) throw fault;
      // Somebody keeps it to himself: whoever waited each time would be slower than without a cache.
      if (code === busy) closedUntil = performance.now() + 60_000;
      if (!isDamage.has(code) || !removeDatabase(file) || isFresh) return undefined;
      return isNeeded ? use(work, true, true) : undefined;
    }
  };
  return use;
};

/**
 * The journal is a file, so that a killed process damages nothing, and nothing waits for the disk: should power fail, values
 * are made anew. Write-ahead logging would need memory that machines with one folder do not share.
 */
const openTable = (path: string, patience: number): Table => {
  mkdirSync(dirname(path), { recursive: true });
  const database = openDatabase(path);
  try {
    database.exec(`PRAGMA busy_timeout = ${patience}; PRAGMA synchronous = OFF;
      CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, used INTEGER, sum BLOB, value BLOB)`);
    return {
      database,
      file: statsOf(path)?.ino,
      select: database.prepare('SELECT used, sum, value FROM kept WHERE key = ?'),
      put: database.prepare('INSERT OR REPLACE INTO kept (key, used, sum, value) VALUES (?, ?, ?, ?)'),
      drop: database.prepare('DELETE FROM kept WHERE key = ?'),
      note: database.prepare('UPDATE kept SET used = ? WHERE key = ?'),
    };
  } catch (fault) {
    database.close();
    throw fault;
  }
};

const pruneTable = (database: DatabaseSync, before: number): readonly StoredAmount[] => {
  database.exec('BEGIN IMMEDIATE');
  const sums = database
    .prepare('SELECT used < ? AS gone, COUNT(*) AS count, SUM(LENGTH(value)) AS bytes FROM kept GROUP BY gone')
    .all(before);
  database.prepare('DELETE FROM kept WHERE used < ?').run(before);
  database.exec('COMMIT');
  return sums.map(({ gone, count, bytes }) => ({ isGone: gone === 1, count: Number(count), bytes: Number(bytes) }));
};

/** SQLite gives a byte that the disk has changed without a word: each value is stored with the hash of itself and its key. */
const sumOf = (key: Buffer, bytes: Uint8Array): Buffer => createHash('sha256').update(key).update(bytes).digest();

const wholeOf = (key: Buffer, { sum, value }: ReturnType<StatementSync['get']> & {}): Buffer | undefined => {
  if (!(sum instanceof Uint8Array && value instanceof Uint8Array)) return undefined;
  return sumOf(key, value).equals(sum) ? Buffer.from(value.buffer, value.byteOffset, value.length) : undefined;
};

/** SQLITE_BUSY. */
const busy = 5;

/** SQLITE_ERROR (the table is another), SQLITE_CORRUPT, SQLITE_FORMAT and SQLITE_NOTADB. */
const isDamage: ReadonlySet<number | undefined> = new Set([1, 11, 24, 26]);

/** Removes a database; the journal first, which would otherwise be taken for that of the next one. Gives whether it could. */
const removeDatabase = (file: string): boolean => {
  try {
    for (const path of [`${file}-journal`, file]) rmSync(path, { force: true });
    return true;
  } catch {
    return false;
  }
};

const isSystemFault = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && /^E[A-Z]+$/.test(String(fault.code));
