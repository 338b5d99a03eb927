import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
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
  expect(Date.now() - statSync(path).mtimeMs).toBeLessThan(60_000);
});
