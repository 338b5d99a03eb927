import { expect, test } from 'vitest';
import { indexWords, queryWords, readWords } from './search-words.ts';

const texts = [
  'The Eagle has landed at 16:17:40.',
  '2019年11月11日，成交额超过2684亿元。 Shopping 双十一!',
  '東京スタジアムでキックオフ(20:00)。ー々',
  'انطلق الصاروخ في السماء',
  'กรุงเทพมหานคร 2019',
  '삼성전자가 발표했다',
  'a < b & c > d',
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
  expect(queryWords('“Past US$10 billion”')).toBe('"Past US10 billion"');
  expect(queryWords('30°C 🚀')).toBe('30C 🚀');
  expect(queryWords('"双十一"')).toBe('"双十 十一"');
  expect(queryWords('  الصاروخ ')).toBe('الصاروخ');
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
