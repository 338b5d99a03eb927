import { join } from 'node:path';
import { syntheticEvent } from './content.ts';
import { type Measurement, measure } from './measure.ts';
import type { Bench } from './measure-size.ts';
import { call, plain, recapsule, recapsuleTexts } from './recapsule.ts';
import { type BenchResult, median } from './table.ts';

/** A check has to answer within so many seconds: of a whole archive of 1,000 entries, and of one file among 10,000. */
const target = 1;

/** What is checked: everything, or the newest entry alone. */
const kinds = ['everything', 'one file'] as const;

/**
 * Lets `recapsule check` run on an event of `size` entries, `rounds` times, each in a process of its own, so that the
 * start of Node is part of it. Rejects where a check fails.
 */
export const measureChecks = async (
  size: number,
  rounds: number,
  bench: Omit<Bench, 'generators'>,
): Promise<BenchResult[]> => {
  const event = syntheticEvent(size);
  const source = join(bench.folder, `check-${size}`);
  await recapsule.prepare([event], source);
  const newest = recapsuleTexts([event]).at(-1)?.[0] ?? 'site.yml';
  const measured: Record<(typeof kinds)[number], Measurement[]> = { everything: [], 'one file': [] };
  // The first run fills the compile cache and the disk's.
  for (let round = 0; round <= rounds; round += 1) {
    for (const kind of kinds) {
      const files = kind === 'one file' ? [join(source, newest)] : [];
      const command = { ...call(['check', ...files]), environment: { ...plain, CONTENT_DIR: source } };
      const measurement = await measure(command, join(bench.folder, 'memory'), bench.signal);
      if (round > 0) measured[kind].push(measurement);
    }
  }
  return kinds.map((name) => ({ size, name, measurements: measured[name] }));
};

/** The checks as a Markdown table: median, slowest, and peak memory; and whether the target is met where there is one. */
export const checksTable = (results: readonly BenchResult[]): string => {
  const rows = results.map(({ size, name, measurements }) => {
    const seconds = measurements.map((one) => one.seconds);
    const peaks = measurements.flatMap(({ peak }) => peak ?? []);
    const memory = peaks.length > 0 ? `${Math.round(median(peaks) / 2 ** 20)} MB` : '–';
    const aimed = (size === 1000 && name === 'everything') || (size === 10000 && name === 'one file');
    const verdict = aimed ? `below ${target} s: ${median(seconds) < target ? 'met' : 'missed'}` : '';
    return [
      size.toLocaleString('en'),
      name,
      `${median(seconds).toFixed(2)} s`,
      `${Math.max(...seconds).toFixed(2)} s`,
      memory,
      verdict,
    ];
  });
  const lines = [
    ['Entries', 'Checked', 'Median', 'Slowest', 'Peak memory', 'Aim'],
    ['--:', ':--', '--:', '--:', '--:', ':--'],
    ...rows,
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
};
