import type { Figure, Metric } from './archive.ts';

/** A figure as written, by unit: a bare number is in the metric's main unit. */
export const figureOf = (written: number | Readonly<Record<string, number>>, unit: string): Figure =>
  typeof written === 'number' ? { [unit]: written } : written;

/**
 * A figure in the metric's main unit: as given in that unit, otherwise converted from the first unit that has a rate.
 * `undefined` where neither is there.
 */
export const amountOf = (figure: Figure, { unit, rates }: Pick<Metric, 'unit' | 'rates'>): number | undefined => {
  const own = named(figure, unit);
  if (own !== undefined) return own;
  for (const [other, value] of Object.entries(figure)) {
    const rate = named(rates, other);
    if (rate !== undefined) return value / rate;
  }
  return undefined;
};

/** Whether `value` has reached `reference`, compared in a unit that both are given in, otherwise in the main unit; `undefined` where that cannot be told. */
export const hasReached = (
  value: Figure,
  reference: Figure,
  metric: Pick<Metric, 'unit' | 'rates'>,
): boolean | undefined => {
  for (const [unit, amount] of Object.entries(value)) {
    const other = named(reference, unit);
    if (other !== undefined) return amount >= other;
  }
  const [mine, other] = [amountOf(value, metric), amountOf(reference, metric)];
  return mine === undefined || other === undefined ? undefined : mine >= other;
};

/** Units are writers' words: `constructor` must not find what every object has. */
const named = (figures: Figure, unit: string): number | undefined =>
  Object.hasOwn(figures, unit) ? figures[unit] : undefined;
