import type { Metric } from './archive.ts';
import { readNumber } from './read-number.ts';
import { isCounted, isCurrency, unitNamed } from './unit-names.ts';

/** The unit in which a bare number is, and all units in which a value can be given; `isNamed` where the unit stands before it already. */
export type FigureUnits = { readonly main?: string; readonly all: readonly string[]; readonly isNamed?: boolean };

/**
 * What a figure in words can mean, as YAML, the likeliest first: `1.2e6` for `1.2 million`, `{USD: 38.4e9}` for
 * `US$38.4 billion`, and for `1,000` both `1000` and `1.000`. None where it is no figure, or in a unit that is not among those.
 */
export const meantFigures = (text: string, { main, all, isNamed = false }: FigureUnits): readonly string[] => {
  const number = readNumber(withLatinDigit(text));
  if (!number) return [];
  const { before, sign, readings, behind } = number;
  const { power, unit: name } = scaleAndUnit(behind, { all, ...(main !== undefined && { main }) });
  if (before !== '' && name !== '') return [];
  const given = before + name;
  const unit = given === '' ? main : unitNamed(given, all);
  if (given !== '' && unit === undefined) return [];
  const counted = unit !== undefined && isCounted(unit);
  const numbers = readings.map((reading) => scaled(sign + reading, power, counted));
  // Of what is measured, a point begins decimals first of all, as in YAML.
  if (!counted && text.includes('.')) numbers.reverse();
  const byUnit = !isNamed && given !== '' && (isCurrency(unit ?? '') || unit !== main);
  return [...new Set(numbers)].map((one) => (byUnit ? `{${inYaml(unit ?? '')}: ${one}}` : one));
};

/**
 * What a number of what is counted can mean where its source could be thousands, as `1.000` is in much of the world: first
 * the thousands. `undefined` where it cannot be mistaken, as in a metric that says that it has three decimals, or of durations.
 */
export const doubtfulReadings = (
  source: string,
  unit: string,
  { decimals, format }: Pick<Metric, 'decimals' | 'format'>,
): readonly [string, string] | undefined => {
  if (decimals >= 3 || format === 'duration') return undefined;
  if (!/^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(source) || !isCounted(unit)) return undefined;
  const [thousands, decimal] = meantFigures(source, { main: unit, all: [unit] });
  return thousands === undefined || decimal === undefined ? undefined : [thousands, decimal];
};

/** The power of ten in words such as `million`, and the unit behind them. What is a unit of its own, such as m, is no such word. */
const scaleAndUnit = (behind: string, { main = '', all }: FigureUnits): { power: number; unit: string } => {
  if (behind === '' || unitNamed(behind, all) !== undefined) return { power: 0, unit: behind };
  // Of what is measured, these are metres, millimetres, bytes or tonnes.
  if (/^(?:m|mm|b|t)$/i.test(behind) && !isCurrency(main) && !isCounted(main)) return { power: 0, unit: behind };
  const [, word = '', rest = ''] = /^([\p{Script=Latin}]+\.?|[百千万萬亿億兆만억조천]+)\s*(.*)$/u.exec(behind) ?? [];
  const power = powerOf(word);
  return power === undefined ? { power: 0, unit: behind } : { power, unit: rest };
};

const powerOf = (word: string): number | undefined => {
  const name = word.toLowerCase().replace(/\.$/, '');
  const western = [...powers].find(([, names]) => names.split(' ').includes(name))?.[0];
  if (western !== undefined || name === '') return western;
  const signs = [...name].map((sign) => eastern.get(sign));
  return signs.reduce<number | undefined>(
    (sum, one) => (sum === undefined || one === undefined ? undefined : sum + one),
    0,
  );
};

const powers: ReadonlyMap<number, string> = new Map([
  [3, 'k thousand thousands tsd tausend mille mil thsd'],
  [5, 'lakh lakhs lac'],
  [6, 'm mm mio mln mn mill million millions millionen millón millones milhão milhões milione milioni miljoen'],
  [7, 'crore crores cr'],
  [9, 'b bn bln billion billions mrd mld milliarde milliarden milliard milliards miliardo miliardi miljard'],
  [12, 't tn trillion trillions bio billionen billón billones'],
]);

const eastern: ReadonlyMap<string, number> = new Map([
  ...(['百', '千', '万', '萬', '亿', '億', '兆'] as const).map(
    (sign, index) => [sign, [2, 3, 4, 4, 8, 8, 12][index] ?? 0] as const,
  ),
  ...(['천', '만', '억', '조'] as const).map((sign, index) => [sign, [3, 4, 8, 12][index] ?? 0] as const),
]);

/** `一亿` as `1亿`: one Chinese digit before the words for large numbers. */
const withLatinDigit = (text: string): string =>
  text.replace(/(?<![\d\p{Script=Han}])([一二三四五六七八九两十])(?=[百千万萬亿億])/u, (digit) =>
    digit === '两' ? '2' : String('一二三四五六七八九十'.indexOf(digit) + 1),
  );

/** A number times a power of ten as YAML has it. Of what is counted, decimals are written so that they are not taken for thousands. */
const scaled = (number: string, power: number, counted: boolean): string => {
  if (power >= 6 && !/e/i.test(number)) return `${number}e${power}`;
  if (power > 0) return String(Number(`${Number(number)}e${power}`));
  if (!counted || !number.includes('.')) return number;
  const short = number.replace(/\.?0+$/, '');
  return /\.\d{3}$/.test(short) ? `${short}0` : short;
};

const inYaml = (unit: string): string => (/^[\p{L}][\p{L}\p{N} ]*$/u.test(unit) ? unit : JSON.stringify(unit));
