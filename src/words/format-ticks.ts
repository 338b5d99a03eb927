import { numberFormat } from '../core/formatters.ts';
import { formatExtreme } from './format-extreme.ts';
import { formatAmount } from './format-figure.ts';
import { localeOf } from './locale.ts';

/**
 * The labels of an axis, in the order of its values: the highest says all of it (`US$40 billion`), the others are bare
 * numbers in the same words (`30`). Where the highest is in smaller words than the largest by size, or only some are powers of ten, all say all of it.
 */
export const formatTicks = (values: readonly number[], unit: string, language: string): readonly string[] => {
  const top = Math.max(...values);
  const scale = scaleOf(Math.max(...values.map(Math.abs)), language);
  const locale = localeOf(language);
  const powers = new Set(
    values.filter((value) => value !== 0).map((value) => formatExtreme(value, locale) !== undefined),
  );
  const isBare = top === 0 || (scaleOf(Math.abs(top), language) === scale && powers.size === 1);
  const number = numberFormat(locale, { maximumFractionDigits: 15 });
  return values.map((value) =>
    value === top || !isBare
      ? formatAmount(value, unit, language)
      : `${value < 0 ? '−' : ''}${formatExtreme(value, locale) ?? number.format(Number((Math.abs(value) / scale).toPrecision(12)))}`,
  );
};

/** What one is worth where an amount is written in words: a billion in `US$40 billion`, 亿 in `US$400亿`. */
const scaleOf = (size: number, language: string): number => {
  if (size < 1e6) return 1;
  const digits = numberFormat(localeOf(language), {
    notation: 'compact',
    compactDisplay: 'long',
    maximumFractionDigits: 15,
    numberingSystem: 'latn',
    useGrouping: false,
  })
    .formatToParts(size)
    .map(({ type, value }) => (type === 'decimal' ? '.' : type === 'integer' || type === 'fraction' ? value : ''));
  return Number((size / Number(digits.join(''))).toPrecision(12));
};
