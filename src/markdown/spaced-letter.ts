/**
 * A letter or digit of a script with capitals, or a digit: one beside a mark says that the mark is part of a word. Others join
 * words to each other.
 */
export const spacedLetter = /[[\p{L}\p{N}]--[[\p{Lo}\p{Lm}]--[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]]]/v;
