import { expect, test } from 'vitest';
import { lostPages } from './lost-pages.ts';
import { type EventTree, type Release, readRelease } from './manifests.ts';
import { releaseView } from './release-view.ts';
import type { PublishedSite } from './site-folder.ts';
import { aRelease, aSiteFolder, aStoredEvent } from './testing/a-site.ts';
import { textFiles } from './testing/sample-publish.ts';

const gala = (site: PublishedSite, ...paths: readonly string[]): Promise<EventTree> =>
  aStoredEvent(site, {
    files: textFiles(Object.fromEntries(['gala/index.html', ...paths].map((path) => [path, path]))),
  });

const before = async (site: PublishedSite, ...paths: readonly string[]): Promise<Release | undefined> =>
  readRelease(site, await aRelease(site, { events: [await gala(site, ...paths)] }));

const lost = (site: PublishedSite, previous: Release | undefined, trees: readonly EventTree[]): readonly string[] =>
  lostPages(site, previous, trees, releaseView(site, { own: textFiles({}), assets: new Map(), trees }));

test('an entry, an alias of one, and an alias of an event are lost where nothing has their address any more', async () => {
  const site = aSiteFolder();
  const paths = ['gala/first/index.html', 'gala/双十一/index.html', 'old-gala/first/index.html', 'old-gala/index.html'];
  const previous = await before(site, ...paths);
  expect(lost(site, previous, [await gala(site)])).toEqual([
    '/gala/first/',
    '/gala/双十一/',
    '/old-gala/first/',
    '/old-gala/',
  ]);
  expect(lost(site, previous, [await gala(site, ...paths, 'gala/second/index.html')])).toEqual([]);
});

test('a whole event is lost with its folder', async () => {
  const site = aSiteFolder();
  expect(lost(site, await before(site, 'gala/first/index.html'), [])).toEqual(['/gala/first/', '/gala/']);
});

test('another event may take over an address', async () => {
  const site = aSiteFolder();
  const paths = ['gala/index.html', 'gala/first/index.html'];
  const files = textFiles(Object.fromEntries([...paths, 'fest/index.html'].map((path) => [path, path])));
  const fest = await aStoredEvent(site, { folder: 'fest', files });
  expect(lost(site, await before(site, 'gala/first/index.html'), [fest])).toEqual([]);
});

test('lists and feeds may go with the entries in them', async () => {
  const site = aSiteFolder();
  const previous = await before(
    site,
    'gala/2019-11-11/index.html',
    'gala/2019-11-11/2/index.html',
    'gala/milestones/index.html',
    'gala/oldest-first/index.html',
    'gala/search/index.html',
    'gala/milestones/2/index.html',
    'gala/topics/gmv/index.html',
    'gala/rss.xml',
  );
  expect(lost(site, previous, [await gala(site)])).toEqual([]);
});

test('before the first release nothing can be lost', async () => {
  const site = aSiteFolder();
  expect(lost(site, undefined, [await gala(site)])).toEqual([]);
});
