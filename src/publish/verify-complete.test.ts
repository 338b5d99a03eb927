import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PublishedSite } from './site-folder.ts';
import { aRelease, aSiteFolder, aStoredEvent } from './testing/a-site.ts';
import { replaceByEndless, replaceByPipe } from './testing/damage.ts';
import { missingIn } from './verify-complete.ts';

const aWholeSite = async (): Promise<{ site: PublishedSite; name: string; tree: string }> => {
  const site = aSiteFolder();
  const tree = await aStoredEvent(site, { media: new Map([['stage-1a.png', Buffer.from('stage')]]) });
  const name = await aRelease(site, { events: [tree], assets: new Map([['page.css', Buffer.from('css')]]) });
  return { site, name, tree: `events/gala/${tree.id}` };
};

test('a whole release lacks nothing', async () => {
  const { site, name } = await aWholeSite();
  expect(missingIn(site, name)).toEqual([]);
  expect(missingIn(site, name, { hashes: false })).toEqual([]);
});

test('whatever is gone is missed', async () => {
  const { site: example, name: sameName, tree: sameTree } = await aWholeSite();
  const paths = [
    `releases/${sameName}.json`,
    `releases/${sameName}/index.html`,
    `releases/${sameName}/_astro`,
    `releases/${sameName}/gala`,
    'assets/page.css',
    'media/gala/stage-1a.png',
    `${sameTree}/manifest.json`,
    `${sameTree}/record.json`,
    `${sameTree}/gala/index.html`,
    `${sameTree}/gala/media`,
  ];
  for (const path of paths) {
    const { site, name } = await aWholeSite();
    rmSync(join(site.folder, path));
    expect(missingIn(site, name), path).toEqual([path]);
    expect(missingIn(site, name, { hashes: false }), path).toEqual([path]);
  }
  expect(missingIn(example, sameName)).toEqual([]);
});

test('a pipe and a link to a file without an end are no files: what should be there is missed', async () => {
  for (const damage of [replaceByPipe, replaceByEndless]) {
    const { site, name, tree } = await aWholeSite();
    const paths = [`releases/${name}/index.html`, 'assets/page.css', `${tree}/gala/index.html`, `${tree}/record.json`];
    for (const path of [...paths, 'media/gala/stage-1a.png']) damage(join(site.folder, path));
    for (const hashes of [true, false])
      expect(missingIn(site, name, { hashes })).toEqual([...paths, 'media/gala/stage-1a.png']);
  }
});

test('a file with other bytes is missed where hashes are compared', async () => {
  const { site, name, tree } = await aWholeSite();
  writeFileSync(join(site.folder, tree, 'gala/index.html'), 'TIMELINE');
  writeFileSync(join(site.releases, name, 'index.html'), 'ARCHIVE');
  expect(missingIn(site, name, { hashes: false })).toEqual([]);
  expect(missingIn(site, name)).toEqual([`releases/${name}/index.html (changed)`, `${tree}/gala/index.html (changed)`]);
});

test('a link that leads elsewhere is missed', async () => {
  const { site, name } = await aWholeSite();
  const link = join(site.releases, name, 'gala');
  rmSync(link);
  symlinkSync('../../assets', link);
  expect(missingIn(site, name)).toEqual([`releases/${name}/gala`]);
});

test('what another release has too can be taken as complete', async () => {
  const { site, name, tree } = await aWholeSite();
  const changed = await aStoredEvent(site, { notes: new Map([['record.json', 'other']]) });
  const next = await aRelease(site, { events: [changed] });
  for (const place of [tree, `events/gala/${changed.id}`]) rmSync(join(site.folder, place, 'gala/index.html'));
  expect(missingIn(site, name, { besides: name })).toEqual([]);
  expect(missingIn(site, next, { besides: name })).toEqual([`events/gala/${changed.id}/gala/index.html`]);
});

test('a release that is not there lacks its manifest', () => {
  expect(missingIn(aSiteFolder(), '20200101T000000Z-disk')).toEqual(['releases/20200101T000000Z-disk.json']);
});
