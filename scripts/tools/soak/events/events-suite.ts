import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../../../src/io/settings.ts';
import fc from '../../../testing/fast-check.ts';
import type { WholeEventFiles } from '../../../testing/whole-event-files.ts';
import { wholeEvents } from '../../../testing/whole-events.ts';
import { judgeRun } from '../judge-run.ts';
import { runWatched } from '../run-watched.ts';
import type { CaseResult, How, Suite } from '../suite.ts';
import { judgePages } from './judge-pages.ts';

/** Any event whose content is right, from the content to the built pages. */
export const eventsSuite: Suite = {
  name: 'events',
  about: 'whole events made by chance are built: any metric, value, time, zone, language and length',
  runs: 500,
  caseOf: (number, seed) => ({
    name: `an event made by chance (${number})`,
    run: (folder, how) => runOne(eventOf(seed * 1_000_000 + number), folder, how),
  }),
};

const eventOf = (seed: number): WholeEventFiles => fc.sample(wholeEvents(), { seed, numRuns: 1 })[0] ?? {};

const site = 'title: Soak\ndescription: What a soak builds\nurl: https://soak.recaps.test\nlanguage: en\n';

/** A build draws cards and makes an index, and the first of all compiles the templates. */
const limits = { seconds: 60, memory: 2 ** 30 } as const;

const runOne = async (files: WholeEventFiles, folder: string, { signal }: How): Promise<CaseResult> => {
  const content = join(folder, 'content');
  await mkdir(join(content, 'event'), { recursive: true });
  await writeFile(join(content, 'site.yml'), site);
  for (const [path, text] of Object.entries(files)) await writeFile(join(content, 'event', path), text);
  const args = [join(root, 'scripts/recapsule.mjs'), 'build', '--outDir', join(folder, 'dist')];
  const environment = { CONTENT_DIR: content, CACHE_DIR: join(folder, 'cache'), NO_COLOR: '1' };
  const run = await runWatched({ args, folder, environment }, { limits, signal });
  const faults = judgeRun(run, limits);
  if (run.code === 1) faults.push('It refuses an event whose content is right.');
  return {
    outcome: run.code === 0 ? 'built' : 'not built',
    seconds: run.seconds,
    peak: run.peak,
    faults: run.code === 0 ? [...faults, ...judgePages(join(folder, 'dist'))] : faults,
    said: `${run.stdout}\n${run.stderr}`,
  };
};
