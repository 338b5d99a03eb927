import type { Figure, Metric } from './archive.ts';

/** A value as it is written: a bare one is in the metric's main unit. A text is a span of time, such as `1:21.900`. */
export type WrittenFigure = number | string | Readonly<Record<string, number | string>>;

/** The same by unit. */
export const byUnit = (written: WrittenFigure, unit: string): Readonly<Record<string, number | string>> =>
  typeof written === 'object' ? written : { [unit]: written };

/**
 * A figure in the metric's main unit: as given in that unit, otherwise converted from the first unit that has a rate.
 * `undefined` where neither is there.
 */
export const amountOf = (figure: Figure, metric: Pick<Metric, 'unit' | 'rates'>): number | undefined => {
  const own = named(figure, metric.unit);
  const unit = conversionOf(figure, metric);
  return own ?? (unit === undefined ? undefined : Number(figure[unit]) / Number(metric.rates[unit]));
};

/** The unit that a figure is converted from: the first that has a rate, where it is not given in the main unit. */
export const conversionOf = (figure: Figure, { unit, rates }: Pick<Metric, 'unit' | 'rates'>): string | undefined =>
  named(figure, unit) === undefined
    ? Object.keys(figure).find((other) => named(rates, other) !== undefined)
    : undefined;

/** Whether `value` is better than `reference`: higher, or lower where less is better; `undefined` where that cannot be known. */
export const hasPassed = (
  value: Figure,
  reference: Figure,
  metric: Pick<Metric, 'unit' | 'rates' | 'better'>,
): boolean | undefined => {
  const lead = leadOf(value, reference, metric);
  return lead === undefined ? undefined : metric.better === 'lower' ? lead < 0 : lead > 0;
};

/** Whether both figures are the same, as far as that can be known. */
export const hasEqualled = (value: Figure, reference: Figure, metric: Pick<Metric, 'unit' | 'rates'>): boolean =>
  leadOf(value, reference, metric) === 0;

/** Whether a figure is as high as another, compared in a unit that both are given in, otherwise in the main unit; `undefined` where that cannot be known. */
export const isAtLeast = (
  figure: Figure,
  other: Figure,
  metric: Pick<Metric, 'unit' | 'rates'>,
): boolean | undefined => {
  const lead = leadOf(figure, other, metric);
  return lead === undefined ? undefined : lead >= 0;
};

/** By how much a figure is higher than another. Amounts that were converted are the same where twelve digits are: a division adds noise beyond them. */
const leadOf = (figure: Figure, other: Figure, metric: Pick<Metric, 'unit' | 'rates'>): number | undefined => {
  const unit = sharedUnit(figure, other);
  if (unit !== undefined) return Number(figure[unit]) - Number(other[unit]);
  const [mine, its] = [amountOf(figure, metric), amountOf(other, metric)];
  return mine === undefined || its === undefined
    ? undefined
    : Number(mine.toPrecision(12)) - Number(its.toPrecision(12));
};

/** The first unit in which both figures are given. */
export const sharedUnit = (figure: Figure = {}, other: Figure = {}): string | undefined =>
  Object.keys(figure).find((unit) => named(other, unit) !== undefined);

/** Units are writers' words: `constructor` must not find what every object has. */
const named = (figures: Figure, unit: string): number | undefined =>
  Object.hasOwn(figures, unit) ? figures[unit] : undefined;
