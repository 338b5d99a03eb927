import { plainAmounts } from './amounts.ts';
import { lettersMayDiffer, plainWords } from './plain-letters.ts';
import { hasTwoOrders, plainDates, plainTimes } from './plain-moments.ts';

/**
 * How the words of a text may be typed as well, where that differs from what the index makes of them: `strasse` for `Straße`, `km2`
 * for `km²`, `19` for the year in `2019年`, `20000` for `20,000`, `3ꞏ2` for `3–2` and `3:2`, `OBrien` for `O’Brien`. Accents are no
 * matter of this; the index sees to them. `dates` stand behind the text: days as `2024-05-03`, times of day as `09:05`.
 */
export const spellings = (text: string, dates: readonly string[] = []): readonly string[] => {
  const years = [...text.matchAll(/(?<!\d)\d\d(\d\d)(?=年)/g)].map(([, year = '']) => year);
  return [...new Set([...years, ...plainWords(text), ...numbersIn(text, dates), ...compoundsIn(text)])];
};

/** Whether a text can have other spellings: most have none, and it takes less to know that. */
export const mayBeSpeltOtherwise = (text: string): boolean =>
  /[\p{N}\p{So}'’‐‑-]/u.test(text) || lettersMayDiffer(text);

/** Stands between the parts of a score, a range, a date, a time or a decimal number: a letter to the index, and in no text. */
const between = 'ꞏ';

/** Thousands, with the same mark between all of them, and lakhs. */
const grouped =
  /(?<![\p{Nd}.,:])(?:\p{Nd}{1,3}([.,'’٬\s])\p{Nd}{3}(?:\1\p{Nd}{3})*|\p{Nd}{1,2}(?:,\p{Nd}{2})+,\p{Nd}{3})(?!\p{Nd})/gu;

/**
 * What stands between two numbers that belong together, as a sign or, in a score, as a word: `3対2`, `3 à 2`. Blanks may stand around
 * a dash or colon, and around the h of a clock.
 */
const joins =
  /(?<=\p{Nd})(?:\s?[\p{Pd}\u2212:対對比대]\s?|\s(?:à|a)\s|[.,/٫]|\s?h\s?(?=\p{Nd}{2}(?!\p{Nd})))(?=\p{Nd})/gu;

/** A text with its numbers in one form, however they are grouped, joined and written: `US$20,000` as `US$20000`. */
export const plainNumbers = (text: string): string =>
  /\p{Nd}/u.test(text) ? joined(plainDates(plainDigits(text), between, false)) : text;

/** How what is not certain is read: `100m` and `14h` as a sum and an hour, and 3/5/2024 as the fifth of March. */
type Reading = { readonly loose: boolean; readonly monthFirst: boolean };

const readings: readonly Reading[] = [
  { loose: false, monthFirst: false },
  { loose: true, monthFirst: false },
  { loose: false, monthFirst: true },
];

/**
 * What a text can mean with its dates, times of day and amounts in one form as well: `3 May 2024` as `2024ꞏ5ꞏ3`, `2:30 pm` as `14ꞏ30`,
 * `€1.2m` as `1200000`. The likeliest meaning is the first; `100m` and `3/5/2024` have two.
 */
export const plainMeanings = (text: string): readonly string[] =>
  /\p{Nd}/u.test(text) ? [...new Set(readings.map((reading) => meaning(plainDigits(text), reading)))] : [text];

const meaning = (text: string, { loose, monthFirst }: Reading): string =>
  counted(plainDates(text, between, monthFirst), loose);

/** A text whose dates are in one form, with its times of day and amounts in one form as well. */
const counted = (text: string, loose: boolean): string => joined(plainAmounts(plainTimes(text, between, loose), loose));

const plainDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\P{Nd}0-9]/gu, (digit) => String(digitValue(digit)))
    .replace(grouped, (number) => number.replace(/\P{Nd}/gu, ''));

const leadingZero = new RegExp(`(?<![\\d${between}])0(?=\\d${between})`, 'gu');

const joined = (text: string): string =>
  text
    .replace(joins, between)
    .replace(/(?<=\d)×(?=\d)/g, 'x')
    .replace(/(?<=\d)\s?°\s?(?=[CF](?!\p{L}))/gu, '')
    .replace(leadingZero, '');

/** The value of a digit of any script: their digits stand in order. */
const digitValue = (digit: string): number => {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
};

/** Each number of a text in its forms, with the letters beside it and, behind the code of a currency and the `v` of a version, without. */
const numbersIn = (whole: string, dates: readonly string[]): readonly string[] => {
  const text = [...aroundNumbers(whole)].join(' · ');
  const plainly = dates.map(plainDate);
  if (text === '') return plainly;
  const known = new Set([text, ...dates].flatMap((one) => one.match(spaced) ?? []));
  const ends = text.replace(rangeMark, ' ');
  const all = new Set([text, ends].flatMap(certainForms));
  const words = [...all].flatMap((plain) => [...(plain.match(number) ?? []), ...plainly]);
  return [...new Set(words.flatMap((one) => [one, one.replace(/^(?:\p{Lu}{2,}|v(?=\d+ꞏ))/u, '')]))].filter(
    (one) => !known.has(one),
  );
};

/** `2024ꞏ5ꞏ3` for `2024-05-03`, and `9ꞏ05` for `09:05`. */
const plainDate = (date: string): string =>
  date.includes(':') ? date.replace(/^0(?=\d)/, '').replaceAll(':', between) : date.replace(/-0?/g, between);

/**
 * Numbers with what can belong to them, 48 characters on either side: most of a text is far from any, and need not be searched for
 * dates and amounts. What stands before a number is cut off afterwards: a pattern for it would be tried at every character.
 */
function* aroundNumbers(text: string): Generator<string> {
  let end = 0;
  for (const { 0: found, index } of text.matchAll(/\p{Nd}(?:\P{Nd}{0,48}\p{Nd})*\P{Nd}{0,48}/gu)) {
    yield Array.from(text.slice(Math.max(end, index - 96), index))
      .slice(-48)
      .join('') + found;
    end = index + found.length;
  }
}

/** A text with its numbers in one form, and with what it means for certain, with both meanings of 3/5/2024. */
const certainForms = (text: string): readonly string[] => {
  const digits = plainDigits(text);
  const orders = hasTwoOrders(digits) ? [false, true] : [false];
  const dated = [...new Set(orders.map((monthFirst) => plainDates(digits, between, monthFirst)))];
  return [...dated.slice(0, 1).map(joined), ...dated.map((one) => counted(one, false))];
};

/** Between two times, sums or decimal numbers, which are also found alone: `14:30–15:45`. */
const rangeMark = /(?<=\p{Nd}[.,:]\p{Nd}{1,9}\p{L}{0,3})\s?[\p{Pd}\u2212]\s?(?=\p{Nd}+[.,:])/gu;

/** A letter of a script that puts blanks between words. */
const letter = '\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Script=Arabic}\\p{Script=Hebrew}\\p{M}';
const spaced = new RegExp(`[${letter}\\p{N}]+`, 'gu');
const number = new RegExp(`(?:(?<![${letter}])[${letter}]+)?\\d[\\dx${between}]*[${letter}]*`, 'gu');

/** A number with its unit together and apart: `5km` and `5 km`. The same where a text has neither. */
export const unitsOf = (text: string): readonly string[] => [
  text.replace(/(?<=\d)(?=\p{L}{1,4}(?!\p{L}))(?!x\d)/gu, (_, at: number) => (text[at] === between ? '' : ' ')),
  text.replace(/(?<=\d)\s(?=\p{L}{1,3}(?![\p{L}\p{N}]))/gu, ''),
];

/** Words with hyphens and apostrophes in them, as one word: `OBrien`, `email`, `COVID19`. */
const compoundsIn = (text: string): readonly string[] =>
  (text.match(compound) ?? []).filter((one) => /\p{L}/u.test(one)).map(asOneWord);

const compound = /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}\p{N}]+(?:['’‐‑-][\p{L}\p{M}\p{N}]+)+/gu;

/** A text with its compounds as one word each, apart from numbers. */
export const asOneWord = (text: string): string =>
  text.replace(/(?<=[\p{L}\p{M}])['’‐‑-](?=[\p{L}\p{N}])|(?<=\p{N})['’‐‑-](?=\p{L})/gu, '');
