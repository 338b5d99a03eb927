import { realpathSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { entrySchema } from '../src/core/schema/entry.ts';
import { isolateGit, recapsuleIn } from './testing/repository.ts';
import { entryFile, settings, temporaryFolder, writeFiles } from './testing/temporary-content.ts';

const folder = realpathSync(temporaryFolder());
isolateGit(folder);
const at = '2020-03-02T10:00';
const sound = { 'site.yml': settings.site, 'fair/event.md': settings.event(), 'fair/a.md': entryFile('A', at) };

beforeAll(async () => {
  await writeFiles(join(folder, 'sound/content'), sound);
  await writeFiles(join(folder, 'warned/content'), { ...sound, 'fair/late.md': entryFile('Late', '2020-04-01') });
  await writeFiles(join(folder, 'faulty/content'), {
    ...sound,
    'fair/b/topcis.md': '---\ntopcis: [b]\ntime: 2020-03-02T10:00\ntitle: B\n---\nText.\n',
    'fair/c d/e.md': entryFile('C', at, 'See [that](../nowhere.md).'),
  });
  symlinkSync('content', join(folder, 'faulty/linked'));
});

const check = (where: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) =>
  recapsuleIn(join(folder, where), ['check', ...args], env);

const field = `content/fair/b/topcis.md:2:1 error unknown-key
  Unexpected field "topcis", expected one of ${Object.keys(entrySchema.shape).join(', ')}.
    1 │ ---
  - 2 │ topcis: [b]
      │ ^
    3 │ time: 2020-03-02T10:00
  Did you mean "topics"?
  + 2 │ topics: [b]
`;
const link = `content/fair/c d/e.md:5:5 error broken-link
  Unexpected link to "fair/nowhere.md", expected an entry that exists.
    4 │ ---
  > 5 │ See [that](../nowhere.md).
      │     ^
  Correct the path: it starts at the folder of this file.
`;

describe('a check on the command line', () => {
  test('of sound content says so and ends with 0', async () => {
    const stdout = 'No errors and no warnings in 3 files.\n';
    expect(await check('sound')).toEqual({ code: 0, stdout, stderr: '' });
  });

  test('of content with errors reports them and ends with 1', async () => {
    expect(await check('faulty')).toEqual({
      code: 1,
      stdout: `${field}\n${link}\n2 errors and no warnings in 5 files.\n`,
      stderr: '',
    });
  });

  test('that finds warnings alone ends with 0', async () => {
    const { code, stdout, stderr } = await check('warned');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^content\/fair\/late\.md:3:7 warning outside-coverage\n.*\nNo errors and 1 warning in 4 files\.\n$/s,
    );
  });

  test('says nothing of sound content where it is to be quiet, and of other content the same', async () => {
    expect(await check('sound', ['--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(await check('sound', ['--quiet', '--format', 'json'])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(await check('faulty', ['--quiet'])).toEqual(await check('faulty'));
  });

  test.each([
    ['json', ['fair/b/topcis.md', 'fair/c d/e.md']],
    ['sarif', ['fair/b/topcis.md', 'fair/c%20d/e.md']],
  ])('gives as %s a document that can be parsed, and nothing besides', async (format, files) => {
    const { code, stdout, stderr } = await check('faulty', ['--format', format]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/^\{\n.*\n\}\n$/s);
    const text = JSON.stringify(JSON.parse(stdout));
    for (const file of files) expect(text).toContain(`"content/${file}"`);
  });

  test('gives one line for each annotation on GitHub', async () => {
    const { code, stdout, stderr } = await check('faulty', ['--format', 'github']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout.split('\n').map((line) => line.replace(/title=.*/, '…'))).toEqual([
      '::error file=content/fair/b/topcis.md,line=2,col=1,…',
      '::error file=content/fair/c d/e.md,line=5,col=5,…',
      '2 errors and no warnings in 5 files.',
      '',
    ]);
  });

  test('has colours where they are asked for, and only there', async () => {
    const plain = await check('faulty');
    expect(plain.stdout).not.toContain('\u001b');
    expect(await check('faulty', [], { NO_COLOR: '1' })).toEqual(plain);
    expect((await check('faulty', [], { FORCE_COLOR: '1' })).stdout).toContain('\u001b[31merror\u001b[39m');
  });
});

describe('names of files', () => {
  const inFile =
    'No errors and no warnings in 1 file. Other files have errors, too: check without names of files shows them.\n';

  test('say what is reported on, from wherever one stands', async () => {
    expect(await check('faulty', ['content/fair/a.md'])).toEqual({ code: 0, stdout: inFile, stderr: '' });
    const one = { code: 1, stdout: `${field}\n1 error and no warnings in 1 file.\n`, stderr: '' };
    expect(await check('faulty', ['content/fair/b'])).toEqual(one);
    expect(await check('faulty', ['content/fair/b/topcis.md', 'content/fair/a.md'])).toEqual({
      ...one,
      stdout: one.stdout.replace('1 file.', '2 files.'),
    });
    const below = await check('faulty/content', ['fair/c d/e.md'], { CONTENT_DIR: '.' });
    expect(below).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^fair\/c d\/e\.md:5:5 error broken-link\n/),
    });
  });

  test('may lead through a link to the content folder, as CONTENT_DIR may', async () => {
    const one = { code: 1, stdout: `${field}\n1 error and no warnings in 1 file.\n`, stderr: '' };
    expect(await check('faulty', ['linked/fair/b'])).toEqual(one);
    expect(await check('faulty', ['content/fair/b'], { CONTENT_DIR: 'linked' })).toEqual({
      ...one,
      stdout: one.stdout.replace('content/', 'linked/'),
    });
  });

  test('of content elsewhere are reported in full', async () => {
    const content = join(folder, 'faulty/content');
    const { code, stdout } = await check('sound/content/fair', [join(content, 'fair/b')], { CONTENT_DIR: content });
    expect({ code, stdout: stdout.split('\n', 1) }).toEqual({
      code: 1,
      stdout: [`${content}/fair/b/topcis.md:2:1 error unknown-key`],
    });
  });
});

describe('used wrongly, a check explains itself and ends with 2', () => {
  const how = '"recapsule check --help" says how it is used.\n';

  test.each([
    ['a format that there is not', ['--format', 'xml'], 'There is no format "xml": write pretty, json, github, sarif.'],
    ['a file that is not there', ['content/gone.md'], 'There is no file or folder "content/gone.md".'],
    ['an event by its name alone', ['fair'], 'There is no file or folder "fair".'],
    ['a folder outside', ['../sound'], `"../sound" does not lie in the content folder ${folder}/faulty/content.`],
    [
      'names with --staged',
      ['--staged', 'content'],
      '--staged checks what is staged: leave out --watch and names of files.',
    ],
    [
      '--watch with --staged',
      ['--staged', '--watch'],
      '--staged checks what is staged: leave out --watch and names of files.',
    ],
  ])('%s', async (_, args, message) => {
    expect(await check('faulty', args)).toEqual({ code: 2, stdout: '', stderr: `${message}\n${how}` });
  });

  test('an unknown option, and a format without a name', async () => {
    expect(await check('faulty', ['--fix'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining("Unknown option '--fix'"),
    });
    expect(await check('faulty', ['--format'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('--format'),
    });
  });

  test('a content folder that is not there', async () => {
    expect(await check('.', [])).toEqual({
      code: 2,
      stdout: '',
      stderr: `There is no content folder at ${folder}/content: make an archive with "recapsule init", or name another folder with CONTENT_DIR.\n${how}`,
    });
  });
});

test('DRAFTS=1 and SITE_URL say whether drafts count, and what the address is', async () => {
  const content = {
    ...sound,
    'fair/a.md': entryFile('A', at, '[d](d.md)'),
    'fair/d.md': entryFile('D', at, '.', 'draft: true\n'),
  };
  await writeFiles(join(folder, 'drafted/content'), content);
  expect((await check('drafted')).stdout).toMatch(/^content\/fair\/a\.md:5:1 error broken-link\n/);
  expect(await check('drafted', [], { DRAFTS: '1' })).toMatchObject({ code: 0, stderr: '' });
  expect((await check('drafted', [], { DRAFTS: '1', SITE_URL: 'nowhere' })).stdout).toContain('in SITE_URL');
});

test('a check of links asks hosts once for each address, and names what is gone, with the archived copy that is named', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const status = request.url === '/gone' ? 404 : request.url === '/shy' ? 403 : 200;
    if (request.url === '/moved') response.writeHead(302, { Location: '/there' }).end();
    else response.writeHead(request.method === 'HEAD' && request.url === '/get' ? 405 : status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const host = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  try {
    const text = `[a](${host}/there#part), [b](${host}/gone) and <${host}/gone>, [c](${host}/shy), [d](${host}/get).\n\n[copy](${host}/web/2020/${host}/gone), [e](${host}/moved)`;
    await writeFiles(join(folder, 'links/content'), {
      ...sound,
      'fair/a.md': entryFile('A', at, text),
      'fair/b.md': entryFile('B', at, 'Text.').replace('---\nText', `source: ${host}/gone\n---\nText`),
    });
    const { code, stdout, stderr } = await check('links', ['--links', '--allow-private', '--format', 'json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'Asked for 6 addresses outside of the archive.\n' });
    const found: { file: string; line: number; column: number; rule: string; message: string; hint: string }[] =
      JSON.parse(stdout).diagnostics;
    const message = `Unexpected link to ${host}/gone, expected a page that is there: the server answers 404 Not Found`;
    const hint = `Link to the archived copy that is named here: ${host}/web/2020/${host}/gone`;
    expect(found.map(({ file, rule, message, hint }) => [file, rule, message, hint])).toEqual([
      ['content/fair/a.md', 'dead-link', message, hint],
      ['content/fair/a.md', 'dead-link', message, hint],
      [
        'content/fair/b.md',
        'dead-link',
        message,
        expect.stringContaining(`https://web.archive.org/web/*/${host}/gone`),
      ],
    ]);
    expect(found[2]).toMatchObject({ line: 4, column: 9 });
    expect(asked.toSorted()).toEqual(
      [
        'GET /get',
        'GET /gone',
        'GET /shy',
        'HEAD /get',
        'HEAD /gone',
        'HEAD /moved',
        'HEAD /shy',
        'HEAD /there',
        'HEAD /there',
      ].concat(`HEAD /web/2020/${host}/gone`),
    );
    const refused = await check('links', ['--links', 'content/fair/b.md']);
    expect(refused.stdout).toContain('127.0.0.1 is a loopback address, and only public addresses are downloaded from');
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
  expect(await check('sound', ['--links', '--watch'])).toMatchObject({ code: 2 });
  expect((await check('sound', ['--links'])).stderr).toBe('Asked for 0 addresses outside of the archive.\n');
});
