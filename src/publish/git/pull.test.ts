import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { isolateGit, recapsuleIn } from '../../../scripts/testing/repository.ts';
import { entryFile, temporaryFolder } from '../../../scripts/testing/temporary-content.ts';
import { startedServer } from './testing/a-server.ts';

const parent = temporaryFolder();
isolateGit(parent);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(parent, 'server-'));
});

const at = '2020-03-02T11:00';

describe('a pull', () => {
  const args = ['--repo', 'mirror.git', '--site', 'mirrored', '--from', 'recaps.git'];
  const pull = () => recapsuleIn(folder, ['server', 'pull', ...args]);
  const page = (name: string): boolean => existsSync(join(folder, `mirrored/current/fair/${name}/index.html`));
  const log = () => readFile(join(folder, 'mirrored/state/log'), 'utf8');

  test('fetches another repository and publishes what is new, and is silent where nothing is', async () => {
    const { clone } = await startedServer(folder, false);
    expect(await pull()).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(page('first')).toBe(true);
    await clone.commit({ 'fair/second.md': entryFile('Second', at) });
    await clone.push();
    expect(await pull()).toMatchObject({ code: 0 });
    expect(page('second')).toBe(true);
    const before = await log();
    expect(before).toMatch(/push \S+ of \S+ by \/.*recaps\.git is live in /);
    expect(await pull()).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(await log()).toBe(before);
  });

  test('tells once that what it got is broken, and fails as long as it is', async () => {
    const { clone } = await startedServer(folder, false);
    await pull();
    await clone.commit({ 'fair/second.md': 'broken' });
    await clone.push();
    for (let times = 0; times < 2; times += 1)
      expect(await pull()).toMatchObject({ code: 1, stderr: expect.stringContaining('state/log says why') });
    expect((await log()).match(/error front-matter-missing/g)).toHaveLength(1);
    expect(page('first')).toBe(true);
  });

  test('does not undo a rollback, and publishes again where the site is gone', async () => {
    const { clone } = await startedServer(folder, false);
    await pull();
    await clone.commit({ 'fair/second.md': entryFile('Second', at) });
    await clone.push();
    await pull();
    await recapsuleIn(folder, ['rollback', '--site', 'mirrored']);
    expect(await pull()).toMatchObject({ code: 1 });
    expect(page('second')).toBe(false);
    rmSync(join(folder, 'mirrored'), { recursive: true });
    expect(await pull()).toMatchObject({ code: 0 });
    expect(page('second')).toBe(true);
  });

  test('says what cannot be fetched, and asks nobody for a password', async () => {
    const from = 'https://127.0.0.1:9/gone.git';
    const run = await recapsuleIn(folder, ['server', 'pull', ...args.slice(0, 4), '--from', from]);
    expect(run).toMatchObject({ code: 1, stderr: expect.stringContaining(`${from} cannot be fetched: `) });
  });
});
