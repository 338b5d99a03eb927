import * as harfbuzz from 'harfbuzzjs';
import type { FontedText, FontRun } from './choose-fonts.ts';

/** A glyph where it is drawn, in sizes of a letter from the beginning of its run. */
export type Glyph = {
  readonly id: number;
  readonly cluster: number;
  readonly advance: number;
  readonly x: number;
  readonly y: number;
};

/** How a stretch of a text is set. */
export type Setting = {
  readonly isRightToLeft: boolean;
  /** More space behind each glyph, in sizes of a letter; scripts whose letters join have none. */
  readonly tracking: number;
  /** Whether figures are as wide as one another. */
  readonly isTabular: boolean;
};

/** Shapes a stretch of a text: its glyphs from left to right. `cluster` is the place in the text that a glyph is of. */
export const shapeRun = (text: string, { start, end, font }: FontRun, setting: Setting): readonly Glyph[] => {
  const { isRightToLeft, tracking, isTabular } = setting;
  const buffer = new harfbuzz.Buffer();
  // Letters join across the ends of the stretch as the whole text has them.
  buffer.addText(text, start, end - start);
  buffer.guessSegmentProperties();
  buffer.setDirection(isRightToLeft ? harfbuzz.Direction.RTL : harfbuzz.Direction.LTR);
  harfbuzz.shape(font.font, buffer, isTabular ? [new harfbuzz.Feature('tnum', 1)] : []);
  const space = joined.test(text.slice(start, end)) ? 0 : tracking;
  const inEms = (units = 0): number => units / font.unitsPerEm;
  return buffer.getGlyphInfosAndPositions().map(({ codepoint, cluster, xAdvance, xOffset, yOffset }) => ({
    id: codepoint,
    cluster,
    advance: xAdvance === 0 ? 0 : inEms(xAdvance) + space,
    x: inEms(xOffset),
    y: inEms(yOffset),
  }));
};

const joined = /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Thai}]/u;

/** How wide a text is up to each of its places, in sizes of a letter, as if it were set in one line. */
export const measureText = ({ text, runs }: FontedText, setting: Omit<Setting, 'isRightToLeft'>): Float64Array => {
  const widths = new Float64Array(text.length + 1);
  for (const run of runs)
    for (const { cluster, advance } of shapeRun(text, run, {
      ...setting,
      isRightToLeft: rightToLeft.test(text.slice(run.start, run.end)),
    }))
      widths[cluster + 1] = (widths[cluster + 1] ?? 0) + advance;
  for (let at = 1; at < widths.length; at += 1) widths[at] = (widths[at] ?? 0) + (widths[at - 1] ?? 0);
  return widths;
};

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
