import { execFileSync } from 'node:child_process';
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
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { diskShelf } from './disk-shelf.ts';

const folder = mkdtempSync(join(tmpdir(), 'recapsule-shelf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const shelf = diskShelf(folder);
const bytes = Buffer.from('encoded');

it('keeps a file, and leaves nothing beside it', async () => {
  expect(await shelf.get('ab/one.avif')).toBeUndefined();
  await shelf.set('ab/one.avif', bytes);
  expect(await shelf.get('ab/one.avif')).toEqual(bytes);
  expect(readdirSync(join(folder, 'ab'))).toEqual(['one.avif']);
});

it.each([
  ['cut', (whole: Buffer) => whole.subarray(0, -1)],
  ['empty', () => Buffer.alloc(0)],
  ['overwritten in one place', (whole: Buffer) => Buffer.from(whole).fill(0, 2, 3)],
  ['longer', (whole: Buffer) => Buffer.concat([whole, Buffer.from('x')])],
])('gives no file that is damaged: %s', async (_, damage) => {
  await shelf.set('cd/two.webp', bytes);
  const path = join(folder, 'cd/two.webp');
  writeFileSync(path, damage(readFileSync(path)));
  expect(await shelf.get('cd/two.webp')).toBeUndefined();
  await shelf.set('cd/two.webp', bytes);
  expect(await shelf.get('cd/two.webp')).toEqual(bytes);
});

it.each<readonly [string, (path: string) => void]>([
  ['a folder', (path) => mkdirSync(join(path, 'below'), { recursive: true })],
  ['a link that leads nowhere', (path) => symlinkSync('nowhere', path)],
  ['a link to a file without an end', (path) => symlinkSync('/dev/zero', path)],
  ['a pipe that nobody writes to', (path) => execFileSync('mkfifo', [path])],
])('gives no file, and keeps none in its way, where %s is in its place', async (kind, make) => {
  const path = join(folder, kind);
  make(path);
  for (const key of [kind, `${kind}/below`]) {
    expect(await shelf.get(key)).toBeUndefined();
    await shelf.set(key, bytes);
  }
});

it('is whole whenever it is read, however many write it', async () => {
  const large = Buffer.alloc(300_000, 7);
  const found = await Promise.all(
    Array.from({ length: 40 }, async (_, index) => {
      if (index % 2 === 0) await shelf.set('ef/three', large);
      return shelf.get('ef/three');
    }),
  );
  for (const one of found) if (one) expect(Buffer.compare(one, large)).toBe(0);
  expect(await shelf.get('ef/three')).toEqual(large);
});

it('notes when a file was used last', async () => {
  await shelf.set('gh/four', bytes);
  const path = join(folder, 'gh/four');
  utimesSync(path, 1000, 1000);
  await shelf.get('gh/four');
  expect(Date.now() - statSync(path).mtimeMs).toBeLessThan(600_000);
});
