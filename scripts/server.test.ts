import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { aServer, firstContent, startedServer } from '../src/publish/git/testing/a-server.ts';
import { takeTurn } from '../src/publish/lock.ts';
import { currentRelease } from '../src/publish/switch-release.ts';
import { isolateGit, runIn } from './testing/repository.ts';
import { entryFile, temporaryFolder } from './testing/temporary-content.ts';

const parent = temporaryFolder();
isolateGit(parent);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(parent, 'server-'));
});

const at = '2020-03-02T11:00';

const started = () => startedServer(folder);

describe('a push', () => {
  test('to an empty repository becomes the first release, and the log says which', async () => {
    const server = await aServer(folder);
    const clone = await server.clone('newsroom');
    await clone.commit(firstContent);
    const { code, stderr } = await clone.push();
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining('live in a moment') });
    const log = await server.settled();
    expect(server.page('fair/first/index.html')).toContain('First');
    expect(log).toMatch(/push 00000000\.\.[0-9a-f]{8} of \S+Z by .* is live in \d{8}T\d{6}Z-[0-9a-f]{8}$/m);
  });

  test('with an error is refused in the terminal of the one who pushes, with file, line and fix', async () => {
    const { server, clone } = await started();
    await clone.commit({ 'fair/second.md': entryFile('Second', at, 'Text.', 'topcis: [a]\n') });
    const { code, stderr } = await clone.push();
    expect(code).not.toBe(0);
    expect(stderr).toContain('content/fair/second.md:4:1 error unknown-key');
    expect(stderr).toContain('Did you mean "topics"?');
    expect(server.page('fair/second/index.html')).toBeUndefined();
    expect(existsSync(join(server.site.folder, 'state/queue'))).toBe(true);
  });

  test('that breaks a link of another event is refused with the place of that link', async () => {
    const { clone } = await started();
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
    const { server, clone } = await started();
    await clone.commit({ 'fair/first.md': undefined, 'fair/other.md': entryFile('Other', at) });
    const { code, stderr } = await clone.push();
    expect(code).not.toBe(0);
    expect(stderr).toMatch(
      /content\/fair\/other\.md:2:1 error lost-address\s+remote: {3}Unexpected address "\/fair\/other\/" of a text that readers know at "\/fair\/first\/"/,
    );
    await clone.commit({ 'fair/other.md': entryFile('Other', at, 'Text.', 'aliases: [first]\n') });
    expect(await clone.push()).toMatchObject({ code: 0 });
    await server.settled();
    expect(server.page('fair/first/index.html')).toContain('url=/fair/other/');
  });

  test('without a change of content reports that, and one of another branch nothing', async () => {
    const { server, clone } = await started();
    await clone.commit({});
    expect(await clone.push()).toMatchObject({ code: 0 });
    const log = await server.settled();
    expect(log.trim().split('\n').at(-2)).toMatch(/push .* is live in /);
    const { code, stderr } = await clone.push('HEAD:refs/heads/idea');
    expect({ code, isTold: stderr.includes('moment') }).toEqual({ code: 0, isTold: false });
    expect(stderr).toContain('Readers see the branch main, and no other.');
  });

  test('that goes back by force lets readers see that content; the branch itself cannot be deleted', async () => {
    const { server, clone } = await started();
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
    const { server, clone } = await started();
    rmSync(join(server.repo, 'hooks/pre-receive'));
    const before = currentRelease(server.site);
    await clone.commit({ 'fair/second.md': 'broken' });
    expect(await clone.push()).toMatchObject({ code: 0 });
    const log = await server.settled();
    expect(currentRelease(server.site)).toBe(before);
    expect(log).toContain('fair/second.md:1:1 error front-matter-missing');
    expect(log).toMatch(/push .* is not published; readers see the earlier release/);
    // Who pushes next learns that something is wrong, until it is fixed.
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

  test('to a site that has been moved reports that, and makes no other one in its place', async () => {
    const { server, clone } = await started();
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

test('where nothing refuses it, a branch that is deleted leaves the earlier release, and the log says so', async () => {
  const { server, clone } = await started();
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

test('an object that git does not find sound is refused', async () => {
  const { server, clone } = await started();
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
  const { server, clone } = await started();
  using turn = await takeTurn(server.site);
  await clone.commit({ 'fair/second.md': entryFile('Second', at) });
  expect(await clone.push()).toMatchObject({ code: 0 });
  expect(readdirSync(join(server.site.folder, 'state/queue'))).toHaveLength(1);
  turn?.release();
  await server.settled();
  expect(server.page('fair/second/index.html')).toBeDefined();
});
