import { type Card, cardHeight, cardWidth } from './card.ts';
import { breadthOf, drawText, heightOf } from './draw-text.ts';
import { fitText, type TextStyle } from './fit-text.ts';

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
  readonly rule: (from: number, top: number, width: number, height: number, colour: string) => string;
  /** The sign of the program, 32 pixels wide, as in the icon of the site. */
  readonly sign: (from: number, top: number) => string;
};

/** A text that has been set. */
export type Block = {
  readonly height: number;
  readonly breadth: number;
  readonly size: number;
  readonly draw: (from: number, top: number, colour: string) => string;
};

export const pageOf = ({ language, direction }: Pick<Card, 'language' | 'direction'>): CardPage => {
  const isRtl = direction === 'rtl';
  const left = (from: number, width: number): number => (isRtl ? cardWidth - from - width : from);
  return {
    text: async (written, style) => {
      const set = await fitText(written, { ...style, language, ...(direction && { direction }) });
      return {
        height: heightOf(set),
        breadth: breadthOf(set),
        size: set.size,
        draw: (from, top, colour) => drawText(set, left(from, 0), top, colour),
      };
    },
    rule: (from, top, width, height, colour) =>
      `<rect x="${left(from, width)}" y="${top}" width="${width}" height="${height}" fill="${colour}"/>`,
    sign: (from, top) =>
      `<g transform="translate(${left(from, 32)} ${top})"><rect width="32" height="32" rx="6" fill="${colours.accent}"/>` +
      `<path d="M11 6v20M18 10h8M18 16h8M18 22h5" stroke="${colours.paper}" stroke-width="2"/>` +
      `<circle cx="11" cy="16" r="4" fill="${colours.paper}"/></g>`,
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
