import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Generator } from './generator.ts';
import type { Measurement } from './measure.ts';
import type { Recapsule } from './recapsule.ts';

/** Who is measured, how many rounds have to count, the folder for all that is written, and what stops it early. */
export type Bench = {
  readonly recapsule: Recapsule;
  readonly hugo: Generator | undefined;
  readonly eleventy: Generator | undefined;
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly rounds: number;
};

/** What was measured of an archive, in the rounds that count; or how many there are of something for each entry. */
export type BenchResult = {
  readonly archive: string;
  readonly what: string;
  readonly measurements: readonly Measurement[];
  readonly perEntry?: number;
  /** Whether as many rounds count as were asked for. */
  readonly isQuiet: boolean;
};

/** What one round has measured, by its names, and how many seconds the bare loop took in it. */
type Round = { readonly loop: number; readonly took: ReadonlyMap<string, Measurement> };

/** So many times as long or as short as in the median of rounds may the bare loop of a round take, for the round to count. */
const tolerance = 1.5;

/** The rounds that count. */
export const validRounds = <One extends Pick<Round, 'loop'>>(rounds: readonly One[]): One[] => {
  const middle = rounds.length > 0 ? median(rounds.map(({ loop }) => loop)) : 0;
  return rounds.filter(({ loop }) => loop <= middle * tolerance && loop >= middle / tolerance);
};

/** Measures an archive until so many rounds count, or twice as many have been made and one. */
export const measureRounds = async (
  archive: string,
  count: number,
  round: (number: number) => Promise<Round>,
): Promise<BenchResult[]> => {
  const rounds: Round[] = [];
  while (validRounds(rounds).length < count && rounds.length <= 2 * count) {
    const one = await round(rounds.length + 1);
    rounds.push(one);
    const times = [...one.took].map(([what, { seconds }]) => `${what} ${seconds.toFixed(3)}`);
    console.error(`${archive}, round ${rounds.length}: ${times.join(', ')}; the bare loop ${one.loop.toFixed(3)} s`);
  }
  const valid = validRounds(rounds);
  const names = new Set(valid.flatMap(({ took }) => [...took.keys()]));
  return [...names].map((what) => ({
    archive,
    what,
    measurements: valid.flatMap(({ took }) => took.get(what) ?? []),
    isQuiet: valid.length >= count,
  }));
};

/** The files of a folder by their paths, with their sizes in bytes. */
export type FileSizes = readonly (readonly [path: string, size: number])[];

export const fileSizes = async (folder: string): Promise<FileSizes> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(paths.map(async (path) => [relative(folder, path), (await stat(path)).size] as const));
};

/** The row of the bare loop. */
export const bareLoop = 'a bare loop that writes as many files';

/** The bare loop: writes files of such sizes into a folder of its own, and gives how many seconds that took. */
export const writeAsMany = async (files: FileSizes, folder: string): Promise<number> => {
  const bytes = Buffer.alloc(Math.max(0, ...files.map(([, size]) => size)), 'x');
  await mkdir(folder, { recursive: true });
  const started = performance.now();
  const made = new Set<string>();
  for (const [path, size] of files) {
    const parent = dirname(path);
    if (!made.has(parent)) mkdirSync(join(folder, parent), { recursive: true });
    made.add(parent);
    writeFileSync(join(folder, path), bytes.subarray(0, size));
  }
  return (performance.now() - started) / 1000;
};

/** The middle of some numbers, or between the two in the middle. Throws `RangeError` where there is none. */
export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError('There is no median of nothing.');
  return (lower + upper) / 2;
};
