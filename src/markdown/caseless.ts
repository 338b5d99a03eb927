/**
 * A letter, digit or mark of a script without capitals, such as Arabic, Hebrew, Thai or Chinese. Writers of these put no blank
 * between emphasis and what they join to it, such as the Hebrew "and", a Thai word, or a suffix behind a joiner of no width.
 */
export const caselessLetter =
  /[[\p{Lo}\p{Lm}\p{M}\p{Nd}\u200c-\u200f\u061c]--[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}0-9\u0300-\u036f]]/v;
