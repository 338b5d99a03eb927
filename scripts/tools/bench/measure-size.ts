import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkPages } from './check-pages.ts';
import { type SyntheticArchive, syntheticEvent } from './content.ts';
import type { Generator } from './generator.ts';
import { type Measurement, measure } from './measure.ts';
import type { BenchResult } from './table.ts';

/** Who is measured, the folder for everything that comes and goes meanwhile, and what stops it early. */
export type Bench = {
  readonly generators: readonly Generator[];
  readonly folder: string;
  readonly signal: AbortSignal;
};

/**
 * Lets every generator build an event of `size` entries: once to check its pages, then `rounds` times in turns, so that
 * what else the machine does meets all of them alike. Rejects where a build fails or lacks pages.
 */
export const measureSize = async (size: number, rounds: number, bench: Bench): Promise<BenchResult[]> => {
  const archive = [syntheticEvent(size)];
  for (const generator of bench.generators) {
    await generator.prepare(archive, sourceOf(generator, size, bench));
    await buildOnce(generator, sourceOf(generator, size, bench), bench, archive);
  }
  const measured = new Map<string, Measurement[]>();
  for (let round = 1; round <= rounds; round += 1) {
    for (const generator of bench.generators) {
      const measurement = await buildOnce(generator, sourceOf(generator, size, bench), bench);
      measured.set(generator.name, [...(measured.get(generator.name) ?? []), measurement]);
      console.error(`${size} entries, round ${round}: ${generator.name} ${measurement.seconds.toFixed(2)} s`);
    }
  }
  return [...measured].map(([name, measurements]) => ({ size, name, measurements }));
};

/** Builds from nothing, and leaves nothing. Rejects where the site lacks pages of `expected`. */
export const buildOnce = async (
  generator: Generator,
  source: string,
  { folder, signal }: Omit<Bench, 'generators'>,
  expected?: SyntheticArchive,
): Promise<Measurement> => {
  const site = join(folder, 'site');
  try {
    const measurement = await measure(generator.build(source, site), join(folder, 'memory'), signal);
    if (expected) await checkPages(generator.name, site, expected);
    return measurement;
  } finally {
    await rm(site, { recursive: true, force: true });
    await generator.forget?.(site);
  }
};

const sourceOf = ({ name }: Generator, size: number, { folder }: Bench): string => join(folder, `${name}-${size}`);
