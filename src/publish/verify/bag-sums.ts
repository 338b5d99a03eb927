import { manifestFile, parseManifest, tagManifestFile } from '../../core/bag.ts';
import type { Copy, ListedSums } from './copy.ts';

/** The sums of a bag (RFC 8493): of its payload and of its tag files. `undefined` where a copy is no bag. */
export const bagSums = async (copy: Copy): Promise<ListedSums | undefined> => {
  if (!copy.paths?.includes('bagit.txt')) return undefined;
  const own: string[] = [];
  const sums = new Map<string, string>();
  for (const name of [manifestFile, tagManifestFile]) {
    const bytes = await copy.read(name);
    const found = bytes instanceof Uint8Array ? parseManifest(Buffer.from(bytes).toString('utf8')) : undefined;
    if (found === undefined) own.push(`${name}: missing`);
    else if (typeof found === 'number') own.push(`${name}: line ${found} is no sum of a file`);
    else for (const [path, sum] of found) sums.set(path, sum);
  }
  return { sums, isSite: false, own, isBeside: (path) => path === tagManifestFile };
};
