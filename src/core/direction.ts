/** Which way a text is read. */
export type Direction = 'ltr' | 'rtl';

const rightToLeft =
  /[[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}\p{Script=Mende_Kikakui}]&&\p{L}]/v;

const word = /\p{L}[\p{L}\p{M}]*/gu;

/** What is no word of a text, although it is written in Latin letters. */
const address = /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/gi;

/** Whether a text has letters that are read from right to left. */
export const hasRightToLeft = (text: string): boolean => rightToLeft.test(text);

/**
 * Which way a text is read as a whole, by its letters; `undefined` where it has none. Its first letter decides, as with
 * `dir="auto"`, unless most words are of the other direction: a Hebrew sentence may well begin with "NASA". Where they
 * are as many, that of the page does.
 */
export const directionOf = (text: string, page: Direction = 'ltr'): Direction | undefined => {
  if (!hasRightToLeft(text)) return /\p{L}/u.test(text) ? 'ltr' : undefined;
  const words = (text.replace(address, ' ').match(word) ?? []).map(hasRightToLeft);
  const right = words.filter(Boolean).length;
  const left = words.length - right;
  const most = right === left ? page === 'rtl' : right > left;
  return (words[0] ? 3 * right >= left : most) ? 'rtl' : 'ltr';
};

/** Whether a text has letters that are not read in that direction, so that it has to be kept apart among others. */
export const isMixedIn = (text: string, direction: Direction): boolean => {
  const bare = text.replace(isolated, '');
  return direction === 'ltr' ? hasRightToLeft(bare) : /\p{L}/u.test(bare.replace(new RegExp(rightToLeft, 'gv'), ''));
};

/** What is kept apart already. */
const isolated = /[\u2066-\u2068][^\u2066-\u2069]*\u2069/g;

/** The marks that begin a text which is kept apart, by its direction; U+2069 ends it. */
export const isolates = { ltr: '\u2066', rtl: '\u2067' } as const;

/** A text between invisible marks that keep it and what stands beside it in order (UAX #9, isolates), where it needs that. */
export const isolatedIn = (text: string, direction: Direction): string =>
  isMixedIn(text, direction) ? `${isolates[directionOf(text, direction) ?? direction]}${text}\u2069` : text;
