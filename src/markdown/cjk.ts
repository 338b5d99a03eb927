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
