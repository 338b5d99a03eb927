import { type Aim, aimsTable, atMost } from './aims.ts';
import { findEleventy } from './eleventy.ts';
import type { Generator } from './generator.ts';
import { findHugo } from './hugo.ts';
import { machineOf } from './machine.ts';
import { canMeasureMemory } from './measure.ts';
import { type Bench, measureSize } from './measure-size.ts';
import { recapsule } from './recapsule.ts';
import { type BenchResult, ratioOf, tableOf } from './table.ts';

/** Measures builds of events of these sizes by every generator there is, and gives what was found as Markdown. */
export const benchBuilds = async (
  sizes: readonly number[],
  rounds: number,
  bench: Omit<Bench, 'generators'>,
): Promise<string> => {
  const generators = await findGenerators(bench.signal);
  const results: BenchResult[] = [];
  for (const size of sizes) results.push(...(await measureSize(size, rounds, { ...bench, generators })));
  const aims = aimsOf(results);
  return [tableOf(results, recapsule.name), machineOf(generators), ...(aims.length > 0 ? [aimsTable(aims)] : [])].join(
    '\n\n',
  );
};

const findGenerators = async (signal: AbortSignal): Promise<Generator[]> => {
  const [hugo, eleventy] = [await findHugo(signal), await findEleventy(signal)];
  if (!hugo) console.error('Hugo is left out: there is no hugo on the PATH.');
  if (!eleventy) console.error('Eleventy is left out: there is no eleventy on the PATH, and ELEVENTY names none.');
  if (!(await canMeasureMemory())) console.error('Memory is left out: there is no GNU time at /usr/bin/time.');
  return [recapsule, ...(hugo ? [hugo] : []), ...(eleventy ? [eleventy] : [])];
};

/** At 1,000 entries and more Recapsule may take so many times as long as Eleventy, and at 10,000 so much memory. */
const most = { timesEleventy: 2.5, peak: 1.2e9 } as const;

const aimsOf = (results: readonly BenchResult[]): Aim[] =>
  results
    .filter(({ name, size }) => name === recapsule.name && size >= 1000)
    .flatMap((own) => {
      const what = `A cold build of ${own.size.toLocaleString('en')} entries`;
      const eleventy = results.find(({ name, size }) => name === 'Eleventy' && size === own.size);
      const peaks = own.measurements.flatMap(({ peak }) => peak ?? []);
      return [
        ...(eleventy
          ? [atMost(`${what}, as many times as long as Eleventy`, ratioOf(own, eleventy), most.timesEleventy, '×')]
          : []),
        ...(own.size === 10_000 && peaks.length > 0
          ? [atMost(`${what}, memory`, Math.max(...peaks) / 1e9, most.peak / 1e9, 'GB')]
          : []),
      ];
    });
