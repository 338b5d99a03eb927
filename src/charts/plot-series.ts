import type { Event, MilestoneEntry } from '../core/archive.ts';
import { secondsPer } from '../core/durations.ts';
import type { Series } from '../core/metric-series.ts';
import { describeSeries, nameReference } from '../words/describe-series.ts';
import { durationUnitOf, formatAxis } from '../words/format-value.ts';
import { type Chart, type ChartPoint, type ValueTick, viewBox } from './chart.ts';
import { framesFor, labelSize } from './frames.ts';
import { type LinePlace, linePaths, thinPlaces } from './line-path.ts';
import { markedPoints } from './marked-points.ts';
import { namePoint } from './name-point.ts';
import { percent } from './percent.ts';
import { type PlottedReference, type PlottedValue, plotReferences } from './plot-references.ts';
import { textWidth } from './text-width.ts';
import { timeSpan } from './time-span.ts';
import { timeTicks } from './time-ticks.ts';
import { valueScale } from './value-scale.ts';

/** Everything of a chart that does not depend on where it stands: all but its labels. */
export type Plot = Omit<Chart, 'labels' | 'references'> & {
  readonly references: readonly PlottedReference[];
  /** Every value, oldest first. */
  readonly values: readonly PlottedValue[];
  /** Those of them that shape the line. */
  readonly outline: readonly LinePlace[];
  /** The point of a value, also of one that is not among the `points`. */
  readonly pointOf: (value: PlottedValue) => ChartPoint;
  /** When a milestone was, as the chart says it. */
  readonly whenOf: (entry: MilestoneEntry) => string;
  /** The width of the labels for values, in pixels. */
  readonly margin: number;
};

/** Plots a series over the time of its event. */
export const plotSeries = (series: Series, event: Event): Plot => {
  const { metric, crossings } = series;
  const { language, timezone: zone } = event;
  const { span, ticks, values, xOf, yOf, hasZero, holds } = placeValues(series, event);
  const points = markedPoints(values, ({ entry }) => entry.milestone.surpasses.length > 0);
  const pointOf = ({ entry, x, y, convertedFrom }: PlottedValue): ChartPoint => ({
    entry,
    x,
    y,
    converted: convertedFrom !== undefined,
    name: namePoint(entry, language),
  });
  const { summary, when, crossings: said } = describeSeries(series, event);
  const shape = metric.cumulative ? 'steps' : 'line';
  const outline = thinPlaces(values);
  const { line, area } = linePaths(outline, shape, yOf(0));
  const valueTicks = labelTicks(ticks, yOf, formatAxis(ticks, metric, language));
  const margin = marginFor(valueTicks);
  const unmarked = values.length - points.length;
  return {
    slug: metric.slug,
    title: metric.title,
    shape,
    viewBox,
    line,
    ...(metric.cumulative && { area }),
    values,
    outline,
    points: points.map(pointOf),
    pointOf,
    references: plotReferences(crossings, said, { values, shape, xOf, yOf, holds }),
    valueTicks,
    timeTicks: timeTicks({ span, zone, language }, framesFor.full, margin),
    whenOf: when,
    summary,
    margin,
    notes: { ...convertedNote(series), noZero: !hasZero, unmarked, leftOut: leftOut(series, holds, language) },
  };
};

/** The values of a series in percent of the plot, and the scales that they are placed by. */
const placeValues = ({ metric, values, crossings }: Series, event: Event) => {
  const instants = values.map(({ instant }) => instant).toSorted((a, b) => a - b);
  const span = timeSpan(event, instants);
  const unit = durationUnitOf(metric);
  const { scale, ...rest } = valueScale(
    values.map(({ amount }) => amount),
    crossings.flatMap(({ amount = Number.NaN }) => (Number.isNaN(amount) ? [] : [amount])),
    { isCumulative: metric.cumulative, ...(unit && { secondsPerUnit: secondsPer[unit] }) },
  );
  const xOf = (instant: number): number => percent((instant - span[0]) / (span[1] - span[0]));
  const yOf = (amount: number): number => percent(scale(amount) / 100);
  const placed = values.map((value) => ({ ...value, x: xOf(value.instant), y: yOf(value.amount) }));
  return { ...rest, span, xOf, yOf, values: placed };
};

const labelTicks = (
  ticks: readonly number[],
  yOf: (amount: number) => number,
  texts: readonly string[],
): readonly ValueTick[] =>
  ticks.map((tick, index) => ({
    y: yOf(tick),
    text: texts[index] ?? '',
    kind: index === ticks.length - 1 ? 'top' : tick === 0 ? 'zero' : 'other',
  }));

/** The highest label stands above its line, not beside it. */
const marginFor = (ticks: readonly ValueTick[]): number =>
  (Math.max(0, ...ticks.map(({ kind, text }) => (kind === 'top' ? 0 : textWidth(text)))) + 0.6) * labelSize;

const convertedNote = ({ metric: { ratesNote }, values }: Series): Pick<Chart['notes'], 'converted'> => {
  const units = [...new Set(values.flatMap(({ convertedFrom = [] }) => convertedFrom))];
  return units.length === 0 ? {} : { converted: { units, ...(ratesNote !== undefined && { ratesNote }) } };
};

/** The references that are not on the scale, by name. */
const leftOut = (
  { metric, crossings }: Series,
  holds: (amount: number) => boolean,
  language: string,
): readonly string[] =>
  crossings
    .filter(({ amount }) => amount !== undefined && !holds(amount))
    .map(({ reference }) => nameReference(reference, metric, language));
