import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { discardedOf, siteAt } from './site-folder.ts';
import { currentRelease } from './switch-release.ts';
import { type DisturbedCommand, type Fault, faultsOf, listCalls, runWithFault, sample } from './testing/faults.ts';
import { publishSample } from './testing/sample-publish.ts';
import { missingIn } from './verify-complete.ts';

const publishing = (site: string): DisturbedCommand => ({
  program: process.execPath,
  args: [join(import.meta.dirname, 'testing/sample-publish.ts'), site, '3'],
});

test('whatever goes wrong at whatever call, readers see a whole release, and the next publish succeeds', async () => {
  const folder = temporaryFolder();
  const ready = join(folder, 'ready');
  const old = [await publishSample(ready, 1), await publishSample(ready, 2)].at(-1);
  const copy = (name: string): string => {
    const site = join(folder, name);
    cpSync(ready, site, { recursive: true, verbatimSymlinks: true });
    return site;
  };
  const undisturbed = copy('undisturbed');
  const faults = faultsOf(await listCalls(publishing(undisturbed), undisturbed));
  expect(faults.length).toBeGreaterThan(300);
  const ends = new Set<string>();
  for (const fault of sample(faults, 40)) {
    const site = copy(`${fault.kind}-${fault.at}`);
    ends.add(`${fault.kind.slice(0, 4)} ${await strike(site, fault, old)}`);
  }
  for (const end of ['kill old', 'kill new', 'EIO old', 'ENOS old', 'EROF old']) expect(ends).toContain(end);
});

/** Gives which release readers saw after the fault. */
const strike = async (folder: string, fault: Fault, old: string | undefined): Promise<string> => {
  const { kind, at } = fault;
  const { struck, signal, code, stderr } = await runWithFault(publishing(folder), folder, fault);
  const site = siteAt(folder);
  const current = currentRelease(site) ?? '';
  const killed = kind.startsWith('kill');
  // What a prune has taken away is removed behind a publish that has succeeded.
  const isBehind = stderr.startsWith('Earlier releases could not be removed: ');
  const where = `${kind} at call ${at}: ${stderr}`;
  expect({ struck, signal, code }, where).toEqual({
    struck: true,
    signal: killed ? 'SIGKILL' : null,
    code: killed ? null : isBehind ? 0 : 1,
  });
  expect(['20261124T081503Z-33333333', old], where).toContain(current);
  expect(missingIn(site, current), where).toEqual([]);
  if (!killed)
    expect(stderr).toMatch(
      new RegExp(
        `^${isBehind ? 'Earlier releases .*' : 'PublishFault'}: .*\\(${kind} at .*The release that readers see is whole\\.$`,
        'm',
      ),
    );
  // Where nothing can be written, nothing can be removed: then the next publish does it.
  if (!killed && kind !== 'EROFS') expect(readdirSync(site.temporary), where).toEqual([]);
  const next = await publishSample(folder, 4);
  expect(currentRelease(site), where).toBe(next);
  expect(missingIn(site, next), where).toEqual([]);
  expect(readdirSync(site.temporary), where).toEqual([]);
  expect(readdirSync(site.releases), where).toHaveLength(4);
  expect(readdirSync(discardedOf(site)), where).toEqual([]);
  return current === old ? 'old' : 'new';
};
