import { numberFormat } from '../core/formatters.ts';

/** From here on, and below, a number has more zeros than anybody counts. */
const [large, small] = [1e21, 1e-9];

/** The size of a number that is too large or too small to be written out: `1.5 × 10⁻³⁰⁰`. Nothing for all others. */
export const formatExtreme = (amount: number, locale: string): string | undefined => {
  const size = Math.abs(amount);
  if (size === 0 || (size >= small && size < large)) return undefined;
  const [digits = '', exponent = ''] = size.toExponential().split('e');
  const number = numberFormat(locale, { maximumFractionDigits: 20 }).format(Number(digits));
  return `${number}\u00a0×\u00a010${[...exponent].map((sign) => raised[sign] ?? '').join('')}`;
};

const raised: Readonly<Record<string, string>> = {
  '-': '⁻',
  ...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((sign, digit) => [`${digit}`, sign])),
};
