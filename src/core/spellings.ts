/** Letters that many keyboards do not have, and what is written for them. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/**
 * How the words of a text may be typed as well, where that differs from what the index makes of them: `strasse` for `Straße`, `km2`
 * for `km²`, `19` for the year in `2019年`, `20000` for `20,000`, `3ꞏ2` for `3–2` and `3:2`, `OBrien` for `O’Brien`. Accents are no
 * matter of this; the index sees to them.
 */
export const spellings = (text: string): readonly string[] => {
  const years = [...text.matchAll(/(?<!\d)\d\d(\d\d)(?=年)/g)].map(([, year = '']) => year);
  const plain = plainSpelling(text);
  const words = plain === text.normalize('NFC') ? [] : (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
  const umlauts = (text.match(withUmlaut) ?? []).map((word) =>
    word.normalize('NFC').replace(/[äöü]/giu, (one) => `${one.normalize('NFD')[0]}e`),
  );
  const others = words.filter((word) => plainSpelling(word) !== word.normalize('NFC')).map(plainSpelling);
  return [...new Set([...years, ...others, ...umlauts, ...numbersIn(text), ...compoundsIn(text)])];
};

/** German without its keyboard: `Mueller` for `Müller`. */
const withUmlaut = /[\p{Script=Latin}\p{M}]*[äöü][\p{Script=Latin}\p{M}]*/giu;

const plainSpelling = (text: string): string =>
  text.normalize('NFKC').replace(/[ßœæøłđðþı]/giu, (one) => plainLetters[one.toLowerCase()] ?? one);

/** Stands between the parts of a score, a range, a date, a time or a decimal number: a letter to the index, and in no text. */
const between = 'ꞏ';

/** Thousands, with the same mark between all of them, and lakhs. */
const grouped =
  /(?<![\p{Nd}.,:])(?:\p{Nd}{1,3}([.,'’٬\s])\p{Nd}{3}(?:\1\p{Nd}{3})*|\p{Nd}{1,2}(?:,\p{Nd}{2})+,\p{Nd}{3})(?!\p{Nd})/gu;

/** What stands between two numbers that belong together. Blanks may stand around a dash or colon, and around the h of a clock. */
const joins = /(?<=\p{Nd})(?:\s?[\p{Pd}\u2212:]\s?|[.,/٫]|\s?h\s?(?=\p{Nd}{2}(?!\p{Nd})))(?=\p{Nd})/gu;

/** A date in figures, whose zeros are typed or not. */
const date = new RegExp(
  `(?<!\\d)(?:\\d{1,2}${between}\\d{1,2}${between}\\d{4}|\\d{4}${between}\\d{1,2}${between}\\d{1,2})(?!\\d)`,
  'gu',
);

/** A text with its numbers in one form, however they are grouped, joined and written: `US$20,000` as `US$20000`. */
export const plainNumbers = (text: string): string =>
  /\p{Nd}/u.test(text)
    ? text
        .normalize('NFKC')
        .replace(/[^\P{Nd}0-9]/gu, (digit) => String(digitValue(digit)))
        .replace(grouped, (number) => number.replace(/\P{Nd}/gu, ''))
        .replace(joins, between)
        .replace(/(?<=\d)×(?=\d)/g, 'x')
        .replace(date, (written) => written.replace(/(?<!\d)0(?=\d)/g, ''))
        .replace(new RegExp(`(?<![\\d${between}])0(?=\\d${between})`, 'gu'), '')
    : text;

/** The value of a digit of any script: their digits stand in order. */
const digitValue = (digit: string): number => {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
};

/** Each number of a text in its one form, with the letters beside it and, behind the code of a currency, without. */
const numbersIn = (text: string): readonly string[] => {
  if (!/\p{Nd}/u.test(text)) return [];
  const known = new Set(text.match(spaced));
  const words = plainNumbers(text).match(number) ?? [];
  return words.flatMap((one) => [one, one.replace(/^\p{Lu}{2,}/u, '')]).filter((one) => !known.has(one));
};

/** A letter of a script that puts blanks between words. */
const letter = '\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Script=Arabic}\\p{Script=Hebrew}\\p{M}';
const spaced = new RegExp(`[${letter}\\p{N}]+`, 'gu');
const number = new RegExp(`[${letter}]*\\d[\\dx${between}]*[${letter}]*`, 'gu');

/** Words with hyphens and apostrophes in them, as one word: `OBrien`, `email`, `COVID19`. */
const compoundsIn = (text: string): readonly string[] =>
  (text.match(compound) ?? []).filter((one) => /\p{L}/u.test(one)).map(asOneWord);

const compound = /[\p{L}\p{M}\p{N}]+(?:['’‐‑-][\p{L}\p{M}\p{N}]+)+/gu;

/** A text with its compounds as one word each, apart from numbers. */
export const asOneWord = (text: string): string =>
  text.replace(/(?<=[\p{L}\p{M}])['’‐‑-](?=[\p{L}\p{N}])|(?<=\p{N})['’‐‑-](?=\p{L})/gu, '');
