import type { Node } from '@takumi-rs/core';
import { signOf } from '../media/sign.ts';
import { type Card, type CardColours, cardHeight, cardWidth } from './card.ts';
import { fitText, heightOf, type TextStyle, textNode } from './fit-text.ts';

/** The colours of the pages in the light, where the archive has none of its own: a card is paper, whoever looks at it. */
export const usualColours: CardColours = {
  paper: '#faf6ed',
  ink: '#1d1b18',
  soft: '#5e574c',
  rule: '#d8cdb8',
  accent: '#a62f17',
};

/** The space around everything, and what stands between its edges. */
export const margin = 68;
export const inner = cardWidth - 2 * margin;
export const foot = cardHeight - margin;

/** A card on which something is drawn, from its beginning: the left, or the right where the script begins there. */
export type CardPage = {
  readonly colours: CardColours;
  /** Sets a text `from` so far from the beginning. Its height and its breadth come back with it. */
  readonly text: (written: string, style: Omit<TextStyle, 'language' | 'direction'>) => Promise<Block>;
  readonly rule: (place: Record<'from' | 'top' | 'width' | 'height', number>, colour: string) => Node;
  /** The sign of the program, 32 pixels wide, as in the icon of the site. */
  readonly sign: (from: number, top: number) => Node;
};

/** A text that has been set. */
type Block = {
  readonly height: number;
  readonly breadth: number;
  readonly draw: (from: number, top: number, colour: string) => Node;
};

export const pageOf = ({
  language,
  direction,
  colours = usualColours,
  sign = signOf({ ground: colours.accent, lines: colours.paper }),
}: Pick<Card, 'language' | 'direction' | 'colours' | 'sign'>): CardPage => {
  const side = direction === 'rtl' ? 'right' : 'left';
  const place = (from: number, top: number): Node['style'] => ({ position: 'absolute', [side]: from, top });
  return {
    colours,
    text: async (written, wanted) => {
      const set = await fitText(written, { ...wanted, language, ...(direction && { direction }) });
      // The first line has no space above it.
      const above = (set.size * (set.style.leading - 1)) / 2;
      return {
        height: heightOf(set),
        breadth: set.breadth,
        draw: (from, top, color) => textNode(set, { ...place(from, top - above), width: set.style.width, color }),
      };
    },
    rule: ({ from, top, width, height }, backgroundColor) => ({
      type: 'container',
      style: { ...place(from, top), width, height, backgroundColor },
    }),
    sign: (from, top) => ({
      type: 'image',
      src: sign,
      style: { ...place(from, top), width: 32, height: 32 },
    }),
  };
};

/** Small print, in one line. */
export const small = (width: number, size = 26): Omit<TextStyle, 'language' | 'direction'> => ({
  role: 'sans',
  sizes: [size, size - 4],
  leading: 1.35,
  width,
  height: size,
});
