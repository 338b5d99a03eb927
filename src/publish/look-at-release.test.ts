import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lookAhead, lookAtRelease } from './look-at-release.ts';
import { readRelease } from './manifests.ts';
import type { PublishedSite } from './site-folder.ts';
import { switchTo } from './switch-release.ts';
import { aRelease, aSiteFolder } from './testing/a-site.ts';

let site: PublishedSite;
let name: string;

beforeEach(async () => {
  site = aSiteFolder();
  name = await aRelease(site);
  await switchTo(site, name);
});
afterEach(() => vi.restoreAllMocks());

const isWhole = async (release = name): Promise<boolean> =>
  (await lookAtRelease(site, readRelease(site, release))).isWhole;
const damage = (): void => rmSync(join(site.releases, name, 'index.html'));

test('an early look counts for the publish that follows it, and for no other', async () => {
  await lookAhead(site);
  damage();
  expect(await isWhole()).toBe(true);
  expect(await isWhole()).toBe(false);
});

test('an early look does not count for another release', async () => {
  await lookAhead(site);
  const other = await aRelease(site);
  rmSync(join(site.releases, other, 'index.html'));
  expect(await isWhole(other)).toBe(false);
});

test('an early look does not count when the publish comes late', async () => {
  await lookAhead(site);
  damage();
  vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 6000);
  expect(await isWhole()).toBe(false);
});

test('where nothing has been published there is nothing to look at', async () => {
  const empty = aSiteFolder();
  await lookAhead(empty);
  expect(await lookAtRelease(empty, undefined)).toMatchObject({ isWhole: true });
});
