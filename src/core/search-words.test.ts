import { expect, test } from 'vitest';
import { indexWords, queryWords, readWords, spellings } from './search-words.ts';

const texts = [
  'The Eagle has landed at 16:17:40.',
  '2019年11月11日，成交额超过2684亿元。 Shopping 双十一!',
  '東京スタジアムでキックオフ(20:00)。ー々',
  'انطلق الصاروخ في السماء',
  'กรุงเทพมหานคร 2019',
  '삼성전자가 발표했다',
  'a < b & c > d',
  '今天，iPhone 发布；（iPad）也是。東京,Osaka、京都',
  "L’orchestre joue : « l’été—déjà ! » It's 2019–2020, col·lecció, צה״ל.",
];

const read = (excerpt: string): string =>
  readWords(excerpt)
    .map(({ text }) => text)
    .join('')
    .trim();

test('a text is read back from the index as it was', () => {
  for (const text of texts) expect(read(indexWords(text).replaceAll('<', '&lt;').replaceAll('>', '&gt;'))).toBe(text);
});

test('each part of an unspaced text is found: its words in the index are those of the part', () => {
  for (const text of texts.slice(1, 3)) {
    const indexed = new Set(
      indexWords(text)
        .replaceAll(/[\u2060。，()!]/g, '')
        .split(' '),
    );
    const letters = text.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー]+/gu) ?? [];
    for (const one of letters)
      for (let from = 0; from + 1 < one.length; from++)
        for (let to = from + 2; to <= one.length; to++)
          for (const word of queryWords(one.slice(from, to)).split(' ')) expect(indexed).toContain(word);
  }
});

test('what is looked for has the words of the index, and quotes stay', () => {
  expect(queryWords('双十一 shopping')).toBe('双十 十一 shopping');
  expect(queryWords('2019年')).toBe('2019 年');
  expect(queryWords('"has landed"')).toBe('"has landed"');
  expect(queryWords('“Past US$10 billion”')).toBe('"past us10 billion"');
  expect(queryWords('30°C 🚀')).toBe('30c 🚀');
  expect(queryWords('"双十一 Shopping，今天"')).toBe('"双十 十一 一 shopping 今天"');
  expect(queryWords("l’Orchestre rock'n'roll 2019–2020")).toBe('l orchestre rock n roll 2019 2020');
  expect(queryWords('iPhone，iPad')).toBe('iphone ipad');
  expect(queryWords('ＡＢＣ İstanbul')).toBe('abc i\u0307stanbul');
  expect(queryWords('"双十一"')).toBe('"双十 十一"');
  expect(queryWords('  الصاروخ ')).toBe('الصاروخ');
});

test('a word is found behind an apostrophe, and behind signs outside of ASCII', () => {
  const words = (text: string): string[] => indexWords(text).split(' ');
  expect(words('l’orchestre')).toEqual(['l’\u2060', 'orchestre']);
  expect(words('landed—and')).toEqual(['landed—\u2060', 'and']);
  expect(words('（今天，iPhone）')).toEqual(['（\u2060', '今天', '天，\u2060', 'iPhone）']);
  expect(words('今天，東京')).toEqual(['今天', '天，\u2060', '東京', '京']);
  expect(words('(Hello) “World”, col·lecció')).toEqual(['(Hello)', '“World”,', 'col·lecció']);
});

test('words that may be written otherwise are known by both spellings', () => {
  expect(spellings('Die Straße, das œuvre, 3 km², ＡＢＣ und ﬁnal')).toEqual([
    'Strasse',
    'oeuvre',
    'km2',
    'ABC',
    'final',
  ]);
  expect(spellings('Café, cafe\u0301 and Zürich in 2019')).toEqual([]);
  expect(spellings('2019年11月，12684年')).toEqual(['19']);
  expect(spellings('Łódź København ıssız')).toEqual(['lódź', 'Kobenhavn', 'issiz']);
});

test('no letter of a script without spaces is overlooked', () => {
  const overlooked: string[] = [];
  for (let code = 0x80; code < 0x32000; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const letter = String.fromCodePoint(code);
    const isUnspaced =
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
    if (
      isUnspaced.test(letter) &&
      !/\p{M}/u.test(letter) &&
      indexWords(`${letter}${letter}`) !== `${letter}${letter} ${letter}`
    )
      overlooked.push(code.toString(16));
  }
  expect(overlooked).toEqual([]);
});

test('what was found is marked letter by letter, and words as a whole', () => {
  expect(readWords('这是 <mark>是一</mark> <mark>一段</mark> 段简 简')).toEqual([
    { text: '这', marked: false },
    { text: '是一段', marked: true },
    { text: '简 ', marked: false },
  ]);
  expect(readWords('The <mark>Eagle</mark> landed')).toEqual([
    { text: 'The ', marked: false },
    { text: 'Eagle', marked: true },
    { text: ' landed ', marked: false },
  ]);
});
