import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { openStore } from './value-store.ts';

const keyOf = (name: string): Buffer => createHash('sha256').update(name).digest();
const value = Buffer.from('a rendered text of an entry that is long enough to be found again'.repeat(20));
const many = Array.from({ length: 300 }, (_, index) => `entry ${index}`);

/** A store of many values that no process has open. */
const aFile = async (): Promise<string> => {
  const file = join(temporaryFolder(), 'bodies/values.sqlite');
  const store = openStore(file);
  await Promise.all(many.map((name) => store.set(keyOf(name), Buffer.concat([value, Buffer.from(name)]))));
  return file;
};

const found = (file: string): readonly (string | undefined)[] => {
  const store = openStore(file);
  return many.map((name) => store.get(keyOf(name))?.subarray(value.length).toString());
};

it('gives what was set, replaces and removes it, and leaves one file', async () => {
  const file = await aFile();
  expect(found(file)).toEqual(many);
  const [first, second] = [openStore(file), openStore(file)];
  await first.set(keyOf('entry 0'), Buffer.alloc(0));
  await first.set(keyOf('entry 1'), undefined);
  expect(second.get(keyOf('entry 0'))).toEqual(Buffer.alloc(0));
  expect(second.get(keyOf('entry 1'))).toBeUndefined();
  expect(readdirSync(dirname(file))).toEqual(['values.sqlite']);
});

it('gives no value with a byte that the disk has changed', async () => {
  const file = await aFile();
  writeFileSync(file, readFileSync(file, 'latin1').replaceAll('entry 299', 'entry 2_9'), 'latin1');
  expect(found(file)).toEqual(many.map((name) => (name === 'entry 299' ? undefined : name)));
});

it.each<readonly [string, (whole: Buffer) => Buffer]>([
  ['that is cut', (whole) => whole.subarray(0, 50_000)],
  ['that is empty', () => Buffer.alloc(0)],
  ['without its beginning', (whole) => Buffer.from(whole).fill(7, 0, 100)],
  ['with holes', (whole) => whole.map((byte, index) => (index % 4096 < 20 && index > 4096 ? 255 : byte)) as Buffer],
  ['of somebody else', () => alien()],
])('makes a database anew %s', async (_, damage) => {
  const file = await aFile();
  writeFileSync(file, damage(readFileSync(file)));
  for (const one of found(file)) expect([undefined, ...many]).toContain(one);
  const store = openStore(file);
  await store.set(keyOf('new'), value);
  expect(store.get(keyOf('new'))).toEqual(value);
  expect(openStore(file).get(keyOf('new'))).toEqual(value);
});

const alien = (): Buffer => {
  const file = join(temporaryFolder(), 'alien.sqlite');
  const database = new DatabaseSync(file);
  database.exec('CREATE TABLE kept (name TEXT)');
  database.close();
  return readFileSync(file);
};

it.each<readonly [string, (path: string) => void]>([
  ['a folder', (path) => mkdirSync(join(path, 'below'), { recursive: true })],
  ['a link that leads nowhere', (path) => symlinkSync('nowhere', path)],
  ['a link to a file without an end', (path) => symlinkSync('/dev/zero', path)],
  ['a pipe that nobody writes to', (path) => execFileSync('mkfifo', [path])],
])('keeps nothing where %s is in its place', async (_, make) => {
  const file = join(temporaryFolder(), 'values.sqlite');
  make(file);
  const store = openStore(file);
  await store.set(keyOf('one'), value);
  expect(store.get(keyOf('one'))).toBeUndefined();
  expect(store.prune(Date.now())).toEqual([]);
});

it('keeps nothing where a file is in the place of its folder', async () => {
  const folder = join(temporaryFolder(), 'bodies');
  writeFileSync(folder, '');
  const store = openStore(join(folder, 'values.sqlite'));
  await store.set(keyOf('one'), value);
  expect(store.get(keyOf('one'))).toBeUndefined();
});

it('begins anew where its file is deleted while it is open', async () => {
  const file = await aFile();
  const store = openStore(file);
  expect(store.get(keyOf('entry 0'))).toBeDefined();
  rmSync(dirname(file), { recursive: true });
  expect(store.get(keyOf('entry 0'))).toBeUndefined();
  await store.set(keyOf('new'), value);
  expect(openStore(file).get(keyOf('new'))).toEqual(value);
});

it('is whole after a process was killed while it wrote, and waits for none for long, and only once', async () => {
  const file = await aFile();
  const holder = spawn(process.execPath, [join(import.meta.dirname, 'testing/hold-store.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  const waiting = openStore(file, 50);
  const begin = performance.now();
  for (const name of many) expect(waiting.get(keyOf(name))).toBeUndefined();
  await waiting.set(keyOf('new'), value);
  expect(performance.now() - begin).toBeLessThan(1000);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(readdirSync(dirname(file))).toEqual(['values.sqlite', 'values.sqlite-journal']);
  expect(found(file)).toEqual(many);
  expect(readdirSync(dirname(file))).toEqual(['values.sqlite']);
});

it('takes what several threads write at the same time', async () => {
  const file = join(temporaryFolder(), 'values.sqlite');
  const program = `
    const { workerData: { file, module, thread, key } } = require('node:worker_threads');
    import(module).then(async ({ openStore }) => {
      const store = openStore(file);
      for (let index = 0; index < 50; index += 1) await store.set(Buffer.from(thread + ' ' + index), Buffer.from('x' + index));
    });`;
  const module = import.meta.resolve('./value-store.ts');
  const threads = ['a', 'b', 'c', 'd'];
  await Promise.all(
    threads.map((thread) => once(new Worker(program, { eval: true, workerData: { file, module, thread } }), 'exit')),
  );
  const store = openStore(file);
  for (const thread of threads)
    for (let index = 0; index < 50; index += 1)
      expect(store.get(Buffer.from(`${thread} ${index}`))?.toString(), `${thread} ${index}`).toBe(`x${index}`);
});
