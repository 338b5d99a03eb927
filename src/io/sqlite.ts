import { isBuiltin } from 'node:module';
import type { DatabaseSync, DatabaseSyncOptions } from 'node:sqlite';

/** Whether this Node has SQLite: Node 20 has none. */
export const hasSqlite = (): boolean => isBuiltin('node:sqlite');

/**
 * Opens a database with the SQLite of Node. Older versions of Node warn at each start that it is experimental, about which
 * whoever runs a command can do nothing.
 */
export const openDatabase = (file: string, options: DatabaseSyncOptions = {}): DatabaseSync => {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    const { DatabaseSync: Database } = process.getBuiltinModule('node:sqlite');
    return new Database(file, options);
  } finally {
    process.emitWarning = emitWarning;
  }
};

/** The number of an error of SQLite, without what extends it; `undefined` of another error (sqlite.org/rescode.html). */
export const sqliteCode = (fault: unknown): number | undefined =>
  fault instanceof Error && 'errcode' in fault ? Number(fault.errcode) & 0xff : undefined;
