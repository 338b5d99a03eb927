import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { type Clone, type Server, startedServer } from '../src/publish/git/testing/a-server.ts';
import { pushesFrom } from '../src/publish/git/testing/pushes.ts';
import { currentRelease } from '../src/publish/switch-release.ts';
import { missingIn } from '../src/publish/verify-complete.ts';
import { patience } from './testing/patience.ts';
import { isolateGit } from './testing/repository.ts';
import { entryFile, temporaryFolder } from './testing/temporary-content.ts';

const parent = temporaryFolder();
isolateGit(parent);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(parent, 'server-'));
});

const at = '2020-03-02T11:00';

const started = () => startedServer(folder);

test('a burst of pushes is merged: one publish runs, one waits, and the last commit is live', async () => {
  const { server } = await started();
  const { refused } = await pushesFrom(server, { clones: 3, pushes: 20 });
  expect(refused).toEqual([]);
  const log = await server.settled();
  expect(overlapping(log)).toEqual([]);
  for (let number = 0; number < 20; number += 1) expect(server.page(`fair/burst-${number}/index.html`)).toBeDefined();
  expect(log.match(/^\S+ push .* is live in /gm)).toHaveLength(21);
  expect(missingIn(server.site, currentRelease(server.site) ?? '')).toEqual([]);
});

/** Publishes that began before an earlier one had ended. */
const overlapping = (log: string): readonly string[] => {
  let running = 0;
  return log.split('\n').filter((line) => {
    if (/ end \d+$/.test(line)) running -= 1;
    const begins = / begin \d+ /.test(line);
    if (begins) running += 1;
    return begins && running > 1;
  });
};

/** Pushes an entry, and kills the publish that it started. */
const pushAndKill = async (server: Server, clone: Clone): Promise<void> => {
  const killed = server.log().match(/ begin /g)?.length ?? 0;
  await clone.commit({ 'fair/second.md': entryFile('Second', at) });
  await clone.push();
  const begins = () => [...server.log().matchAll(/ begin (\d+) /g)].map(([, pid]) => Number(pid));
  await vi.waitUntil(() => begins().length > killed, { timeout: patience, interval: 5 });
  process.kill(begins().at(-1) ?? 0, 'SIGKILL');
};

test('the publish that got ready during the check is not the only one: where it dies, the other one goes on', async () => {
  const { server, clone } = await started();
  await pushAndKill(server, clone);
  const log = await server.settled();
  expect(log.match(/ begin \d+ for 1 push/g)?.length).toBeGreaterThan(2);
  expect(server.page('fair/second/index.html')).toBeDefined();
});

test('a killed publish leaves nothing in the way, and the next one reports its push', async () => {
  const { server, clone } = await started();
  // With that hook another publish would be ready to take over.
  rmSync(join(server.repo, 'hooks/pre-receive'));
  await pushAndKill(server, clone);
  const second = (await clone.git('rev-parse', '--short=8', 'HEAD')).stdout.trim();
  await clone.commit({ 'fair/third.md': entryFile('Third', at) });
  await clone.push();
  const log = await server.settled();
  expect(log).toMatch(new RegExp(`push .*\\.\\.${second} .* is live in .*, merged with `));
  for (const name of ['second', 'third']) expect(server.page(`fair/${name}/index.html`)).toBeDefined();
  expect(missingIn(server.site, currentRelease(server.site) ?? '')).toEqual([]);
});

test('what lies in the queue and is no record of a push is reported and removed', async () => {
  const { server, clone } = await started();
  const queue = join(server.site.folder, 'state/queue');
  await writeFile(join(queue, 'no-record'), '\0');
  await mkdir(join(queue, 'folder/in/it'), { recursive: true });
  await clone.commit({ 'fair/second.md': entryFile('Second', at) });
  await clone.push();
  const log = await server.settled();
  expect(log).toContain('no-record in the queue is no record of a push, and is removed');
  expect(readdirSync(queue)).toEqual([]);
  expect(server.page('fair/second/index.html')).toBeDefined();
});

test('the reason why a publish fails is reported in the log and to the next one who pushes, and its way out works', async () => {
  const { server, clone } = await started();
  rmSync(join(server.repo, 'hooks/pre-receive'));
  rmSync(join(server.site.folder, 'state/standby'), { force: true });
  rmSync(server.site.lock);
  mkdirSync(server.site.lock);
  await clone.commit({ 'fair/second.md': entryFile('Second', at) });
  expect((await clone.push()).stderr).toContain('live in a moment');
  const failed = join(server.site.folder, 'state/failed');
  await vi.waitUntil(() => existsSync(failed), { timeout: patience });
  const why = `The lock ${server.site.lock} cannot be taken: a folder is in its place. Remove it with rm -r '${server.site.lock}', then try again: that makes it anew.`;
  expect(server.log()).toContain(why);
  await clone.commit({ 'fair/third.md': entryFile('Third', at) });
  const { stderr } = await clone.push();
  expect(stderr).toContain('The last publish has failed, and readers see an earlier state');
  expect(stderr).toContain(why);
  expect(readdirSync(join(server.site.folder, 'state/queue'))).toHaveLength(2);
  rmSync(server.site.lock, { recursive: true });
  await clone.commit({ 'fair/fourth.md': entryFile('Fourth', at) });
  await clone.push();
  const log = await server.settled();
  expect(log.match(/^\S+ push .* is live in /gm)).toHaveLength(4);
  expect(log).not.toMatch(/^ +at /m);
  expect(existsSync(failed)).toBe(false);
  for (const name of ['second', 'third', 'fourth']) expect(server.page(`fair/${name}/index.html`)).toBeDefined();
});

test('a site whose state is removed goes on, and an entry that never went live can be taken back', async () => {
  const { server, clone } = await started();
  rmSync(join(server.site.folder, 'state'), { recursive: true });
  await clone.commit({ 'fair/second.md': entryFile('?!', at, '?!') });
  expect((await clone.push()).stderr).toContain('live in a moment');
  await vi.waitUntil(() => server.page('fair/second/index.html') !== undefined, { timeout: patience });
  await server.settled();
  // A publish that fails: what is pushed then has been seen by nobody.
  rmSync(join(server.site.folder, 'state/queue'), { recursive: true });
  writeFileSync(join(server.site.folder, 'state/queue'), '');
  await clone.commit({ 'fair/third.md': entryFile('Third', at) });
  expect((await clone.push()).stderr).toContain('Move away what is in its place.');
  await clone.commit({ 'fair/third.md': undefined });
  expect(await clone.push()).toMatchObject({ code: 0 });
  rmSync(join(server.site.folder, 'state/queue'));
  await clone.commit({ 'fair/second.md': undefined });
  const { code, stderr } = await clone.push();
  expect(code).not.toBe(0);
  expect(stderr).toContain('Unexpected loss of "/fair/second/"');
});
