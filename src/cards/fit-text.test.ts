import { describe, expect, test } from 'vitest';
import { fitText, heightOf, type TextStyle, textNode } from './fit-text.ts';
import { render } from './takumi.ts';
import { inkOf } from './testing.ts';

const style: TextStyle = {
  role: 'serif',
  language: 'en',
  sizes: [100, 30],
  leading: 1.1,
  tracking: -0.02,
  width: 600,
  height: 220,
};
const setIn = (text: string, given: Partial<TextStyle> = {}) => fitText(text, { ...style, ...given });
const long = 'A sentence that somebody has written where a few words would have done. '.repeat(3);

describe('a text in its room', () => {
  test('is as large as may be where it is short, and smaller where it is not', async () => {
    const [short, longer] = [await setIn('Gala'), await setIn('The total of 2015 falls after an hour')];
    expect([short.size, short.lines]).toEqual([100, 1]);
    expect(longer.size).toBeLessThan(100);
    expect(longer.text).toBe('The total of 2015 falls after an hour');
  });

  test('tears a word only where it is wider than a line of the smallest letters', async () => {
    expect(await setIn('Donaudampfschifffahrt')).toMatchObject({
      lines: 1,
      size: expect.toSatisfy((size) => size < 60),
    });
    expect((await setIn('Donaudampfschifffahrt'.repeat(5))).lines).toBeGreaterThan(2);
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
    ['a Thai one', 'เทศกาลช้อปปิ้งระดับโลก'.repeat(12)],
    ['emoji', '🚀'.repeat(60)],
    ['half a character', 'Gala \ud83d'],
  ])('never leaves it: %s', async (_name, text) => {
    for (const width of [150, 300, 900]) {
      const set = await setIn(text, { width });
      expect(heightOf(set)).toBeLessThanOrEqual(220);
      expect(set.breadth).toBeLessThanOrEqual(width);
      expect(set.text).not.toBe('');
    }
  });

  test('is cut with an ellipsis behind a word where even the smallest is too large, at no comma', async () => {
    const { text, lines } = await setIn('First of all, nobody, whoever, '.repeat(9), { height: 30 });
    expect([text, lines]).toEqual(['First of all, nobody, whoever, First of all…', 1]);
    expect((await setIn('Donaudampfschifffahrt'.repeat(9), { height: 30 })).text).toMatch(/^Donau[a-z]+…$/i);
  });

  test.each(['zh-Hant-TW', 'de-1996', 'fa-u-nu-arabext', 'sr-Latn', 'en-x-own'])(
    'is set in whatever language pages have: %s',
    async (language) => {
      expect(await setIn('Gala', { language })).toMatchObject({ text: 'Gala', lines: 1 });
    },
  );

  test('is nothing where it has nothing that can be drawn', async () => {
    for (const text of ['𒀀', ' ', '']) expect(await setIn(text)).toMatchObject({ text: '', lines: 0, breadth: 0 });
  });
});

describe('the fonts of a text', () => {
  test.each([
    ['Größe, Łódź, Đường, žluťoučký, ĳ'],
    ['Орёл, Ελλάδα'],
    ['天猫双十一全球狂欢节，纪录：「月」'],
    ['アポロ11号、ひらがな'],
    ['쇼핑 축제'],
    ['مهرجان שלום'],
    ['चंद्रमा ครั้ง'],
    ['🚀 ☎️ 1️⃣ 🇨🇳 👨‍👩‍👧 ❤️ 👍🏽'],
    ['→ ≥ € ¥ ½ “„—…'],
  ])('have every character of %s', async (written) => {
    expect((await setIn(written)).text).toBe(written.normalize('NFC'));
  });

  test('leave out what none of them has, with the gap that it would leave, and marks that none joins', async () => {
    expect((await setIn('one 𒀀 two ქართული ∰ x̂ 𒀀')).text).toBe('one two x');
  });

  test('write marks as wide as the characters of a Chinese or Japanese text', async () => {
    const widthIn = async (language: string, mark: string) => (await setIn(mark, { language, tracking: 0 })).breadth;
    expect([await widthIn('zh', '“'), await widthIn('zh', '—'), await widthIn('ja-JP', '—')]).toEqual([100, 100, 100]);
    expect([(await widthIn('en', '“')) < 50, (await widthIn('ko', '—')) < 70]).toEqual([true, true]);
  });

  test('sets figures of a time as wide as one another', async () => {
    const widthOf = async (text: string) => (await setIn(text, { isTabular: true })).breadth;
    expect(await widthOf('11:11:11')).toBeCloseTo(await widthOf('08:46:29'), 5);
  });
});

describe('a drawn text', () => {
  /** The pixels of a text as it is drawn at the left edge, in a strip of that width. */
  const pixelsOf = async (text: string, direction?: 'rtl', width = 1200) => {
    const set = await setIn(text, {
      language: 'ar',
      sizes: [40, 40],
      tracking: 0,
      width: 1000,
      ...(direction && { direction }),
    });
    const pixels = await render(
      { type: 'container', children: [textNode(set, { textAlign: 'left', color: 'red' })] },
      'raw',
    );
    const rows = Array.from({ length: 60 }, (_, y) => pixels.subarray(y * 4800, y * 4800 + 4 * Math.floor(width)));
    return { drawn: Buffer.concat(rows), breadth: set.breadth };
  };

  test.each(['3 h 12 min (8 s)', 'Boats (2:1), at last.', 'قوارب (2:1) في الميناء.'])(
    'is read in its own direction on a card of either: %s',
    async (text) => {
      const { drawn } = await pixelsOf(text);
      expect(drawn.some((value) => value > 0)).toBe(true);
      expect((await pixelsOf(text, 'rtl')).drawn.equals(drawn)).toBe(true);
    },
  );

  test('has figures from left to right within a text from right to left', async () => {
    const { breadth } = await pixelsOf('2019');
    const [alone, within] = [await pixelsOf('2019', undefined, breadth), await pixelsOf('سنة 2019', 'rtl', breadth)];
    expect(within.drawn.equals(alone.drawn)).toBe(true);
  });

  test('has lines as even as can be: no last line has one word where the others are full', async () => {
    const set = await setIn('one two three four five', { sizes: [100, 100], width: 900 });
    const paper = { display: 'flex', width: 1200, height: 630, backgroundColor: 'white' };
    const png = await render({ type: 'container', style: paper, children: [textNode(set, { width: 900 })] }, 'png');
    expect(set.lines).toBe(2);
    expect((await inkOf(png)).right).toBeLessThan(700);
  });

  test('begins at the left, or ends at the right where its card is read from there', async () => {
    const sideOf = async (direction?: 'rtl') => textNode(await setIn('Gala', direction && { direction })).style;
    expect([await sideOf(), await sideOf('rtl')]).toMatchObject([{ textAlign: 'left' }, { textAlign: 'right' }]);
  });
});
