import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tryLock } from '../src/publish/lock.ts';
import { currentRelease } from '../src/publish/switch-release.ts';
import { aDesk, type Desk, publishedDesk, see, sees, twoEvents } from '../src/publish/testing/a-desk.ts';
import { brokenLinks, filesOf } from './testing/built-site.ts';
import { entryFile, temporaryFolder } from './testing/temporary-content.ts';

const folder = temporaryFolder();

const published = (content?: Parameters<typeof aDesk>[1]): Promise<Desk> => publishedDesk(folder, content);

test('DRAFTS=1 publishes drafts, and without it they would be lost', async () => {
  const draft = entryFile('A plan', '2020-03-06T10:00', 'Soon.', 'draft: true\n');
  const desk = await published({ ...twoEvents, 'gala/plan.md': draft });
  expect(sees(desk, 'gala/plan/index.html')).toBe(false);
  expect(await desk.publish([], { DRAFTS: '1' })).toMatchObject({ code: 0 });
  expect(see(desk, 'gala/plan/index.html')).toContain('Soon.');
  expect((await desk.publish()).stderr).toContain('/gala/plan/ would be gone');
});

test('SITE_URL with a path puts it before every address', async () => {
  const desk = await aDesk(folder);
  expect(await desk.publish([], { SITE_URL: 'https://press.test/recaps/' })).toMatchObject({ code: 0 });
  const files = filesOf(join(desk.site.releases, currentRelease(desk.site) ?? ''));
  expect(files.has('index.html')).toBe(true);
  expect(brokenLinks(files, '/recaps')).toEqual([]);
  expect(see(desk, 'gala/rss.xml')).toContain('https://press.test/recaps/gala/first/');
  expect((await desk.publish()).stderr).toContain('made anew: fair, gala.');
  expect(see(desk, 'gala/index.html')).not.toContain('/recaps/');
});

test('a commit that was asked for is published when its turn comes, though another publish waits already', async () => {
  const desk = await published();
  await desk.commit({ 'gala/second.md': entryFile('The second act', '2020-03-02T21:00') });
  const running = tryLock(desk.site.lock);
  const waiting = tryLock(desk.site.waiting);
  const asked = desk.publish(['--commit', (await desk.repository.git('rev-parse', 'HEAD')).trim()]);
  const plain = await desk.publish();
  expect(plain.stderr).toContain('Another publish waits already');
  running?.release();
  expect(await asked).toMatchObject({ code: 0, stderr: expect.stringContaining('Live after') });
  waiting?.release();
  expect(sees(desk, 'gala/second/index.html')).toBe(true);
});

test('--disk publishes what is not committed', async () => {
  const desk = await published();
  await desk.repository.write({ 'content/gala/news.md': entryFile('Not committed', '2020-03-05T10:00') });
  expect((await desk.publish()).stderr).toBe('Readers see all of it already.\n');
  expect(await desk.publish(['--disk'])).toMatchObject({ code: 0 });
  expect(see(desk, 'gala/news/index.html')).toContain('Not committed');
  expect(desk.releases()[0]).not.toHaveProperty('commit');
  expect((await desk.publish(['--disk'])).stderr).toBe('Readers see all of it already.\n');
});

test('--repo publishes a repository that has no files on disk', async () => {
  const desk = await aDesk(folder);
  const bare = join(desk.repository.folder, '../bare.git');
  await desk.repository.git('clone', '--quiet', '--bare', '.', bare);
  const site = join(desk.repository.folder, '../of-bare');
  const { code } = await desk.publish(['--site', site, '--repo', bare, '--commit', 'main']);
  expect(code).toBe(0);
  expect(existsSync(join(site, 'current/gala/first/index.html'))).toBe(true);
});

test('wrong use is told, with exit code 2', async () => {
  const desk = await aDesk(folder);
  for (const [args, message] of [
    [['--keep', '1'], 'Unexpected "1" in --keep, expected 2 or more.'],
    [['--keep', 'many'], 'Unexpected "many" in --keep'],
    [['--disk', '--commit', 'HEAD'], 'leave out --commit'],
    [['--commit', 'nowhere'], 'There is no commit "nowhere"'],
    [['--commit', '--help-me'], "Option '--commit' argument is ambiguous"],
    [['--unknown'], 'Unknown option'],
    [['--repo', folder], 'There is no commit "HEAD"'],
  ] as const) {
    const { code, stdout, stderr } = await desk.publish(args);
    expect({ code, stdout }, stderr).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toContain('"recapsule publish --help" says how it is used.');
  }
  const elsewhere = join(desk.repository.folder, 'content');
  expect(await desk.publish(['--site', elsewhere])).toMatchObject({ code: 2 });
  mkdirSync(join(folder, 'no-repository/content'), { recursive: true });
  const outside = await desk.publish([], { CONTENT_DIR: join(folder, 'no-repository/content') });
  expect(outside).toMatchObject({ code: 2 });
  expect(outside.stderr).toContain('is in no git repository');
});
