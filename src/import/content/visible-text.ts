/**
 * Text without what is no character for people: control characters, byte order marks, code points that are none. Tabs
 * and line feeds stay; every other line end becomes a line feed.
 */
export const visibleText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\t\n])\p{Cc}|\ufeff|[\ufdd0-\ufdef]|\p{Noncharacter_Code_Point}/gu, '');
