/** A letter or digit of a script that puts blanks between words: one beside a mark says that the mark is part of a word. */
export const spacedLetter =
  /[[\p{L}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]/v;
