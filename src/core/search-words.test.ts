import { expect, test } from 'vitest';
import { indexWords, queriesFor, readWords } from './search-words.ts';

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

const queryWords = (query: string): string => queriesFor(query)[0]?.[0] ?? '';

const read = (indexed: string): string =>
  readWords(indexed.split(/\s+/), () => false)
    .map(({ text }) => text)
    .join('')
    .trim();

test('a text is read back from the index as it was', () => {
  for (const text of texts) expect(read(indexWords(text))).toBe(text);
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
  expect(queryWords('“Past US$10 billion”')).toBe('"past us 10 billion"');
  expect(queryWords('30°C 🚀')).toBe('30c 🚀');
  expect(queryWords('€1.2m')).toBe('1200000');
  expect(queryWords('1,2 Mio. € Köln')).toBe('1200000 köln');
  expect(queryWords('€')).toBe('€');
  expect(queryWords('"双十一 Shopping，今天"')).toBe('"双十 十一 一 shopping 今天"');
  expect(queryWords("l’Orchestre rock'n'roll 2019–2020")).toBe('l orchestre rock n roll 2019ꞏ2020');
  expect(queryWords('"2019–2020"')).toBe('"2019 2020"');
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
  const marked = (words: string, ...found: number[]) => readWords(words.split(' '), (index) => found.includes(index));
  expect(marked('这是 是一 一段 段简 简', 1, 2)).toEqual([
    { text: '这', marked: false },
    { text: '是一段', marked: true },
    { text: '简 ', marked: false },
  ]);
  expect(marked('The Eagle landed', 1)).toEqual([
    { text: 'The ', marked: false },
    { text: 'Eagle', marked: true },
    { text: ' landed ', marked: false },
  ]);
});

test('where compounds find nothing, they are looked for as one word', () => {
  expect(queriesFor("e-mail to O'Brien, 3-2")).toEqual([['e mail to o brien, 3ꞏ2'], ['email to obrien, 3ꞏ2']]);
  expect(queriesFor('3-2')).toEqual([['3ꞏ2']]);
  expect(queriesFor('"e-mail"')).toEqual([['"e mail"']]);
});

test('a long run of punctuation is split in time that grows with its length', () => {
  for (const mark of ['!', '’', '-', '!-']) {
    const words = indexWords(`a${mark.repeat(200_000)} b ${mark.repeat(200_000)}`);
    expect(words.length).toBeLessThan(900_000);
  }
});
