import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FontLoader } from '@takumi-rs/core';
import { once } from '../core/once.ts';
import { UsageError } from '../core/usage-error.ts';
import { type CodePoints, holds, optionalFonts } from './optional-fonts.ts';
import { drawing } from './plan-card.ts';
import { blank, type Family, families, wideFamilies, wideMarksOf } from './typefaces.ts';

/** A file of a family, and the code points that it holds. */
type FontFile = { readonly path: string; readonly ranges: readonly CodePoints[] };

/** A text of a card, and the names of the families that draw it: of those that have a character, the first. */
export type SetNode = { readonly text: string; readonly fontFamily: string };

/**
 * Throws `UsageError` where a font that is not installed would draw a character: another one would draw it otherwise. Fonts of
 * large scripts are packages that an archive installs only where it needs them.
 */
export const assertFonts = (nodes: readonly SetNode[]): void => {
  const missing = missingFamilies();
  if (missing.length === 0) return;
  for (const { text, fontFamily } of nodes)
    for (const character of new Set(text)) {
      const name = fontFamily.split(', ').find((one) => hasCharacter(one, character.codePointAt(0) ?? 0));
      const family = missing.find((one) => one.name === name || wideMarksOf(one) === name);
      if (family) throw new UsageError(missingFont(character, family));
    }
};

/** Looked for once: every measuring of a text asks. */
const missingFamilies = once(() => families.filter((family) => sheetOf(family) === undefined));

const missingFont = (character: string, { sheet }: Family): string => {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const [name = '', version = ''] =
    drawing
      .find((one) => sheet.startsWith(`${one}`.replace(/ .*/, '/')))
      ?.toString()
      .split(' ') ?? [];
  return `the font that has "${character}" (U+${code}) is not installed. Run: npm install --save-exact ${name}@${version}`;
};

const hasCharacter = (name: string, codePoint: number): boolean =>
  families.some(
    (family) =>
      (family.name === name || (wideMarksOf(family) === name && holds(wideMarks, codePoint))) &&
      holds(charactersOf(family), codePoint),
  );

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
    ...families.flatMap((family) => filesOf(family).map((file) => loadable(family.name, file, family.weight))),
    ...wideFamilies.flatMap((family) =>
      filesOf(family)
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

const charactersOf = (family: Family): readonly CodePoints[] => {
  const found =
    characters.get(family) ?? optionalFonts.get(family.name) ?? filesOf(family).flatMap(({ ranges }) => ranges);
  characters.set(family, found);
  return found;
};

const characters = new Map<Family, readonly CodePoints[]>();

/** The files of a family, from the style sheet in its package (CSS Fonts 4, 4.5: `unicode-range`); none where it is not installed. */
const filesOf = (family: Family): readonly FontFile[] => {
  const path = sheetOf(family);
  if (path === undefined) return [];
  return parseSheet(readFileSync(path, 'utf8')).map((file) => ({ ...file, path: join(dirname(path), file.path) }));
};

/** Where the style sheet of a family lies; nowhere where its package is optional and not installed. */
const sheetOf = ({ name, sheet }: Family): string | undefined => {
  try {
    return createRequire(import.meta.url).resolve(sheet);
  } catch (fault) {
    if (optionalFonts.has(name) && fault instanceof Error && 'code' in fault && fault.code === 'MODULE_NOT_FOUND')
      return undefined;
    throw fault;
  }
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
