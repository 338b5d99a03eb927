import type { Node } from '@takumi-rs/core';
import { type Card, cardHeight, cardWidth } from './card.ts';
import { fitText, heightOf, type TextStyle, textNode } from './fit-text.ts';

/** The colours of the pages in the light: a card is paper, whoever looks at it. */
export const colours = {
  paper: '#faf6ed',
  ink: '#1d1b18',
  soft: '#5e574c',
  rule: '#d8cdb8',
  accent: '#a62f17',
} as const;

/** The space around everything, and what stands between its edges. */
export const margin = 68;
export const inner = cardWidth - 2 * margin;
export const foot = cardHeight - margin;

/** A card on which something is drawn, from its beginning: the left, or the right where the script begins there. */
export type CardPage = {
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

export const pageOf = ({ language, direction }: Pick<Card, 'language' | 'direction'>): CardPage => {
  const side = direction === 'rtl' ? 'right' : 'left';
  const place = (from: number, top: number): Node['style'] => ({ position: 'absolute', [side]: from, top });
  return {
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
    sign: (from, top) => ({ type: 'image', src: sign, style: { ...place(from, top), width: 32, height: 32 } }),
  };
};

const sign =
  '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32">' +
  `<rect width="32" height="32" rx="6" fill="${colours.accent}"/>` +
  `<path d="M11 6v20M18 10h8M18 16h8M18 22h5" stroke="${colours.paper}" stroke-width="2"/>` +
  `<circle cx="11" cy="16" r="4" fill="${colours.paper}"/></svg>`;

/** Small print, in one line. */
export const small = (width: number, size = 26): Omit<TextStyle, 'language' | 'direction'> => ({
  role: 'sans',
  sizes: [size, size - 4],
  leading: 1.35,
  width,
  height: size,
});
