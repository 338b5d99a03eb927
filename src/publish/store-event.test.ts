import { readdirSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOf } from '../../scripts/testing/built-site.ts';
import { readEventManifest, readNote, treeFolder } from './manifests.ts';
import { PublishFault } from './publish-fault.ts';
import type { PublishedSite } from './site-folder.ts';
import { aSiteFolder, aStoredEvent } from './testing/a-site.ts';
import { textFiles } from './testing/sample-publish.ts';

const inode = (...path: readonly string[]): number => statSync(join(...path)).ino;

test('an event is stored with its manifest and its notes', async () => {
  const site = aSiteFolder();
  const files = textFiles({ 'gala/index.html': 'timeline', 'old-gala/index.html': 'redirect' });
  const tree = await aStoredEvent(site, {
    files,
    notes: new Map([
      ['items.json', '[1]'],
      ['record.json', 'in short'],
    ]),
  });
  expect(tree).toEqual({ folder: 'gala', id: expect.stringMatching(/^[0-9a-f]{16}$/), tops: ['gala', 'old-gala'] });
  expect(readFileSync(join(treeFolder(site, tree), 'gala/index.html'), 'utf8')).toBe('timeline');
  expect(readNote(site, tree, 'record.json')).toBe('in short');
  expect(readNote(site, tree, 'none.json')).toBeUndefined();
  expect(readEventManifest(site, tree)).toEqual({
    files: {
      'gala/index.html': expect.stringMatching(/^[0-9a-f]{64}$/),
      'old-gala/index.html': expect.stringMatching(/^[0-9a-f]{64}$/),
    },
    media: [],
    notes: ['items.json', 'record.json', 'sums.txt'],
  });
  expect(readdirSync(site.temporary)).toEqual([]);
});

test('the same content gives the same tree in any order, and other content another', async () => {
  const site = aSiteFolder();
  const files = textFiles({ 'gala/index.html': 'timeline', 'gala/first/index.html': 'entry' });
  const { id } = await aStoredEvent(site, { files });
  const before = inode(site.events, 'gala', id, 'gala');
  expect((await aStoredEvent(site, { files: new Map([...files].reverse()) })).id).toBe(id);
  expect(inode(site.events, 'gala', id, 'gala')).toBe(before);
  const others = [
    await aStoredEvent(site, { files, notes: new Map([['record.json', 'other']]) }),
    await aStoredEvent(site, { files, media: new Map([['a.png', Buffer.from('a')]]) }),
    await aStoredEvent(site, { files: textFiles({ 'gala/index.html': 'timeline', 'gala/first/index.html': 'other' }) }),
    await aStoredEvent(site, {
      files: textFiles({ 'gala/index.html': 'timeline', 'gala/second/index.html': 'entry' }),
    }),
  ];
  expect(new Set([id, ...others.map((tree) => tree.id)]).size).toBe(5);
});

test('a page that has not changed keeps its file, and all others are written', async () => {
  const site = aSiteFolder();
  const { id: previous } = await aStoredEvent(site);
  const files = textFiles({
    'gala/index.html': 'longer now',
    'gala/first/index.html': 'entry',
    'gala/new.xml': 'entry',
  });
  const { id } = await aStoredEvent(site, { files, previous });
  const [before, after] = [join(site.events, 'gala', previous), join(site.events, 'gala', id)];
  expect(inode(after, 'gala/first/index.html')).toBe(inode(before, 'gala/first/index.html'));
  expect(inode(after, 'gala/index.html')).not.toBe(inode(before, 'gala/index.html'));
  expect(readEventManifest(site, { folder: 'gala', id })).not.toEqual(
    readEventManifest(site, { folder: 'gala', id: previous }),
  );
  expect([...filesOf(join(after, 'gala'))].map(([path, bytes]) => [path, bytes.toString()])).toEqual([
    ['first/index.html', 'entry'],
    ['index.html', 'longer now'],
    ['new.xml', 'entry'],
  ]);
});

test('a tree is stored in full where the earlier one is gone or cut off', async () => {
  const site = aSiteFolder();
  const { id: previous } = await aStoredEvent(site);
  writeFileSync(join(site.events, 'gala', previous, 'gala/first/index.html'), 'en');
  const { id } = await aStoredEvent(site, { notes: new Map([['record.json', 'other']]), previous });
  expect(readFileSync(join(site.events, 'gala', id, 'gala/first/index.html'), 'utf8')).toBe('entry');
  rmSync(join(site.events, 'gala', previous), { recursive: true });
  const again = await aStoredEvent(site, { notes: new Map([['record.json', 'third']]), previous });
  expect(readFileSync(join(site.events, 'gala', again.id, 'gala/first/index.html'), 'utf8')).toBe('entry');
});

test('a tree that has lost something is repaired when it is stored again', async () => {
  const site = aSiteFolder();
  const media = new Map([['stage-1a.png', Buffer.from('picture')]]);
  const tree = await aStoredEvent(site, { media });
  const whole = storedFiles(site);
  rmSync(join(treeFolder(site, tree), 'gala'), { recursive: true });
  rmSync(join(treeFolder(site, tree), 'manifest.json'));
  rmSync(join(site.media, 'gala'), { recursive: true });
  expect(storedFiles(site)).not.toEqual(whole);
  expect(await aStoredEvent(site, { media })).toEqual(tree);
  expect(storedFiles(site)).toEqual(whole);
  expect(readlinkSync(join(treeFolder(site, tree), 'gala/media'))).toBe('../../../../media/gala');
});

test('pictures lie once, beside all trees of their event', async () => {
  const site = aSiteFolder();
  const first = await aStoredEvent(site, { media: new Map([['stage-1a.png', Buffer.from('stage')]]) });
  const media = new Map([
    ['stage-1a.png', undefined],
    ['view-2b.png', Buffer.from('view')],
  ]);
  const second = await aStoredEvent(site, { media, previous: first.id });
  expect(readFileSync(join(treeFolder(site, second), 'gala/media/view-2b.png'), 'utf8')).toBe('view');
  expect(readFileSync(join(treeFolder(site, first), 'gala/media/stage-1a.png'), 'utf8')).toBe('stage');
  expect(readEventManifest(site, second)?.media).toEqual(['stage-1a.png', 'view-2b.png']);
});

test('a video is stored chunk by chunk, and written again where it is damaged', async () => {
  const site = aSiteFolder();
  const film = {
    [Symbol.asyncIterator]: async function* () {
      yield Buffer.from('fi');
      yield Buffer.from('lm');
    },
  };
  const media = new Map([['clip-1a.mp4', film]]);
  await aStoredEvent(site, { media });
  const stored = join(site.media, 'gala/clip-1a.mp4');
  expect(readFileSync(stored, 'utf8')).toBe('film');
  const before = inode(stored);
  await aStoredEvent(site, { media });
  expect(inode(stored)).toBe(before);
  writeFileSync(stored, 'fi');
  await aStoredEvent(site, { media });
  expect(readFileSync(stored, 'utf8')).toBe('film');
  expect(readdirSync(site.temporary)).toEqual([]);
});

test('what would lead out of the store, or is not there, is refused', async () => {
  const site = aSiteFolder();
  const refuse = (given: Parameters<typeof aStoredEvent>[1]) =>
    expect(aStoredEvent(site, given)).rejects.toThrow(/Unexpected|expected to be there/);
  for (const path of ['gala/../x', '/gala', 'gala//x', 'gala/./x', 'gala/\0', 'loose.html']) {
    await refuse({ files: textFiles({ 'gala/index.html': '', [path]: '' }) });
  }
  await refuse({ folder: '..' });
  await refuse({ folder: 'other' });
  await refuse({ media: new Map([['../a.png', Buffer.from('')]]) });
  await refuse({ media: new Map([['a/b.png', Buffer.from('')]]) });
  for (const note of ['manifest.json', 'a/b.json', 'gala', '..']) await refuse({ notes: new Map([[note, '']]) });
  await refuse({ media: new Map([['gone.png', undefined]]) });
  expect(storedFiles(site)).toEqual([]);
  expect(readdirSync(site.temporary)).toEqual([]);
});

test('a fault of the machine names the place and leaves nothing behind', async () => {
  const site = aSiteFolder();
  writeFileSync(join(site.events, 'gala'), 'in the way');
  const fault = await aStoredEvent(site).catch((one: unknown) => one);
  expect(fault).toBeInstanceOf(PublishFault);
  expect(String(fault)).toContain(join(site.events, 'gala'));
  expect(readdirSync(site.temporary)).toEqual([]);
});

const storedFiles = (site: PublishedSite): string[] =>
  [site.events, site.media].flatMap((folder) => [...filesOf(folder).keys()]);
