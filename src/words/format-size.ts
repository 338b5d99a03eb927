import { numberFormat } from '../core/formatters.ts';
import { localeOf } from './locale.ts';

const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** The size of a file as its readers see it, in units of 1,000: `1.2 MB`. A part of a kilobyte is a whole one. */
export const formatSize = (bytes: number, language: string): string => {
  const power = bytes < 999_500 ? 1 : bytes < 999_500_000 ? 2 : 3;
  const amount = bytes / 1000 ** power;
  const digits = power > 1 && amount < 9.95 ? 1 : 0;
  const options = {
    style: 'unit',
    unit: units[power - 1],
    unitDisplay: 'short',
    maximumFractionDigits: digits,
  } as const;
  return numberFormat(localeOf(language), options)
    .format(power === 1 ? Math.max(1, Math.round(amount)) : amount)
    .replace(' ', '\u00a0');
};
