import type { Figure } from './archive.ts';
import { localeOf } from './locale.ts';

/** One amount in words: `US$10 billion`, `CN¥91.2 billion`, `1.2 million orders`, with at most `digits` decimals. */
export const formatAmount = (amount: number, unit: string, language: string, digits = 6): string => {
  const locale = localeOf(language);
  const words = Math.abs(amount) >= 1e6 ? ({ notation: 'compact', compactDisplay: 'long' } as const) : {};
  const number = new Intl.NumberFormat(locale, { ...words, maximumFractionDigits: digits }).format(Math.abs(amount));
  const sign = amount < 0 ? '−' : '';
  if (!isCurrency(unit)) return `${sign}${number} ${unit}`;
  // Intl abbreviates compact amounts of money (US$10B); the symbol is put where the locale has it beside the words.
  const money = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: unit,
    maximumFractionDigits: 0,
  }).formatToParts(1);
  return sign + money.map(({ type, value }) => (type === 'integer' ? number : value)).join('');
};

/** The amounts of a figure in words, one a unit, in the order in which they were written. */
export const formatFigure = (figure: Figure, language: string): readonly string[] =>
  Object.entries(figure).map(([unit, amount]) => formatAmount(amount, unit, language));

const isCurrency = (unit: string): boolean => /^[A-Z]{3}$/.test(unit);
