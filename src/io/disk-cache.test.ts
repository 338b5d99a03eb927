import { expect, test } from 'vitest';
import { filesOf } from '../../scripts/testing/built-site.ts';
import { temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { diskCache } from './disk-cache.ts';
import { fileCache } from './file-cache.ts';

const [small, large] = [Buffer.alloc(1000, 1), Buffer.alloc(100_000, 2)];

test('small values of a kind share a file, a large one has its own', async () => {
  const folder = temporaryFolder();
  const cache = diskCache(folder, 'bodies');
  const names = Array.from({ length: 50 }, (_, index) => `event ${index}`);
  await Promise.all([...names.map((name) => cache.set(name, small)), cache.set('large', large)]);
  for (const name of names) expect(await cache.get(name)).toEqual(small);
  expect(await cache.get('large')).toEqual(large);
  expect(await diskCache(folder, 'cards').get('large')).toBeUndefined();
  expect([...filesOf(folder).keys()]).toEqual([
    expect.stringMatching(/^bodies\/[0-9a-f]{2}\//),
    'bodies/recapsule.sqlite',
  ]);
});

test('a value that becomes large, and small again, is the last one that was set', async () => {
  const cache = diskCache(temporaryFolder(), 'bodies');
  for (const value of [small, large, small, Buffer.alloc(0), large]) {
    await cache.set('event', value);
    expect(await cache.get('event')).toEqual(value);
  }
});

test('what was kept in files without SQLite is found with it', async () => {
  const folder = temporaryFolder();
  await fileCache(folder, 'bodies').set('event', small);
  expect(await diskCache(folder, 'bodies').get('event')).toEqual(small);
});
