import type { Metric } from '../core/archive.ts';
import { durationForm } from '../core/durations.ts';
import { doubtfulReadings, meantFigures } from '../core/fix-figure.ts';
import { UsageError } from '../core/usage-error.ts';

/** The field `milestone` of an entry. */
type WrittenMilestone =
  | true
  | {
      readonly metric: string;
      readonly value?: number | string | Readonly<Record<string, number | string>>;
      readonly surpasses?: readonly string[];
    };

/**
 * Reads `--milestone`: nothing, a metric, or a metric with its value: `gmv=10e9`, `gmv=10e9USD`, or in several units
 * `gmv=10e9USD+69.9e9CNY`, or a duration, `lap=1:21.900`. `surpasses` names references. Throws `UsageError` for anything else,
 * and where a number of one of the `metrics` can mean two, with both.
 */
export const readMilestone = (
  text: string | undefined,
  surpasses: readonly string[],
  metrics: ReadonlyMap<string, Metric> = new Map(),
): WrittenMilestone | undefined => {
  const [metric = '', ...values] = (text ?? '').split('=');
  if (metric.trim() === '') {
    if (values.length > 0) throw unreadable(text ?? '');
    if (surpasses.length > 0)
      throw new UsageError('--surpasses names references of a metric: say which with --milestone <metric>.');
    return text === undefined ? undefined : true;
  }
  const known = metrics.get(metric.trim());
  if (known) refuseDoubtful(values.join('=').trim(), known);
  const value = values.length === 0 ? undefined : readValue(values.join('='), text ?? '');
  return {
    metric: metric.trim(),
    ...(value !== undefined && { value }),
    ...(surpasses.length > 0 && { surpasses }),
  };
};

/** `1.000` is one to YAML and a thousand to many people, and `1,000` the other way round: which is meant is for them to say. */
const refuseDoubtful = (text: string, metric: Metric): void => {
  const all = [metric.unit, ...Object.keys(metric.rates)];
  const [, number = '', unit = ''] = form.exec(text) ?? [];
  const readings =
    number === '' || !['', ...all].includes(unit.trim())
      ? meantFigures(text, { main: metric.unit, all }).flatMap((meant) => asOption(meant) ?? [])
      : (doubtfulReadings(number, unit.trim() || metric.unit, metric) ?? []).map((one) => one + unit);
  if (readings.length === 0 || metric.format === 'duration') return;
  const forms = readings.map((one) => `${metric.slug}=${one}`);
  throw new UsageError(
    `Unexpected value ${text} of ${metric.unit}, expected digits in which a point begins decimals. Write ${forms.join(', or ')}${forms.length > 1 ? ' if that is what was meant' : ''}.`,
  );
};

/** A figure as YAML has it, such as `{USD: 1e9}`, in the form of the option. */
const asOption = (yaml: string): string | undefined => {
  const [, unit = '', number = yaml] = /^\{"?(.+?)"?: (.+)\}$/.exec(yaml) ?? [];
  return form.test(number + unit) ? number + unit : undefined;
};

const readValue = (text: string, whole: string): number | string | Record<string, number> => {
  if (durationForm.test(text.trim())) return text.trim();
  // The plus sign of 1e+9 is part of the number.
  const parts = text.split(/(?<![\d.]e)\+/i).map((part) => {
    const [, number, unit = ''] = form.exec(part.trim()) ?? [];
    if (number === undefined || !Number.isFinite(Number(number))) throw unreadable(whole);
    return { number: Number(number), unit: unit.trim() };
  });
  const [first] = parts;
  if (first && parts.length === 1 && first.unit === '') return first.number;
  const byUnit = new Map(parts.map(({ number, unit }) => [unit, number]));
  if (byUnit.has('') || byUnit.size < parts.length) throw unreadable(whole);
  return Object.fromEntries(byUnit);
};

const form = /^(-?(?:\d+(?:\.\d+)?|\.\d+)(?:e[-+]?\d+)?)(\s*[^\d\s.,:+=][^+=]*)?$/i;

const unreadable = (text: string): UsageError =>
  new UsageError(
    `Unexpected milestone "${text}", expected a metric and a number, such as gmv=10e9, gmv=10e9USD or gmv=10e9USD+69.9e9CNY.`,
  );
