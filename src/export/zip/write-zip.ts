import { printSums, sumsFile } from '../../core/sums.ts';
import type { Writer } from '../exported.ts';
import { filesOfCopy } from './files-of-copy.ts';
import { openZip } from './zip-file.ts';

/** Writes a zip file that opens from a disk and on any server, with the sums of all its files at the end. */
export const write: Writer = async (exported, path) => {
  const zip = openZip(path, exported.committed ?? 0);
  const sums: (readonly [path: string, sum: string])[] = [];
  for await (const file of filesOfCopy(exported)) sums.push([file.path, (await zip.add(file.path, file.from)).sum]);
  await zip.add(sumsFile, Buffer.from(printSums(sums)));
  await zip.close();
};
