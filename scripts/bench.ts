import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findEleventy } from './bench/eleventy.ts';
import type { Generator } from './bench/generator.ts';
import { findHugo } from './bench/hugo.ts';
import { canMeasureMemory } from './bench/measure.ts';
import { checksTable, measureChecks } from './bench/measure-checks.ts';
import { type Bench, measureSize } from './bench/measure-size.ts';
import { recapsule } from './bench/recapsule.ts';
import { type Result, ratioOf, tableOf } from './bench/table.ts';
import { root } from './settings.ts';
import { UsageError } from './usage-error.ts';

export const help = `Measures how long checks take, and builds beside Hugo and Eleventy where they are installed.

recapsule bench [--sizes <numbers>] [--rounds <number>] [--only <what>]

  --sizes <numbers>   how many entries the synthetic events have, 100,1000,10000 if nothing is said
  --rounds <number>   how often each is built, 3 if nothing is said; each is checked three times as often
  --only <what>       checks, or builds

  ELEVENTY=<file>     Eleventy's binary or cmd.cjs, where it is not on the PATH

Every generator makes the same pages of the same texts: one for each entry, the days in parts of 100, the timeline and
a feed of the newest 50. They are built in turns, from nothing, and checked once before that. What is printed is the
median, and the peak memory of the largest process as GNU time reports it ("–" where that is not installed). Checks are
processes of their own, so that the start of Node is part of what is measured.`;

/** At 1,000 entries Recapsule may take so many times as long as Eleventy. */
const target = { size: 1000, name: 'Eleventy', ratio: 2.5 } as const;

/**
 * Measures everything that is there, and prints a Markdown table. Gives 0, or 130 where it was interrupted. Throws where
 * a generator fails or lacks pages.
 */
export const run = async (args: readonly string[]): Promise<number> => {
  const { sizes, rounds, only } = optionsOf(args);
  const stop = new AbortController();
  const abort = () => stop.abort();
  process.once('SIGINT', abort).once('SIGTERM', abort);
  // Inside the project, so that no generator has to carry its pages to another disk.
  await mkdir(join(root, '.astro'), { recursive: true });
  const folder = await mkdtemp(join(root, '.astro', 'bench-'));
  try {
    const { signal } = stop;
    if (only !== 'builds') console.log(`${await checksOf(sizes, rounds, { folder, signal })}\n`);
    if (only !== 'checks') {
      const generators = await findGenerators(signal);
      const results: Result[] = [];
      for (const size of sizes) results.push(...(await measureSize(size, rounds, { generators, folder, signal })));
      console.log([tableOf(results, recapsule.name), machineOf(generators), ...verdictOn(results)].join('\n\n'));
    }
  } catch (fault) {
    if (!stop.signal.aborted) throw fault;
    console.error('The benchmark was stopped.');
    return 130;
  } finally {
    process.off('SIGINT', abort).off('SIGTERM', abort);
    await rm(folder, { recursive: true, force: true });
  }
  return 0;
};

const checksOf = async (
  sizes: readonly number[],
  rounds: number,
  bench: Omit<Bench, 'generators'>,
): Promise<string> => {
  const results: Result[] = [];
  for (const size of sizes) results.push(...(await measureChecks(size, 3 * rounds, bench)));
  return checksTable(results);
};

const optionsOf = (args: readonly string[]): { sizes: number[]; rounds: number; only: string | undefined } => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string', default: '100,1000,10000' },
      rounds: { type: 'string', default: '3' },
      only: { type: 'string' },
    },
  });
  if (values.only !== undefined && !/^(?:checks|builds)$/.test(values.only)) {
    throw new UsageError(`Unexpected "${values.only}" in --only, expected checks or builds.`);
  }
  return {
    sizes: values.sizes.split(',').map((size) => positive('--sizes', size)),
    rounds: positive('--rounds', values.rounds),
    only: values.only,
  };
};

const positive = (option: string, text: string): number => {
  if (/^[1-9]\d{0,5}$/.test(text.trim())) return Number(text);
  throw new UsageError(`Unexpected "${text}" in ${option}, expected a whole number from 1 to 999999.`);
};

const findGenerators = async (signal: AbortSignal): Promise<Generator[]> => {
  const [hugo, eleventy] = [await findHugo(signal), await findEleventy(signal)];
  if (!hugo) console.error('Hugo is left out: there is no hugo on the PATH.');
  if (!eleventy) console.error('Eleventy is left out: there is no eleventy on the PATH, and ELEVENTY names none.');
  if (!(await canMeasureMemory())) console.error('Memory is left out: there is no GNU time at /usr/bin/time.');
  return [recapsule, ...(hugo ? [hugo] : []), ...(eleventy ? [eleventy] : [])];
};

const machineOf = (generators: readonly Generator[]): string => {
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'of an unknown kind'})`;
  const versions = generators.flatMap(({ name, version }) => (version === undefined ? [] : [`${name} ${version}`]));
  return `Measured on ${[machine, `Node ${process.versions.node}`, ...versions].join(', ')}.`;
};

const verdictOn = (results: readonly Result[]): string[] => {
  const [own, other] = [recapsule.name, target.name].map((wanted) =>
    results.find(({ size, name }) => size === target.size && name === wanted),
  );
  if (!own || !other) return [];
  const ratio = ratioOf(own, other);
  const verdict = ratio <= target.ratio ? 'met' : 'missed';
  return [
    `The target, at most ${target.ratio} × ${target.name} at 1,000 entries, is ${verdict}: ${ratio.toFixed(2)} ×.`,
  ];
};
