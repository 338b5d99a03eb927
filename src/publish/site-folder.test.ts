import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { UsageError } from '../core/usage-error.ts';
import { tryLock } from './lock.ts';
import { findSite, openSiteFolder, siteAt } from './site-folder.ts';

afterEach(() => vi.unstubAllEnvs());

test('a site is made where nothing is, and opened again where it is', () => {
  const folder = join(temporaryFolder(), 'deep', 'site');
  const site = openSiteFolder(folder);
  expect(readdirSync(folder)).toEqual(['assets', 'events', 'media', 'releases', 'state']);
  writeFileSync(join(folder, 'added-by-a-person.txt'), '');
  expect(openSiteFolder(folder)).toEqual(site);
  expect(findSite(folder)).toEqual(site);
});

test('a folder that holds something else is left alone', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'assets'));
  expect(() => openSiteFolder(folder)).toThrow(UsageError);
  expect(() => findSite(folder)).toThrow('There is no published site in');
  expect(readdirSync(folder)).toEqual(['assets']);
});

test('a file cannot be the folder of a site', () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  expect(() => openSiteFolder(file)).toThrow(UsageError);
});

test('a site whose making was cut off at once is made complete', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'state'));
  expect(readdirSync(openSiteFolder(folder).folder)).toContain('releases');
});

test('opening a site takes no lock away that this process holds', () => {
  const site = openSiteFolder(temporaryFolder());
  using held = tryLock(site.lock);
  openSiteFolder(site.folder);
  expect(held).toBeDefined();
  expect(tryLock(site.lock)).toBeUndefined();
});

test('the option goes before the environment, and that before the usual folder', () => {
  vi.stubEnv('SITE_DIR', '/srv/site');
  expect(siteAt('/srv/other').folder).toBe('/srv/other');
  expect(siteAt(undefined).folder).toBe('/srv/site');
  vi.stubEnv('SITE_DIR', '');
  expect(siteAt(undefined).folder).toBe(resolve('published'));
});

test('a site without its state is one, and gets it anew', () => {
  const site = openSiteFolder(temporaryFolder());
  rmSync(join(site.folder, 'state'), { recursive: true });
  expect(findSite(site.folder)).toEqual(site);
  expect(readdirSync(openSiteFolder(site.folder).folder)).toContain('state');
  rmSync(site.lock);
  expect(openSiteFolder(site.folder)).toEqual(site);
});

test('a file in the place of a folder is named', () => {
  const site = openSiteFolder(temporaryFolder());
  for (const place of [join(site.folder, 'state'), site.events, site.media]) {
    rmSync(place, { recursive: true });
    writeFileSync(place, '');
    expect(() => openSiteFolder(site.folder)).toThrow(`Move ${place} away, then try again.`);
    rmSync(place);
    openSiteFolder(site.folder);
  }
});
