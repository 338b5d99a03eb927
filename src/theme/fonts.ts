import { create, type Font } from 'fontkitten';
import { fileName, themeFolder } from '../core/content-files.ts';
import type { ThemeFields } from '../core/schema/site.ts';
import type { FieldPath } from '../core/yaml.ts';
import type { PublishedMedia } from '../media/publish-media.ts';
import { type FontFile, type FontUse, facesOf, type Measures, measuredOf, stackOf } from './font-faces.ts';
import { publishFile } from './publish-file.ts';
import type { ThemeBytes, ThemeReport } from './theme-report.ts';

/** The fonts of a theme: what its style sheet says of them, and their files. */
export type ThemeFonts = {
  readonly faces: string;
  /** The values of custom properties, by their names. */
  readonly properties: Readonly<Record<string, string>>;
  /** The first file of each role, which every page shows. */
  readonly preloads: readonly string[];
  readonly files: readonly PublishedMedia[];
  /** Whether titles have no other weight than a bold one, in which a paragraph cannot be read well. */
  readonly hasBoldTitlesAlone: boolean;
};

/** A page should not wait for more. */
const mostWeight = 150_000;

/** Reads the fonts of a theme; what cannot be used is reported. `name` is the name of the archive, which they have to write. */
export const readFonts = (theme: ThemeFields, name: string, at: ThemeReport): ThemeFonts => {
  const roles = (['titles', 'text'] as const).map((role) => readRole(role, theme.font?.[role], name, at));
  return {
    faces: roles.map(({ faces }) => faces).join(''),
    properties: Object.assign({}, ...roles.map(({ properties }) => properties)),
    preloads: roles.flatMap(({ preloads }) => preloads),
    hasBoldTitlesAlone: roles[0]?.hasBoldTitlesAlone === true,
    files: [...new Map(roles.flatMap(({ files }) => files).map((file) => [file.names[0], file])).values()],
  };
};

const none: ThemeFonts = { faces: '', properties: {}, preloads: [], files: [], hasBoldTitlesAlone: false };

const readRole = (
  role: FontUse,
  named: string | readonly string[] | undefined,
  name: string,
  at: ThemeReport,
): ThemeFonts => {
  if (named === undefined) return none;
  if (named === 'system') return { ...none, properties: { [propertyOf(role)]: stackOf(role) } };
  const isOne = typeof named === 'string';
  const read = [named].flat().flatMap((one, index) => {
    const path = ['font', role, ...(isOne ? [] : [index])];
    const found = findFont(path, one, at);
    const measures = found && measureFont(found, (words) => at.report(path, { ...words, related: found.file }));
    if (found && measures) warnOfWeight(found, (words) => at.report(path, { ...words, related: found.file }));
    return measures ? [{ ...publishFile(found.file, found.bytes), source: found.file, measures }] : [];
  });
  const [first] = read;
  if (!first) return none;
  warnOfLetters(read, name, (words) => at.report(['font', role], { ...words, related: first.source }));
  return {
    faces: facesOf(role, read),
    properties: { [propertyOf(role)]: stackOf(role, measuredOf(read)) },
    preloads: [first.name],
    files: read.map(({ media }) => media),
    hasBoldTitlesAlone: role === 'titles' && read.every(({ measures }) => Number.parseInt(measures.weight, 10) > 500),
  };
};

/** A file of a font. Instead of one, some name a font that machines may have. */
const findFont = (path: FieldPath, named: string, at: ThemeReport): ThemeBytes | undefined => {
  if (/\.\w+$/.test(named) || at.nearestFile(named) !== undefined) return at.find(path, named, 'font');
  const isSystem = /^(?:system(?:-ui)?|default|none|sans|sans-serif|serif|monospace)$/i.test(named);
  // It stands for all files of a list.
  at.report(isSystem ? path.slice(0, 2) : path, {
    rule: 'missing-theme-file',
    message: `Unexpected font "${named}", expected a .woff2 file in content/${themeFolder}/, or system alone`,
    hint: isSystem ? 'Did you mean system?' : 'Put a .woff2 file of it there, and write its name.',
    meant: isSystem ? 'system' : undefined,
  });
  return undefined;
};

const propertyOf = (role: FontUse): string => (role === 'titles' ? '--serif' : '--sans');

type Tell = (words: Parameters<ThemeReport['report']>[1]) => void;

/** What another format begins with. */
const otherFormats: Readonly<Record<string, string>> = {
  wOFF: 'WOFF 1',
  OTTO: 'OpenType',
  true: 'TrueType',
  ttcf: 'collection of fonts',
  '\0\u0001\0\0': 'TrueType',
};

const measureFont = ({ file, bytes }: ThemeBytes, tell: Tell): Measures | undefined => {
  const shown = fileName(file);
  const refuse = (found: string, hint: string): undefined =>
    void tell({ rule: 'unreadable-font', message: `Unexpected ${found}, expected a font as WOFF 2`, hint });
  const sign = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  const other = otherFormats[sign];
  if (!/\.woff2$/i.test(shown) || other !== undefined) {
    const isNamedSo = /\.woff2$/i.test(shown);
    return refuse(
      isNamedSo ? `${other} in "${shown}"` : `file "${shown}"`,
      isNamedSo
        ? 'Another name does not convert it: take the file that it comes from, and run "woff2_compress font.ttf".'
        : `Convert it with ${sign === 'wOFF' ? '' : `"woff2_compress ${shown}" or `}"fonttools ttLib.woff2 compress ${shown}", and name the .woff2 file.`,
    );
  }
  try {
    const font = create(Buffer.from(bytes));
    if ('fonts' in font) return refuse(`collection of fonts in "${shown}"`, 'Export one font of it.');
    return measuresOf(font);
  } catch {
    // Whatever a library stumbles over in bytes that are no font, or a part of one.
    return refuse(`content of "${shown}"`, 'Copy the file again, or convert it from its .ttf again.');
  }
};

/** English text, for the mean width of letters as they are used. */
const passage =
  'The quick brown fox jumps over the lazy dog, and then a passage of ordinary English text follows, as it stands in most paragraphs: people came early, stayed late and went home happy.';

const measuresOf = (font: Font): Measures => {
  const os2 = font['OS/2'];
  const [kind = 0, serifs = 0] = Array.from(os2?.panose ?? []);
  const letters = [...passage].map((letter) => letter.codePointAt(0) ?? 0);
  const widths = letters.map((point) => font.glyphForCodePoint(point).advanceWidth);
  const axis = font.variationAxes.wght;
  return {
    ascent: font.ascent / font.unitsPerEm,
    descent: -font.descent / font.unitsPerEm,
    lineGap: font.lineGap / font.unitsPerEm,
    hasLatin: letters.every((point) => font.hasGlyphForCodePoint(point)),
    letterWidth: widths.reduce((sum, width) => sum + width, 0) / widths.length / font.unitsPerEm,
    weight: axis ? `${axis.min} ${axis.max}` : `${os2?.usWeightClass ?? 400}`,
    isItalic: os2?.fsSelection.italic === true || font.italicAngle !== 0,
    ...(kind === 2 && serifs > 1 && { hasSerifs: serifs < 11 }),
    characters: font.characterSet,
  };
};

type Warn = (words: { rule: 'doubtful-font'; message: string; hint: string }) => void;

/** Of several files each may have letters of its own. */
const warnOfLetters = (read: readonly FontFile[], name: string, warn: Warn): void => {
  const there = new Set(read.flatMap(({ measures }) => measures.characters));
  const missing = [...new Set(name.match(/\p{L}/gu))].filter((letter) => !there.has(letter.codePointAt(0) ?? 0));
  if (missing.length === 0) return;
  const shown = read.map(({ source }) => `"${fileName(source)}"`).join(', ');
  warn({
    rule: 'doubtful-font',
    message: `Unexpected font ${shown} without ${missing.map((letter) => `"${letter}"`).join(', ')}, expected all letters of the name of the archive`,
    hint: 'Take a font, or a subset of it, that has the letters of your language; others come from a font of the system.',
  });
};

const warnOfWeight = ({ file, bytes }: ThemeBytes, warn: Warn): void => {
  const shown = fileName(file);
  if (bytes.length > mostWeight)
    warn({
      rule: 'doubtful-font',
      message: `Unexpected ${Math.ceil(bytes.length / 1000)} KB of "${shown}", expected at most ${mostWeight / 1000} KB, for which every page waits`,
      hint: `Keep the letters that you need: pyftsubset ${shown} --unicodes=U+20-17F,U+2000-206F,U+20AC --flavor=woff2.`,
    });
};
