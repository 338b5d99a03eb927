import { compare } from './diagnostics.ts';
import { parseSums, type Sums } from './sums.ts';

/** The files of a bag (RFC 8493) that have the sums of its payload, and of what is said beside it. */
export const [manifestFile, tagManifestFile] = ['manifest-sha512.txt', 'tagmanifest-sha512.txt'] as const;

/** The lines of a manifest, in which line breaks and the percent sign are encoded (RFC 8493, 2.1.3). */
export const printManifest = (sums: Sums): string =>
  [...sums]
    .sort(([a], [b]) => compare(a, b))
    .map(([path, sum]) => `${sum}  ${path.replace(/[%\r\n]/g, encodeURIComponent)}\n`)
    .join('');

/** Reads a manifest, or gives the number of the first line that is none of a sum. */
export const parseManifest = (text: string): Sums | number => {
  const found = parseSums(text);
  return typeof found === 'number' ? found : new Map([...found].map(([path, sum]) => [decoded(path), sum]));
};

const decoded = (path: string): string => path.replace(/%(0a|0d|25)/gi, (code) => decodeURIComponent(code));
