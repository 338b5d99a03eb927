import { numberFormat } from '../core/formatters.ts';
import { formatExtreme } from './format-extreme.ts';
import { isRightToLeft, localeOf } from './locale.ts';
import { singularOf } from './singular.ts';

/**
 * One amount in words: `US$10 billion`, `CN¥91.2 billion`, `1.2 million orders`, never rounded: what words cannot say is
 * written out, with at least so many `decimals`.
 */
export const formatAmount = (amount: number, unit: string, language: string, decimals = 0): string => {
  const locale = localeOf(language);
  const words = saysAll(amount) ? ({ notation: 'compact', compactDisplay: 'long' } as const) : {};
  const cents = isCurrency(unit) && !Number.isInteger(amount) && !('notation' in words) ? centsOf(unit) : 0;
  const digits = 'notation' in words ? 0 : Math.max(cents, decimals);
  const options = { ...words, minimumFractionDigits: digits, maximumFractionDigits: 15 };
  const number = formatExtreme(amount, locale) ?? numberFormat(locale, options).format(Math.abs(amount));
  const sign = amount < 0 ? '−' : '';
  if (unit === '%') return sign + inPercent(number, locale);
  if (!isCurrency(unit)) return `${sign}${number} ${Math.abs(amount) === 1 ? singularOf(unit, language) : unit}`;
  // Intl abbreviates compact amounts of money (US$10B); the symbol is put where the locale has it beside the words.
  const money = numberFormat(locale, {
    style: 'currency',
    currency: unit,
    maximumFractionDigits: 0,
  }).formatToParts(1);
  // From right to left, the sign at the end of `US$` would stand before its letters.
  const kept = isRightToLeft(language) ? '\u200e' : '';
  const parts = money.map(({ type, value }) =>
    type === 'integer' ? number : type === 'currency' ? value + kept : value,
  );
  return sign + parts.join('');
};

/** A number with the sign for per cent where the language has it: `71.4%`, in German `71,4 %` with a blank that keeps both together. */
const inPercent = (number: string, locale: string): string =>
  numberFormat(locale, { style: 'percent' })
    .formatToParts(0.01)
    .map(({ type, value }) => (type === 'integer' ? number : value))
    .join('');

/** Whether a large amount has at most three decimals in millions, billions or the like: US$38.4 billion. */
const saysAll = (amount: number): boolean => {
  const size = Math.abs(amount);
  if (size < 1e6) return false;
  const unit = 1000 ** Math.floor(Math.log10(size) / 3);
  return Number.isInteger(Number(((size / unit) * 1000).toPrecision(15)));
};

/** Whether a figure has a part that is too long for a phone where figures are set large: a number must not be broken. */
export const isLong = (figure: string): boolean => figure.split(/\s/).some((part) => part.length > 10);

/** Whether a figure is short enough to stand on one line everywhere, with its unit. */
export const isShort = (figure: string): boolean => /\d/.test(figure) && figure.length <= 16;

/** How many digits a currency has behind the point: two for the euro, none for the yen. */
const centsOf = (unit: string): number =>
  numberFormat('en', { style: 'currency', currency: unit }).resolvedOptions().maximumFractionDigits ?? 0;

const isCurrency = (unit: string): boolean => /^[A-Z]{3}$/.test(unit);
