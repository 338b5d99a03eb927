import type { Figure, Metric, WrittenDecimals } from './archive.ts';
import type { Report } from './diagnostics.ts';
import { fixDuration, fromSeconds, isDurationUnit, parseDuration } from './durations.ts';
import { amountOf, byUnit, type WrittenFigure } from './figures.ts';
import { doubtfulReadings } from './fix-figure.ts';
import { nearest } from './nearest.ts';
import { reportAt } from './place.ts';
import type { FieldAt } from './yaml.ts';

/** A figure, and the digits behind its points where they were written out. */
type ReadFigure = { readonly value: Figure; readonly decimals?: WrittenDecimals };

/** What figures are read by. */
export type FigureMetric = Pick<Metric, 'unit' | 'rates' | 'format' | 'decimals'>;

/**
 * Reads a figure by unit. Reported are a unit that the metric neither has nor can convert, a text that is no span of time of
 * this metric, and a value that its rate takes beyond all numbers.
 */
export const readFigure = (
  { fields, path }: FieldAt,
  written: WrittenFigure,
  metric: FigureMetric,
  report: Report,
): ReadFigure => {
  const figure: Record<string, number> = {};
  const decimals: Record<string, number> = {};
  for (const [unit, amount] of Object.entries(byUnit(written, metric.unit))) {
    const at = { fields, path: typeof written === 'object' ? [...path, unit] : path };
    if (!isKnownUnit(unit, metric)) reportUnit(at, unit, metric, report);
    else if (typeof amount === 'number') warnOfThousands(at, { ...metric, unit }, report);
    const number = typeof amount === 'number' ? amount : readDuration(at, { amount, unit }, metric, report);
    if (number === undefined) continue;
    figure[unit] = number;
    // The digits of 61.25 min are fractions of a minute; it is seconds that readers see.
    const isFraction = metric.format === 'duration' && unit !== 's' && typeof amount === 'number';
    const digits = isFraction ? 0 : decimalsOf(fields.sourceOf(at.path) ?? '');
    if (digits > 0) decimals[unit] = digits;
  }
  checkRange({ fields, path }, figure, metric, report);
  return { value: figure, ...(Object.keys(decimals).length > 0 && { decimals }) };
};

const isKnownUnit = (unit: string, metric: FigureMetric): boolean =>
  unit === metric.unit || Object.hasOwn(metric.rates, unit);

const reportUnit = ({ fields, path }: FieldAt, given: string, { unit, rates }: FigureMetric, report: Report): void => {
  const known = [unit, ...Object.keys(rates)];
  const meant = nearest(given, known);
  reportAt(fields.placeOfKey(path), report, {
    rule: 'unknown-unit',
    message: `Unexpected unit "${given}", expected ${known.join(' or ')}`,
    hint: meant
      ? `Did you mean "${meant}"?`
      : `Give the value in ${unit}, or add a rate for ${given} to the metric in event.md.`,
    meant,
  });
};

/** A span of time as text, in the unit that it is given in: only a metric of durations has such values, in its main unit. */
const readDuration = (
  { fields, path }: FieldAt,
  { amount, unit }: { readonly amount: string; readonly unit: string },
  metric: FigureMetric,
  report: Report,
): number | undefined => {
  const isMeant = metric.format === 'duration' && unit === metric.unit;
  const clean = fixDuration(amount);
  const seconds = parseDuration(clean ?? '');
  const number = seconds !== undefined && isDurationUnit(unit) ? fromSeconds(seconds, unit) : undefined;
  if (isMeant && number !== undefined && clean === amount) return number;
  const meant = isMeant ? clean : number;
  reportAt(fields.placeOf(path), report, {
    rule: 'invalid-value',
    message: `Unexpected text "${amount}" in "${path.map(String).join('.')}", expected ${isMeant ? `a number of ${unit}, or a duration such as 1:21.900 or 2:04:31` : `a number of ${unit}`}`,
    hint:
      isMeant || meant === undefined
        ? `Write ${meant ?? 'a number'}.`
        : `Write ${meant}, or add "format: duration" to the metric in event.md, whose values can be written so.`,
    meant,
  });
  return undefined;
};

/** `1.000` is one in YAML, and a thousand in much of the world. */
const warnOfThousands = ({ fields, path }: FieldAt, metric: FigureMetric, report: Report): void => {
  const { unit } = metric;
  const source = fields.sourceOf(path) ?? '';
  const readings = doubtfulReadings(source, unit, metric);
  if (!readings) return;
  const [thousands, decimal] = readings;
  reportAt(fields.placeOf(path), report, {
    rule: 'doubtful-number',
    message: `Unexpected value ${source} of ${unit}, expected ${thousands} or ${decimal}: a point begins decimals`,
    hint: `Write ${thousands}, or ${decimal} if that is what was meant.`,
    meant: { yaml: thousands },
  });
};

/** How many digits are written behind the point of a plain number, or of a span of time. */
const decimalsOf = (source: string): number =>
  Math.min(15, /^["']?[-+]?[\d:]*\.(\d+)["']?$/.exec(source.trim())?.[1]?.length ?? 0);

const checkRange = ({ fields, path }: FieldAt, figure: Figure, metric: FigureMetric, report: Report): void => {
  const amount = amountOf(figure, metric);
  if (amount === undefined || Number.isFinite(amount)) return;
  reportAt(fields.placeOf(path), report, {
    rule: 'invalid-value',
    message: `Unexpected value in "${path.map(String).join('.')}" that its rate makes larger than any number in ${metric.unit}, expected a smaller one`,
    hint: 'Correct the value, or the rate of its unit in event.md.',
  });
};
