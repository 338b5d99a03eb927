import { mkdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOf } from '../testing/built-site.ts';
import { temporaryFolder, writeFiles } from '../testing/temporary-content.ts';
import { pruneCache } from './prune-cache.ts';

const hash = 'ab'.repeat(16);
const files = {
  [`pictures/0a/${hash}/measured-3.json`]: '{}',
  [`pictures/0a/${hash}/still-650.webp`]: 'still',
  [`pictures/0b/${hash}/1300.avif`]: 'picture',
  [`cards/0b/${hash}/card.png`]: 'card',
  [`pictures/names/${hash}`]: 'name',
  [`bodies/${'c'.repeat(20)}/${'d'.repeat(16)}.json`]: '[]',
  [`search/${'e'.repeat(16)}.index`]: 'index',
};

/** A cache, with files that are not of its own. */
const aCache = async (): Promise<string> =>
  writeFiles(temporaryFolder(), {
    ...files,
    'pictures/holiday.jpg': 'mine',
    'bodies/notes.txt': 'mine',
    'press/0123/bundle.mjs': 'templates',
    'thesis.doc': 'mine',
  });

test('what is used stays, and what is not goes, with the folders that are empty then', async () => {
  const folder = await aCache();
  const { gone, kept } = pruneCache(folder, (path) => path.includes('0a') || path.startsWith('bodies'));
  expect([...filesOf(folder).keys()]).toEqual([
    `bodies/${'c'.repeat(20)}/${'d'.repeat(16)}.json`,
    'bodies/notes.txt',
    `pictures/0a/${hash}/measured-3.json`,
    `pictures/0a/${hash}/still-650.webp`,
    'pictures/holiday.jpg',
    'press/0123/bundle.mjs',
    'thesis.doc',
  ]);
  expect([gone, kept]).toEqual([
    { files: 4, bytes: 20 },
    { files: 3, bytes: 9 },
  ]);
});

test('nothing that is not of the cache is touched, even if all of it is to go', async () => {
  const folder = await aCache();
  expect(pruneCache(folder, () => false).kept.files).toBe(0);
  expect([...filesOf(folder).keys()]).toEqual([
    'bodies/notes.txt',
    'pictures/holiday.jpg',
    'press/0123/bundle.mjs',
    'thesis.doc',
  ]);
});

test('it is told when each was used last', async () => {
  const folder = await aCache();
  const [old] = Object.keys(files);
  utimesSync(join(folder, old ?? ''), 1000, 1000);
  expect(pruneCache(folder, (_, used) => used > 2_000_000).gone.files).toBe(1);
});

test('what a killed process has left goes after a day', async () => {
  const folder = await aCache();
  for (const name of ['.1300.avif-aB3dE6', '.650.webp-aB3dE7']) mkdirSync(join(folder, 'pictures/0a', hash, name));
  utimesSync(join(folder, 'pictures/0a', hash, '.1300.avif-aB3dE6'), 1000, 1000);
  pruneCache(folder, () => false);
  expect(() => mkdirSync(join(folder, 'pictures/0a', hash, '.650.webp-aB3dE7'))).toThrow('EEXIST');
  mkdirSync(join(folder, 'pictures/0a', hash, '.1300.avif-aB3dE6'));
});

test('a cache that is not there is empty', () => {
  expect(pruneCache(join(temporaryFolder(), 'none'), () => false).gone).toEqual({ files: 0, bytes: 0 });
});
