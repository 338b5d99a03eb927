import { expect, it } from 'vitest';
import { patience } from '../../testing/patience.ts';
import { temporaryFolder } from '../../testing/temporary-content.ts';
import { runWatched, type Watched } from './run-watched.ts';

const folder = temporaryFolder();
const run = (code: string, seconds = patience / 1000): Promise<Watched> =>
  runWatched(
    { args: ['--input-type=module', '--eval', code], folder, environment: { GREETING: 'hello' } },
    { limits: { seconds, memory: 2 ** 30 }, signal: new AbortController().signal },
  );

it('gives what a program says, and how it ends', async () => {
  const ended = await run(
    'console.log(process.env.GREETING, process.cwd()); console.error("oh"); process.exitCode = 7',
  );
  expect(ended).toMatchObject({
    code: 7,
    signal: null,
    isStopped: false,
    stderr: 'oh\n',
    lookups: [],
    connections: [],
  });
  expect(ended.stdout).toContain('hello ');
});

it('keeps from a program what the environment of the soak says', async () => {
  expect((await run('console.log(Object.keys(process.env).sort().join())')).stdout).toBe('GREETING,PATH\n');
});

it('stops a program whose time is over', async () => {
  const ended = await run('console.log("started"); for (;;);', 1);
  expect(ended).toMatchObject({ code: null, signal: 'SIGKILL', isStopped: true, peak: undefined });
  expect(ended.seconds).toBeLessThan(patience / 1000);
});

it('counts the memory of the program, and not that of the one that has started it', async () => {
  const mebibyte = 2 ** 20;
  const ballast = Buffer.alloc(400 * mebibyte, 1);
  const small = await run('');
  const large = await run(`globalThis.kept = Buffer.alloc(${300 * mebibyte}, 1)`);
  expect(ballast[1]).toBe(1);
  expect(small.peak).toBeLessThan(200 * mebibyte);
  expect(large.peak).toBeGreaterThan(300 * mebibyte);
  expect(large.peak).toBeLessThan(500 * mebibyte);
});

it.each([
  ['fetch', 'await fetch("http://news.example/x").catch(() => {})'],
  ['dns.lookup', 'import { lookup } from "node:dns"; lookup("news.example", () => {})'],
  ['dns.promises', 'import { lookup } from "node:dns/promises"; await lookup("news.example").catch(() => {})'],
])('notices a name that is looked up by %s, and finds no host of it', async (_, code) => {
  expect(await run(code)).toMatchObject({ code: 0, lookups: ['news.example'], connections: [] });
});

it.each([
  ['fetch', 'await fetch("http://127.0.0.1:8099/").catch(({ cause }) => console.log(cause.code))'],
  [
    'net',
    'import { connect } from "node:net"; connect(8099, "127.0.0.1").on("error", ({ code }) => console.log(code))',
  ],
  [
    'a name of this machine',
    'await fetch("http://private.example:8099/").catch(({ cause }) => console.log(cause.code))',
  ],
])('notices a connection by %s, and makes none', async (_, code) => {
  const { connections, stdout } = await run(code);
  expect(connections).toEqual(['127.0.0.1:8099']);
  expect(stdout).toBe('ENETUNREACH\n');
});

it('stops the program, and itself, when the soak is stopped', async () => {
  const stop = new AbortController();
  const running = runWatched(
    { args: ['--eval', 'for (;;);'], folder, environment: {} },
    { limits: { seconds: patience / 1000, memory: 1 }, signal: stop.signal },
  );
  setTimeout(() => stop.abort(new Error('enough')), 200);
  await expect(running).rejects.toThrow('enough');
});
