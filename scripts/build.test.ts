import { existsSync } from 'node:fs';
import { cp, lstat, mkdir, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, inject, test } from 'vitest';
import { withoutFieldLists } from '../src/core/testing.ts';
import { root } from '../src/io/settings.ts';
import { brokenLinks, elements, filesOf, pagesOf, siteFilesOf, textInLine } from './testing/built-site.ts';
import { runRecapsule } from './testing/run-recapsule.ts';
import { samplesFolder } from './testing/samples.ts';
import { buildContent, entryFile, settings, temporaryFolder } from './testing/temporary-content.ts';

const folder = temporaryFolder();

/** Builds content in a folder of the tests. */
const buildOf = (name: string, content: Readonly<Record<string, string | Uint8Array>>, env?: Record<string, string>) =>
  buildContent(join(folder, name), content, env);

const small = {
  'event/event.md': settings.event(),
  'event/first.md': entryFile('The first entry', '2020-03-02T10:00'),
};

describe('content with errors', () => {
  test('is refused with all of them, exit code 1, and an earlier build as it was', async () => {
    const before = await buildOf('refused', small);
    expect(before.code).toBe(0);
    const broken = await buildOf('refused', {
      ...small,
      'event/second.md': entryFile(
        'The second entry',
        '2020-03-02T25:00',
        'See [the first](frist.md).\n\n![](nothing.png)',
        'topcis: [a]\n',
      ),
      'event/third.md': entryFile('The third entry', '2020-03-29T02:30'),
      'stray.md': 'No front matter',
    });
    expect(broken).toMatchObject({ code: 1, stdout: '' });
    expect(withoutFieldLists(broken.stderr.replace(broken.source, '<content>'))).toMatchInlineSnapshot(`
      "The content in <content> has errors:
      event/second.md:3:7 error invalid-time
        Unexpected time "25:00", expected 00:00 to 23:59:59, or 24:00.
        Correct the hour, minute or second.
      event/second.md:4:1 error unknown-key
        Unexpected field "topcis", expected one of the fields of entry.
        Did you mean "topics"?
        > topics: [a]
      event/second.md:6:5 error broken-link
        Unexpected link to "event/frist.md", expected an entry that exists.
        Did you mean "./first.md"?
      event/second.md:8:1 error missing-alt
        Unexpected picture "nothing.png" without alt text, expected a text for those who cannot see it.
        Write what it shows: ![A runner crosses the line](nothing.png)
      event/second.md:8:1 error missing-picture
        Unexpected picture "event/nothing.png", expected a file in the content folder.
        Put the file beside the entry, or correct its name; upper and lower case matter.
      event/third.md:3:7 error nonexistent-time
        Unexpected time "2020-03-29T02:30", expected an offset: clocks in Europe/Berlin skipped this time.
        Write 2020-03-29T02:30+01:00 if the clock had not been changed yet, or 2020-03-29T02:30+02:00 if it had.
      stray.md:1:1 error entry-without-event
        Unexpected entry "stray.md" beside the events, expected it in the folder of one.
        Move it into its event's folder, or into pages/ if it is a page of the archive.
      7 errors, 0 warnings
      "
    `);
    expect(filesOf(broken.target)).toEqual(before.files);
    expect((await readdir(join(broken.target, '..'))).sort()).toEqual(['content', 'dist']);
  });

  test('warnings are printed, and the archive is built', async () => {
    const { code, stderr, files } = await buildOf('warned', {
      ...small,
      'event/1000-late.md': entryFile('A late entry', '2020-04-02T11:00'),
    });
    expect(code).toBe(0);
    expect(stderr).toContain('event/1000-late.md:3:7 warning outside-coverage');
    expect(stderr).toContain('event/1000-late.md:3:7 warning file-time-disagrees');
    expect(files.has('event/late/index.html')).toBe(true);
  });
});

test('an output folder behind a symbolic link is replaced there, and the link stays', async () => {
  const { target, source } = await buildOf('linked', small);
  const link = join(folder, 'linked', 'www');
  await symlink(target, link);
  await writeFile(join(source, 'event', 'first.md'), entryFile('Through the link', '2020-03-02T10:00'));
  const { code, stderr } = await runRecapsule(['build', '--outDir', link], { env: { CONTENT_DIR: source } });
  expect(code, stderr).toBe(0);
  expect(filesOf(target).get('event/first/index.html')?.toString()).toContain('Through the link');
  expect((await lstat(link)).isSymbolicLink()).toBe(true);
});

test('an entry whose slug is the name of a part of the page keeps its id to itself', async () => {
  const { files } = await buildOf('ids', {
    ...small,
    'event/content.md': entryFile('Content', '2020-03-02T11:00'),
    'event/on-2020-03-02.md': entryFile('On', '2020-03-02T12:00'),
  });
  const page = pagesOf(files).get('event/index.html');
  const ids = page && elements(page, ({ properties }) => 'id' in properties).map(({ properties }) => properties['id']);
  expect(ids).toHaveLength(new Set(ids).size);
  expect(ids).toContain('content');
});

test('a list with long corrections and a long standfirst stays below 300 KB', async () => {
  const note = 'A long correction. '.repeat(100);
  const entries = Array.from({ length: 140 }, (_, index) => [
    `event/entry-${index}.md`,
    entryFile(
      `Entry ${index}`,
      `2020-03-02T${String(Math.floor(index / 60)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`,
      'Word '.repeat(200),
      `corrections: [{time: 2020-03-03T10:00, note: "${note}"}]\n`,
    ),
  ]);
  const settingsWithStandfirst = settings.event() + 'A long standfirst. '.repeat(3000);
  const { files, stderr, code } = await buildOf('corrected', {
    'event/event.md': settingsWithStandfirst,
    ...Object.fromEntries(entries),
  });
  expect(code, stderr).toBe(0);
  expect(
    [...files]
      .filter(([path, bytes]) => path.endsWith('.html') && bytes.length > 300_000)
      .map(([path, bytes]) => [path, bytes.length]),
  ).toEqual([]);
});

test('a list that is too large without any text of its entries is an error that names the page', async () => {
  const entries = Array.from({ length: 140 }, (_, index) => [
    `event/entry-${index}.md`,
    entryFile(`${index} ${'没完没了'.repeat(120)}`, '2020-03-02T10:00'),
  ]);
  const { stderr, code } = await buildOf('titles', {
    'event/event.md': settings.event(),
    ...Object.fromEntries(entries),
  });
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /event\/event\.md:1:1 error long-page\n {2}Unexpected \d+ bytes of the page event\/\S* without any text of its entries, expected at most 300000\.\n/,
  );
});

test('a picture that breaks off is refused where it is shown', async () => {
  const whole = await sharp({
    create: {
      width: 640,
      height: 480,
      channels: 3,
      background: 'red',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .jpeg()
    .toBuffer();
  const { code, stderr } = await buildOf('torn', {
    ...small,
    'event/torn.md': entryFile('A torn picture', '2020-03-02T11:00', 'Look:\n\n![A picture that breaks off](torn.jpg)'),
    'event/torn.jpg': whole.subarray(0, whole.length / 2),
    'event/torn-too.md': entryFile('Another one', '2020-03-02T12:00', '![Another](torn-too.jpg)'),
    'event/torn-too.jpg': whole.subarray(0, whole.length / 3),
  });
  expect(code).toBe(1);
  expect(stderr).toContain('2 errors, 0 warnings');
  expect(stderr).toMatch(
    /event\/torn\.md:7:1 error unreadable-picture\n {2}Unexpected content of "event\/torn\.jpg", expected a picture: .+/,
  );
});

test('the same content gives the same bytes in another zone, locale and folder, with other file times', async () => {
  const elsewhere = join(folder, 'elsewhere', 'project');
  await mkdir(elsewhere, { recursive: true });
  const parts = ['src', 'scripts', 'public', 'package.json', 'package-lock.json', 'tsconfig.json'];
  for (const name of [...parts, 'astro.config.mjs']) {
    await cp(join(root, name), join(elsewhere, name), { recursive: true });
  }
  await cp(samplesFolder, join(elsewhere, 'content'), { recursive: true });
  await symlink(join(root, 'node_modules'), join(elsewhere, 'node_modules'));
  for (const [path] of filesOf(join(elsewhere, 'content')))
    await utimes(join(elsewhere, 'content', path), 1, 981_173_106);
  const { code, stderr } = await runRecapsule(['build'], {
    cwd: elsewhere,
    env: { TZ: 'Pacific/Kiritimati', LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' },
  });
  expect(code, stderr).toBe(0);
  const [here, there] = [siteFilesOf(inject('site')), siteFilesOf(join(elsewhere, 'dist'))];
  expect([...there.keys()]).toEqual([...here.keys()]);
  expect([...there].filter(([path, bytes]) => !here.get(path)?.equals(bytes)).map(([path]) => path)).toEqual([]);
});

test('an address with a path comes before every link', async () => {
  const { code, files } = await buildOf('base', small, { SITE_URL: 'https://press.test/recaps/' });
  expect(code).toBe(0);
  expect(brokenLinks(files, '/recaps')).toEqual([]);
  expect(files.get('rss.xml')?.toString()).toMatch(
    /<link>https:\/\/press\.test\/recaps\/event\/first\/<\/link>\s*<guid isPermaLink="false">https:\/\/recaps\.[^<]+\/event\/first\/<\/guid>/,
  );
});

describe('drafts and withdrawn entries', () => {
  const content = {
    'event/event.md': settings.event('milestone-free: true\n').replace('milestone-free: true\n', ''),
    'event/first.md': entryFile('The first entry', '2020-03-02T10:00', 'See [the second](second.md).'),
    'event/second.md': entryFile(
      'A secret title',
      '2020-03-02T11:00',
      'A secret text.',
      'topics: [secrets]\nwithdrawn: {time: 2020-03-03T12:00, reason: The source was mistaken}\n',
    ),
    'event/third.md': entryFile('An unfinished title', '2020-03-02T12:00', 'An unfinished text.', 'draft: true\n'),
  };

  test('a withdrawn entry keeps its address, which says when and why; its text is gone from every file', async () => {
    const { code, files } = await buildOf('withdrawn', content);
    expect(code).toBe(0);
    expect([...files].filter(([, bytes]) => /secret/i.test(bytes.toString())).map(([path]) => path)).toEqual([]);
    const page = pagesOf(files).get('event/second/index.html');
    const words = page && textInLine(page);
    expect(words).toContain('It was withdrawn on 3 March 2020, 12:00.');
    expect(words).toContain('The source was mistaken');
    expect(brokenLinks(files)).toEqual([]);
  });

  test('a draft is nowhere, unless DRAFTS=1', async () => {
    const without = await buildOf('drafts', content);
    expect(
      [...without.files]
        .filter(([path, bytes]) => /unfinished|third/i.test(path + bytes.toString()))
        .map(([path]) => path),
    ).toEqual([]);
    const { files } = await buildOf('drafts', content, { DRAFTS: '1' });
    // It is marked on its own page and in every list, and nothing else is.
    const marked = [...files].filter(([, bytes]) => />Draft</.test(bytes.toString())).map(([path]) => path);
    expect(marked.toSorted()).toEqual([
      'event/2020-03-02/index.html',
      'event/index.html',
      'event/oldest-first/index.html',
      'event/search/index.html',
      'event/third/index.html',
    ]);
  });
});

test('an alias of an entry redirects to it', async () => {
  const { files } = await buildOf('alias', {
    ...small,
    'event/second.md': entryFile('Moved', '2020-03-02T12:00', 'Text.', 'aliases: [älter, 旧]\n'),
  });
  expect(files.get('event/älter/index.html')?.toString()).toContain('content="0; url=/event/second/"');
  expect(files.has('event/旧/index.html')).toBe(true);
  expect(brokenLinks(files)).toEqual([]);
});

test('an archive without events, and an event without entries, are built', async () => {
  expect((await buildOf('empty', {})).code).toBe(0);
  const { code, files } = await buildOf('new-event', { 'event/event.md': settings.event() });
  expect(code).toBe(0);
  expect(files.get('event/index.html')?.toString()).toContain('The coverage has no entries yet.');
});

test('a build is readable by others, and leaves nothing behind it', async () => {
  const { target, source } = await buildOf('clean', small);
  await writeFile(join(source, 'event', 'first.md'), entryFile('Again', '2020-03-02T10:00'));
  await runRecapsule(['build', '--outDir', target], { env: { CONTENT_DIR: source } });
  expect((await readdir(join(target, '..'))).sort()).toEqual(['content', 'dist']);
  expect(existsSync(join(target, 'event/first/index.html'))).toBe(true);
  await rm(target, { recursive: true });
});
