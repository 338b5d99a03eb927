import LineBreaker from 'linebreak';

/** A line of a text, by places in it; blanks at its end are no part of it. */
export type Line = { readonly start: number; readonly end: number };

/** A text as it is measured: how wide it is up to each place, and where it may be broken. */
export type Measured = {
  readonly text: string;
  readonly widths: Float64Array;
  /** Between words, and between characters that stand for words (UAX #14). */
  readonly breaks: readonly number[];
  /** Between all characters that readers see. */
  readonly characters: readonly number[];
};

/** The lines of a text, and whether a word had to be broken. */
export type Broken = { readonly lines: readonly Line[]; readonly isTorn: boolean };

/** Where a text may be broken. */
export const breaksIn = (text: string): Pick<Measured, 'breaks' | 'characters'> => {
  const allowed: number[] = [];
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) allowed.push(next.position);
  const ends = new Set([...words.segment(text)].map(({ index }) => index).concat(text.length));
  const breaks = allowed.filter((at) => ends.has(at) || !unspaced.test(text.slice(at - 1, at + 1)));
  if (thai.test(text)) breaks.push(...[...ends].filter((at) => thai.test(text.slice(at, at + 1))));
  const characters = [...graphemes.segment(text)].map(({ index, segment }) => index + segment.length);
  const whole = new Set(characters);
  return { breaks: [...new Set(breaks)].filter((at) => whole.has(at)).sort((a, b) => a - b), characters };
};

/** Chinese, Japanese and Thai have no blanks between words: a dictionary knows them. */
const words = new Intl.Segmenter('en', { granularity: 'word' });
const thai = /\p{Script=Thai}/u;

/** Between two such characters a line may end everywhere, but reads better where a word does; so it does in Korean. */
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2}$/u;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Breaks a text into lines of a width: between words, and within one only where it is wider than a line. */
export const breakLines = (measured: Measured, width: number): Broken => {
  const { text, breaks, characters } = measured;
  const lines: Line[] = [];
  let isTorn = false;
  for (let start = 0; start < text.length; ) {
    const fits = (end: number): boolean => end > start && widthOf(measured, trimmed(text, start, end)) <= width;
    const atWord = breaks.findLast(fits);
    const end = atWord ?? characters.findLast(fits) ?? characters.find((at) => at > start) ?? text.length;
    if (atWord === undefined) isTorn = true;
    lines.push(trimmed(text, start, end));
    start = end;
    while (text[start] === ' ') start += 1;
  }
  return { lines, isTorn };
};

/** The same number of lines, as even as can be: no last line has one word where the others are full. */
export const balanceLines = (measured: Measured, width: number): Broken => {
  const greedy = breakLines(measured, width);
  let [low, high] = [width / 2, width];
  for (let step = 0; step < 8; step += 1) {
    const middle = (low + high) / 2;
    const { lines, isTorn } = breakLines(measured, middle);
    if (lines.length > greedy.lines.length || isTorn) low = middle;
    else high = middle;
  }
  return greedy.isTorn ? greedy : breakLines(measured, high);
};

/** How wide a line is, in sizes of a letter. */
export const widthOf = ({ widths }: Pick<Measured, 'widths'>, { start, end }: Line): number =>
  (widths[end] ?? 0) - (widths[start] ?? 0);

const trimmed = (text: string, start: number, end: number): Line => ({
  start,
  end: start + text.slice(start, end).trimEnd().length,
});
