import { compare } from './diagnostics.ts';

/** The file of all other files' SHA-512, in the format of GNU `sha512sum`, and the one that says what a site was made by. */
export const [sumsFile, buildInfoFile] = ['SHA512SUMS', 'build-info.json'] as const;

/** The names of the signatures that `ssh-keygen` and `minisign` give to a file of sums. */
export const signatureFiles = [`${sumsFile}.sig`, `${sumsFile}.minisig`] as const;

/** What a file of sums does not name: itself, its signatures, and what a site was made by, which differs by machine. */
export const isBesideSums = (path: string): boolean =>
  path === sumsFile || path === buildInfoFile || signatureFiles.some((name) => name === path);

/** The SHA-512 of files in hex, by their paths with `/`. */
export type Sums = ReadonlyMap<string, string>;

/** Prints sums, sorted by path. Line breaks and backslashes in a name are escaped, as GNU `sha512sum` does. */
export const printSums = (sums: Iterable<readonly [path: string, sum: string]>): string =>
  [...sums]
    .sort(([a], [b]) => compare(a, b))
    .map(([path, sum]) => (/[\\\n\r]/.test(path) ? `\\${sum}  ${escaped(path)}\n` : `${sum}  ${path}\n`))
    .join('');

/** Reads sums, or gives the number of the first line that is none. Names of files may follow two spaces, or one and `*`. */
export const parseSums = (text: string): Sums | number => {
  const sums = new Map<string, string>();
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  for (const [index, line] of lines.entries()) {
    const [, mark, sum = '', name = ''] = /^(\\?)([0-9a-f]{128}) [ *](.+)$/.exec(line) ?? [];
    const path = mark === '' ? name : unescaped(name);
    if (sum === '' || sums.has(path)) return index + 1;
    sums.set(path, sum);
  }
  return sums;
};

/**
 * Puts printed sums together, sorted by path. Of an event all lines begin with the same folder, and stay together as they are:
 * a site of many thousand files has few such blocks.
 */
export const joinSums = (texts: Iterable<string>): string =>
  [...texts]
    .flatMap(blocksIn)
    .sort(([a], [b]) => compare(a, b))
    .map(([, block]) => block)
    .join('');

type Block = readonly [start: string, text: string];

const blocksIn = (text: string): readonly Block[] => {
  if (text === '') return [];
  const top = topOf(text);
  if (top !== undefined && top === topOf(text.slice(text.lastIndexOf('\n', text.length - 2) + 1))) return [[top, text]];
  return text
    .split('\n')
    .slice(0, -1)
    .map((line): Block => [pathIn(line), `${line}\n`]);
};

/** The folder at the top in which the file of the first line lies, with its slash; `undefined` where it lies in none. */
const topOf = (text: string): string | undefined => {
  const path = pathIn(text.slice(0, text.indexOf('\n')));
  return path.includes('/') ? path.slice(0, path.indexOf('/') + 1) : undefined;
};

const pathIn = (line: string): string => (line.startsWith('\\') ? unescaped(line.slice(131)) : line.slice(130));

const escaped = (path: string): string => path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');

const unescaped = (name: string): string =>
  name.replace(/\\(.)/g, (_, letter: string) => ({ n: '\n', r: '\r' })[letter] ?? letter);
