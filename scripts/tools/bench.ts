import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../../src/core/usage-error.ts';
import { root } from '../../src/io/settings.ts';
import { benchBuilds } from './bench/bench-builds.ts';
import { benchPublish } from './bench/bench-publish.ts';
import { findEleventy } from './bench/eleventy.ts';
import { findHugo } from './bench/hugo.ts';
import { findRecapsule } from './bench/recapsule.ts';
import { machineOf, tableOf, tooSlow, withTable } from './bench/report.ts';
import type { Bench, BenchResult } from './bench/rounds.ts';

export const help = `Measures checks, builds and publishes, beside Hugo and Eleventy where they are installed.

npm run bench -- [--print] [--builds <entries>] [--publishes <events>x<entries>] [--rounds <number>]

  --print                what is found is printed alone, and not written into docs/performance.md
  --builds <entries>     only checks and builds of so many entries: 1000,10000 if nothing is said; printed alone
  --publishes <archives> only publishes of such archives: 30x10000,100x30000 if nothing is said; printed alone
  --rounds <number>      how many rounds count, 3 if nothing is said; three times as many entries are pushed

  ELEVENTY=<file>        Eleventy's binary or cmd.cjs, where it is not on the PATH
  RECAPSULE=<file>       another scripts/recapsule.mjs than that of the package that is packed for this

The exit code is 1 where a ratio is more than 1.5 times the one in docs/performance.md, or where too few rounds count: then
nothing is written. What is slower on purpose is written after its row has been removed there by hand.

Every generator makes the same pages of the same texts: one for each entry, the days in parts of 100, the timeline and
a feed of the newest 50; the others are followed by Pagefind, because Recapsule makes a search index, too. They are run in
turns. In each round a bare loop writes as many files of the same sizes; a round in which it takes more than 1.5 times as
long as in others, or less, is repeated. Cold builds have empty caches; all pages are made anew with another accent, from
the caches of the cold build. A publish is measured from the push of a commit with one entry into a bare repository on this
machine until its page is where the web server reads it.

Nothing is removed: for minutes after that, disks are slow. The folder is named at the end; remove it when nothing will be
measured for five minutes, and remove nothing large in the five minutes before. Nothing else should run meanwhile.`;

const document = join(root, 'docs/performance.md');

/**
 * Measures, prints what was found, and writes it where all of it was measured. Gives 0; 1 where a ratio has become too high or
 * the machine was too busy; 130 where it was interrupted. Throws where something fails or lacks pages.
 */
export const run = async (args: readonly string[]): Promise<number> => {
  const { builds, publishes, rounds, isWritten } = optionsOf(args);
  const stop = new AbortController();
  const abort = () => stop.abort();
  process.once('SIGINT', abort).once('SIGTERM', abort);
  const folder = await makeFolder();
  try {
    const bench: Bench = { folder, signal: stop.signal, rounds, ...(await findAll(folder, stop.signal)) };
    const results: BenchResult[] = [];
    for (const size of builds) results.push(...(await benchBuilds(size, bench)));
    for (const archive of publishes) results.push(...(await benchPublish(archive, bench)));
    return await report(results, machineOf(bench), isWritten);
  } catch (fault) {
    if (!stop.signal.aborted) throw fault;
    console.error('The benchmark was stopped.');
    return 130;
  } finally {
    process.off('SIGINT', abort).off('SIGTERM', abort);
    console.error(`What was made is in ${relative('.', folder)}: remove it when nothing is measured.`);
  }
};

/** Inside the project, so that no generator has to carry its pages to another disk, and the packed program finds its packages. */
const makeFolder = async (): Promise<string> => {
  const parent = join(root, '.astro');
  await mkdir(parent, { recursive: true });
  const earlier = (await readdir(parent)).filter((name) => name.startsWith('bench-')).length;
  if (earlier > 0)
    console.error(`.astro/ has ${earlier} folders of earlier runs, bench-*: remove them after this one.`);
  return mkdtemp(join(parent, 'bench-'));
};

const findAll = async (
  folder: string,
  signal: AbortSignal,
): Promise<Pick<Bench, 'recapsule' | 'hugo' | 'eleventy'>> => {
  const [hugo, eleventy] = [await findHugo(signal), await findEleventy(signal)];
  if (!hugo) console.error('Hugo is left out: there is no hugo on the PATH.');
  if (!eleventy) console.error('Eleventy is left out: there is no eleventy on the PATH, and ELEVENTY names none.');
  return { recapsule: await findRecapsule(folder, signal), hugo, eleventy };
};

const report = async (results: readonly BenchResult[], machine: string, isWritten: boolean): Promise<number> => {
  const table = `${machine}\n\n${tableOf(results)}`;
  console.log(table);
  const documented = await readFile(document, 'utf8');
  const slow = tooSlow(table, documented);
  const busy = results.filter(({ isQuiet }) => !isQuiet).map(({ archive, what }) => `${archive}, ${what}`);
  for (const line of slow) console.error(`Too slow: ${line}`);
  for (const line of busy) console.error(`Too few rounds count, because the machine was not quiet: ${line}`);
  if (slow.length + busy.length > 0) return 1;
  if (isWritten) await writeFile(document, withTable(documented, table));
  return 0;
};

const optionsOf = (args: readonly string[]) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      print: { type: 'boolean', default: false },
      builds: { type: 'string' },
      publishes: { type: 'string' },
      rounds: { type: 'string', default: '3' },
    },
  });
  const isWhole = values.builds === undefined && values.publishes === undefined;
  const builds = (values.builds ?? (isWhole ? '1000,10000' : '')).split(',').filter((one) => one !== '');
  const publishes = (values.publishes ?? (isWhole ? '30x10000,100x30000' : '')).split(',').filter((one) => one !== '');
  return {
    builds: builds.map((one) => positive('--builds', one)),
    publishes: publishes.map(archiveOf),
    rounds: positive('--rounds', values.rounds),
    isWritten: isWhole && !values.print,
  };
};

const archiveOf = (text: string): { readonly events: number; readonly size: number } => {
  const [events, size] = text.split('x').map((one) => positive('--publishes', one));
  if (events !== undefined && size !== undefined && events <= size) return { events, size };
  throw new UsageError(`Unexpected "${text}" in --publishes, expected events and entries, such as 30x10000.`);
};

const positive = (option: string, text: string): number => {
  if (/^[1-9]\d{0,5}$/.test(text.trim())) return Number(text);
  throw new UsageError(`Unexpected "${text}" in ${option}, expected a whole number from 1 to 999999.`);
};
