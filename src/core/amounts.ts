import { apart } from './apart.ts';
import { folded } from './month-names.ts';

/** What stands behind a number and means how many zeros it has, in words that blanks part from others. Accents do not count. */
const scales: ReadonlyMap<string, number> = new Map(
  Object.entries({
    2: 'hundred hundert',
    3: 'thousand thousands tausend tsd mille mil mila duizend tusen tys tysiac tysiace tysiecy tis bin тыс тысяча тысячи тысяч ألف آلاف אלף אלפים हज़ार ribu k',
    5: 'lakh lakhs लाख',
    6: 'million millions millionen mio mn mln millon millones milione milioni milhao milhoes miljoen miljon miljoner millioner milion miliony milionow milyon juta млн миллион миллиона миллионов مليون ملايين מיליון मिलियन m',
    7: 'crore crores करोड़ cr',
    9: 'billion billions bn milliarde milliarden mrd md mds milliard milliards miliardo miliardi mld miljard miljarder mdr miliard miliardy miliardow milyar miliar bilhao bilhoes млрд миллиард миллиарда миллиардов مليار مليارات מיליארד बिलियन b',
    12: 'trillion trillions tn billionen billon billones trilyon трлн триллион триллиона триллионов تريليون טריליון t',
  }).flatMap(([zeros, words]) => words.split(' ').map((word) => [folded(word), Number(zeros)] as const)),
);

/** The same in scripts without blanks, where these stand one behind the other and are multiplied. */
const joinedScales: Readonly<Record<string, number>> = {
  ...{ 十: 1, 百: 2, 千: 3, 万: 4, 萬: 4, 億: 8, 亿: 8, 兆: 12 },
  ...{ 천: 3, 만: 4, 억: 8, 조: 12 },
  ...{ พัน: 3, หมื่น: 4, แสน: 5, ล้าน: 6 },
};
const joinedScale = Object.keys(joinedScales).join('|');
const oneJoinedScale = new RegExp(joinedScale, 'gu');
const number = '\\d+(?:[.,٫]\\d+)?';

/** `3億2,000万`, `1억 2천만`, `พันล้าน`; not the kilometre, the kilogram and the kilowatt of Chinese. */
const joinedAmount = new RegExp(
  `(?<![\\d.,:])(?:${number}\\s?(?:${joinedScale})+(?![米克瓦])\\s?){1,3}(?:\\d{1,4}(?![\\d.,:]))?`,
  'gu',
);
const joinedPart = new RegExp(`(${number})\\s?((?:${joinedScale})*)`, 'gu');

const amount = new RegExp(
  `(?<![\\d.,:])(${number})(?:(?:\\s?\\p{Pd}\\s?|\\s(?:to|bis|à)\\s)(${number}))?([\\s-]?)([\\p{L}\\p{M}]+)\\.?(?:\\s([\\p{L}\\p{M}]+))?`,
  'gu',
);
const currency = '\\p{Sc}|EUR|USD|GBP|JPY|CNY|RMB|CHF|INR|Rs|euros?|dollars?|pounds?';
const currencyBefore = new RegExp(`(?:${currency})\\.?\\s?$`, 'u');
const currencyBehind = new RegExp(`^\\s?(?:de |d['’])?(?:${currency})`, 'u');

/**
 * A text with its amounts in figures: `1.2 million`, `€1.2m`, `1,2 Mio. €`, `120万` and `12 lakh` as `1200000`. A letter is a
 * million only where it can be nothing else (`€1.2m`, `1.2M`): `100m` are metres, unless `loose` asks for millions as well. Thousands
 * must not be grouped any more.
 */
export const plainAmounts = (text: string, loose: boolean): string =>
  text
    .replace(joinedAmount, (written) => sumOf(written) ?? written)
    .replace(amount, (written, ...[first, second, gap, word, next = '', at]: AmountParts) => {
      const end = at + written.length - (next === '' ? 0 : next.length + 1);
      const hasCurrency =
        currencyBefore.test(text.slice(Math.max(0, at - 8), at)) || currencyBehind.test(text.slice(end, end + 12));
      const zeros = zerosOf(word, gap, hasCurrency, loose);
      if (zeros === undefined) return written;
      const more = next.length > 1 ? scales.get(folded(next)) : undefined;
      const all = [first, ...(second === undefined ? [] : [second])].map((one) => shifted(one, zeros + (more ?? 0)));
      return `${apart(all.join(' '))}${more === undefined ? next : ''}`;
    });

/** The parts of an amount, and where it stands in its text. */
type AmountParts = [
  first: string,
  second: string | undefined,
  gap: string,
  word: string,
  next: string | undefined,
  at: number,
];

/** How many zeros a word stands for, or a letter, which is also the sign of a unit. */
const zerosOf = (word: string, gap: string, hasCurrency: boolean, loose: boolean): number | undefined => {
  const zeros = scales.get(folded(word));
  if (word.length > 1 && word !== 'cr') return zeros;
  return hasCurrency || (gap === '' && (loose || /^[kKMB]$/.test(word))) ? zeros : undefined;
};

/** A number with its point moved to the right: 1.2 by six is 1200000. */
const shifted = (written: string, zeros: number): string => {
  const [whole = '', part = ''] = written.split(/[.,٫]/);
  const digits = `${whole}${part.slice(0, zeros).padEnd(zeros, '0')}`.replace(/^0+(?=\d)/, '');
  return part.length > zeros ? `${digits}.${part.slice(zeros)}` : digits;
};

/** `3億2000万5000` as one number; `undefined` where its parts do not become smaller. */
const sumOf = (written: string): string | undefined => {
  let sum = 0n;
  let last = Number.POSITIVE_INFINITY;
  for (const [, digits = '', scale = ''] of written.matchAll(joinedPart)) {
    const zeros = (scale.match(oneJoinedScale) ?? []).reduce((all, one) => all + (joinedScales[one] ?? 0), 0);
    const part = shifted(digits, zeros);
    if (zeros >= last || part.includes('.')) return undefined;
    last = zeros;
    sum += BigInt(part);
  }
  return apart(String(sum));
};
