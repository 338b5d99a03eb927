import { type FontFile, filesOf, holds } from './font-files.ts';
import { type OpenFont, openFont } from './open-font.ts';
import { eastAsian, type Family, familiesFor, type Role, weightOf } from './typefaces.ts';

/** A stretch of a text in one font, by places in it. */
export type FontRun = { readonly start: number; readonly end: number; readonly font: OpenFont };

/** A text of which every character can be drawn, and the fonts in which its stretches are set. */
export type FontedText = { readonly text: string; readonly runs: readonly FontRun[] };

/**
 * Chooses a font for each character that readers see (UAX #29), the first that has all of its parts. What no font has is
 * left out: it would be an empty box.
 */
export const chooseFonts = async (written: string, role: Role, language: string): Promise<FontedText> => {
  const families = familiesFor(role, language);
  const runs: { start: number; end: number; font: OpenFont }[] = [];
  let text = '';
  for (const { segment } of graphemes.segment(plainText(written))) {
    const last = runs.at(-1);
    if (invisible.test(segment)) {
      if (!last) continue;
      text += segment;
      last.end = text.length;
      continue;
    }
    const found = await fontFor(segment, role, wideMarks.test(segment) ? wide(families, language) : families);
    if (!found) continue;
    const isBlank = found.drawn === ' ';
    // What has been left out leaves no gap.
    if (isBlank && (text === '' || text.endsWith(' '))) continue;
    // A blank between two words of a script is as wide as they want it; one behind a pictogram is not.
    const isOfLast = isBlank && last?.font.has(space) && !pictorial.test(text);
    const font = last && isOfLast ? last.font : found.font;
    const start = text.length;
    text += found.drawn;
    if (last?.font === font) last.end = text.length;
    else runs.push({ start, end: text.length, font });
  }
  return trimEnd({ text, runs });
};

const space = 0x20;

/** At the end of a text: a pictogram, a flag, a key. */
const pictorial = /(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\ufe0f|\u20e3)[^\p{L}\p{N}]*$/u;

const trimEnd = ({ text, runs }: FontedText): FontedText => {
  const { length } = text.trimEnd();
  const kept = runs.filter(({ start }) => start < length);
  return { text: text.slice(0, length), runs: kept.map((run) => ({ ...run, end: Math.min(run.end, length) })) };
};

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** In one line, without control characters and the hyphens that only a line's end would show; what must not be parted is not. */
const plainText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\u00ad/g, '')
    .replace(/\u202f/g, '\u00a0')
    .replace(/(?:\p{Cc}|[^\S\u00a0])+/gu, ' ')
    .trim();

/** Marks that are as wide as a character where they stand in a Chinese or Japanese text. */
const wideMarks = /^[‘’“”—…·]$/u;

const wide = (families: readonly Family[], language: string): readonly Family[] =>
  /^(?:zh|ja)\b/i.test(language) ? [...eastAsian(language), ...families] : families;

/** Parts that change how others look, and have no shape of their own: joiners, selectors, tags, marks of direction. */
const invisible = /^\p{Default_Ignorable_Code_Point}+$/u;

const isModifier = /\p{Emoji_Modifier}/gu;

type Found = { readonly font: OpenFont; readonly drawn: string };

const fontFor = async (grapheme: string, role: Role, families: readonly Family[]): Promise<Found | undefined> => {
  // A pictogram in ink has no colour of skin.
  const drawn = /\p{Extended_Pictographic}/u.test(grapheme) ? grapheme.replace(isModifier, '') : grapheme;
  const codePoints = [...drawn].filter((one) => !invisible.test(one)).map((one) => one.codePointAt(0) ?? 0);
  const ordered = /\ufe0f/.test(drawn) ? families.toReversed() : families;
  for (const file of filesFor(codePoints, ordered)) {
    const font = await openFont(file.path, weightOf(role));
    if (codePoints.every(font.has)) return { font, drawn };
  }
  const [first = '', ...rest] = drawn;
  if (rest.length === 0) return undefined;
  // A letter with marks that no font has, or pictograms that no font joins: the first is shown alone.
  return fontFor(first, role, families);
};

/** The files that may have them all: a mark can be in a file without its style sheet saying so. */
const filesFor = ([first = 0, ...rest]: readonly number[], families: readonly Family[]): readonly FontFile[] => {
  const files = families.flatMap(filesOf).filter((file) => holds(file, first));
  const sure = files.filter((file) => rest.every((one) => holds(file, one)));
  return [...new Set([...sure, ...files])];
};
