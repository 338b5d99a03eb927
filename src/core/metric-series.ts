import type { Metric, MilestoneEntry, Reference } from './archive.ts';
import { amountOf, conversionOf, hasPassed, sharedUnit } from './figures.ts';

/** A value of a metric, in time. */
export type SeriesValue = {
  readonly entry: MilestoneEntry;
  /** Milliseconds since 1970. Of an entry without a time that of the timed entry beside it. */
  readonly instant: number;
  /** In the metric's main unit. */
  readonly amount: number;
  /** The unit that it was converted from, where it was not given in the main unit. */
  readonly convertedFrom?: string;
};

/** What became of a reference. */
export type Crossing = {
  readonly reference: Reference;
  /**
   * In the main unit; absent where the reference has no value. Converted like the value that passed it where both were
   * compared in another unit, so that what was passed there does not stand above it.
   */
  readonly amount?: number;
  /** The milestone by which it had been passed. */
  readonly passedBy?: MilestoneEntry;
  /** Whether it was passed at that moment, not at one before it that nobody recorded. */
  readonly exact: boolean;
};

/** The values of a metric, oldest first, and what became of its references, in the order of the settings. */
export type Series = {
  readonly metric: Metric;
  readonly values: readonly SeriesValue[];
  readonly crossings: readonly Crossing[];
};

/** The series of every metric that has values, in the order of `metrics`. `milestones` are oldest first. */
export const seriesOf = (metrics: Iterable<Metric>, milestones: readonly MilestoneEntry[]): readonly Series[] => {
  const byMetric = Map.groupBy(milestones, ({ milestone }) => milestone.metric);
  return [...metrics].flatMap((metric): Series[] => {
    const own = byMetric.get(metric) ?? [];
    const values = own.flatMap((entry) => seriesValue(entry, metric));
    if (values.length === 0) return [];
    return [{ metric, values, crossings: metric.references.map((one) => crossingOf(one, own, metric)) }];
  });
};

const seriesValue = (entry: MilestoneEntry, metric: Metric): SeriesValue[] => {
  const { amount, value } = entry.milestone;
  if (amount === undefined) return [];
  const convertedFrom = value && conversionOf(value, metric);
  return [{ entry, instant: entry.demandedInstant, amount, ...(convertedFrom !== undefined && { convertedFrom }) }];
};

const crossingOf = (reference: Reference, ofMetric: readonly MilestoneEntry[], metric: Metric): Crossing => {
  // A sum rises from nothing. What rises and falls has passed a reference only if it was no better before.
  let wasNoBetter = metric.cumulative && metric.better === 'higher';
  const passedBy = ofMetric.find(({ milestone: { surpasses, value } }) => {
    const isBetter = value && reference.value && hasPassed(value, reference.value, metric);
    const passes = surpasses.some(({ name }) => name === reference.name) || (wasNoBetter && isBetter === true);
    wasNoBetter ||= isBetter === false;
    return passes;
  });
  const value = passedBy?.milestone.value;
  const unit = sharedUnit(value, reference.value);
  const compared = unit === undefined ? undefined : reference.value?.[unit];
  const shown = unit === undefined || compared === undefined ? reference.value : { [unit]: compared };
  const amount = (shown && amountOf(shown, metric)) ?? (reference.value && amountOf(reference.value, metric));
  // A milestone without a value is the record of the moment itself; so is one that says so at the value of the reference.
  const exact = passedBy !== undefined && (value === undefined || (unit !== undefined && value[unit] === compared));
  return { reference, exact, ...(amount !== undefined && { amount }), ...(passedBy && { passedBy }) };
};
