import { durationForm } from '../../src/core/durations.ts';
import { UsageError } from '../usage-error.ts';

/** The field `milestone` of an entry. */
export type WrittenMilestone =
  | true
  | {
      readonly metric: string;
      readonly value?: number | string | Readonly<Record<string, number | string>>;
      readonly surpasses?: readonly string[];
    };

/**
 * Reads `--milestone`: nothing, a metric, or a metric with its value: `gmv=10e9`, `gmv=10e9USD`, or in several units
 * `gmv=10e9USD+69.9e9CNY`, or a duration, `lap=1:21.900`. `surpasses` names references. Throws `UsageError` for anything else.
 */
export const readMilestone = (text: string | undefined, surpasses: readonly string[]): WrittenMilestone | undefined => {
  const [metric = '', ...values] = (text ?? '').split('=');
  if (metric.trim() === '') {
    if (values.length > 0) throw unreadable(text ?? '');
    if (surpasses.length > 0)
      throw new UsageError('--surpasses names references of a metric: say which with --milestone <metric>.');
    return text === undefined ? undefined : true;
  }
  const value = values.length === 0 ? undefined : readValue(values.join('='), text ?? '');
  return {
    metric: metric.trim(),
    ...(value !== undefined && { value }),
    ...(surpasses.length > 0 && { surpasses }),
  };
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
