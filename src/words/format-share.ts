import { numberFormat } from '../core/formatters.ts';
import { interfaceTexts } from './languages/interface-texts.ts';
import { localeOf } from './locale.ts';

/**
 * A share in percent, with one decimal at most: `26%`. Never `0%` for a part that is something, and never `100%` for one
 * that is not all: `less than 0.1%`, `more than 99.9%`.
 */
export const formatShare = (share: number, language: string): string => {
  const { lessThan, moreThan } = interfaceTexts(language);
  const percent = numberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 1 });
  if (share > 0 && share < 0.001) return lessThan(percent.format(0.001));
  if (share < 1 && share > 0.999) return moreThan(percent.format(0.999));
  return percent.format(share).replace('-', '−');
};
