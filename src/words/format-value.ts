import type { Figure, Metric, WrittenDecimals } from '../core/archive.ts';
import { type DurationUnit, isDurationUnit, toSeconds } from '../core/durations.ts';
import { formatDuration, isTellable, speakDuration } from './format-duration.ts';
import { formatAmount } from './format-figure.ts';
import { formatTicks } from './format-ticks.ts';

/** What has values: a milestone, or a reference. */
export type Valued = { readonly value?: Figure; readonly decimals?: WrittenDecimals };

/** How a metric shows its values. */
export type ValueFormat = Pick<Metric, 'unit' | 'decimals' | 'format'>;

/**
 * The amounts of a value in words, one a unit, in the order in which they were written. Digits behind the point are as many
 * as its metric wants, or as were written, and never fewer than the number has.
 */
export const formatValue = (valued: Valued, metric: ValueFormat | undefined, language: string): readonly string[] =>
  Object.entries(valued.value ?? {}).map(([unit, amount]) => {
    const decimals = decimalsFor(valued, unit, metric);
    const seconds = secondsOf(amount, unit, metric);
    return seconds === undefined
      ? formatAmount(amount, unit, language, decimals)
      : formatDuration(seconds, decimals, language);
  });

/** The first amount of a value for those who hear it, where it is not read as it is written. */
export const speakValue = (valued: Valued, metric: ValueFormat | undefined, language: string): string | undefined => {
  const [[unit, amount] = []] = Object.entries(valued.value ?? {});
  const seconds = unit === undefined || amount === undefined ? undefined : secondsOf(amount, unit, metric);
  return seconds === undefined ? undefined : speakDuration(seconds, decimalsFor(valued, unit ?? '', metric), language);
};

/** The labels of an axis, all with as many digits as the one that has most where they are durations. */
export const formatAxis = (ticks: readonly number[], metric: ValueFormat, language: string): readonly string[] => {
  const exact = ticks.map((tick) => secondsOf(tick, metric.unit, metric));
  if (!exact.every((one) => one !== undefined)) return formatTicks(ticks, metric.unit, language);
  // Of minutes and hours a second is no decimal fraction.
  const seconds = exact.map((one) => Number(one.toPrecision(10)));
  const decimals = Math.max(0, ...seconds.map((one) => `${one}`.split('.')[1]?.length ?? 0));
  return seconds.map((one) => formatDuration(one, decimals, language));
};

/** The unit of a metric whose values are shown as durations. */
export const durationUnitOf = ({ unit, format }: ValueFormat): DurationUnit | undefined =>
  format === 'duration' && isDurationUnit(unit) ? unit : undefined;

const decimalsFor = ({ decimals = {} }: Valued, unit: string, metric: ValueFormat | undefined): number =>
  Math.max(unit === metric?.unit ? metric.decimals : 0, Object.hasOwn(decimals, unit) ? (decimals[unit] ?? 0) : 0);

const secondsOf = (amount: number, unit: string, metric: ValueFormat | undefined): number | undefined => {
  const shown = metric && durationUnitOf(metric);
  const seconds = shown === undefined || unit !== shown ? undefined : toSeconds(amount, shown);
  return seconds !== undefined && isTellable(seconds) ? seconds : undefined;
};
