import { afterEach, expect, test, vi } from 'vitest';
import { switchTo } from './publish/switch-release.ts';
import { anEvent, aRelease, aSite } from './publish/testing/a-site.ts';
import { run } from './releases.ts';
import { temporaryFolder } from './testing/temporary-content.ts';

afterEach(() => vi.restoreAllMocks());

test('the releases of a site are listed, the newest first', async () => {
  const site = aSite();
  const first = await aRelease(site, { events: [await anEvent(site)] });
  await aRelease(site);
  await switchTo(site, first);
  const print = vi.spyOn(console, 'log').mockReturnValue();
  expect(await run(['--site', site.folder])).toBe(0);
  expect(print.mock.calls.map(([line]) => line)).toEqual([
    '20261124T081530Z-a1b2c3d4-2  commit a1b2c3d4e5f6  2026-11-24T08:15:30.5Z  0 events',
    '20261124T081530Z-a1b2c3d4  commit a1b2c3d4e5f6  2026-11-24T08:15:30.5Z  1 event  current',
  ]);
});

test('where nothing has been published there is nothing to list', async () => {
  await expect(run(['--site', temporaryFolder()])).rejects.toThrow('There is no published site in');
});
