import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from '../core/usage-error.ts';

/** Writes a file that must not be there yet, with the folders around it. Throws `UsageError` where it cannot. */
export const writeNew = async (path: string, text: string): Promise<void> => {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault)) throw fault;
    throw new UsageError(
      fault.code === 'EEXIST'
        ? `${path} is there already, and nothing is overwritten.`
        : `${path} cannot be written: ${fault.message}.`,
    );
  }
};
