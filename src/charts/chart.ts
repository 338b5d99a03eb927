import type { MilestoneEntry } from '../core/archive.ts';
import type { PlacedLabel } from './place-labels.ts';
import type { TimeTick } from './time-ticks.ts';

/**
 * A chart as data: nothing in it depends on a page. Places are in percent of the plot, from its left and its top, so
 * that a page can draw it in any width without making its type smaller; `line` and `area` are paths in `viewBox`, which
 * is stretched over the plot.
 */
export type Chart = {
  /** Marks the chart among those of its event. */
  readonly slug: string;
  readonly title: string;
  /** A value stands until the next is reported, or the way between two is drawn straight. */
  readonly shape: 'steps' | 'line';
  readonly viewBox: typeof viewBox;
  readonly line: string;
  /** What is below the line of a cumulative metric. */
  readonly area?: string;
  readonly points: readonly ChartPoint[];
  readonly references: readonly ReferenceLine[];
  readonly valueTicks: readonly ValueTick[];
  readonly timeTicks: readonly TimeTick[];
  readonly labels: readonly PlacedLabel[];
  /** Sentences that tell what is to be seen. */
  readonly summary: readonly string[];
  readonly notes: ChartNotes;
};

/** The square in which paths are drawn. */
export const viewBox = '0 0 1000 1000';

export type ChartPoint = {
  readonly entry: MilestoneEntry;
  readonly x: number;
  readonly y: number;
  readonly converted: boolean;
  /** The figure, when it was reached, and the title of its entry. */
  readonly name: string;
};

export type ReferenceLine = {
  readonly name: string;
  readonly y: number;
  /** Where it was passed; absent where it was not. */
  readonly crossedAt?: number;
};

export type ValueTick = { readonly y: number; readonly text: string; readonly kind: 'top' | 'zero' | 'other' };

/** What has to be said below a chart. */
type ChartNotes = {
  /** The units in which converted values were given, and where the rates are from. */
  readonly converted?: { readonly units: readonly string[]; readonly ratesNote?: string };
  /** The scale of values does not begin at zero. */
  readonly noZero: boolean;
  /** How many values have no point of their own, because there are too many. */
  readonly unmarked: number;
  /** References that would have made everything else too small, with their figures. */
  readonly leftOut: readonly string[];
};
