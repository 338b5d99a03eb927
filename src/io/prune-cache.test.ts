import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { filesOf } from '../../scripts/testing/built-site.ts';
import { temporaryFolder, writeFiles } from '../../scripts/testing/temporary-content.ts';
import { diskCache } from './disk-cache.ts';
import { fileCache } from './file-cache.ts';
import { beginOfLastBuild, noteBuild, pruneCache, pruneDaily } from './prune-cache.ts';

const day = 24 * 60 * 60 * 1000;

/** A cache with three values in files, of which one was used long ago, and files that are none. */
const aCache = async () => {
  const folder = temporaryFolder();
  await fileCache(folder, 'pictures').set('old', Buffer.from('old'));
  const [old = ''] = [...filesOf(folder).keys()];
  utimesSync(join(folder, old), 1000, 1000);
  await fileCache(folder, 'pictures').set('new', Buffer.from('picture'));
  await fileCache(folder, 'cards').set('new', Buffer.from('card'));
  const values = [...filesOf(folder).keys()].filter((path) => path !== old);
  await writeFiles(folder, {
    'pictures/holiday.jpg': 'mine',
    'pictures/0a/notes.txt': 'mine',
    'press/0123/bundle.mjs': 'templates',
    'thesis.doc': 'mine',
  });
  const others = [...filesOf(folder).keys()].filter((path) => path !== old && !values.includes(path));
  return { folder, old, values, others };
};

test('values that nobody has used since a moment go, with the folders that are empty then', async () => {
  const { folder, values, others } = await aCache();
  const { gone, kept } = pruneCache(folder, 2_000_000);
  expect([...filesOf(folder).keys()]).toEqual([...values, ...others].sort());
  expect([gone, kept]).toEqual([
    { values: 1, bytes: 'old'.length + 8 },
    { values: 2, bytes: 'picturecard'.length + 16 },
  ]);
});

test('nothing that is no value is touched, even if all of them are to go', async () => {
  const { folder, others } = await aCache();
  expect(pruneCache(folder, Date.now() + day).kept.values).toBe(0);
  expect([...filesOf(folder).keys()]).toEqual(others);
});

test('of small values go those that nobody has used since a moment, and the database shrinks', async () => {
  const folder = temporaryFolder();
  const cache = diskCache(folder, 'bodies');
  await Promise.all(Array.from({ length: 200 }, (_, index) => cache.set(`old ${index}`, Buffer.alloc(1000))));
  await setTimeout(5);
  const moment = Date.now();
  await cache.set('new', Buffer.from('body'));
  const before = sizeOfAll(folder);
  expect(pruneCache(folder, moment)).toEqual({
    gone: { values: 200, bytes: 200_000 },
    kept: { values: 1, bytes: 'body'.length },
  });
  expect(sizeOfAll(folder)).toBeLessThan(before / 10);
  expect(await cache.get('new')).toEqual(Buffer.from('body'));
  expect(await cache.get('old 7')).toBeUndefined();
});

const sizeOfAll = (folder: string): number =>
  [...filesOf(folder).values()].reduce((sum, { length }) => sum + length, 0);

test('what a killed process has left goes after a day', async () => {
  const { folder } = await aCache();
  const [old, young] = ['aB3dE6', 'aB3dE7'].map((end) => join(folder, 'pictures/0a', `.${'c'.repeat(30)}-${end}`));
  for (const path of [old, young]) mkdirSync(path ?? '');
  utimesSync(old ?? '', 1000, 1000);
  pruneCache(folder, 0);
  expect(() => mkdirSync(young ?? '')).toThrow('EEXIST');
  mkdirSync(old ?? '');
});

test('a cache that is not there is empty, and no build has used it', () => {
  const folder = join(temporaryFolder(), 'none');
  expect(pruneCache(folder, Date.now()).gone).toEqual({ values: 0, bytes: 0 });
  expect(beginOfLastBuild(folder)).toBeUndefined();
});

test('a build notes when it begins', async () => {
  const { folder } = await aCache();
  noteBuild(folder);
  expect(Date.now() - (beginOfLastBuild(folder) ?? 0)).toBeLessThan(600_000);
});

test('once a day goes what has not been used for a month', async () => {
  const { folder, old, values } = await aCache();
  pruneDaily(folder);
  expect([...filesOf(folder).keys()]).toContain(old);
  pruneDaily(folder);
  expect([...filesOf(folder).keys()]).toContain(old);
  utimesSync(join(folder, 'last-prune'), new Date(Date.now() - 2 * day), new Date(Date.now() - 2 * day));
  pruneDaily(folder);
  expect([...filesOf(folder).keys()]).not.toContain(old);
  expect([...filesOf(folder).keys()]).toEqual(expect.arrayContaining(values));
});

test('a cache in whose place is a file stops no build and no publish', () => {
  const file = join(temporaryFolder(), 'cache');
  writeFileSync(file, '');
  expect(() => noteBuild(file)).not.toThrow();
  expect(() => pruneDaily(file)).not.toThrow();
  expect(beginOfLastBuild(file)).toBeUndefined();
});
