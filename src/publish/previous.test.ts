import { existsSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { forgottenTrees } from './lost-pages.ts';
import { type EventTree, treeFolder } from './manifests.ts';
import { previousOf } from './previous.ts';
import { prune } from './prune.ts';
import { PublishFault } from './publish-fault.ts';
import { publishedLedger } from './published-ledger.ts';
import { openSiteFolder, type PublishedSite } from './site-folder.ts';
import { currentRelease, switchTo } from './switch-release.ts';
import { aRelease, aSiteFolder, aStoredEvent } from './testing/a-site.ts';
import { replaceByFolder, replaceByLink } from './testing/damage.ts';
import { textFiles } from './testing/sample-publish.ts';

let site: PublishedSite;
let trees: readonly EventTree[];
let names: readonly string[];

/** Two releases: the second one has an entry that the first one has not. */
beforeEach(async () => {
  site = aSiteFolder();
  const files = textFiles({ 'gala/index.html': '', 'gala/first/index.html': '' });
  trees = [
    await aStoredEvent(site, { files }),
    await aStoredEvent(site, { files: new Map([...files, ...textFiles({ 'gala/second/index.html': '' })]) }),
  ];
  names = [
    await aRelease(site, { events: trees.slice(0, 1), made: '2026-11-24T08:00:00Z' }),
    await aRelease(site, { events: trees.slice(1), made: '2026-11-24T09:00:00Z' }),
  ];
  await switchTo(site, names[1] ?? '');
});

const manifest = (): string => join(site.releases, `${names[1]}.json`);

/** What readers have seen, where no ledger says so. */
const seen = (): readonly string[] => [...publishedLedger(site, previousOf(site)?.release).ledger.keys()];

const all = ['/gala/', '/gala/first/', '/gala/second/'];

test.each<readonly [string, () => void]>([
  ['nothing is damaged', () => undefined],
  ['the link to the release is gone', () => rmSync(site.current)],
  ['that link leads nowhere', () => replaceByLink(site.current)],
  ['its manifest is gone', () => rmSync(manifest())],
  ['its manifest is damaged', () => truncateSync(manifest(), 20)],
  ['its manifest is of another kind', () => writeFileSync(manifest(), '{"number":"one"}')],
  ['its manifest would lead out of the store', () => writeFileSync(manifest(), manifestWith('..'))],
  ['its manifest is a folder', () => replaceByFolder(manifest())],
  ['the manifest of its event is gone', () => rmSync(join(treeFolder(site, trees[1] ?? none), 'manifest.json'))],
  [
    'the manifest of its event is damaged',
    () => truncateSync(join(treeFolder(site, trees[1] ?? none), 'manifest.json')),
  ],
  ['the link and all manifests of releases are gone', () => removeManifests()],
  ['all of releases/ is gone', () => rmSync(site.releases, { recursive: true })],
  ['the folder of the release is gone', () => rmSync(join(site.releases, names[1] ?? ''), { recursive: true })],
])('what readers have seen is known where %s', (_, damage) => {
  damage();
  expect([...seen()].sort()).toEqual(all);
});

test('all of state/ can be removed', () => {
  rmSync(join(site.folder, 'state'), { recursive: true });
  openSiteFolder(site.folder);
  expect(seen()).toHaveLength(3);
});

test('where the newest release is not whole, and nobody knows which one readers see, it is the newest that is whole', () => {
  rmSync(site.current);
  rmSync(join(site.releases, names[1] ?? '', 'index.html'));
  expect(previousOf(site)?.release.name).toBe(names[0]);
});

test('a tree that is gone is one of which nothing is known any more', () => {
  rmSync(treeFolder(site, trees[1] ?? none), { recursive: true });
  const release = previousOf(site)?.release;
  expect(seen().toSorted()).toEqual(['/gala/', '/gala/first/']);
  expect(forgottenTrees(site, release, [])).toEqual(release?.events);
  expect(forgottenTrees(site, release, trees)).toEqual([]);
});

test('a folder in the place of the link is reported, with a way out that works', () => {
  rmSync(site.current);
  mkdirSync(site.current);
  expect(() => previousOf(site)).toThrow(PublishFault);
  expect(() => previousOf(site)).toThrow(`${site.current} is not the link that a publish has made. Move it away`);
  rmSync(site.current, { recursive: true });
  expect(seen()).toHaveLength(3);
});

test('nothing is removed while the manifest of the current release is damaged', async () => {
  truncateSync(manifest(), 20);
  expect(prune(site, 1)).toEqual([]);
  expect(existsSync(join(site.current, 'gala/second/index.html'))).toBe(true);
  await switchTo(site, await aRelease(site, { events: trees.slice(1) }));
  expect(prune(site, 1)).toEqual([names[0]]);
  expect(readdirSync(site.releases)).toHaveLength(2);
  expect(existsSync(join(site.current, 'gala/second/index.html'))).toBe(true);
  expect(currentRelease(site)).not.toBe(names[1]);
});

const none = { folder: '', id: '' };

const manifestWith = (folder: string): string =>
  JSON.stringify({ number: 9, made: '', inputs: {}, events: [{ folder, id: '..', tops: [] }], files: {}, assets: [] });

const removeManifests = (): void => {
  rmSync(site.current);
  for (const name of readdirSync(site.releases)) if (name.endsWith('.json')) rmSync(join(site.releases, name));
};
