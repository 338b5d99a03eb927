import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FontLoader } from '@takumi-rs/core';
import { blank, families, wideFamilies, wideMarksOf } from './typefaces.ts';

/** A file of a family, and the code points that it holds, as pairs of the first and the last. */
type FontFile = { readonly path: string; readonly ranges: readonly CodePoints[] };

type CodePoints = readonly [first: number, last: number];

/** The files of all families that have characters of a text; those of the Latin letters are among them, whose lines all texts keep. */
export const fontFilesFor = (text: string): FontLoader[] => [
  ...new Set([...new Set(`${text}Ag`)].flatMap((character) => filesWith(character.codePointAt(0) ?? 0))),
];

const filesWith = (codePoint: number): readonly FontLoader[] => {
  const known = filesByCodePoint.get(codePoint);
  if (known) return known;
  const found = allFiles()
    .filter(({ ranges }) => holds(ranges, codePoint))
    .map(({ loader }) => loader);
  filesByCodePoint.set(codePoint, found);
  return found;
};

const filesByCodePoint = new Map<number, readonly FontLoader[]>();

type Loadable = { readonly ranges: readonly CodePoints[]; readonly loader: FontLoader };

let known: readonly Loadable[] | undefined;

const allFiles = (): readonly Loadable[] => {
  known ??= [
    ...families.flatMap(({ name, sheet, weight }) => filesOf(sheet).map((file) => loadable(name, file, weight))),
    ...wideFamilies.flatMap((family) =>
      filesOf(family.sheet)
        .map(({ path, ranges }) => ({ path, ranges: wideMarks.filter(([mark]) => holds(ranges, mark)) }))
        .filter(({ ranges }) => ranges.length > 0)
        .map((file) => loadable(wideMarksOf(family), file)),
    ),
    { ranges: [[0, 0x10ffff]], loader: { name: blank, key: blank, data: () => Buffer.from(blankFont, 'base64') } },
  ];
  return known;
};

const loadable = (name: string, { path, ranges }: FontFile, weight?: number): Loadable => ({
  ranges,
  loader: {
    name,
    key: `${name} ${path}`,
    unicodeRange: ranges.map(([first, last]) => [first, last]),
    data: () => readFile(path),
    ...(weight !== undefined && { weight }),
  },
});

/** `‘’“”—…·` */
const wideMarks: readonly CodePoints[] = [0x2018, 0x2019, 0x201c, 0x201d, 0x2014, 0x2026, 0xb7].map((mark) => [
  mark,
  mark,
]);

/** A font (WOFF 2) of one glyph, without outline and width, which stands for every character (`cmap` format 13). */
const blankFont =
  'd09GMgABAAAAAADMAAoAAAAAAfwAAACDAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAABl4AKAoALAsGAAE2AiQDBgQgBRwHIBttAcgeh7GbpTNU4vwX8fz/37d9' +
  '/n1NI4+cUCuSVjwRpxhhIPEvnrTC+QeHHLAfKea0LVAKAOsAotXcqZGPgXgvVhenfglRJ1+eRJlibgF2gOBk3UdABxoAABoACMJ58n5b+Y+rfgAAABjrQJiEDWLi' +
  'QNABCAAAYqukTcQUV093bw8FAAAA';

/** The files of a family, from the style sheet in its package (CSS Fonts 4, 4.5: `unicode-range`). */
const filesOf = (sheet: string): readonly FontFile[] => {
  const path = createRequire(import.meta.url).resolve(sheet);
  return parseSheet(readFileSync(path, 'utf8')).map((file) => ({ ...file, path: join(dirname(path), file.path) }));
};

/** The files that a style sheet of fonts names. */
export const parseSheet = (css: string): readonly FontFile[] =>
  [...css.matchAll(/url\(([^)]+\.woff2)\)[^}]*unicode-range:\s*([^;}]+)/g)].map(([, path = '', ranges = '']) => ({
    path,
    ranges: ranges.split(',').map(parseRange),
  }));

const parseRange = (range: string): CodePoints => {
  const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
};

const holds = (ranges: readonly CodePoints[], codePoint: number): boolean =>
  ranges.some(([first, last]) => first <= codePoint && codePoint <= last);
