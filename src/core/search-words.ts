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
const joint = '\u2060';

/**
 * Where the index does not see that a word ends: behind an apostrophe and any sign outside of ASCII. Not behind those that
 * stand within words of Catalan (`·`) and Hebrew (`׳`, `״`).
 */
const ends = /(?<=[\p{L}\p{M}\p{N}])(?:'|\p{P}*[^\P{P}\p{ASCII}\u00b7\u05f3\u05f4]\p{P}*)(?=[\p{L}\p{N}])/gu;

/** A text as the index has it: `2019年东京` is `2019 年东 东京 京`, with marks that let `readWords` give the text back. */
export const indexWords = (text: string): string => {
  const plain = text.replaceAll(joint, '').replace(ends, `$&${joint} `);
  return suspected.test(plain)
    ? plain.replace(run, (letters, at: number, whole: string) => {
        const before = at > 0 && !/\s/.test(whole[at - 1] ?? '') ? `${joint} ` : '';
        const next = whole.slice(at + letters.length);
        const after = /^\p{P}*[\p{L}\p{N}]/u.test(next) && !startsUnspaced.test(next) ? `${joint} ` : '';
        return before + pairs(letters) + after;
      })
    : plain;
};

/** Each letter with the one behind it, and the last alone. */
const pairs = (letters: string): string => {
  const all = letters.match(letter) ?? [];
  return all.map((one, index) => one + (all[index + 1] ?? '')).join(' ');
};

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
 * How the words of a text may be written as well, where that differs: `strasse` for `Straße`, `oeuvre` for `œuvre`, `km2` for
 * `km²`, `ABC` for `ＡＢＣ`, `19` for the year in `2019年`. Accents are no matter of this; Pagefind sees to them.
 */
export const spellings = (text: string): readonly string[] => {
  const years = [...text.matchAll(/(?<!\d)\d\d(\d\d)(?=年)/g)].map(([, year = '']) => year);
  const plain = plainSpelling(text);
  const words = plain === text.normalize('NFC') ? [] : (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
  const others = words.filter((word) => plainSpelling(word) !== word.normalize('NFC')).map(plainSpelling);
  return [...new Set([...years, ...others])];
};

const plainSpelling = (text: string): string =>
  text.normalize('NFKC').replace(/[ßœæøłđðþı]/giu, (one) => plainLetters[one.toLowerCase()] ?? one);

/** Signs in words, such as those of currencies, which the index leaves out of them. */
const signs = /(?<=[\p{L}\p{N}])\p{S}+|\p{S}+(?=[\p{L}\p{N}])/gu;

/** What somebody looks for, as the index has it. A phrase in quotes stays one. */
export const queryWords = (query: string): string => {
  const plain = query
    .replace(/[“”„«»]/g, '"')
    .replace(ends, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(signs, '');
  const isPhrase = /^\s*"/.test(plain);
  return plain
    .replace(run, (letters, at: number) => {
      // Behind the last letter the text may go on; behind the others, in a phrase, it does not.
      const isInside = isPhrase && /[\p{L}\p{N}]/u.test(plain.slice(at + letters.length));
      return ` ${isInside ? pairs(letters) : pairs(letters).replace(/ \S+$/u, '')} `;
    })
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^" | "$/g, '"');
};

/** A piece of an excerpt, and whether it is what was looked for. */
export type Piece = { readonly text: string; readonly marked: boolean };

/** An excerpt of the index, in which what was found stands in `<mark>`, as its text reads: the other way of `indexWords`. */
export const readWords = (excerpt: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  const add = (text: string, marked: boolean): void => {
    const last = pieces.at(-1);
    if (last?.marked === marked) pieces[pieces.length - 1] = { text: last.text + text, marked };
    else if (text !== '') pieces.push({ text, marked });
  };
  let carried = false;
  for (const word of excerpt.split(/\s+/)) {
    const isFound = word.startsWith('<mark>');
    const plain = word
      .replace(/^<mark>|<\/mark>$/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>');
    const text = plain.replaceAll(joint, '');
    const first = pair.exec(text)?.[1];
    if (first !== undefined) {
      add(first, isFound || carried);
      carried = isFound;
      continue;
    }
    const own = carried ? (new RegExp(`^${unspaced}`, 'u').exec(text)?.[0] ?? '') : '';
    add(own, true);
    add(text.slice(own.length), isFound);
    carried = false;
    if (!plain.endsWith(joint)) add(' ', false);
  }
  return pieces;
};
