import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../../src/io/settings.ts';
import { checkPages } from './check-pages.ts';
import { type SyntheticEvent, syntheticEvent } from './content.ts';
import { type Generator, writeTexts } from './generator.ts';
import { type MeasuredCommand, type Measurement, measure, opensOf } from './measure.ts';
import { recapsuleTexts, siteSettings } from './recapsule.ts';
import { type Bench, type BenchResult, bareLoop, fileSizes, measureRounds, writeAsMany } from './rounds.ts';

/** Measures checks and builds of one event of so many entries, beside builds of others. */
export const benchBuilds = async (size: number, bench: Bench): Promise<BenchResult[]> => {
  const label = size.toLocaleString('en');
  const stand = await prepare(syntheticEvent(size), bench);
  const builds = await measureRounds(label, bench.rounds, (number) => buildRound(stand, number));
  const cold = [await fileSizes(stand.at('cold-1')), await fileSizes(stand.at('cache-1'))].flat();
  const again = await measureRounds(label, bench.rounds, (number) => warmRound(stand, number));
  const opens = await opensOf(stand.build('anew-1', 'cache-1'), stand.at('opens'), bench.signal);
  const perEntry = { archive: label, measurements: [], isQuiet: true };
  return [
    ...builds,
    ...again,
    { ...perEntry, what: 'files written beside the page', perEntry: (cold.length - size) / size },
    ...(opens === undefined ? [] : [{ ...perEntry, what: 'files opened, nothing changed', perEntry: opens / size }]),
  ];
};

/** An event that is written for all generators, and what is run with it. */
type BuildStand = {
  readonly event: SyntheticEvent;
  readonly others: readonly Generator[];
  /** The path of what is written under a name. */
  readonly at: (name: string) => string;
  readonly run: (command: MeasuredCommand) => Promise<Measurement>;
  readonly build: (output: string, cache: string) => MeasuredCommand;
  readonly check: (args: readonly string[]) => MeasuredCommand;
};

const prepare = async (event: SyntheticEvent, bench: Bench): Promise<BuildStand> => {
  const at: BuildStand['at'] = (name) => join(bench.folder, `${event.entries.length}-${name}`);
  const others = [bench.hugo, bench.eleventy].filter((one) => one !== undefined);
  await writeTexts(at('content'), recapsuleTexts([event]));
  for (const { name, prepare } of others) await prepare([event], at(name));
  const environment = (cache: string) => ({ CONTENT_DIR: at('content'), CACHE_DIR: at(cache) });
  return {
    event,
    others,
    at,
    run: (command) => measure(command, at('memory'), bench.signal),
    build: (output, cache) => bench.recapsule(['build', '--outDir', at(output)], environment(cache)),
    check: (args) => bench.recapsule(args, environment('cache-1')),
  };
};

/** Each build has a folder of its own, and all pages are made anew from the caches of the cold build. */
const buildRound = async ({ event, others, at, run, build }: BuildStand, number: number) => {
  const took = new Map<string, Measurement>();
  const settings = join(at('content'), 'site.yml');
  await writeFile(settings, siteSettings());
  took.set('build, cold', await run(build(`cold-${number}`, `cache-${number}`)));
  if (number === 1) await checkPages('Recapsule', at('cold-1'), [event]);
  await writeFile(settings, siteSettings('#a32d18'));
  took.set('build, all pages anew', await run(build(`anew-${number}`, `cache-${number}`)));
  for (const { name, build: buildOther } of others) {
    const output = at(`${name}-${number}`);
    const alone = await run(buildOther(at(name), output));
    if (number === 1) await checkPages(name, output, [event]);
    took.set(name, alone).set(`${name} and Pagefind`, together(alone, await run(pagefind(output))));
  }
  const loop = await writeAsMany(await fileSizes(at('cold-1')), at(`loop-${number}`));
  took.set(bareLoop, { seconds: loop, peak: undefined });
  return { loop, took };
};

/** Checks and builds of what has not changed since the last round of builds. */
const warmRound = async ({ event, at, run, build, check }: BuildStand, number: number) => {
  const newest = recapsuleTexts([event]).at(-1)?.[0] ?? '';
  const took = new Map([
    ['build, nothing changed', await run(build('anew-1', 'cache-1'))],
    ['check of everything', await run(check(['check']))],
    ['check of one file', await run(check(['check', join(at('content'), newest)]))],
    ['--help', await run(check(['--help']))],
  ]);
  return { took, loop: await writeAsMany(await fileSizes(at('cold-1')), at(`warm-loop-${number}`)) };
};

/** What Pagefind's package runs as `pagefind`, on the pages of a site. */
const pagefind = (site: string): MeasuredCommand => ({
  file: process.execPath,
  args: [join(root, 'node_modules/pagefind/lib/runner/bin.cjs'), '--quiet', '--site', site],
});

const together = (one: Measurement, other: Measurement): Measurement => ({
  seconds: one.seconds + other.seconds,
  peak: one.peak === undefined || other.peak === undefined ? undefined : Math.max(one.peak, other.peak),
});
