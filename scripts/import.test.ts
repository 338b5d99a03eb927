import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aMediaServer } from '../src/import/media/testing.ts';
import { aDrawing } from '../src/inspect/testing/check.ts';
import { pathFromHere } from '../src/io/path-from-here.ts';
import { filesOf } from './testing/built-site.ts';
import { smallLiveBlogs } from './testing/live-blogs.ts';
import { runRecapsule } from './testing/run-recapsule.ts';
import { settings, temporaryFolder, writeFiles } from './testing/temporary-content.ts';

const parent = temporaryFolder();
let count = 0;

/** A content folder of its own, files beside it, and the way to run a verb on it. */
const aWorkspace = async (
  beside: Readonly<Record<string, string>> = {},
  content: Readonly<Record<string, string>> = {},
) => {
  count += 1;
  const workspace = await writeFiles(join(parent, String(count)), {
    'content/site.yml': settings.site,
    ...prefixed(content),
  });
  await writeFiles(workspace, beside);
  const folder = join(workspace, 'content');
  return {
    at: (file: string) => join(workspace, file),
    run: (...args: readonly string[]) => runRecapsule(args, { env: { CONTENT_DIR: folder } }),
    files: () => [...filesOf(folder).keys()],
  };
};

const prefixed = (content: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(content).map(([path, text]) => [`content/${path}`, text]));

const rss = (html = ''): string =>
  `<rss version="2.0"><channel><title>The gala</title><description>Songs.</description><item><guid>1</guid><title>One</title><pubDate>Mon, 11 Nov 2019 10:01:00 +0800</pubDate><description><![CDATA[<p>It begins.</p>${html}]]></description></item></channel></rss>`;

describe.each(smallLiveBlogs)('$kind', ({ of, file, format }) => {
  test('is imported, and then there is nothing to be said against it', async () => {
    const { at, run, files } = await aWorkspace({ [file]: of(2) });
    const { code, stdout, stderr } = await run('import', at(file), '--event', 'gala', '--timezone', 'Asia/Shanghai');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      new RegExp(`^Imported 2 of 2 updates from .*${file} \\(${format}\\) into .*gala, a new event\\.\n`),
    );
    expect(files()).toHaveLength(4);
    expect(await run('check')).toEqual({ code: 0, stdout: 'No errors and no warnings in 4 files.\n', stderr: '' });
  });
});

describe('a report', () => {
  test('goes to standard output, and how far the work is to standard error', async () => {
    const { at, run, files } = await aWorkspace({ 'rss.xml': rss('<img src="a.svg" alt="A">'), 'a.svg': aDrawing });
    const { code, stdout, stderr } = await run(
      'import',
      at('rss.xml'),
      '--event',
      'gala',
      '--timezone',
      'Asia/Shanghai',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'Picture 1 of 1\n' });
    const event = pathFromHere(at('content'))('gala');
    expect(stdout).toBe(`Imported 1 of 1 update from ${at('rss.xml')} (feed) into ${event}, a new event.

  found              1
  imported           1
  there already      0
  skipped            0

To know:
  - The feed held 1 item. A feed is a window: older ones may be missing.
`);
    expect(files()).toEqual([
      'gala/2019-11-11/1001-one-1.svg',
      'gala/2019-11-11/1001-one.md',
      'gala/event.md',
      'site.yml',
    ]);
  });

  test('lists what a check finds then, and the exit code is 1', async () => {
    const { at, run } = await aWorkspace({ 'rss.xml': rss('<img src="a.svg">'), 'a.svg': aDrawing });
    const { code, stdout } = await run('import', at('rss.xml'), '--event', 'gala', '--timezone', 'Asia/Shanghai');
    expect(code).toBe(1);
    const [, toDecide = ''] = stdout.split('To decide, in the words of "recapsule check":\n\n');
    expect(toDecide).toContain('1001-one.md:8:1 error missing-alt\n');
    const checked = await run('check');
    expect(checked.code).toBe(1);
    expect(checked.stdout.replace(/\n\n[^\n]*\n$/, '')).toBe(toDecide.replace(/\n\n[^\n]*\n$/, ''));
  });

  test('says what would be, and nothing is written, with --dry-run', async () => {
    const { at, run, files } = await aWorkspace({ 'rss.xml': rss('<img src="a.svg">'), 'a.svg': aDrawing });
    const { code, stdout } = await run('import', at('rss.xml'), '--event', 'gala', '--dry-run');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Would import 1 of 1 update from /);
    expect(stdout).toContain('error missing-alt');
    expect(files()).toEqual(['site.yml']);
  });
});

test('pictures stay where they are with --no-media, and come from private addresses with --allow-private', async () => {
  const asked: (string | undefined)[] = [];
  const { url } = await aMediaServer((request, response) => {
    asked.push(request.url);
    response.end(request.url === '/live' ? rss('<img src="/a.svg" alt="A">') : aDrawing);
  });
  const { run, files } = await aWorkspace();
  const without = await run('import', `${url}/live`, '--event', 'gala');
  expect(without).toMatchObject({ code: 1, stdout: '' });
  expect(without.stderr).toContain('allow it with --allow-private');
  expect(asked).toEqual([]);
  expect(files()).toEqual(['site.yml']);
  const unseen = await run('import', `${url}/live`, '--event', 'unseen', '--allow-private', '--no-media');
  expect(unseen).toMatchObject({ code: 0, stderr: '' });
  expect(asked).toEqual(['/live']);
  const seen = await run('import', `${url}/live`, '--event', 'seen', '--allow-private');
  expect(seen).toMatchObject({ code: 0, stderr: 'Picture 1 of 1\n' });
  expect(files().filter((file) => file.endsWith('.svg'))).toEqual(['seen/2019-11-11/0201-one-1.svg']);
});

describe('what cannot be imported', () => {
  const claim =
    '<html><script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Live"}</script></html>';

  test.each([
    ['a page that claims to be a live blog', claim, 'holds no updates'],
    ['a page that is none', '<!doctype html><p>News</p>', 'is a web page'],
    ['what is nothing of all this', 'Hello.', 'is none of the live blogs'],
  ])('has exit code 1, and leaves nothing behind: %s', async (_, text, message) => {
    const { at, run, files } = await aWorkspace({ 'page.html': text });
    const { code, stdout, stderr } = await run('import', at('page.html'), '--event', 'gala');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/\nNothing has been imported\.\n$/);
    expect(files()).toEqual(['site.yml']);
  });

  test('is so, too, into an event that has errors', async () => {
    const { at, run, files } = await aWorkspace({ 'rss.xml': rss() }, { 'gala/event.md': '---\ntitle: Gala\n---\n' });
    const { code, stdout, stderr } = await run('import', at('rss.xml'), '--event', 'gala');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('The event "gala" has errors');
    expect(files()).toEqual(['gala/event.md', 'site.yml']);
  });
});

describe('wrong use', () => {
  const transcript = 'Monday, Nov. 11, 2019\n\n10:01 a.m.\nIt begins.\n';

  test.each([
    ['no source', ['--event', 'gala'], 'Name one file or address to import.'],
    ['two sources', ['live.txt', 'other.txt', '--event', 'gala'], 'Name one file or address to import.'],
    ['no event', ['live.txt'], 'Say which event it becomes: --event <slug>.'],
    ['no such file', ['nowhere.txt', '--event', 'gala'], 'nowhere.txt cannot be read: there is no such file.'],
    ['a folder', ['.', '--event', 'gala'], ' is no file.'],
    ['a pipe', ['pipe', '--event', 'gala'], 'pipe is no file.'],
    ['an unknown option', ['live.txt', '--events', 'gala'], "Unknown option '--events'"],
    ['a slug that is none', ['live.txt', '--event', 'The Gala'], 'Write --event the-gala.'],
    ['an address that is taken', ['live.txt', '--event', 'prom'], '"prom" is the address of the event "ball"'],
    ['no zone', ['live.txt', '--event', 'gala'], 'say which, with --timezone'],
    [
      'an unknown zone',
      ['live.txt', '--event', 'gala', '--timezone', 'Europe/Brelin'],
      'Did you mean "Europe/Berlin"?',
    ],
  ])('has exit code 2, says what to do, and leaves nothing behind: %s', async (_, args, message) => {
    const { at, run, files } = await aWorkspace(
      { 'live.txt': transcript },
      { 'ball/event.md': settings.event('aliases: [prom]\n') },
    );
    execFileSync('mkfifo', [at('pipe')]);
    const named = args.map((arg) => (/^(\.|pipe|.*\.txt)$/.test(arg) ? at(arg) : arg));
    const { code, stdout, stderr } = await run('import', ...named);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/\n"recapsule import --help" says how it is used\.\n$/);
    expect(files()).toEqual(['ball/event.md', 'site.yml']);
  });
});

test('it explains itself', async () => {
  const { run } = await aWorkspace();
  const { code, stdout, stderr } = await run('import', '--help');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('recapsule import <file or address> --event <slug> [--timezone <zone>]\n');
  for (const option of ['--event', '--timezone', '--no-media', '--allow-private', '--dry-run'])
    expect(stdout).toContain(`\n  ${option} `);
});
