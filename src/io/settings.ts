import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../core/usage-error.ts';
import { readEnvironment } from './environment.ts';

/** The folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The content folder: `CONTENT_DIR`, or `content`. Throws `UsageError` where there is none. */
export const contentFolder = async (): Promise<string> => {
  const { contentFolder: folder } = readEnvironment(process.env);
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return folder;
  throw new UsageError(`There is no content folder at ${folder}: create it, or name another one with CONTENT_DIR.`);
};
