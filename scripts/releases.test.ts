import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { switchTo } from '../src/publish/switch-release.ts';
import { aRelease, aSiteFolder, aStoredEvent } from '../src/publish/testing/a-site.ts';
import { run } from './releases.ts';
import { temporaryFolder } from './testing/temporary-content.ts';

afterEach(() => vi.restoreAllMocks());

test('the releases of a site are listed, the newest first', async () => {
  const site = aSiteFolder();
  const first = await aRelease(site, { events: [await aStoredEvent(site)] });
  await aRelease(site);
  await switchTo(site, first);
  const print = vi.spyOn(console, 'log').mockReturnValue();
  expect(await run(['--site', site.folder])).toBe(0);
  expect(print.mock.calls.map(([line]) => line)).toEqual([
    '20261124T081530Z-a1b2c3d4-2  commit a1b2c3d4e5f6  2026-11-24T08:15:30.5Z  0 events',
    '20261124T081530Z-a1b2c3d4  commit a1b2c3d4e5f6  2026-11-24T08:15:30.5Z  1 event  current',
  ]);
});

test('a release whose manifest is damaged or gone is named, with what becomes of it', async () => {
  const site = aSiteFolder();
  const first = await aRelease(site);
  const second = await aRelease(site);
  const third = await aRelease(site);
  await switchTo(site, third);
  const print = vi.spyOn(console, 'log').mockReturnValue();
  const warn = vi.spyOn(console, 'error').mockReturnValue();
  const [damaged, gone] = [join(site.releases, `${first}.json`), join(site.releases, `${third}.json`)];
  writeFileSync(damaged, '{"number":');
  rmSync(gone);
  expect(await run(['--site', site.folder])).toBe(1);
  expect(print.mock.calls).toEqual([[expect.stringContaining(second)]]);
  expect(warn.mock.calls.map(([line]) => line)).toEqual([
    `The manifest of the release ${third} cannot be read: ${gone} is gone. Readers see this release: "recapsule publish" makes a new one in its place.`,
    `The manifest of the release ${first} cannot be read: ${damaged} is damaged. Readers do not see this release, and the next new one removes what is left of it.`,
  ]);
});

test('where nothing has been published there is nothing to list', async () => {
  await expect(run(['--site', temporaryFolder()])).rejects.toThrow('There is no published site in');
});
