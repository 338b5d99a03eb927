import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { root } from '../../../../src/io/settings.ts';
import { judgeFiles } from '../judge-files.ts';
import { judgeRun } from '../judge-run.ts';
import { runWatched, type Watched } from '../run-watched.ts';
import { changesBetween, snapshotOf } from '../snapshot.ts';
import type { CaseResult, How } from '../suite.ts';
import { type CaseFolder, furnish } from './case-folder.ts';
import { event, type Hostile } from './hostile.ts';
import { judgeSecrets } from './judge-secrets.ts';

const recapsule = join(root, 'scripts/recapsule.mjs');
const printDangers = fileURLToPath(new URL('./print-dangers.ts', import.meta.url));

/**
 * Imports a hostile source as a person would, in an empty folder, and judges what came of it. `importer` is the program
 * of Node that is judged.
 */
export const runImport = async (
  hostile: Hostile,
  folder: string,
  how: How,
  importer: string = recapsule,
): Promise<CaseResult> => {
  const { file, slug = event, args = ['--timezone', 'Europe/Berlin'] } = hostile;
  const room = await furnish(folder, hostile);
  const before = await snapshotOf(folder);
  const run = await runIn(room, [importer, 'import', file, `--event=${slug}`, ...args], how);
  const after = await snapshotOf(folder);
  const written = changesBetween(before, after).added.filter((path) => after.get(path)?.startsWith('file '));
  const said = run.stdout + run.stderr;
  const faults = [
    ...judgeRun(run, how.limits),
    ...judgeFiles(before, after, relative(folder, join(room.content, slug))),
    ...(await judgeSecrets(said, folder, written)),
    ...(written.length > 0 ? await judgeEvent(room, slug, run, how) : judgeSuccess(run)),
  ];
  return {
    outcome: outcomeOf(run, written.length > 0),
    seconds: run.seconds,
    peak: run.peak,
    faults,
    said: shown(said),
  };
};

const runIn = ({ workspace, environment }: CaseFolder, args: readonly string[], how: How): Promise<Watched> =>
  runWatched({ args, folder: workspace, environment }, how);

/** The errors that a check finds in an event after an import must be those that the import has reported. */
const judgeEvent = async (room: CaseFolder, slug: string, { code, stdout }: Watched, how: How): Promise<string[]> => {
  const check = await runIn(room, [recapsule, 'check', join(room.content, slug)], how);
  const faults = judgeRun(check, how.limits).map((fault) => `The check of it afterwards: ${fault}`);
  if (faults.length > 0) return faults;
  const errors = check.stdout.match(/^\S.*:\d+:\d+ error .*$/gm) ?? [];
  const [silent] = errors.filter((error) => !stdout.includes(error));
  return [
    ...(code === 0 && check.code !== 0 ? [`It ends with 0, and a check afterwards with ${check.code}.`] : []),
    ...(silent ? [`It writes an error that it does not report: ${silent}.`] : []),
    ...(stdout.includes('nothing is new') ? ['It says that nothing is new, and writes.'] : []),
    ...(code === 2 ? ['It writes, and ends with exit code 2, as if it had been used wrongly.'] : []),
    ...(await judgeTexts(room, slug, how)),
  ];
};

/** What is rendered is much more than what is checked, and may take longer. */
const judgeTexts = async (room: CaseFolder, slug: string, how: How): Promise<string[]> => {
  const limits = { seconds: 4 * how.limits.seconds, memory: 2 * how.limits.memory };
  const rendering = await runIn(room, [printDangers, room.content, slug], { ...how, limits });
  const faults = judgeRun(rendering, limits).map((fault) => `The rendering of it afterwards: ${fault}`);
  return faults.length > 0 ? faults : z.array(z.string()).parse(JSON.parse(rendering.stdout));
};

const judgeSuccess = ({ code, stdout }: Watched): string[] =>
  code === 0 && !stdout.includes('nothing is new') ? ['It ends with 0, and has written nothing.'] : [];

const outcomeOf = ({ code }: Watched, hasWritten: boolean): string => {
  if (code === 2) return 'refused as wrong use';
  if (code === 1) return hasWritten ? 'imported with errors to decide on' : 'refused';
  if (code === 0) return hasWritten ? 'imported' : 'imported before';
  return 'broken';
};

/** Without what a terminal would obey. */
const shown = (text: string): string =>
  text
    .slice(0, 20_000)
    .replace(/[^\P{Cc}\n\t]/gu, '\ufffd')
    .trim();
