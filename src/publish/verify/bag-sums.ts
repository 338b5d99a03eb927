import { parseSums } from '../../core/sums.ts';
import type { Copy, Listed } from './copy.ts';

const [manifest, tagManifest] = ['manifest-sha512.txt', 'tagmanifest-sha512.txt'] as const;

/** The sums of a bag (RFC 8493): of its payload and of its tag files. `undefined` where a copy is no bag. */
export const bagSums = async (copy: Copy): Promise<Listed | undefined> => {
  if (!copy.paths?.includes('bagit.txt')) return undefined;
  const own: string[] = [];
  const sums = new Map<string, string>();
  for (const name of [manifest, tagManifest]) {
    const bytes = await copy.read(name);
    const found = bytes instanceof Uint8Array ? parseSums(Buffer.from(bytes).toString('utf8')) : undefined;
    if (found === undefined) own.push(`${name}: missing`);
    else if (typeof found === 'number') own.push(`${name}: line ${found} is no sum of a file`);
    else for (const [path, sum] of found) sums.set(decoded(path), sum);
  }
  return { sums, isSite: false, own, isBeside: (path) => path === tagManifest };
};

/** In a manifest of a bag, line breaks and the percent sign are encoded (RFC 8493, 2.1.3). */
const decoded = (path: string): string => path.replace(/%(0a|0d|25)/gi, (code) => decodeURIComponent(code));
