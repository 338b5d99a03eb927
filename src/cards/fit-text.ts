import { balanceLines, breakLines, breaksIn, type Line, type Measured } from './break-lines.ts';
import { chooseFonts, type FontedText } from './choose-fonts.ts';
import { measureText } from './shape.ts';
import type { Role } from './typefaces.ts';

/** How a text is to be set, and the room that it has, in pixels. */
export type TextStyle = {
  readonly role: Role;
  readonly language: string;
  readonly direction?: 'rtl';
  /** The largest and the smallest size of its letters. */
  readonly sizes: readonly [number, number];
  /** From line to line, and between letters, in sizes of a letter. */
  readonly leading: number;
  readonly tracking?: number;
  readonly isTabular?: boolean;
  readonly width: number;
  readonly height: number;
};

/** A text that has found its size and its lines. */
export type SetText = FontedText & {
  readonly style: TextStyle;
  readonly size: number;
  readonly widths: Float64Array;
  readonly lines: readonly Line[];
};

/**
 * Sets a text as large as its room allows. A word that is wider than a line even in the smallest size is broken, and what
 * is too much then is cut, with an ellipsis.
 */
export const fitText = async (written: string, wanted: TextStyle): Promise<SetText> => {
  // These have signs above and below their letters, for which no close setting leaves room.
  const isTall = /[\p{Script=Thai}\p{Script=Devanagari}]/u.test(written);
  const style = isTall ? { ...wanted, leading: Math.max(wanted.leading, 1.45) } : wanted;
  const fonted = await chooseFonts(written, style.role, style.language);
  const whole = measure(fonted, style);
  const [largest, smallest] = style.sizes;
  for (const mayTear of [false, true])
    for (let size = mayTear ? (largest + smallest) / 2 : largest; size >= smallest; size -= stepBelow(size)) {
      const { lines, isTorn } = balanceLines(whole, style.width / size);
      if (isTorn && !mayTear) continue;
      if (lines.length <= linesIn(style, size)) return { ...fonted, style, size, widths: whole.widths, lines };
    }
  return cutText(fonted, whole, style);
};

const stepBelow = (size: number): number => Math.max(1, Math.round(size / 24));

const measure = (fonted: FontedText, { tracking = 0, isTabular = false }: TextStyle): Measured => ({
  text: fonted.text,
  widths: measureText(fonted, { tracking, isTabular }),
  ...breaksIn(fonted.text),
});

/** How many lines fit: the first needs no space above it. */
const linesIn = ({ height, leading }: TextStyle, size: number): number =>
  Math.max(1, Math.floor((height / size - 1) / leading + 1 + 1e-9));

const cutText = async (fonted: FontedText, whole: Measured, style: TextStyle): Promise<SetText> => {
  const [, size] = style.sizes;
  const width = style.width / size;
  const most = linesIn(style, size);
  const { lines } = breakLines(whole, width);
  if (lines.length <= most) return { ...fonted, style, size, widths: whole.widths, lines };
  for (let end = lines[most - 1]?.end ?? 0; end > 0; ) {
    const kept = whole.text.slice(0, end).replace(/[\s\p{Pd},;:.،、。，]+$/u, '');
    const cut = await chooseFonts(`${kept}…`, style.role, style.language);
    const measured = measure(cut, style);
    const broken = breakLines(measured, width);
    if (broken.lines.length <= most) return { ...cut, style, size, widths: measured.widths, lines: broken.lines };
    end = whole.characters.findLast((at) => at < end) ?? 0;
  }
  return { text: '', runs: [], style, size, widths: new Float64Array(1), lines: [] };
};
