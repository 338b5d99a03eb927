import type { MeasuredNode, Node } from '@takumi-rs/core';
import { directionOf } from '../core/direction.ts';
import type { Card } from './card.ts';
import { markPhrases, wordsOf } from './phrases.ts';
import { charactersOf, isInvisible, plainCardText, withoutMissing } from './plain-text.ts';
import { measureAll } from './takumi.ts';
import { type Role, typefaceOf } from './typefaces.ts';

/** How a text is to be set, and the room that it has, in pixels. */
export type TextStyle = Pick<Card, 'language' | 'direction'> & {
  readonly role: Role;
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
type SetText = {
  readonly text: string;
  readonly style: TextStyle;
  readonly size: number;
  readonly lines: number;
  /** The width of its widest line, in pixels. */
  readonly breadth: number;
};

/** The height of a set text, from the top of its first line to the foot of its last, in pixels. */
export const heightOf = ({ lines, size, style }: SetText): number =>
  lines === 0 ? 0 : size * (1 + (lines - 1) * style.leading);

/**
 * Sets a text as large as its room allows. A word that is wider than a line even in the smallest size is broken, and what
 * is too much then is cut, with an ellipsis.
 */
export const fitText = async (written: string, wanted: TextStyle): Promise<SetText> => {
  const style = styleFor(written, wanted);
  const text = plainCardText(written);
  const [largest, smallest] = style.sizes;
  if (text === '') return nothing(style);
  const { missing, widestWord } = await measureWords(text, style);
  const drawable = withoutMissing(text, missing);
  if (drawable !== text) return fitText(drawable, wanted);
  const whole = sizesFrom(largest, smallest).filter((size) => widestWord * size <= style.width);
  const broken = sizesFrom((largest + smallest) / 2, smallest);
  // Most texts have room in their largest size.
  for (const sizes of [whole.slice(0, 1), whole.slice(1), broken]) {
    const found = (await setText(text, style, sizes)).find(isInRoom);
    if (found) return found;
  }
  return cutText(text, style);
};

const nothing = (style: TextStyle): SetText => ({ text: '', style, size: style.sizes[1], lines: 0, breadth: 0 });

/** Letters that join are not spaced, and those with signs above and below need more room than a close setting leaves. */
const styleFor = (text: string, style: TextStyle): TextStyle => ({
  ...style,
  tracking: joined.test(text) ? 0 : (style.tracking ?? 0),
  leading: tall.test(text) ? Math.max(style.leading, 1.45) : style.leading,
});

const joined = /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Thai}]/u;
const tall = /[\p{Script=Thai}\p{Script=Devanagari}]/u;

const sizesFrom = (largest: number, smallest: number): readonly number[] => {
  const sizes: number[] = [];
  for (let size = largest; size >= smallest; size -= Math.max(1, Math.round(size / 24))) sizes.push(size);
  return sizes;
};

const isInRoom = ({ lines, size, style: { height, leading } }: SetText): boolean =>
  // The first line needs no space above it.
  lines <= Math.max(1, Math.floor((height / size - 1) / leading + 1 + 1e-9));

/** The width of the widest word, in sizes of a letter, and the characters that no font has: those that take no space. */
const measureWords = async (text: string, style: TextStyle) => {
  const size = 100;
  const [asOne, narrow] = await measureAll(
    [
      textNode({ text, style, size }, { whiteSpace: 'nowrap', letterSpacing: 0 }),
      textNode({ text, style, size }, { width: 'min-content', overflowWrap: 'normal', textWrap: 'wrap' }),
    ],
    style.width,
  );
  const empty = (asOne?.runs ?? []).filter(({ width }) => width === 0).flatMap((run) => charactersOf(run.text));
  return { missing: new Set(empty.filter((one) => !isInvisible(one))), widestWord: (narrow?.width ?? 0) / size };
};

const setText = async (text: string, style: TextStyle, sizes: readonly number[]): Promise<readonly SetText[]> => {
  const measured = await measureAll(
    sizes.map((size) => textNode({ text, style, size }, { maxWidth: style.width })),
    style.width,
  );
  return sizes.map((size, at) => {
    const { width = 0, height = 0 }: Partial<MeasuredNode> = measured[at] ?? {};
    return { text, style, size, lines: Math.round(height / size / style.leading), breadth: width };
  });
};

/** As much of a text as there is room for in its smallest size: whole words, if that is at least one. */
const cutText = async (text: string, style: TextStyle): Promise<SetText> =>
  (await longest(wordsOf(text), style)) ?? (await longest(charactersOf(text), style)) ?? nothing(style);

const longest = async (parts: readonly string[], style: TextStyle): Promise<SetText | undefined> => {
  const [, smallest] = style.sizes;
  let [kept, most] = [0, parts.length];
  let found: SetText | undefined;
  while (kept < most) {
    const middle = Math.ceil((kept + most) / 2);
    const cut = parts.slice(0, middle).join('').replace(endOfPhrase, '');
    const [set] = cut === '' ? [] : await setText(`${cut}…`, style, [smallest]);
    if (set && isInRoom(set)) [kept, found] = [middle, set];
    else most = middle - 1;
  }
  return found;
};

const endOfPhrase = /[\s\p{Pd},;:.،、。，]+$/u;

/** A text as it is drawn: what it says and how large, and what is asked for beside that, as CSS. */
export const textNode = (
  { text, style, size }: Pick<SetText, 'text' | 'style' | 'size'>,
  css: Node['style'] = {},
): Node => ({
  type: 'text',
  text: markPhrases(text),
  lang: style.language,
  // English on an Arabic card is read as English, although its lines begin on the right.
  dir: directionOf(text, style.direction) ?? style.direction ?? 'ltr',
  style: {
    ...typefaceOf(style.role, style.language),
    fontSize: size,
    lineHeight: style.leading,
    letterSpacing: (style.tracking ?? 0) * size,
    fontVariantNumeric: style.isTabular ? 'tabular-nums' : 'normal',
    textAlign: style.direction === 'rtl' ? 'right' : 'left',
    textWrap: 'balance',
    wordBreak: 'keep-all',
    overflowWrap: 'anywhere',
    ...css,
  },
});
