import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tryLock } from '../src/publish/lock.ts';
import { currentRelease } from '../src/publish/switch-release.ts';
import {
  aWorkspace,
  publishedWorkspace,
  see,
  sees,
  twoEvents,
  type Workspace,
} from '../src/publish/testing/a-workspace.ts';
import { brokenLinks, filesOf } from './testing/built-site.ts';
import { entryFile, temporaryFolder } from './testing/temporary-content.ts';

const folder = temporaryFolder();

const published = (content?: Parameters<typeof aWorkspace>[1]): Promise<Workspace> =>
  publishedWorkspace(folder, content);

test('DRAFTS=1 publishes drafts, and without it they would be lost', async () => {
  const draft = entryFile('A plan', '2020-03-06T10:00', 'Soon.', 'draft: true\n');
  const workspace = await published({ ...twoEvents, 'gala/plan.md': draft });
  expect(sees(workspace, 'gala/plan/index.html')).toBe(false);
  expect(await workspace.publish([], { DRAFTS: '1' })).toMatchObject({ code: 0 });
  expect(see(workspace, 'gala/plan/index.html')).toContain('Soon.');
  expect((await workspace.publish()).stderr).toContain(
    'Unexpected draft of an entry that readers know at "/gala/plan/"',
  );
});

test('SITE_URL with a path puts it before every address', async () => {
  const workspace = await aWorkspace(folder);
  expect(await workspace.publish([], { SITE_URL: 'https://press.test/recaps/' })).toMatchObject({ code: 0 });
  const files = filesOf(join(workspace.site.releases, currentRelease(workspace.site) ?? ''));
  expect(files.has('index.html')).toBe(true);
  expect(brokenLinks(files, '/recaps')).toEqual([]);
  expect(see(workspace, 'gala/rss.xml')).toContain('https://press.test/recaps/gala/first/');
  expect((await workspace.publish()).stderr).toContain('> former-urls: [https://press.test/recaps]');
  expect((await workspace.publish(['--allow-lost'])).stderr).toContain('made anew: fair, gala.');
  expect(see(workspace, 'gala/index.html')).not.toContain('/recaps/');
});

test('a commit that was asked for is published when its turn comes, though another publish waits already', async () => {
  const workspace = await published();
  await workspace.commit({ 'gala/second.md': entryFile('The second act', '2020-03-02T21:00') });
  const running = tryLock(workspace.site.lock);
  const waiting = tryLock(workspace.site.waiting);
  const asked = workspace.publish(['--commit', (await workspace.repository.git('rev-parse', 'HEAD')).trim()]);
  const plain = await workspace.publish();
  expect(plain.stderr).toContain('Another publish waits already');
  running?.release();
  expect(await asked).toMatchObject({ code: 0, stderr: expect.stringContaining('Live after') });
  waiting?.release();
  expect(sees(workspace, 'gala/second/index.html')).toBe(true);
});

test('--disk publishes what is not committed', async () => {
  const workspace = await published();
  await workspace.repository.write({ 'content/gala/news.md': entryFile('Not committed', '2020-03-05T10:00') });
  expect((await workspace.publish()).stderr).toBe('Readers see all of it already.\n');
  expect(await workspace.publish(['--disk'])).toMatchObject({ code: 0 });
  expect(see(workspace, 'gala/news/index.html')).toContain('Not committed');
  expect(workspace.releases()[0]).not.toHaveProperty('commit');
  expect((await workspace.publish(['--disk'])).stderr).toBe('Readers see all of it already.\n');
});

test('--repo publishes a repository that has no files on disk', async () => {
  const workspace = await aWorkspace(folder);
  const bare = join(workspace.repository.folder, '../bare.git');
  await workspace.repository.git('clone', '--quiet', '--bare', '.', bare);
  const site = join(workspace.repository.folder, '../of-bare');
  const { code } = await workspace.publish(['--site', site, '--repo', bare, '--commit', 'main']);
  expect(code).toBe(0);
  expect(existsSync(join(site, 'current/gala/first/index.html'))).toBe(true);
});

test('wrong use is reported, with exit code 2', async () => {
  const workspace = await aWorkspace(folder);
  for (const [args, message] of [
    [['--keep', '1'], 'Unexpected "1" in --keep, expected 2 or more.'],
    [['--keep', 'many'], 'Unexpected "many" in --keep'],
    [['--disk', '--commit', 'HEAD'], 'leave out --commit'],
    [['--commit', 'nowhere'], 'There is no commit "nowhere"'],
    [['--commit', '--help-me'], "Option '--commit' argument is ambiguous"],
    [['--unknown'], 'Unknown option'],
    [['--repo', folder], 'There is no commit "HEAD"'],
  ] as const) {
    const { code, stdout, stderr } = await workspace.publish(args);
    expect({ code, stdout }, stderr).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toContain('"recapsule publish --help" says how it is used.');
  }
  const elsewhere = join(workspace.repository.folder, 'content');
  expect(await workspace.publish(['--site', elsewhere])).toMatchObject({ code: 2 });
  mkdirSync(join(folder, 'no-repository/content'), { recursive: true });
  const outside = await workspace.publish([], { CONTENT_DIR: join(folder, 'no-repository/content') });
  expect(outside).toMatchObject({ code: 2 });
  expect(outside.stderr).toContain('is in no git repository');
});
