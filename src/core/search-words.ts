import { plainLetters } from './plain-letters.ts';
import { asOneWord, plainMeanings, plainNumbers, unitsOf } from './spellings.ts';

/**
 * Scripts that put no space between words. Pagefind finds words from space to space, and the segmenters of Node and of
 * browsers do not agree on words in these scripts: so each letter stands together with the one behind it, in the index and in
 * what readers look for, and any phrase of two letters or more is found, wherever its words begin.
 */
const unspaced =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u30fc\\u3005\\p{Script=Bopomofo}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Tibetan}]\\p{M}*';
const run = new RegExp(`(?:${unspaced})+`, 'gu');
const letter = new RegExp(unspaced, 'gu');
const startsUnspaced = new RegExp(`^\\p{P}*${unspaced}`, 'u');
const pair = new RegExp(`^(${unspaced})${unspaced}$`, 'u');

/** Where none of these is, there is no letter of such a script: most texts need no closer look, which takes longer. */
const suspected =
  /[\u02ea\u02eb\u0e00-\u109f\u1780-\u17ff\u19e0-\u19ff\u2e80-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f\ud800-\udfff\uf900-\uffff]/;

/** Stands where two words of the index are none in the text. No index looks at it, and no reader sees it. */
const wordJoiner = '\u2060';

/** What stands between two words, or within one. */
const marks = /(?<=[\p{L}\p{M}\p{N}])(?:[\p{P}\u2212]+(?=[\p{L}\p{N}])|\p{Sc}(?=\p{Nd}))/gu;

/**
 * Where a word ends that the index would run into the next: at an apostrophe, a hyphen, a slash, a bracket, any punctuation outside of
 * ASCII, and at the sign of a currency before its sum (`US$20`). Not at those that stand within words of Catalan (`·`) and Hebrew
 * (`׳`, `״`).
 */
const ends = /['/()[\]{}\u2212\p{Sc}-]|[^\P{P}\p{ASCII}\u00b7\u05f3\u05f4]/u;

const splitWords = (text: string, between: (mark: string) => string): string =>
  text.replace(marks, (mark) => (ends.test(mark) ? between(mark) : mark));

/** A text as the index has it: `2019年东京` is `2019 年东 东京 京`, with marks that let `readWords` give the text back. */
export const indexWords = (text: string): string => {
  const plain = splitWords(withoutJoiners(text), (mark) => `${mark}${wordJoiner} `);
  return suspected.test(plain)
    ? plain.replace(run, (letters, at: number, whole: string) => {
        const before = at > 0 && !/\s/.test(whole[at - 1] ?? '') ? `${wordJoiner} ` : '';
        const next = whole.slice(at + letters.length);
        const after = /^\p{P}*[\p{L}\p{N}]/u.test(next) && !startsUnspaced.test(next) ? `${wordJoiner} ` : '';
        return before + pairs(letters) + after;
      })
    : plain;
};

/** Each letter with the one behind it, and the last alone. */
const pairs = (letters: string): string => {
  const all = letters.match(letter) ?? [];
  return all.map((one, index) => one + (all[index + 1] ?? '')).join(' ');
};

/** Signs in words, such as those of currencies, which the index leaves out of them. */
const signs = /(?<=[\p{L}\p{N}])\p{S}+|\p{S}+(?=[\p{L}\p{N}])/gu;

/** The sign of a currency beside its sum: sums are found with it and without. */
const lonelySign = /(?<=[\p{L}\p{N}]\s*)(?<!\S)\p{Sc}(?!\S)|(?<!\S)\p{Sc}(?!\S)(?=\s*[\p{L}\p{N}])/gu;

/**
 * What somebody looks for, in the words of the index, in groups: what is found by any query of the first group is an answer. Where
 * that is nothing, the next group takes dates, times and amounts by their words, and compounds as one word. A phrase in quotes
 * stays one.
 */
export const queriesFor = (query: string): readonly (readonly string[])[] => {
  const typed = query.replace(/[“”„«»]/g, '"');
  if (/^\s*"/.test(typed)) return [[wordsOf(typed, true)]];
  const letters = plainLetters(typed);
  const plain = plainNumbers(letters);
  const first = new Set(
    plainMeanings(letters)
      .flatMap((one) => [one, ...unitsOf(one)])
      .map((one) => wordsOf(one, false)),
  );
  const next = new Set([plain, asOneWord(plain)].map((one) => wordsOf(one, false)));
  return [[...first], [...next].filter((one) => !first.has(one))].filter(({ length }) => length > 0);
};

const wordsOf = (typed: string, isPhrase: boolean): string =>
  splitWords(typed, () => ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(signs, '')
    .replace(isPhrase ? /$^/ : lonelySign, ' ')
    .replace(run, (letters, at: number, plain: string) => {
      // Behind the last letter the text may go on; behind the others, in a phrase, it does not.
      const isInside = isPhrase && /[\p{L}\p{N}]/u.test(plain.slice(at + letters.length));
      return ` ${isInside ? pairs(letters) : pairs(letters).replace(/ \S+$/u, '')} `;
    })
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^" | "$/g, '"');

/** A piece of an excerpt, and whether it is what was looked for. */
export type Piece = { readonly text: string; readonly marked: boolean };

/** Words of the index as their text reads, the other way of `indexWords`; `isFound` says which of them were looked for. */
export const readWords = (words: readonly string[], isFound: (index: number) => boolean): readonly Piece[] => {
  const pieces: Piece[] = [];
  const add = (text: string, marked: boolean): void => {
    const last = pieces.at(-1);
    if (last?.marked === marked) pieces[pieces.length - 1] = { text: last.text + text, marked };
    else if (text !== '') pieces.push({ text, marked });
  };
  let carried = false;
  for (const [index, word] of words.entries()) {
    const found = isFound(index);
    const text = withoutJoiners(word);
    const first = pair.exec(text)?.[1];
    if (first !== undefined) {
      add(first, found || carried);
      carried = found;
      continue;
    }
    const own = carried ? (new RegExp(`^${unspaced}`, 'u').exec(text)?.[0] ?? '') : '';
    add(own, true);
    add(text.slice(own.length), found);
    carried = false;
    if (!isJoined(word)) add(' ', false);
  }
  return pieces;
};

/** Whether the text goes on in the next word without a blank. */
export const isJoined = (word: string): boolean => word.endsWith(wordJoiner);

/** A text of the index without the marks between its words. */
const withoutJoiners = (text: string): string => text.replaceAll(wordJoiner, '');

/** Whether a text has a letter or a digit: without one, an index holds nothing of it. */
export const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/**
 * Whether a word that was looked for finds another, by its beginning. A number is not found by the beginning of another: 3–2 not
 * in 3–21, and 10 not in 1000.
 */
export const findsWord = (sought: string, word: string): boolean =>
  word.startsWith(sought) && !(/\d$/.test(sought) && /^\d/.test(word.slice(sought.length)));
