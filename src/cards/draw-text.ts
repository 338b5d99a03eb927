import bidiFactory from 'bidi-js';
import { directionOf } from '../core/direction.ts';
import type { Line } from './break-lines.ts';
import type { FontRun } from './choose-fonts.ts';
import type { SetText } from './fit-text.ts';
import { shapeRun } from './shape.ts';

const bidi = bidiFactory();

/** The height of a set text, from the top of its first line to the foot of its last, in pixels. */
export const heightOf = ({ lines, size, style }: SetText): number =>
  lines.length === 0 ? 0 : size * (1 + (lines.length - 1) * style.leading);

/** The width of its widest line, in pixels. */
export const breadthOf = ({ lines, size, widths }: SetText): number =>
  Math.max(0, ...lines.map(({ start, end }) => ((widths[end] ?? 0) - (widths[start] ?? 0)) * size));

/** How far below the top of a line its letters stand, in sizes of a letter: capitals reach the top of Newsreader's line. */
const baseline = 0.76;

/**
 * Draws a text as SVG, with its first line at `top`. Lines begin at `x`, and end there where the text runs from right to
 * left. Every glyph is a path: nothing depends on fonts of the machine.
 */
export const drawText = (set: SetText, x: number, top: number, colour: string): string => {
  const { text, lines, size, style } = set;
  if (lines.length === 0) return '';
  // English on an Arabic card is read as English, although its lines begin on the right.
  const { direction = 'ltr' } = style;
  const { levels } = bidi.getEmbeddingLevels(text, directionOf(text, direction) ?? direction);
  const drawn = lines.map((line, index) => {
    const glyphs = glyphsOf(set, line, levels);
    const breadth = glyphs.reduce((sum, { advance }) => sum + advance, 0);
    const y = top + size * (baseline + index * style.leading);
    return drawLine(glyphs, style.direction === 'rtl' ? x - breadth : x, y);
  });
  return `<g fill="${colour}">${drawn.join('')}</g>`;
};

type Placed = {
  readonly path: string;
  readonly scale: number;
  readonly advance: number;
  readonly x: number;
  readonly y: number;
};

const drawLine = (glyphs: readonly Placed[], x: number, y: number): string => {
  let at = x;
  return glyphs
    .map(({ path, scale, advance, x: right, y: up }) => {
      const place = `translate(${round(at + right)} ${round(y - up)}) scale(${scale} -${scale})`;
      at += advance;
      return path === '' ? '' : `<path transform="${place}" d="${path}"/>`;
    })
    .join('');
};

/** The glyphs of a line as they stand from left to right (UAX #9), in pixels. */
const glyphsOf = ({ text, runs, size, style }: SetText, line: Line, levels: Uint8Array): readonly Placed[] =>
  inSight(runs.flatMap((run) => stretchesOf(run, line, levels))).flatMap(({ level, ...run }) => {
    const { tracking = 0, isTabular = false } = style;
    const { font, unitsPerEm } = run.font;
    return shapeRun(text, run, { isRightToLeft: level % 2 === 1, tracking, isTabular }).map((glyph) => ({
      path: font.glyphToPath(glyph.id),
      scale: round(size / unitsPerEm, 1e6),
      advance: glyph.advance * size,
      x: glyph.x * size,
      y: glyph.y * size,
    }));
  });

type Stretch = FontRun & { readonly level: number };

/** What a line has of a run, in stretches of one direction. */
const stretchesOf = (run: FontRun, line: Line, levels: Uint8Array): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  const [from, to] = [Math.max(run.start, line.start), Math.min(run.end, line.end)];
  for (let start = from; start < to; ) {
    const level = levels[start] ?? 0;
    let end = start;
    while (end < to && levels[end] === level) end += 1;
    stretches.push({ ...run, start, end, level });
    start = end;
  }
  return stretches;
};

/** From the deepest level to the first odd one, all that stands in it is turned round (UAX #9, L2). */
const inSight = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const ordered = [...stretches];
  const deepest = Math.max(0, ...ordered.map(({ level }) => level));
  for (let level = deepest; level > 0; level -= 1)
    for (let start = 0; start < ordered.length; ) {
      let end = start;
      while ((ordered[end]?.level ?? 0) >= level) end += 1;
      ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = end + 1;
    }
  return ordered;
};

const round = (value: number, precision = 100): number => Math.round(value * precision) / precision;
