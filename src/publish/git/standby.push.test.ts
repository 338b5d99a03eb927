import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { patience } from '../../../scripts/testing/patience.ts';
import { isolateGit } from '../../../scripts/testing/repository.ts';
import { entryFile, temporaryFolder } from '../../../scripts/testing/temporary-content.ts';
import { checksOf, standbyOf } from '../site-folder.ts';
import { isRunning, standbyProcess } from './standby-mark.ts';
import { type Clone, type Server, startedServer } from './testing/a-server.ts';

const parent = temporaryFolder();
isolateGit(parent);
let server: Server;
let clone: Clone;

beforeEach(async () => {
  vi.unstubAllEnvs();
  ({ server, clone } = await startedServer(mkdtempSync(join(parent, 'server-'))));
});

// Who publishes may still be at work.
afterEach(() => rmSync(server.site.folder, { recursive: true, force: true, maxRetries: 100 }));

/** The processes that have published, in their order. */
const publishers = (): readonly string[] => [...server.log().matchAll(/ begin (\d+) /g)].map(([, pid = '']) => pid);
const standby = (): number => standbyProcess(server.site);
let count = 0;
const push = async (): Promise<void> => {
  count += 1;
  const name = `number-${count}`;
  await clone.commit({ [`fair/${name}.md`]: entryFile(`Number ${count}`, '2020-03-02T11:00') });
  expect(await clone.push()).toMatchObject({ code: 0 });
  await server.settled();
  expect(server.page(`fair/${name}/index.html`)).toContain(`Number ${count}`);
};
const gone = (pid: number): Promise<void> => vi.waitFor(() => expect(isRunning(pid)).toBe(false), patience);
const killed = (pid: number): Promise<void> => {
  process.kill(pid, 'SIGKILL');
  return gone(pid);
};

/** Lets the hook do nothing but ask the process that stands by. */
const onlyAsk = (): void => {
  const hook = join(server.repo, 'hooks/pre-receive');
  writeFileSync(hook, readFileSync(hook, 'utf8').replace(' server check-push ', ' server nothing '));
};
const requests = (): string => join(checksOf(server.site), `${standby()}`);
const waits = (): Promise<void> => vi.waitFor(() => expect(existsSync(requests())).toBe(true), patience);

describe('the process that has published', () => {
  test('checks what is pushed next', async () => {
    await waits();
    onlyAsk();
    await clone.commit({ 'fair/wrong.md': entryFile('Wrong', '2020-13-02T10:00') });
    const { code, stderr } = await clone.push();
    expect(stderr).toContain('remote: content/fair/wrong.md:3:7');
    expect(stderr).not.toContain('server install');
    expect(code).toBe(1);
    await clone.commit({ 'fair/wrong.md': undefined });
    await push();
    // While it publishes, nobody is to wait for it.
    await waits();
    expect(readdirSync(requests())).toEqual([]);
  });

  test('leaves the check of very many files to another process', async () => {
    await waits();
    onlyAsk();
    const entries = Array.from({ length: 501 }, (_, index) => [
      `fair/n${index}.md`,
      entryFile('N', '2020-03-02T11:00'),
    ]);
    await clone.commit(Object.fromEntries(entries));
    expect((await clone.push()).stderr).toContain('Write "recapsule server install"');
  });

  test('publishes what is pushed next', async () => {
    const pid = standby();
    await push();
    expect(publishers().at(-1)).toBe(`${pid}`);
  });

  test('is replaced where it has been killed', async () => {
    const pid = standby();
    await killed(pid);
    await push();
    expect(publishers()).toHaveLength(2);
    expect(publishers()[1]).not.toBe(`${pid}`);
  });

  test('gets ready while a push is checked, and stands by where that is refused', async () => {
    await killed(standby());
    await clone.commit({ 'fair/wrong.md': entryFile('Wrong', '2020-13-02T10:00') });
    expect(await clone.push()).toMatchObject({ code: 1 });
    const pid = standby();
    await clone.commit({ 'fair/wrong.md': undefined });
    await push();
    await push();
    expect(publishers().at(-1)).toBe(`${pid}`);
  });

  test('is replaced where it is stopped and answers no more', async () => {
    const pid = standby();
    process.kill(pid, 'SIGSTOP');
    await push();
    process.kill(pid, 'SIGCONT');
    expect(publishers()[1]).not.toBe(`${pid}`);
  });

  test('is not asked by a push with another environment', async () => {
    const pid = standby();
    await clone.commit({ 'fair/draft.md': entryFile('Draft', '2020-03-02T12:00', 'Soon.', 'draft: true\n') });
    vi.stubEnv('DRAFTS', '1');
    await push();
    expect(publishers()[1]).not.toBe(`${pid}`);
    expect(server.page('fair/draft/index.html')).toContain('Soon.');
  });

  test('publishes where it cannot leave its mark', async () => {
    await killed(standby());
    rmSync(standbyOf(server.site));
    mkdirSync(standbyOf(server.site));
    await push();
    expect(server.log()).not.toMatch(/^ +at /m);
    expect(readdirSync(join(server.site.folder, 'state')).filter((name) => name.startsWith('standby'))).toEqual([
      'standby',
    ]);
  });

  test('ends with the site', async () => {
    const pid = standby();
    rmSync(server.site.folder, { recursive: true, maxRetries: 100 });
    await gone(pid);
    expect(existsSync(server.site.folder)).toBe(false);
  });
});
