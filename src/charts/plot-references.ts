import type { Crossing, SeriesValue } from '../core/metric-series.ts';
import type { SeriesWords } from '../words/describe-series.ts';
import type { Chart, ReferenceLine } from './chart.ts';

/** A value and where it is drawn, in percent of the plot. */
export type PlottedValue = SeriesValue & { readonly x: number; readonly y: number };

/** A reference line with what its label says. */
export type PlottedReference = ReferenceLine & { readonly passed?: string };

/** What references are drawn into. */
type ReferencePlot = {
  readonly values: readonly PlottedValue[];
  readonly shape: Chart['shape'];
  readonly xOf: (instant: number) => number;
  readonly yOf: (amount: number) => number;
  readonly holds: (amount: number) => boolean;
};

/** The lines of the references that are on the scale, and where the values pass them. */
export const plotReferences = (
  crossings: readonly Crossing[],
  words: SeriesWords['crossings'],
  { values, shape, xOf, yOf, holds }: ReferencePlot,
): readonly PlottedReference[] =>
  crossings.flatMap(({ reference: { name }, amount, passedBy }, index): PlottedReference[] => {
    if (amount === undefined || !holds(amount)) return [];
    const y = yOf(amount);
    const { passed } = words[index] ?? {};
    if (!passedBy) return [{ name, y }];
    const at = values.findIndex(({ entry }) => entry === passedBy);
    const x = shape === 'line' ? slopeAt(y, values[at - 1], values[at]) : undefined;
    return [{ name, y, crossedAt: x ?? xOf(passedBy.demandedInstant), ...(passed !== undefined && { passed }) }];
  });

/** Where a slope is at the height `y`; `undefined` where it is not. */
const slopeAt = (y: number, from: PlottedValue | undefined, to: PlottedValue | undefined): number | undefined => {
  if (!from || !to || from.y <= y || to.y > y) return undefined;
  return from.x + ((from.y - y) / (from.y - to.y)) * (to.x - from.x);
};
