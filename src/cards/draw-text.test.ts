import { expect, test } from 'vitest';
import { drawText } from './draw-text.ts';
import { fitText } from './fit-text.ts';

/** The shapes of a text from left to right, on a card of that direction. */
const shapesOf = async (text: string, direction?: 'rtl'): Promise<readonly string[]> => {
  const style = { role: 'serif', language: 'ar', sizes: [40, 40], leading: 1, width: 1000, height: 60 } as const;
  const svg = drawText(await fitText(text, { ...style, ...(direction && { direction }) }), 0, 0, 'black');
  return [...svg.matchAll(/ d="([^"]*)"/g)].map(([, shape = '']) => shape);
};

test.each(['3 h 12 min (8 s)', 'Boats (2:1), at last.', 'قوارب (2:1) في الميناء.'])(
  'a text is read in its own direction on a card of either: %s',
  async (text) => {
    expect((await shapesOf(text)).length).toBeGreaterThan(8);
    expect(await shapesOf(text, 'rtl')).toEqual(await shapesOf(text));
  },
);
