import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { lock, lockWithin, takeTurn, tryLock } from './lock.ts';
import { PublishFault } from './publish-fault.ts';
import { openSiteFolder } from './site-folder.ts';
import { aSiteFolder } from './testing/a-site.ts';

const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** Starts a process that takes the lock, and waits for what it says. */
const holdElsewhere = async (file: string): Promise<{ said: string; kill: () => Promise<unknown> }> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'testing/hold-lock.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [said] = await once(child.stdout, 'data');
  const kill = (): Promise<unknown> => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    return ended;
  };
  return { said: String(said).trim(), kill };
};

test('one has a lock at a time, in this process too', () => {
  const { lock: file } = aSiteFolder();
  const first = tryLock(file);
  expect(first).toBeDefined();
  expect(tryLock(file)).toBeUndefined();
  first?.release();
  first?.release();
  using second = tryLock(file);
  expect(second).toBeDefined();
});

test('a lock goes with its process, however that ends', async () => {
  const { lock: file } = aSiteFolder();
  const other = await holdElsewhere(file);
  expect(other.said).toBe('held');
  expect(tryLock(file)).toBeUndefined();
  await other.kill();
  using own = tryLock(file);
  expect(own).toBeDefined();
  expect((await holdElsewhere(file)).said).toBe('refused');
});

test('waiting for a lock stops nothing else in this process and burns no processor', async () => {
  const { lock: file } = aSiteFolder();
  const first = tryLock(file);
  const waits = lock(file);
  const before = process.cpuUsage();
  let ticked = 0;
  const ticks = setInterval(() => {
    ticked += 1;
  }, 5);
  await setTimeout(500);
  clearInterval(ticks);
  const { user, system } = process.cpuUsage(before);
  // A hundred at best; a lock that blocked this process would leave none.
  expect(ticked).toBeGreaterThan(5);
  expect((user + system) / 1000).toBeLessThan(250);
  first?.release();
  using second = await waits;
  expect(second).toBeDefined();
});

test('waiting can have an end', async () => {
  const { lock: file } = aSiteFolder();
  using held = tryLock(file);
  expect(await lockWithin(file, 60)).toBeUndefined();
  held?.release();
  using own = await lockWithin(file, 60);
  expect(own).toBeDefined();
});

test('one runs, one waits, and all others are sent away', async () => {
  const site = aSiteFolder();
  const running = await takeTurn(site);
  const waiting = takeTurn(site);
  expect(await takeTurn(site)).toBeUndefined();
  expect(await takeTurn(site)).toBeUndefined();
  running?.release();
  const next = await waiting;
  expect(next).toBeDefined();
  const third = takeTurn(site);
  next?.release();
  using last = await third;
  expect(last).toBeDefined();
});

test('who is refused a lock has met somebody who had it', async () => {
  const { lock: file } = aSiteFolder();
  const reported = await Promise.all([contend(file), contend(file), contend(file)]);
  const unexplained = reported.flatMap(({ refused }, index) => {
    const held = reported.flatMap((other, number) => (number === index ? [] : other.held));
    return refused.filter(([from, to]) => !held.some(([start, end]) => start <= to && end >= from));
  });
  expect(Math.min(...reported.map(({ refused }) => refused.length))).toBeGreaterThan(100);
  expect(unexplained).toEqual([]);
});

type Contention = { readonly held: readonly [number, number][]; readonly refused: readonly [number, number][] };

const contend = async (file: string): Promise<Contention> => {
  const program = join(import.meta.dirname, 'testing/contend.ts');
  return JSON.parse((await promisify(execFile)(process.execPath, [program, file], { maxBuffer: 2 ** 26 })).stdout);
};

test('a lock that cannot be written is a fault, not a lock', () => {
  const { folder } = aSiteFolder();
  expect(() => tryLock(join(folder, 'state/none'))).toThrow(PublishFault);
});

test.each<readonly [string, string, (file: string) => void]>([
  ['text', 'it holds what no publish has written', (file) => writeFileSync(file, 'text '.repeat(200))],
  ['a folder', 'a folder is in its place', (file) => mkdirSync(join(file, 'below'), { recursive: true })],
  ['a pipe', 'a pipe is in its place', (file) => execFileSync('mkfifo', [file])],
  ['a device', 'something that is no file is in its place', (file) => symlinkSync('/dev/zero', file)],
])('%s in the place of a lock is named, with a way out that works', (_, why, damage) => {
  const { lock: file, folder } = aSiteFolder();
  rmSync(file);
  damage(file);
  expect(() => tryLock(file)).toThrow(
    new PublishFault(
      `The lock ${file} cannot be taken: ${why}. Remove it with rm -r '${file}', then try again: that makes it anew.`,
    ),
  );
  execFileSync('sh', ['-c', `rm -r '${file}'`]);
  using own = tryLock(openSiteFolder(folder).lock);
  expect(own).toBeDefined();
});
