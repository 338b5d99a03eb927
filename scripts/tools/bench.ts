import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../../src/core/usage-error.ts';
import { root } from '../../src/io/settings.ts';
import { benchBuilds } from './bench/bench-builds.ts';
import { benchChecks } from './bench/bench-checks.ts';
import { type ArchiveSize, benchPublish } from './bench/bench-publish.ts';

export const help = `Measures how long checks, builds and publishes take, beside Hugo and Eleventy where they are installed.

npm run bench -- [checks|builds|publish] [--sizes <numbers>] [--events <numbers>] [--rounds <number>]

  checks, builds      one of them; both if nothing is said
  publish             from the push of an entry until its page is served
  --sizes <numbers>   how many entries the synthetic archives have: 100,1000,10000, or 10000,30000 for publish
  --events <numbers>  publish: how many events each of them has, 30,100 if nothing is said
  --rounds <number>   how often each is built, 3 if nothing is said; each is checked three times as often; how many
                      entries are pushed, 10 if nothing is said

  ELEVENTY=<file>     Eleventy's binary or cmd.cjs, where it is not on the PATH

Every generator makes the same pages of the same texts: one for each entry, the days in parts of 100, the timeline and
a feed of the newest 50. They are built in turns, from nothing, and checked once before that. What is printed is the
median, and the peak memory of the largest process as GNU time reports it ("–" where that is not installed). Checks are
processes of their own, so that the start of Node is part of what is measured.

A publish is measured on one machine: a clone pushes a commit with one entry into a bare repository, whose hooks check and
publish it, and a reader asks nginx, or Node where that is not installed, every 5 ms until the page is there. The caches are
warm. Between the last pushes Hugo makes all pages of the same texts again, over its earlier ones, which is fastest; of the
first archive it makes them also from nothing, as Recapsule does in a publish to a new site.`;

/**
 * Measures everything that is there, and prints Markdown tables. Gives 0, or 130 where it was interrupted. Throws where
 * something fails or lacks pages.
 */
export const run = async (args: readonly string[]): Promise<number> => {
  const { what, sizes, rounds, archives } = optionsOf(args);
  const stop = new AbortController();
  const abort = () => stop.abort();
  process.once('SIGINT', abort).once('SIGTERM', abort);
  // Inside the project, so that no generator has to carry its pages to another disk.
  await mkdir(join(root, '.astro'), { recursive: true });
  const folder = await mkdtemp(join(root, '.astro', 'bench-'));
  try {
    const bench = { folder, signal: stop.signal };
    const reports: string[] = [];
    if (what === 'publish') reports.push(await benchPublish(archives, rounds ?? 10, bench));
    if (what === undefined || what === 'checks') reports.push(await benchChecks(sizes, rounds ?? 3, bench));
    if (what === undefined || what === 'builds') reports.push(await benchBuilds(sizes, rounds ?? 3, bench));
    console.log(reports.join('\n\n'));
  } catch (fault) {
    if (!stop.signal.aborted) throw fault;
    console.error('The benchmark was stopped.');
    return 130;
  } finally {
    process.off('SIGINT', abort).off('SIGTERM', abort);
    // What a hook has started may still write there for a moment.
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return 0;
};

const kinds = ['checks', 'builds', 'publish'] as const;

type Options = {
  readonly what: (typeof kinds)[number] | undefined;
  readonly sizes: readonly number[];
  readonly archives: readonly ArchiveSize[];
  readonly rounds: number | undefined;
};

const optionsOf = (args: readonly string[]): Options => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      sizes: { type: 'string' },
      events: { type: 'string' },
      rounds: { type: 'string' },
    },
  });
  const [name, ...more] = positionals;
  const what = kinds.find((kind) => kind === name);
  const unexpected = name !== undefined && what === undefined ? name : more[0];
  if (unexpected !== undefined)
    throw new UsageError(`Unexpected "${unexpected}", expected one of ${kinds.join(', ')}, or nothing.`);
  if (values.events !== undefined && what !== 'publish')
    throw new UsageError('Unexpected --events: only "npm run bench -- publish" counts events.');
  const defaults = what === 'publish' ? '10000,30000' : '100,1000,10000';
  const sizes = numbers('--sizes', values.sizes ?? defaults);
  const [rounds] = values.rounds === undefined ? [] : [positive('--rounds', values.rounds)];
  const archives = what === 'publish' ? archivesOf(sizes, values.events ?? '30,100') : [];
  return { what, sizes, rounds, archives };
};

const archivesOf = (sizes: readonly number[], text: string): ArchiveSize[] => {
  const events = numbers('--events', text);
  return sizes.map((size, index) => {
    const count = events[index];
    if (count === undefined || events.length !== sizes.length || count > size)
      throw new UsageError('Unexpected --events, expected a number for each of --sizes, and none above it.');
    return { events: count, size };
  });
};

const numbers = (option: string, text: string): number[] => text.split(',').map((one) => positive(option, one));

const positive = (option: string, text: string): number => {
  if (/^[1-9]\d{0,5}$/.test(text.trim())) return Number(text);
  throw new UsageError(`Unexpected "${text}" in ${option}, expected a whole number from 1 to 999999.`);
};
