/** Letters that many keyboards do not have, and what is written for them; and two that Arabic is often typed without. */
const plainForms: Readonly<Record<string, string>> = {
  ß: 'ss',
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ة: 'ه',
  ى: 'ي',
};

/** Hindi writes a nasal before a consonant by its letter (`हिन्दी`) or by a dot (`हिंदी`). */
const nasal = /(?:ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ]))/gu;

/** What is another word without its sign: `C++` and `C#`. */
const signed = /(?<![\p{L}\p{M}\p{N}])(\p{L})(\+\+|#)(?![\p{L}\p{N}])/gu;

/** A text in letters that every keyboard of its script has: `Strasse` for `Straße`, `igne` for `ığne`, `Csharp` for `C#`. */
export const plainLetters = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{L}\p{M}\p{N}]+/gu, (one) => one.normalize('NFKC'))
    .replace(/[ßœæøłđðþıةى]/giu, (one) => plainForms[one.toLowerCase()] ?? one)
    .replace(nasal, 'ं')
    .replace(signed, (_, letter: string, sign: string) => `${letter}${sign === '#' ? 'sharp' : 'plusplus'}`);

const word = /[\p{L}\p{M}\p{N}]+(?:\+\+|#)?/gu;
const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };
const withUmlaut = /(?<![\p{Script=Latin}\p{M}])[\p{Script=Latin}\p{M}]*[äöüøå][\p{Script=Latin}\p{M}]*/giu;

const mayDiffer = /[[\p{L}\p{M}\p{N}]--\p{ASCII}]|[A-Za-z](?:\+\+|#)/v;

/** Where all letters are those of ASCII, only a sign behind one has another spelling: most texts need no closer look. */
export const lettersMayDiffer = (text: string): boolean => mayDiffer.test(text);

/** What stands before an Arabic word as a part of it: the article, also behind `and`, `with` and the like, and `and` alone. */
const prefix = /^(?:[وفبك]?ال|لل|و(?=[أإاآ]))/u;

/**
 * The words of a text that have other letters in their plain spelling, in that; `Mueller` and `Aarhus` for `Müller` and `Århus`;
 * Arabic words without their article, which dictionaries leave out.
 */
export const plainWords = (text: string): readonly string[] => {
  if (!lettersMayDiffer(text)) return [];
  const composed = text.normalize('NFC');
  const words = plainLetters(text) === composed ? [] : (text.match(word) ?? []);
  const others = words.filter((one) => plainLetters(one) !== one.normalize('NFC')).map(plainLetters);
  const german = (composed.match(withUmlaut) ?? []).map((one) =>
    plainLetters(one.replace(/[äöüøå]/giu, (letter) => umlauts[letter.toLowerCase()] ?? letter)),
  );
  const arabic = (composed.match(/[\p{Script=Arabic}\p{M}]+/gu) ?? [])
    .map((one) => plainLetters(one).replace(/\p{M}/gu, ''))
    .filter((one) => prefix.test(one) && one.replace(prefix, '').length > 2)
    .map((one) => one.replace(prefix, ''));
  return [...others, ...german, ...arabic];
};
