import { describe, expect, test } from 'vitest';
import { breadthOf, drawText, heightOf } from './draw-text.ts';
import { fitText, type TextStyle } from './fit-text.ts';

const style: TextStyle = {
  role: 'serif',
  language: 'en',
  sizes: [100, 30],
  leading: 1.1,
  tracking: -0.02,
  width: 600,
  height: 220,
};
const setIn = async (text: string, given: Partial<TextStyle> = {}) => {
  const set = await fitText(text, { ...style, ...given });
  return { ...set, said: set.lines.map(({ start, end }) => set.text.slice(start, end)) };
};
const long = 'A sentence that somebody has written where a few words would have done. '.repeat(3);

describe('a text in its room', () => {
  test('is as large as may be where it is short, and smaller where it is not', async () => {
    const [short, longer] = [await setIn('Gala'), await setIn('The total of 2015 falls after an hour')];
    expect(short.size).toBe(100);
    expect(longer.size).toBeLessThan(100);
    expect(longer.said.join(' ')).toBe('The total of 2015 falls after an hour');
  });

  test('has more room between its lines where signs stand above and below letters', async () => {
    const [thai, latin] = [await setIn('การเปิดตัวจรวดครั้งใหญ่'), await setIn('A launch')];
    expect(thai.style.leading).toBeGreaterThan(1.4);
    expect(latin.style.leading).toBe(1.1);
  });

  test.each([
    ['a long one', long],
    ['one long word', 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk'.repeat(4)],
    ['a Chinese one', '天猫双十一全球狂欢节'.repeat(12)],
    ['an Arabic one', 'مهرجان التسوق العالمي '.repeat(12)],
    ['emoji', '🚀'.repeat(60)],
  ])('never leaves it: %s', async (_name, text) => {
    for (const width of [150, 300, 900]) {
      const set = await setIn(text, { width });
      expect(heightOf(set)).toBeLessThanOrEqual(220);
      expect(breadthOf(set)).toBeLessThanOrEqual(width);
      expect(set.said.length).toBeGreaterThan(0);
    }
  });

  test('is cut with an ellipsis where even the smallest is too large, at no comma', async () => {
    const { said } = await setIn(long, { height: 70 });
    expect(said.at(-1)).toMatch(/[\p{L}\p{N}]…$/u);
    expect(long.startsWith(said.join(' ').slice(0, -1))).toBe(true);
  });

  test('is nothing where it has nothing that can be drawn', async () => {
    const nothing = await setIn('𒀀');
    expect([heightOf(nothing), drawText(nothing, 0, 0, '#000')]).toEqual([0, '']);
  });
});

describe('a drawn text', () => {
  /** Where glyphs stand, from left to right. */
  const placesOf = (svg: string) => [...svg.matchAll(/translate\((-?[\d.]+)/g)].map(([, x]) => Number(x));

  test('is made of paths, whatever it says', async () => {
    const svg = drawText(await setIn('<script>&amp; "quotes"'), 0, 0, '#000');
    expect(svg).toMatch(/^<g fill="#000">(<path transform="[^"<>&]+" d="[-MLQCZ\d,. ]+"\/>)+<\/g>$/);
  });

  test('begins at the left, or ends at the right where it is read from there', async () => {
    const left = placesOf(drawText(await setIn('Gala'), 50, 0, '#000'));
    expect(Math.min(...left)).toBeCloseTo(50, 0);
    const right = placesOf(drawText(await setIn('مهرجان', { language: 'ar', direction: 'rtl' }), 550, 0, '#000'));
    expect(Math.max(...right)).toBeLessThan(550);
    expect(Math.min(...right)).toBeGreaterThan(50);
  });

  test('reads figures from left to right within a text from right to left', async () => {
    const one = await setIn('سنة 2019', { language: 'ar', direction: 'rtl' });
    const paths = [...drawText(one, 600, 0, '#000').matchAll(/d="([^"]*)"/g)].map(([, path]) => path);
    const alone = [...drawText(await setIn('2019'), 0, 0, '#000').matchAll(/d="([^"]*)"/g)].map(([, path]) => path);
    expect(paths.slice(0, 4)).toEqual(alone);
  });

  test('sets figures of a time as wide as one another', async () => {
    const widthOfText = async (text: string) => breadthOf(await setIn(text, { isTabular: true }));
    expect(await widthOfText('11:11:11')).toBeCloseTo(await widthOfText('08:46:29'), 5);
  });
});
