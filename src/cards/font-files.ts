import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Family } from './typefaces.ts';

/** A file of a family, and the code points that it holds, as pairs of the first and the last. */
export type FontFile = { readonly path: string; readonly ranges: readonly (readonly [number, number])[] };

const read = new Map<string, readonly FontFile[]>();

/** The files of a family, from the style sheet in its package (CSS Fonts 4, 4.5: `unicode-range`). */
export const filesOf = ({ package: name, sheet }: Family): readonly FontFile[] => {
  const known = read.get(name);
  if (known) return known;
  const path = createRequire(import.meta.url).resolve(`${name}/${sheet}`);
  const files = parseSheet(readFileSync(path, 'utf8')).map((file) => ({
    ...file,
    path: join(dirname(path), file.path),
  }));
  read.set(name, files);
  return files;
};

/** The files that a style sheet of fonts names. */
export const parseSheet = (css: string): readonly FontFile[] =>
  [...css.matchAll(/url\(([^)]+\.woff2)\)[^}]*unicode-range:\s*([^;}]+)/g)].map(([, path = '', ranges = '']) => ({
    path,
    ranges: ranges.split(',').map(parseRange),
  }));

const parseRange = (range: string): readonly [number, number] => {
  const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
};

/** Whether a file holds a code point, by what its style sheet says. */
export const holds = ({ ranges }: FontFile, codePoint: number): boolean =>
  ranges.some(([first, last]) => first <= codePoint && codePoint <= last);
