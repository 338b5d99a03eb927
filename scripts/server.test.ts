import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { aServer, begunServer, type Clone, firstContent, type Server } from '../src/publish/git/testing/a-server.ts';
import { pushesFrom } from '../src/publish/git/testing/pushes.ts';
import { takeTurn } from '../src/publish/lock.ts';
import { currentRelease } from '../src/publish/switch-release.ts';
import { missingIn } from '../src/publish/verify-complete.ts';
import { isolateGit, runIn } from './testing/repository.ts';
import { entryFile, temporaryFolder } from './testing/temporary-content.ts';

const parent = temporaryFolder();
isolateGit(parent);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(parent, 'server-'));
});

const at = '2020-03-02T11:00';

const begun = () => begunServer(folder);

describe('a push', () => {
  test('to an empty repository becomes the first release, and the log says which', async () => {
    const server = await aServer(folder);
    const clone = await server.clone('desk');
    await clone.commit(firstContent);
    const { code, stderr } = await clone.push();
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining('live in a moment') });
    const log = await server.settled();
    expect(server.page('fair/first/index.html')).toContain('First');
    expect(log).toMatch(/push 00000000\.\.[0-9a-f]{8} of \S+Z by .* is live in \d{8}T\d{6}Z-[0-9a-f]{8}$/m);
  });

  test('with an error is refused in the terminal of the one who pushes, with file, line and cure', async () => {
    const { server, clone } = await begun();
    await clone.commit({ 'fair/second.md': entryFile('Second', at, 'Text.', 'topcis: [a]\n') });
    const { code, stderr } = await clone.push();
    expect(code).not.toBe(0);
    expect(stderr).toContain('content/fair/second.md:4:1 error unknown-key');
    expect(stderr).toContain('Did you mean "topics"?');
    expect(server.page('fair/second/index.html')).toBeUndefined();
    expect(existsSync(join(server.site.folder, 'state/queue'))).toBe(true);
  });

  test('that breaks a link of another event is refused with the place of that link', async () => {
    const { clone } = await begun();
    const other = { 'show/event.md': firstContent['fair/event.md'] };
    await clone.commit({
      ...other,
      'show/a.md': entryFile('A', at, 'See [it](../fair/first.md) and [it](/fair/first/).'),
    });
    expect(await clone.push()).toMatchObject({ code: 0 });
    await clone.commit({
      'fair/first.md': undefined,
      'fair/1000-first.md': entryFile('First', '2020-03-02T10:00'),
    });
    const { code, stderr } = await clone.push();
    expect(code).not.toBe(0);
    expect(stderr).toContain('content/show/a.md:5:5 error broken-link');
  });

  test('that takes away what readers have seen is refused with the way to keep its address', async () => {
    const { server, clone } = await begun();
    await clone.commit({ 'fair/first.md': undefined, 'fair/other.md': entryFile('Other', at) });
    const { code, stderr } = await clone.push();
    expect(code).not.toBe(0);
    expect(stderr).toContain('/fair/first/ (content/fair/first.md) would be gone');
    await clone.commit({ 'fair/other.md': entryFile('Other', at, 'Text.', 'aliases: [first]\n') });
    expect(await clone.push()).toMatchObject({ code: 0 });
    await server.settled();
    expect(server.page('fair/first/index.html')).toContain('url=/fair/other/');
  });

  test('without a change of content is told, and so is one of another branch: not at all', async () => {
    const { server, clone } = await begun();
    await clone.commit({});
    expect(await clone.push()).toMatchObject({ code: 0 });
    const log = await server.settled();
    expect(log.trim().split('\n').at(-2)).toMatch(/push .* is live in /);
    const { code, stderr } = await clone.push('HEAD:refs/heads/idea');
    expect({ code, isTold: stderr.includes('moment') }).toEqual({ code: 0, isTold: false });
    expect(stderr).toContain('Readers see the branch main, and no other.');
  });

  test('that goes back by force lets readers see that content; the branch itself cannot be deleted', async () => {
    const { server, clone } = await begun();
    await clone.commit({ 'fair/second.md': entryFile('Second', at) });
    await clone.push();
    await server.settled();
    expect(server.page('fair/second/index.html')).toBeDefined();
    await runIn(server.repo, 'git', ['config', 'recapsule.allowLost', 'true']);
    expect(await clone.push('--force', 'HEAD~1:main')).toMatchObject({ code: 0 });
    await server.settled();
    expect(server.page('fair/second/index.html')).toBeUndefined();
    await runIn(server.repo, 'git', ['config', 'receive.denyDeleteCurrent', 'false']);
    const { code, stderr } = await clone.push('--delete', 'main');
    expect(code).not.toBe(0);
    expect(stderr).toContain('The branch main is what readers see, and cannot be deleted.');
  });

  test('with an error, where nothing refuses it, leaves the earlier release, and the log says why', async () => {
    const { server, clone } = await begun();
    rmSync(join(server.repo, 'hooks/pre-receive'));
    const before = currentRelease(server.site);
    await clone.commit({ 'fair/second.md': 'broken' });
    expect(await clone.push()).toMatchObject({ code: 0 });
    const log = await server.settled();
    expect(currentRelease(server.site)).toBe(before);
    expect(log).toContain('fair/second.md:1:1 error front-matter-missing');
    expect(log).toMatch(/push .* is not published; readers see the earlier release/);
    // Who pushes next learns that something is wrong, until it is mended.
    await clone.commit({});
    expect((await clone.push()).stderr).toContain('The last publish has failed');
    await server.settled();
    await clone.commit({ 'fair/second.md': entryFile('Second', at) });
    await clone.push();
    await server.settled();
    await clone.commit({});
    expect((await clone.push()).stderr).toContain('live in a moment');
    await server.settled();
  });

  test('to a site that has been moved is told, and makes no other one in its place', async () => {
    const { server, clone } = await begun();
    const elsewhere = join(folder, 'moved');
    renameSync(server.site.folder, elsewhere);
    await clone.commit({ 'fair/second.md': entryFile('Second', at) });
    const { code, stderr } = await clone.push();
    expect(code).toBe(0);
    expect(stderr.replaceAll(/\s*remote: ?/g, ' ')).toContain('received, but not published: the folder of the site');
    expect(stderr).toContain('server install --repo');
    expect(existsSync(server.site.folder)).toBe(false);
  });
});

test('a burst of pushes is merged: one publish runs, one waits, and the last commit is live', async () => {
  const { server } = await begun();
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

/** Pushes an entry, and kills the publish that has begun. */
const pushAndKill = async (server: Server, clone: Clone): Promise<void> => {
  const killed = server.log().match(/ begin /g)?.length ?? 0;
  await clone.commit({ 'fair/second.md': entryFile('Second', at) });
  await clone.push();
  const begins = () => [...server.log().matchAll(/ begin (\d+) /g)].map(([, pid]) => Number(pid));
  await vi.waitUntil(() => begins().length > killed, { timeout: 60_000, interval: 5 });
  process.kill(begins().at(-1) ?? 0, 'SIGKILL');
};

test('the publish that got ready during the check is not the only one: where it dies, the other one goes on', async () => {
  const { server, clone } = await begun();
  await pushAndKill(server, clone);
  const log = await server.settled();
  expect(log.match(/ begin \d+ for 1 push/g)?.length).toBeGreaterThan(2);
  expect(server.page('fair/second/index.html')).toBeDefined();
});

test('a killed publish leaves nothing in the way, and its push is told of by the next one', async () => {
  const { server, clone } = await begun();
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

test('what lies in the queue and is no record of a push is told and removed', async () => {
  const { server, clone } = await begun();
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

test('where nothing refuses it, a branch that is deleted leaves the earlier release, and the log says so', async () => {
  const { server, clone } = await begun();
  rmSync(join(server.repo, 'hooks/pre-receive'));
  await runIn(server.repo, 'git', ['config', 'receive.denyDeleteCurrent', 'false']);
  expect(await clone.push('--delete', 'main')).toMatchObject({ code: 0 });
  const log = await server.settled();
  expect(log).toContain('The branch main is gone from');
  expect(log).toMatch(/push .*\.\.00000000 .* is not published; readers see the earlier release/);
  expect(server.page('fair/first/index.html')).toContain('First');
  expect(await clone.push()).toMatchObject({ code: 0 });
  expect((await server.settled()).match(/^\S+ push .* is live in /gm)).toHaveLength(2);
});

test('whatever a publish fails of is told in the log and to the next one who pushes, and its way out works', async () => {
  const { server, clone } = await begun();
  rmSync(join(server.repo, 'hooks/pre-receive'));
  rmSync(join(server.site.folder, 'state/standby'), { force: true });
  rmSync(server.site.lock);
  mkdirSync(server.site.lock);
  await clone.commit({ 'fair/second.md': entryFile('Second', at) });
  expect((await clone.push()).stderr).toContain('live in a moment');
  const failed = join(server.site.folder, 'state/failed');
  await vi.waitUntil(() => existsSync(failed), { timeout: 60_000 });
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
  const { server, clone } = await begun();
  rmSync(join(server.site.folder, 'state'), { recursive: true });
  await clone.commit({ 'fair/second.md': entryFile('?!', at, '?!') });
  expect((await clone.push()).stderr).toContain('live in a moment');
  await vi.waitUntil(() => server.page('fair/second/index.html') !== undefined, { timeout: 60_000 });
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
  expect(stderr).toContain('/fair/second/ (content/fair/second.md) would be gone');
});

test('an object that git does not find sound is refused', async () => {
  const { server, clone } = await begun();
  const run = async (...args: readonly string[]): Promise<string> => (await clone.git(...args)).stdout.trim();
  const blob = await run('rev-parse', 'HEAD:content/site.yml');
  const entry = Buffer.concat([Buffer.from('100644 .git\0'), Buffer.from(blob, 'hex')]);
  await writeFile(join(folder, 'tree'), Buffer.concat([entry, Buffer.from('40000 content\0'), await contentTree(run)]));
  const tree = await run('hash-object', '-t', 'tree', '-w', '--literally', join(folder, 'tree'));
  const bad = await run('commit-tree', tree, '-p', 'HEAD', '-m', 'Bad');
  expect(bad).toMatch(/^[0-9a-f]{40}$/);
  const { code, stderr } = await clone.push(`${bad}:main`);
  expect(code).not.toBe(0);
  expect(stderr).toContain("contains '.git'");
  expect(await run('ls-remote', 'origin', 'main')).not.toContain(bad);
  expect(server.log()).not.toContain(bad.slice(0, 8));
});

const contentTree = async (run: (...args: readonly string[]) => Promise<string>): Promise<Buffer> =>
  Buffer.from(await run('rev-parse', 'HEAD:content'), 'hex');

test('a push does not wait for its publish', async () => {
  const { server, clone } = await begun();
  using turn = await takeTurn(server.site);
  await clone.commit({ 'fair/second.md': entryFile('Second', at) });
  expect(await clone.push()).toMatchObject({ code: 0 });
  expect(readdirSync(join(server.site.folder, 'state/queue'))).toHaveLength(1);
  turn?.release();
  await server.settled();
  expect(server.page('fair/second/index.html')).toBeDefined();
});
