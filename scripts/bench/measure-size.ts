import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkPages } from './check-pages.ts';
import { type SyntheticEvent, syntheticEvent } from './content.ts';
import type { Generator } from './generator.ts';
import { type Measurement, measure } from './measure.ts';
import type { Result } from './table.ts';

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
export const measureSize = async (size: number, rounds: number, bench: Bench): Promise<Result[]> => {
  const event = syntheticEvent(size);
  for (const generator of bench.generators) {
    await generator.prepare(event, sourceOf(generator, event, bench));
    await buildOnce(generator, event, bench, (site) => checkPages(generator.name, site, event));
  }
  const measured = new Map<string, Measurement[]>();
  for (let round = 1; round <= rounds; round += 1) {
    for (const generator of bench.generators) {
      const measurement = await buildOnce(generator, event, bench);
      measured.set(generator.name, [...(measured.get(generator.name) ?? []), measurement]);
      console.error(`${size} entries, round ${round}: ${generator.name} ${measurement.seconds.toFixed(2)} s`);
    }
  }
  return [...measured].map(([name, measurements]) => ({ size, name, measurements }));
};

/** Builds from nothing, and leaves nothing. */
const buildOnce = async (
  generator: Generator,
  event: SyntheticEvent,
  bench: Bench,
  check?: (site: string) => Promise<void>,
): Promise<Measurement> => {
  const site = join(bench.folder, 'site');
  const command = generator.build(sourceOf(generator, event, bench), site);
  const measurement = await measure(command, join(bench.folder, 'memory'), bench.signal);
  await check?.(site);
  await rm(site, { recursive: true });
  return measurement;
};

const sourceOf = ({ name }: Generator, { entries }: SyntheticEvent, { folder }: Bench): string =>
  join(folder, `${name}-${entries.length}`);
