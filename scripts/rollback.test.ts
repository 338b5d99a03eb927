import { rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { tryLock } from '../src/publish/lock.ts';
import type { PublishedSite } from '../src/publish/site-folder.ts';
import { currentRelease, switchTo } from '../src/publish/switch-release.ts';
import { aRelease, aSiteFolder } from '../src/publish/testing/a-site.ts';
import { run } from './rollback.ts';

afterEach(() => vi.restoreAllMocks());

/** A site with three releases, of which readers see the newest. */
const aSiteOfThree = async (): Promise<{ site: PublishedSite; names: readonly string[] }> => {
  const site = aSiteFolder();
  const names = [await aRelease(site), await aRelease(site), await aRelease(site)];
  await switchTo(site, names[2] ?? '');
  return { site, names };
};

/** Runs the verb, and gives its exit code and what it printed. */
const rollBack = (site: PublishedSite, ...args: readonly string[]): ReturnType<typeof rollBackWithin> =>
  rollBackWithin(undefined, site, ...args);

/** The same, with another time for which a running publish is waited for. */
const rollBackWithin = async (
  patience: number | undefined,
  site: PublishedSite,
  ...args: readonly string[]
): Promise<{ code: number; said: string }> => {
  const lines: string[] = [];
  for (const name of ['log', 'error'] as const) {
    vi.spyOn(console, name).mockImplementation((line: string) => void lines.push(line));
  }
  const code = await run([...args, '--site', site.folder], patience);
  return { code, said: lines.join('\n') };
};

test('readers are taken one release back, and one more', async () => {
  const { site, names } = await aSiteOfThree();
  expect(await rollBack(site)).toEqual({ code: 0, said: `Readers now see ${names[1]}.` });
  expect(currentRelease(site)).toBe(names[1]);
  expect(await rollBack(site)).toEqual({ code: 0, said: `Readers now see ${names[0]}.` });
  await expect(rollBack(site)).rejects.toThrow('There is no release before the current one');
});

test('readers are taken to the release that is named, also forward', async () => {
  const { site, names } = await aSiteOfThree();
  await rollBack(site, names[0] ?? '');
  expect(currentRelease(site)).toBe(names[0]);
  await rollBack(site, names[2] ?? '');
  expect(currentRelease(site)).toBe(names[2]);
  await expect(rollBack(site, 'nonsense')).rejects.toThrow('There is no release nonsense');
  await expect(rollBack(site, 'a', 'b')).rejects.toThrow('Name one release');
});

test('a release that is not complete is refused', async () => {
  const { site, names } = await aSiteOfThree();
  rmSync(join(site.releases, names[1] ?? '', 'index.html'));
  expect(await rollBack(site)).toEqual({
    code: 1,
    said: `${names[1]} is not complete, and nothing has been changed. It lacks:\n  releases/${names[1]}/index.html`,
  });
  expect(currentRelease(site)).toBe(names[2]);
});

test('where manifests cannot be read, they are named, and nothing is changed', async () => {
  const { site, names } = await aSiteOfThree();
  const [first = '', second = '', third = ''] = names;
  const cannot = (name: string): string =>
    `The manifest of the release ${name} cannot be read: ${join(site.releases, name)}.json is`;
  truncateSync(join(site.releases, `${third}.json`), 5);
  const ofCurrent = await rollBack(site);
  expect(ofCurrent.code).toBe(1);
  expect(ofCurrent.said).toBe(
    [
      `${cannot(third)} damaged. Readers see this release: "recapsule publish" makes a new one in its place.`,
      'Nothing has been changed. "recapsule releases" lists those that can be read; "recapsule rollback <release>" goes to one of them.',
    ].join('\n'),
  );
  rmSync(join(site.releases, `${first}.json`));
  const ofNamed = await rollBack(site, first);
  expect(ofNamed.code).toBe(1);
  expect(ofNamed.said).toContain(`${cannot(first)} gone. Readers do not see this release`);
  expect(currentRelease(site)).toBe(third);
  expect(await rollBack(site, second)).toEqual({ code: 0, said: `Readers now see ${second}.` });
  const ofEarlier = await rollBack(site);
  expect(ofEarlier.code).toBe(1);
  expect(ofEarlier.said).toContain(`${cannot(first)} gone.`);
  rmSync(site.current);
  expect(await rollBack(site)).toEqual({
    code: 1,
    said: `Nothing says which release is current: ${site.current} is gone. "recapsule releases" lists those that can be read; "recapsule rollback <release>" goes to one of them.`,
  });
});

test('a running publish is waited for', async () => {
  const { site, names } = await aSiteOfThree();
  const publishing = tryLock(site.lock);
  setTimeout(() => publishing?.release(), 100);
  expect(await rollBack(site)).toEqual({
    code: 0,
    said: `A publish is running; waiting for it, ten seconds at most.\nReaders now see ${names[1]}.`,
  });
});

test('what was published meanwhile is not taken for what was meant', async () => {
  const { site, names } = await aSiteOfThree();
  const publishing = tryLock(site.lock);
  const fourth = await aRelease(site);
  const rolling = rollBack(site);
  await switchTo(site, fourth);
  publishing?.release();
  expect(await rolling).toEqual({
    code: 1,
    said: `A publish is running; waiting for it, ten seconds at most.\nMeanwhile ${fourth} has been published, and nothing has been changed. To go back all the same: recapsule rollback ${names[1]}`,
  });
  expect(currentRelease(site)).toBe(fourth);
});

test('a publish that does not end is not waited for without end', async () => {
  const { site, names } = await aSiteOfThree();
  using publishing = tryLock(site.lock);
  const { code, said } = await rollBackWithin(50, site);
  expect(publishing).toBeDefined();
  expect(code).toBe(1);
  expect(said).toContain('A publish is still running. Nothing has been changed');
  expect(currentRelease(site)).toBe(names[2]);
});
