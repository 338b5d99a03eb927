import { checksTable, measureChecks } from './measure-checks.ts';
import type { Bench } from './measure-size.ts';
import type { BenchResult } from './table.ts';

/** Measures checks of archives of these sizes, and gives what was found as Markdown. */
export const benchChecks = async (
  sizes: readonly number[],
  rounds: number,
  bench: Omit<Bench, 'generators'>,
): Promise<string> => {
  const results: BenchResult[] = [];
  for (const size of sizes) results.push(...(await measureChecks(size, 3 * rounds, bench)));
  return checksTable(results);
};
