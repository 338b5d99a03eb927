import { scaleLinear } from 'd3-scale';
import { type Domain, decimalGrid, durationGrid, type ValueGrid } from './value-grid.ts';

/** The scale of a metric's values: from amounts to percent from the top of the plot, its ticks, and what it leaves out. */
type ValueScale = {
  readonly scale: (amount: number) => number;
  readonly ticks: readonly number[];
  /** Whether zero is on the scale. */
  readonly hasZero: boolean;
  /** Whether an amount is on the scale. */
  readonly holds: (amount: number) => boolean;
};

/** What a scale is made for. Values of durations have marks as clocks have them. */
type ScaleOptions = {
  readonly isCumulative: boolean;
  /** Of durations: how many seconds one is. */
  readonly secondsPerUnit?: number;
};

/**
 * The scale for `amounts` (at least one). It is linear, also from 1 to 10¹²: a sum is read by its height over zero, which a
 * logarithmic scale does not have. A cumulative metric begins at zero, and so do values that are far from one another or
 * all the same; others keep to their own range, where differences can be seen, above zero or below. References are on it unless they would make
 * the values less than half as high. Above the highest value there is room for its label.
 */
export const valueScale = (
  amounts: readonly number[],
  references: readonly number[],
  { isCumulative, secondsPerUnit }: ScaleOptions,
): ValueScale => {
  const grid = secondsPerUnit === undefined ? decimalGrid : durationGrid(secondsPerUnit);
  const power = powerOf(Math.max(...extentOf(amounts.map(Math.abs))));
  const reduced = (amount: number): number => amount / power / power;
  const { scale, ticks, hasZero, holds } = scaleOf(amounts.map(reduced), references.map(reduced), isCumulative, grid);
  return {
    scale: (amount) => scale(reduced(amount)),
    ticks:
      power === 1
        ? ticks
        : [...new Set(ticks.map((tick) => Number((tick * power * power).toPrecision(12))))].filter(Number.isFinite),
    hasZero,
    holds: (amount) => holds(reduced(amount)),
  };
};

/**
 * The square root of what amounts are divided by, so that no sum or difference of them is beyond what a number can be. One
 * for all that is ever counted. It is a root because the divisor itself may be too small to be divided by.
 */
const powerOf = (largest: number): number =>
  largest === 0 || (largest > 1e-100 && largest < 1e100) ? 1 : 10 ** Math.round(Math.log10(largest) / 2);

const scaleOf = (
  amounts: readonly number[],
  references: readonly number[],
  cumulative: boolean,
  grid: ValueGrid,
): ValueScale => {
  const [low, high] = extentOf(amounts);
  const fromZero = cumulative || !areClose(low, high);
  const [least, most] = fromZero ? [Math.min(0, low), Math.max(0, high)] : [low, high];
  const size = most - least || 1;
  const near = references
    .filter((one) => one >= least - size && one <= most + size)
    .map((one) => (Math.abs(one) < size * 1e-12 ? 0 : one));
  const [bottom, top] = extentOf([least, most, ...near]);
  const whole = [...amounts, ...near].every(Number.isInteger);
  const count = whole ? Math.min(5, Math.max(1, Math.ceil(top - bottom))) : 5;
  const nice = grid.nice([bottom, bottom === top ? bottom + 1 : top], count);
  const [start, end] = withRoom(nice, grid.ticks(nice, count), low, high);
  return {
    scale: scaleLinear([start, end], [100, 0]),
    ticks: grid.ticks([start, end], count),
    hasZero: start <= 0 && end >= 0,
    holds: (amount) => amount >= start && amount <= end,
  };
};

/** Whether values are on one side of zero, closer to one another than to it, and differ by more than the digits of a number show. */
const areClose = (low: number, high: number): boolean => {
  const [near, far] = low > 0 ? [low, high] : [-high, -low];
  return near > far / 2 && far - near > far * 1e-12;
};

/** A domain that goes one tick further where a value is closer to its end than a label is high; zero stays an end. */
const withRoom = ([start, end]: Domain, ticks: readonly number[], low: number, high: number): Domain => {
  const [first = start, second = end] = ticks;
  const close = (end - start) * 0.035;
  return [
    start !== 0 && low - start < close ? start - (second - first) : start,
    end !== 0 && end - high < close ? end + (second - first) : end,
  ];
};

const extentOf = (amounts: readonly number[]): readonly [number, number] =>
  amounts.reduce<readonly [number, number]>(
    ([low, high], one) => [Math.min(low, one), Math.max(high, one)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
