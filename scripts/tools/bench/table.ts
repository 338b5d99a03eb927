import type { Measurement } from './measure.ts';

/** What was measured of one generator at one size. */
export type BenchResult = {
  readonly size: number;
  readonly name: string;
  readonly measurements: readonly Measurement[];
};

/** The middle of some numbers, or between the two in the middle. Throws `RangeError` where there is none. */
export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError('There is no median of nothing.');
  return (lower + upper) / 2;
};

/** The seconds that stand for a result. */
const secondsOf = ({ measurements }: BenchResult): number => median(measurements.map(({ seconds }) => seconds));

/**
 * Results as a Markdown table: median time in seconds, how many times as long `subject` took, and the median of the
 * peaks of memory in units of 2²⁰ bytes, "–" where it was not measured.
 */
export const tableOf = (results: readonly BenchResult[], subject: string): string => {
  const rows = results.map((result) => {
    const compared = results.find(({ size, name }) => size === result.size && name === subject);
    return [
      result.size.toLocaleString('en'),
      result.name,
      `${secondsOf(result).toFixed(2)} s`,
      result === compared || !compared ? '' : `${ratioOf(compared, result).toFixed(1)} ×`,
      peakOf(result),
    ];
  });
  const lines = [['Entries', 'Generator', 'Time', `${subject} takes`, 'Peak memory'], alignment, ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
};

const alignment = ['--:', ':--', '--:', '--:', '--:'];

/** How many times as long the first took as the second. */
export const ratioOf = (one: BenchResult, other: BenchResult): number => secondsOf(one) / secondsOf(other);

const peakOf = ({ measurements }: BenchResult): string => {
  const peaks = measurements.flatMap(({ peak }) => (peak === undefined ? [] : [peak]));
  return peaks.length === 0 ? '–' : `${Math.round(median(peaks) / 2 ** 20)} MB`;
};
