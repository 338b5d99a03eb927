import type { Figure, Metric } from './archive.ts';

/** A figure as written, by unit: a bare number is in the metric's main unit. */
export const figureOf = (written: number | Readonly<Record<string, number>>, unit: string): Figure =>
  typeof written === 'number' ? { [unit]: written } : written;

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

/** Whether `value` has reached `reference`, compared in a unit that both are given in, otherwise in the main unit; `undefined` where that cannot be told. */
export const hasReached = (
  value: Figure,
  reference: Figure,
  metric: Pick<Metric, 'unit' | 'rates'>,
): boolean | undefined => {
  const unit = sharedUnit(value, reference);
  if (unit !== undefined) return Number(value[unit]) >= Number(reference[unit]);
  const [mine, other] = [amountOf(value, metric), amountOf(reference, metric)];
  return mine === undefined || other === undefined ? undefined : mine >= other;
};

/** The first unit in which both figures are given. */
export const sharedUnit = (figure: Figure = {}, other: Figure = {}): string | undefined =>
  Object.keys(figure).find((unit) => named(other, unit) !== undefined);

/** Units are writers' words: `constructor` must not find what every object has. */
const named = (figures: Figure, unit: string): number | undefined =>
  Object.hasOwn(figures, unit) ? figures[unit] : undefined;
