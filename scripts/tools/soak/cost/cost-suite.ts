import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from '../../../../src/io/settings.ts';
import { judgeRun } from '../judge-run.ts';
import { runWatched, type Watched } from '../run-watched.ts';
import type { CaseResult, How, Suite } from '../suite.ts';
import type { CostlyFile } from './costly-file.ts';
import { costlyFileOf } from './costly-files.ts';

/** What one file may add to a check, beside what a check of nothing takes (about 0.3 s and 85 MB): seconds of processor time, and bytes. */
const most = { seconds: 2, memory: 300 * 2 ** 20 } as const;

/** Entries that cost as much as somebody could make them, checked beside one that costs nothing. */
export const costSuite: Suite = {
  name: 'cost',
  about: 'checks entries made to keep the program busy, and the longest that people write',
  runs: 210,
  caseOf: (number, seed) => {
    const file = costlyFileOf(number, seed);
    return { name: file.name, run: (folder, how) => checkCostly(file, folder, how) };
  },
};

const checkCostly = async (file: CostlyFile, folder: string, how: How): Promise<CaseResult> => {
  const plain = await check(join(folder, 'plain'), { name: '' }, how);
  const costly = await check(join(folder, 'costly'), file, how);
  const seconds = (costly.processorSeconds ?? 0) - (plain.processorSeconds ?? 0);
  const memory = (costly.peak ?? 0) - (plain.peak ?? 0);
  const outcome = costly.code === 0 ? 'accepted' : 'refused';
  const faults = [
    ...judgeRun(costly, { seconds: how.limits.seconds * 10, memory: how.limits.memory }),
    ...(file.isAccepted && costly.code !== 0 ? ['It is refused, although people write such.'] : []),
    ...(seconds > most.seconds ? [`It adds ${seconds.toFixed(1)} s of processor time.`] : []),
    ...(memory > most.memory ? [`It adds ${Math.ceil(memory / 2 ** 20)} MB of memory.`] : []),
  ];
  return { outcome, seconds, peak: costly.peak, faults, said: costly.stdout + costly.stderr };
};

const check = async (folder: string, file: CostlyFile, how: How): Promise<Watched> => {
  for (const [path, bytes] of filesOf(file)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  if (file.stretched) await truncate(join(folder, file.stretched.path), file.stretched.bytes);
  const environment = { CONTENT_DIR: folder, CACHE_DIR: join(folder, '.cache'), NO_COLOR: '1' };
  const limits = { ...how.limits, seconds: how.limits.seconds * 10 };
  return runWatched({ args: [join(root, 'scripts/recapsule.mjs'), 'check'], folder, environment }, { ...how, limits });
};

const filesOf = (file: CostlyFile): ReadonlyMap<string, Uint8Array | string> => {
  const {
    title = 'a'.repeat(20),
    fields = '',
    body = 'Text.',
    event = '',
    standfirst = '',
    site = '',
    files = [],
  } = file;
  const settings = 'timezone: Europe/Berlin\nstarts: 2024-05-01T00:00\nends: 2024-05-01T24:00\norder: newest-first\n';
  return new Map([
    ['site.yml', `title: Soak\ndescription: Soak\nurl: https://recaps.test\nlanguage: en\n${site}`],
    ['gala/event.md', `---\ntitle: Gala\ndescription: A gala\n${settings}${event}---\n\n${standfirst}\n`],
    ['gala/a.md', `---\ntitle: ${title}\ntime: 2024-05-01T10:00\n${fields}---\n\n${body}\n`],
    ...files,
  ]);
};
