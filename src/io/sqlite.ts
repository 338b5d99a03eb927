import type { DatabaseSync, DatabaseSyncOptions } from 'node:sqlite';

/**
 * Opens a database with the SQLite of Node. Older versions of Node warn at each start that it is experimental, about which
 * whoever publishes can do nothing.
 */
export const openDatabase = (file: string, options: DatabaseSyncOptions): DatabaseSync => {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    const { DatabaseSync: Database } = process.getBuiltinModule('node:sqlite');
    return new Database(file, options);
  } finally {
    process.emitWarning = emitWarning;
  }
};
