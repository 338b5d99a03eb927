import { create, type Font } from 'fontkitten';
import { fileName } from '../core/content-files.ts';
import type { ThemeFields } from '../core/schema/site.ts';
import type { PublishedMedia } from '../media/publish-media.ts';
import { facesOf, type Measures, type FontUse, stackOf } from './font-faces.ts';
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
    files: [...new Map(roles.flatMap(({ files }) => files).map((file) => [file.names[0], file])).values()],
  };
};

const none: ThemeFonts = { faces: '', properties: {}, preloads: [], files: [] };

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
    const found = at.find(path, one, 'font');
    const measures = found && measureFont(found, (words) => at.report(path, { ...words, related: found.file }));
    if (measures)
      warnOf(found, measures, name, (words) =>
        at.report(path, { rule: 'doubtful-font', ...words, related: found.file }),
      );
    return measures ? [{ ...publishFile(found.file, found.bytes), measures }] : [];
  });
  const [first] = read;
  if (!first) return none;
  return {
    faces: facesOf(role, read),
    properties: { [propertyOf(role)]: stackOf(role, first.measures) },
    preloads: [first.name],
    files: read.map(({ media }) => media),
  };
};

const propertyOf = (role: FontUse): string => (role === 'titles' ? '--serif' : '--sans');

type Tell = (words: Parameters<ThemeReport['report']>[1]) => void;

const measureFont = ({ file, bytes }: ThemeBytes, tell: Tell): Measures | undefined => {
  const shown = fileName(file);
  const refuse = (found: string, hint: string, reason = ''): undefined =>
    void tell({ rule: 'unreadable-font', message: `Unexpected ${found}, expected a font as WOFF 2${reason}`, hint });
  if (!/\.woff2$/i.test(shown) || Buffer.from(bytes.subarray(0, 4)).toString('latin1') !== 'wOF2')
    return refuse(
      `file "${shown}"`,
      `Convert it with "woff2_compress ${shown}" or "fonttools ttLib.woff2 compress ${shown}", and name the .woff2 file.`,
    );
  try {
    const font = create(Buffer.from(bytes));
    if ('fonts' in font) return refuse(`collection of fonts in "${shown}"`, 'Export one font of it.');
    return measuresOf(font);
  } catch (fault) {
    const reason = fault instanceof Error ? `: ${fault.message}` : '';
    return refuse(`content of "${shown}"`, 'Copy the file again, or convert it from its .ttf again.', reason);
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
    has: (character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
  };
};

const warnOf = (
  { file, bytes }: ThemeBytes,
  { has }: Measures,
  name: string,
  warn: (words: { message: string; hint: string }) => void,
): void => {
  const shown = fileName(file);
  const missing = [...new Set(name.match(/\p{L}/gu))].filter((letter) => !has(letter));
  if (missing.length > 0)
    warn({
      message: `Unexpected font "${shown}" without ${missing.map((letter) => `"${letter}"`).join(', ')}, expected all letters of the name of the archive`,
      hint: 'Take a font, or a subset of it, that has the letters of your language; others come from a font of the system.',
    });
  if (bytes.length > mostWeight)
    warn({
      message: `Unexpected ${Math.ceil(bytes.length / 1000)} KB of "${shown}", expected at most ${mostWeight / 1000} KB, for which every page waits`,
      hint: `Keep the letters that you need: pyftsubset ${shown} --unicodes=U+20-17F,U+2000-206F,U+20AC --flavor=woff2.`,
    });
};
