import { join } from 'node:path';
import type { Writer } from '../exported.ts';
import { openZip } from './zip-file.ts';

/** Writes a zip file that opens from a disk and on any server. */
export const write: Writer = async ({ folder, files, committed }, path) => {
  const zip = openZip(path, committed ?? 0);
  for (const file of files) await zip.add(file, join(folder, file));
  await zip.close();
};
