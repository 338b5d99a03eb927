import { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { noteTrees, readKnownTrees, stampsOfWhole } from './known-trees.ts';
import { type EventTree, keyOf, treeFolder } from './manifests.ts';
import { type PublishedSite, treesOf } from './site-folder.ts';
import { aSiteFolder, aStoredEvent } from './testing/a-site.ts';
import { flip, replaceByEndless, replaceByFolder, replaceByLink, replaceByPipe, touchFile } from './testing/damage.ts';

let site: PublishedSite;
let tree: EventTree;

beforeEach(async () => {
  site = aSiteFolder();
  tree = await aStoredEvent(site, { media: new Map([['stage-1a.png', Buffer.from('a picture')]]) });
  noteTrees(site, [tree], { stamps: {}, pictures: {} });
});

const isWhole = (): boolean => keyOf(tree) in stampsOfWhole(site, [tree], readKnownTrees(site));
const at = (path: string): string => join(treeFolder(site, tree), path);
const picture = (): string => join(site.media, 'gala/stage-1a.png');

describe('a tree is not whole', () => {
  test.each<readonly [string, () => void]>([
    ['a page is gone', () => rmSync(at('gala/first'), { recursive: true })],
    ['a page is cut off', () => truncateSync(at('gala/first/index.html'), 2)],
    ['a page has other bytes', () => flip(at('gala/first/index.html'))],
    ['a page is a folder', () => replaceByFolder(at('gala/first/index.html'))],
    ['a page is a link', () => replaceByLink(at('gala/first/index.html'))],
    ['a page is a pipe', () => replaceByPipe(at('gala/first/index.html'))],
    ['a page is a link to a file without an end', () => replaceByEndless(at('gala/first/index.html'))],
    ['a page is a link to the same bytes', () => replaceByCopy(at('gala/first/index.html'))],
    ['a note is a pipe', () => replaceByPipe(at('record.json'))],
    ['its manifest is a pipe', () => replaceByPipe(at('manifest.json'))],
    ['a page has come that was not made', () => writeFileSync(at('gala/first/other.html'), '')],
    ['a note is cut off', () => truncateSync(at('record.json'))],
    ['a note is another one', () => writeFileSync(at('record.json'), '[]')],
    ['its manifest is damaged', () => truncateSync(at('manifest.json'), 9)],
    [
      'its manifest says something else',
      () => writeFileSync(at('manifest.json'), '{"files":{},"media":[],"notes":[]}'),
    ],
    ['its manifest is a folder', () => replaceByFolder(at('manifest.json'))],
    ['a picture is gone', () => rmSync(picture())],
    ['a picture is empty', () => truncateSync(picture())],
    ['a picture has other bytes', () => flip(picture())],
    ['a picture is a folder', () => replaceByFolder(picture())],
    ['a picture is a pipe', () => replaceByPipe(picture())],
    ['a picture is a link to a file without an end', () => replaceByEndless(picture())],
    ['all pictures are gone', () => rmSync(site.media, { recursive: true })],
    ['the link to its pictures leads elsewhere', () => replaceByLink(at('gala/media'))],
    ['all of it is gone', () => rmSync(at('.'), { recursive: true })],
    ['a file is in its place', () => replaceByFile(at('.'))],
  ])('where %s', async (_, damage) => {
    expect(isWhole()).toBe(true);
    damage();
    expect(isWhole()).toBe(false);
    const media = new Map([['stage-1a.png', Buffer.from('a picture')]]);
    rmSync(picture(), { recursive: true, force: true });
    expect(await aStoredEvent(site, { media })).toEqual(tree);
    expect(isWhole()).toBe(true);
  });
});

describe('a tree is whole', () => {
  test('where its files have only got other times, or were copied', () => {
    touchFile(at('gala/first/index.html'));
    touchFile(picture());
    expect(isWhole()).toBe(true);
    renameSync(at('gala/index.html'), at('gala/moved'));
    writeFileSync(at('gala/index.html'), 'timeline');
    rmSync(at('gala/moved'));
    expect(isWhole()).toBe(true);
  });

  test('where nothing is known of it, or what is known is damaged', () => {
    for (const text of ['', 'x', '[]', '{"stamps":1,"pictures":{}}']) {
      writeFileSync(treesOf(site), text);
      expect(isWhole()).toBe(true);
    }
    rmSync(treesOf(site));
    mkdirSync(treesOf(site));
    expect(isWhole()).toBe(true);
    noteTrees(site, [tree], { stamps: {}, pictures: {} });
  });

  test('where it is the stamp that is known: then no file is read', () => {
    const known = readKnownTrees(site);
    flip(at('gala/first/index.html'));
    const stamps = stampsOfWhole(site, [tree], { ...known, stamps: {} });
    expect(stamps).toEqual({});
    // Who wrote down a damaged tree as whole would not find it.
    noteTrees(site, [tree], { stamps: {}, pictures: {} });
    expect(isWhole()).toBe(true);
  });
});

const replaceByCopy = (path: string): void => {
  const copy = join(site.folder, 'copy');
  renameSync(path, copy);
  symlinkSync(copy, path);
};

const replaceByFile = (path: string): void => {
  rmSync(path, { recursive: true });
  writeFileSync(path, '');
};
