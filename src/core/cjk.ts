const letter =
  /^[[\p{L}\p{N}\p{M}]&&[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\p{scx=Yi}\uff10-\uff5a]]/v;

/** Marks of these scripts and all forms of full width, without the letters and digits among them. */
const punctuation = /^[[\u3000-\u303f\u30fb\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uff65\uffe0-\uffee]--[\p{L}\p{N}\p{M}]]/v;

/** Whether a text begins with a letter of Chinese, Japanese or Korean; digits and Latin letters of full width count. */
export const isCjkLetter = (text: string): boolean => letter.test(text) || startsAstral(text);

/** Whether a text begins with a mark of Chinese, Japanese or Korean, such as 、 。 「 and all marks of full width. */
export const isCjkPunctuation = (text: string): boolean => punctuation.test(text);

/** A parser meets the two halves of a rare ideograph one by one: this is a first one. */
const startsAstral = (text: string): boolean => /^[\ud840-\ud888](?![\udc00-\udfff])/.test(text);

/** Behind so many marks there is a letter. */
const reach = 40;

/**
 * Whether what stands in a text from `start` to `end`, a line break, stands within Chinese or Japanese, which has no
 * blanks between words: marks belong to the letter that is nearest.
 */
export const isBreakInCjk = (text: string, start: number, end: number): boolean => {
  const left = [...text.slice(Math.max(0, start - reach), start)].toReversed();
  const right = [...text.slice(end, end + reach)];
  const [near, far] = [left[0], right[0]];
  if (near === undefined || far === undefined || !(isWide(near) || isShared(near)) || !(isWide(far) || isShared(far)))
    return false;
  const letters = [left, right].map((side) => side.find((one) => !isCjkPunctuation(one) && !isShared(one)));
  if (letters.some((one) => one !== undefined && isHangul(one))) return false;
  return isWide(near) || isWide(far) || letters.every((one) => one !== undefined && isWide(one));
};

const isWide = (character: string): boolean =>
  isCjkPunctuation(character) || (isCjkLetter(character) && !isHangul(character));

/** Marks that Chinese and Japanese share with other scripts. */
const isShared = (character: string): boolean => /[\u2018-\u201f\u2014\u2015\u2025\u2026\u00b7]/.test(character);

const isHangul = (character: string): boolean => /\p{scx=Hang}/u.test(character) && !isCjkPunctuation(character);
