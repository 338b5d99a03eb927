import { describe, expect, test } from 'vitest';
import { chooseFonts } from './choose-fonts.ts';
import { filesOf, parseSheet } from './font-files.ts';
import { familiesFor } from './typefaces.ts';

const textOf = async (written: string, language = 'en') => (await chooseFonts(written, 'serif', language)).text;
const runsOf = async (written: string, language = 'en') => {
  const { text, runs } = await chooseFonts(written, 'serif', language);
  return runs.map(({ start, end }) => text.slice(start, end));
};

describe('the fonts of a text', () => {
  test.each([
    ['Größe, Łódź, Đường, žluťoučký, ĳ'],
    ['Орёл, Ελλάδα'],
    ['天猫双十一全球狂欢节，纪录：「月」'],
    ['アポロ11号、ひらがな'],
    ['쇼핑 축제'],
    ['مهرجان שלום'],
    ['चंद्रमा ครั้ง'],
    ['🚀 ☎️ 1️⃣ 🇨🇳 👨‍👩‍👧 ❤️'],
    ['→ ≥ € ¥ ½ “„—…'],
  ])('have every character of %s', async (written) => {
    expect(await textOf(written)).toBe(written.normalize('NFC'));
  });

  test('leave out what none of them has, and the gap that it would leave', async () => {
    expect(await textOf('one 𒀀 two ქართული 𒀀')).toBe('one two');
    expect(await textOf('𒀀')).toBe('');
  });

  test('give every place of the text one font, in order', async () => {
    const { text, runs } = await chooseFonts('GMV 天猫 🚀 مرحبا!', 'sans', 'zh');
    expect(runs[0]?.start).toBe(0);
    expect(runs.map(({ end }) => end)).toEqual([...runs.slice(1).map(({ start }) => start), text.length]);
  });

  test('are those of Newsreader for Latin letters, in one run with their blanks', async () => {
    expect(await runsOf('Ten billion dollars')).toEqual(['Ten billion dollars']);
  });

  test('write quotation marks as wide as the characters of a Chinese text', async () => {
    const wide = await chooseFonts('“', 'serif', 'zh');
    const narrow = await chooseFonts('“', 'serif', 'en');
    expect(wide.runs[0]?.font).not.toBe(narrow.runs[0]?.font);
  });

  test('draw line breaks, tabs and control characters as blanks, keep together what belongs together, and have no skin colour', async () => {
    expect(await textOf(' a\n\tb\u0000c\u00ad ')).toBe('a b c');
    expect(await textOf('10\u202fMrd.\u00a0€')).toBe('10\u00a0Mrd.\u00a0€');
    expect(await textOf('👍🏽')).toBe('👍');
  });
});

test('a style sheet tells which file has which characters', () => {
  const css = `@font-face { src: url(./files/a.woff2) format('woff2'), url(./files/a.woff); unicode-range: U+0041-005A,U+20AC; }`;
  expect(parseSheet(css)).toEqual([
    {
      path: './files/a.woff2',
      ranges: [
        [0x41, 0x5a],
        [0x20ac, 0x20ac],
      ],
    },
  ]);
});

test('every family is installed', () => {
  for (const family of familiesFor('serif', 'ja')) expect(filesOf(family).length, family.package).toBeGreaterThan(0);
});
