import { remembered } from './once.ts';

/** Formats numbers of a locale. Making a formatter takes a thousand times as long as using it: each is made once. */
export const numberFormat = (locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  numbers(locale, JSON.stringify(options));

/** Formats dates of a locale, made once as well. */
export const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  dates(locale, JSON.stringify(options));

const numbers = remembered((locale, options) => new Intl.NumberFormat(locale, JSON.parse(options)));
const dates = remembered((locale, options) => new Intl.DateTimeFormat(locale, JSON.parse(options)));
