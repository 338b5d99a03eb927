import { cp, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../../src/io/settings.ts';
import { siteAt } from '../../../../src/publish/site-folder.ts';
import { currentRelease } from '../../../../src/publish/switch-release.ts';
import {
  type DisturbedCommand,
  type Fault,
  faultsOf,
  listCalls,
  runWithFault,
  sample,
} from '../../../../src/publish/testing/faults.ts';
import { missingIn } from '../../../../src/publish/verify-complete.ts';
import { runRecapsule } from '../../../testing/run-recapsule.ts';
import type { Case, CaseResult, Suite } from '../suite.ts';
import { makeArchive, numberedEntryFile } from './archive.ts';

/** So many cases kill a publish; in the others the disk is full, fails, or cannot be written. */
const kills = 300;
const failures = 100;

/** A publish of one new entry, disturbed at one call by which it changes files. */
export const publishSuite: Suite = {
  name: 'publish',
  about: `a publish is killed at ${kills} calls, and the disk fails at ${failures}`,
  runs: kills + failures,
  caseOf: (number): Case => ({
    name: number <= kills ? `a publish is killed (${number} of ${kills})` : `the disk fails (${number - kills})`,
    run: async (folder) => strike(folder, await prepared(), number),
  }),
};

type Prepared = {
  /** Holds a site, with the first commit published, and a cache. */
  readonly ready: string;
  readonly repo: string;
  readonly old: string;
  readonly faults: readonly Fault[];
};

let preparing: Promise<Prepared> | undefined;

const prepared = (): Promise<Prepared> => {
  preparing ??= prepare();
  return preparing;
};

const prepare = async (): Promise<Prepared> => {
  const ready = await mkdtemp(join(tmpdir(), 'recapsule-soak-publish-'));
  const archive = await makeArchive(ready);
  const first = publishing(ready, archive.repo);
  const { code, stdout, stderr } = await runRecapsule(first.args.slice(1), { env: first.env });
  if (code !== 0) throw new Error(`The first publish fails: ${stderr}`);
  await archive.commit(numberedEntryFile('gala', 100));
  const trial = join(await mkdtemp(join(tmpdir(), 'recapsule-soak-trial-')), 'base');
  await cp(ready, trial, { recursive: true, verbatimSymlinks: true });
  const all = faultsOf(await listCalls(publishing(trial, archive.repo), trial));
  const [killing, failing] = [true, false].map((is) => all.filter(({ kind }) => kind.startsWith('kill') === is));
  const faults = [...sample(killing ?? [], kills), ...sample(failing ?? [], failures)];
  return { ready, repo: archive.repo, old: stdout.trim(), faults };
};

const publishing = (
  base: string,
  repo: string,
): DisturbedCommand & { readonly env: Readonly<Record<string, string>> } => ({
  program: process.execPath,
  args: [join(root, 'scripts/recapsule.mjs'), 'publish', '--repo', repo, '--site', join(base, 'site')],
  env: { CACHE_DIR: join(base, 'cache') },
});

const strike = async (folder: string, { ready, repo, old, faults }: Prepared, number: number): Promise<CaseResult> => {
  const base = join(folder, 'base');
  await cp(ready, base, { recursive: true, verbatimSymlinks: true });
  const fault = faults[(number - 1) % faults.length];
  if (!fault) throw new Error('A publish makes no calls');
  const command = publishing(base, repo);
  const site = siteAt(join(base, 'site'));
  const started = performance.now();
  const { struck, stderr, code } = await runWithFault(command, base, fault);
  const seconds = (performance.now() - started) / 1000;
  const found: string[] = [];
  const current = currentRelease(site) ?? '';
  if (!struck) found.push('the fault did not happen: the publish makes other calls than before');
  for (const path of missingIn(site, current)) found.push(`readers miss ${path}`);
  if (!fault.kind.startsWith('kill') && code !== 1 && current === old) found.push(`it ended with ${code}, not with 1`);
  if (/^\s+at .*:\d+:\d+\)?$/m.test(stderr)) found.push('it printed a stack trace');
  const next = await runRecapsule(command.args.slice(1), { env: command.env });
  if (next.code !== 0) found.push(`the next publish fails: ${next.stderr}`);
  for (const path of missingIn(site, currentRelease(site) ?? ''))
    found.push(`after the next publish, readers miss ${path}`);
  if (next.code === 0 && currentRelease(site) === old) found.push('the next publish changed nothing');
  const left = await readdir(site.temporary);
  if (left.length > 0) found.push(`left behind: ${left.join(', ')}`);
  return {
    outcome: `${fault.kind}: ${current === old ? 'the old release' : 'the new release'}`,
    seconds,
    peak: undefined,
    faults: found.map((one) => `${fault.kind} at call ${fault.at}: ${one}`),
    said: `${stderr}\n${next.stderr}`,
  };
};
