import { readdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRelease, releasesOf } from './manifests.ts';
import { PublishFault } from './publish-fault.ts';
import { switchTo } from './switch-release.ts';
import { aRelease, aSiteFolder, aStoredEvent } from './testing/a-site.ts';
import { textFiles } from './testing/sample-publish.ts';
import { missingIn } from './verify-complete.ts';

test('a release has its own files, and links to its events and assets', async () => {
  const site = aSiteFolder();
  const files = textFiles({ 'gala/index.html': 'timeline', 'old-gala/index.html': 'redirect' });
  const tree = await aStoredEvent(site, { files });
  const name = await aRelease(site, { events: [tree], assets: new Map([['page.css', Buffer.from('css')]]) });
  const read = (path: string): string => readFileSync(join(site.releases, name, path), 'utf8');
  expect(['index.html', 'gala/index.html', 'old-gala/index.html', '_astro/page.css'].map(read)).toEqual([
    'archive',
    'timeline',
    'redirect',
    'css',
  ]);
  expect(readlinkSync(join(site.releases, name, 'old-gala'))).toBe(`../../events/gala/${tree.id}/old-gala`);
  expect(readRelease(site, name)).toEqual({
    name,
    number: 1,
    commit: 'a1b2c3d4e5f6',
    made: '2026-11-24T08:15:30.5Z',
    inputs: {},
    events: [tree],
    files: { 'index.html': expect.stringMatching(/^[0-9a-f]{64}$/) },
    assets: ['page.css'],
  });
  expect(missingIn(site, name)).toEqual([]);
  expect(readdirSync(site.temporary)).toEqual([]);
});

test('a release is called by its time and commit, and counted where that is taken', async () => {
  const site = aSiteFolder();
  const { commit: _, ...disk } = { commit: '', made: '2026-11-24T09:15:30+01:00' };
  expect(await aRelease(site)).toBe('20261124T081530Z-a1b2c3d4');
  expect(await aRelease(site)).toBe('20261124T081530Z-a1b2c3d4-2');
  expect(await aRelease(site)).toBe('20261124T081530Z-a1b2c3d4-3');
  expect(await aRelease(site, { ...disk, commit: '0123456789' })).toBe('20261124T081530Z-01234567');
});

test('the order of releases is that in which they were stored, whatever the clock said', async () => {
  const site = aSiteFolder();
  const first = await aRelease(site, { made: '2026-11-24T09:00:00Z' });
  const second = await aRelease(site, { made: '2026-11-24T08:00:00Z' });
  expect(releasesOf(site).map(({ name }) => name)).toEqual([second, first]);
});

test('a file that has not changed since the current release keeps its file', async () => {
  const site = aSiteFolder();
  const first = await aRelease(site, { files: textFiles({ 'index.html': 'one', 'favicon.svg': '<svg/>' }) });
  await switchTo(site, first);
  const second = await aRelease(site, { files: textFiles({ 'index.html': 'two', 'favicon.svg': '<svg/>' }) });
  const inode = (name: string, path: string): number => statSync(join(site.releases, name, path)).ino;
  expect(inode(second, 'favicon.svg')).toBe(inode(first, 'favicon.svg'));
  expect(inode(second, 'index.html')).not.toBe(inode(first, 'index.html'));
});

test('a release that is not wholly stored is not there', async () => {
  const site = aSiteFolder();
  writeFileSync(join(site.releases, 'file'), '');
  await expect(aRelease({ ...site, releases: join(site.releases, 'file') })).rejects.toThrow(PublishFault);
  await expect(aRelease(site, { assets: new Map([['gone.css', undefined]]) })).rejects.toThrow('gone.css was expected');
  await expect(aRelease(site, { files: textFiles({ '../index.html': '' }) })).rejects.toThrow('Unexpected path');
  expect(readdirSync(site.releases)).toEqual(['file']);
  expect(readdirSync(site.temporary)).toEqual([]);
});

test('two events cannot have the same address', async () => {
  const site = aSiteFolder();
  const tree = await aStoredEvent(site);
  await expect(aRelease(site, { events: [tree, tree] })).rejects.toThrow('EEXIST');
  expect(readdirSync(site.releases)).toEqual([]);
});
