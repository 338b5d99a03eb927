import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { fileCache } from './file-cache.ts';

const folder = mkdtempSync(join(tmpdir(), 'recapsule-cache-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const cache = fileCache(folder, 'pictures');
const bytes = Buffer.from('encoded');

/** The file of a value, as a path from the root. */
const fileOf = (key: string): string => {
  const hash = createHash('sha256').update(key).digest('hex');
  return join(folder, 'pictures', hash.slice(0, 2), hash.slice(2, 32));
};

it('keeps a file, and leaves nothing beside it', async () => {
  expect(await cache.get('ab/one.avif')).toBeUndefined();
  await cache.set('ab/one.avif', bytes);
  expect(await cache.get('ab/one.avif')).toEqual(bytes);
  expect(readdirSync(dirname(fileOf('ab/one.avif')))).toEqual([basename(fileOf('ab/one.avif'))]);
  expect(await fileCache(folder, 'cards').get('ab/one.avif')).toBeUndefined();
});

it.each([
  ['cut', (whole: Buffer) => whole.subarray(0, -1)],
  ['empty', () => Buffer.alloc(0)],
  ['overwritten in one place', (whole: Buffer) => Buffer.from(whole).fill(0, 2, 3)],
  ['longer', (whole: Buffer) => Buffer.concat([whole, Buffer.from('x')])],
])('gives no file that is damaged: %s', async (_, damage) => {
  await cache.set('cd/two.webp', bytes);
  const path = fileOf('cd/two.webp');
  writeFileSync(path, damage(readFileSync(path)));
  expect(await cache.get('cd/two.webp')).toBeUndefined();
  await cache.set('cd/two.webp', bytes);
  expect(await cache.get('cd/two.webp')).toEqual(bytes);
});

it.each<readonly [string, (path: string) => void]>([
  ['a folder', (path) => mkdirSync(join(path, 'below'), { recursive: true })],
  ['a link that leads nowhere', (path) => symlinkSync('nowhere', path)],
  ['a link to a file without an end', (path) => symlinkSync('/dev/zero', path)],
  ['a pipe that nobody writes to', (path) => execFileSync('mkfifo', [path])],
])('gives no file, and keeps none in its way, where %s is in its place', async (kind, make) => {
  const path = fileOf(kind);
  mkdirSync(dirname(path), { recursive: true });
  make(path);
  expect(await cache.get(kind)).toBeUndefined();
  await cache.set(kind, bytes);
});

it('is whole whenever it is read, however many write it', async () => {
  const large = Buffer.alloc(300_000, 7);
  const found = await Promise.all(
    Array.from({ length: 40 }, async (_, index) => {
      if (index % 2 === 0) await cache.set('ef/three', large);
      return cache.get('ef/three');
    }),
  );
  for (const one of found) if (one) expect(Buffer.compare(one, large)).toBe(0);
  expect(await cache.get('ef/three')).toEqual(large);
});

it('notes when a file was used last', async () => {
  await cache.set('gh/four', bytes);
  const path = fileOf('gh/four');
  utimesSync(path, 1000, 1000);
  await cache.get('gh/four');
  expect(Date.now() - statSync(path).mtimeMs).toBeLessThan(600_000);
});
