import { readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  buildContent,
  entryFile,
  settings,
  temporaryFolder,
  writeFiles,
} from '../../scripts/testing/temporary-content.ts';
import { developmentOf } from './development.ts';
import { asking } from './testing.ts';

const folder = temporaryFolder();
const content = join(folder, 'content');
const buoy = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100" viewBox="0 0 300 100"><rect width="300" height="100" fill="${colour}"/></svg>`;
const mp4 = Buffer.from('\0\0\0\x10ftypisom\0\0\0\0', 'latin1');
const at = '2020-03-02T10:00';
const original = {
  'site.yml': settings.site,
  'event/event.md': settings.event(),
  'event/first.md': entryFile('First', at, 'Lanterns are lit.\n\n![A buoy](buoy.svg)\n\n![A launch](clip.mp4)'),
  'event/buoy.svg': buoy('red'),
  'event/clip.mp4': mp4,
  'event/clip.en.vtt': 'WEBVTT\n\n00:00.000 --> 00:01.000\nLift-off.\n',
  'other/event.md': settings.event().replace('The test event', 'The other event'),
  'other/second.md': entryFile('Second', at, 'See [the first](../event/first.md).'),
};
let built: ReadonlyMap<string, Buffer>;
let printed: string[] = [];
const development = developmentOf(content, (text) => void printed.push(text));

beforeAll(async () => {
  const { code, stderr, files } = await buildContent(folder, original);
  expect(code, stderr).toBe(0);
  built = files;
  await development.refresh([]);
});

afterAll(() => development.stop());

/** Changes files of the content, and lets the development server know. */
const save = async (files: Readonly<Record<string, string>>): Promise<void> => {
  await writeFiles(content, files);
  await development.refresh(Object.keys(files).map((path) => join(content, path)));
};

beforeEach(async () => {
  await rm(content, { recursive: true });
  await writeFiles(content, original);
  await development.refresh([join(content, 'site.yml')]);
  printed = [];
});

const bytesAt = async (path: string): Promise<Buffer> => {
  const found = await development.site.find(path);
  if (!found) throw new Error(`There is no ${path}`);
  return 'bytes' in found ? Buffer.from(found.bytes) : readFileSync(found.file);
};
const textAt = async (path: string): Promise<string> => (await bytesAt(path)).toString();
const statusOf = async (path: string): Promise<number> => {
  const found = await development.site.find(path);
  return found ? (found.status ?? 200) : 404;
};
const titleOf = (html: string): string | undefined => /<title>(.*?)<\/title>/.exec(html)?.[1];
const withoutReload = (html: string): string =>
  html.replace(/<script src="\/@recapsule\/reload\.js\?[\w.]+" defer><\/script>/, '');

test('every file of a build is the same while it is written, but that pages load again', async () => {
  const others: string[] = [];
  // What tells hosts and ledgers of all addresses, and what proves a copy, is made by builds alone.
  const ofBuilds = /^(?:addresses\.tsv|_redirects(?:\.\w+)?|SHA512SUMS|build-info\.json)$/;
  const shown = [...built].filter(([path]) => !ofBuilds.test(path));
  expect(built.size - shown.length).toBeLessThanOrEqual(6);
  for (const [path, bytes] of shown) {
    const found = await bytesAt(path);
    const isPage = path.endsWith('.html');
    const same = isPage ? withoutReload(found.toString()) === bytes.toString() : found.equals(bytes);
    if (!same || isPage === found.equals(bytes)) others.push(path);
  }
  expect(others).toEqual([]);
  expect([...built.keys()].filter((path) => /media\/|pagefind\//.test(path)).length).toBeGreaterThan(8);
});

test('parts of a video are sent, and it is read once', async () => {
  const path = [...built.keys()].find((one) => one.endsWith('.mp4')) ?? '';
  const get = await asking(development.site);
  expect(await get(`/${path}`, { range: 'bytes=4-7' })).toMatchObject({ status: 206, body: 'ftyp' });
  expect(await development.site.find(path)).toEqual(await development.site.find(path));
});

test('drafts, and entries whose time has not come, are shown and marked', async () => {
  await save({
    'event/draft.md': entryFile('A draft', at, 'Not ready.', 'draft: true\n'),
    'event/prize.md': entryFile('The prize', '2999-03-02T14:05', 'For the best.', 'day: 2020-03-02\n'),
  });
  const marks = async (path: string): Promise<string[]> =>
    [...(await textAt(path)).matchAll(/class="not-public"[^>]*>([^<]*)/g)].map(([, mark = '']) => mark);
  expect((await marks('event/index.html')).toSorted()).toEqual(['Draft', 'Not yet: 2 March, 14:05']);
  expect(await marks('event/draft/index.html')).toEqual(['Draft']);
  expect(await marks('event/first/index.html')).toEqual([]);
});

describe('what is saved is shown', () => {
  test.each([
    ['an entry', { 'event/first.md': entryFile('Better', at) }, 'event/first/index.html', 'Better'],
    ['a new entry in a new folder', { 'event/a/b/c.md': entryFile('C', at) }, 'event/c/index.html', 'C'],
    ['a new event', { 'new/event.md': settings.event() }, 'new/index.html', 'The test event'],
    ['the settings', { 'site.yml': settings.site.replace('Test', 'Renamed') }, 'event/index.html', 'Renamed archive'],
  ])('%s', async (_what, files, path, title) => {
    await save(files);
    expect(titleOf(await textAt(path))).toContain(title);
  });

  test('a picture by another address, and its pages with that', async () => {
    const sourceOf = async () => /<img[^>]*src="\/([^"]+)"/.exec(await textAt('event/first/index.html'))?.[1];
    const before = await sourceOf();
    await save({ 'event/buoy.svg': buoy('blue') });
    const after = await sourceOf();
    expect(after).not.toBe(before);
    expect((await bytesAt(after ?? '')).length).toBeGreaterThan(100);
  });

  test('an event whose folder has another name, and one that is gone', async () => {
    await rename(join(content, 'other'), join(content, 'moved'));
    await development.refresh([join(content, 'other'), join(content, 'moved')]);
    expect([await statusOf('other/index.html'), await statusOf('moved/second/index.html')]).toEqual([404, 200]);
    await rm(join(content, 'moved'), { recursive: true });
    await development.refresh([join(content, 'moved')]);
    expect(await statusOf('moved/index.html')).toBe(404);
    expect(await textAt('index.html')).not.toContain('The other event');
  });

  test('the theme, also where another event has errors', async () => {
    const site = `${settings.site}theme: {accent: "#00695c"}\n`;
    await save({ 'site.yml': site, 'other/second.md': entryFile('Second', 'noon') });
    const [, styles = ''] = /href="\/(media\/[^"]+\.css)"/.exec(await textAt('event/index.html')) ?? [];
    expect(await textAt(styles)).toContain('--accent');
  });

  test('the archive below the path of its address', async () => {
    await save({ 'site.yml': settings.site.replace('recaps.test', 'recaps.test/kept') });
    expect(development.site.base()).toBe('/kept/');
    const get = await asking(development.site);
    expect(await get('/kept/event/first/')).toMatchObject({ status: 200 });
    expect((await get('/')).headers['location']).toBe('/kept/');
  });
});

test('only the event that has changed is read again, and those that link to it', async () => {
  await Promise.all(['event/index.html', 'other/index.html'].map(textAt));
  // Nobody has said that this file has changed.
  await writeFile(join(content, 'event/first.md'), entryFile('Unheard', at));
  await save({ 'other/second.md': entryFile('Changed', at) });
  expect(titleOf(await textAt('event/first/index.html'))).toContain('First');
  expect(titleOf(await textAt('other/second/index.html'))).toContain('Changed');
  await save({ 'other/second.md': original['other/second.md'] });
  await textAt('other/second/index.html');
  await save({ 'event/first.md': entryFile('First', at, 'x', 'draft: true\n') });
  await rm(join(content, 'event/first.md'));
  await development.refresh([join(content, 'event/first.md')]);
  expect(await textAt('other/second/index.html')).toContain('expected an entry that exists');
});

describe('an error', () => {
  const slip = { 'event/first.md': entryFile('A slip', '2020-03-02T12:99') };

  test('stands in the place of the pages that it concerns, and of no others', async () => {
    await save(slip);
    const page = (await textAt('event/index.html')).replace(/\s+/g, ' ');
    expect(titleOf(page)).toBe('The content has errors');
    expect(page).toContain('content/event/first.md:3:7 <span class="error">error</span> invalid-time</h2>');
    expect(page).toContain('/@recapsule/reload.js');
    const paths = ['index.html', 'event/index.html', 'other/index.html', 'other/nothing.png', 'favicon.svg'];
    expect(await Promise.all(paths.map(statusOf))).toEqual([500, 500, 200, 404, 200]);
    expect(await (await asking(development.site))('/other/nothing/')).toMatchObject({ status: 500 });
  });

  test('in the theme stands in the place of all pages, until it is corrected', async () => {
    await save({ 'theme/style.css': 'a {\r\n  color: red;\r\n' });
    const paths = ['index.html', 'event/index.html', 'other/second/index.html'];
    for (const path of paths) expect(await textAt(path)).toContain('content/theme/style.css:1:1 <span');
    await save({ 'theme/style.css': '\ufeffa {\r\n  color: red;\r\n}\r\n' });
    expect(await Promise.all(paths.map(statusOf))).toEqual([200, 200, 200]);
    expect(await textAt(paths[1] ?? '')).toMatch(/href="[^"]*media\/style-\w{10}\.css"/);
  });

  test('is printed once, with the path that editors open, and so is that there is none any more', async () => {
    await save({ 'event/first.md': entryFile('Another slip', '2020-03-02T12:98') });
    const news = () => vi.waitFor(() => expect(printed).not.toEqual([]));
    await news();
    expect(printed.join('\n')).toContain('content/event/first.md:3:7 error invalid-time');
    printed = [];
    await save({ 'event/event.md': settings.event() });
    await save({ 'event/first.md': original['event/first.md'] });
    await news();
    expect(printed).toEqual(['The content has no errors any more.']);
  });

  test('shows the line as it should stand, and nothing of it runs', async () => {
    await save({ 'event/first.md': `---\ntitel: "A"\ntime: <b>\n---\nText\n` });
    const page = await textAt('event/index.html');
    expect(page).toContain('<pre dir="auto">title: &quot;A&quot;</pre>');
    expect(page).toContain('&quot;&lt;b&gt;&quot;');
    expect(page).not.toContain('<b>');
  });
});

test('a warning is printed once, and again where it has moved', async () => {
  const places = async (count: number): Promise<readonly string[]> => {
    const all = () => printed.join('\n').match(/first\.md:\d+:\d+ warning/g) ?? [];
    await vi.waitFor(() => expect(all()).toHaveLength(count));
    return all();
  };
  const body = '<script>x</script>\n\n';
  await save({ 'event/first.md': entryFile('Unsafe', at, body) });
  await places(1);
  await save({ 'event/first.md': entryFile('Unsafe', at, `${body}More`) });
  await textAt('event/first/index.html');
  await textAt('index.html');
  await save({ 'event/first.md': entryFile('Unsafe', at, `Above\n\n${body}`) });
  expect(await places(2)).toEqual(['first.md:5:1 warning', 'first.md:7:1 warning']);
});

test('content that cannot be read at all is said, and shown again when it is there', async () => {
  await rename(content, `${content}-away`);
  await development.refresh([content]);
  expect(await textAt('index.html')).toContain('This page cannot be shown');
  await rename(`${content}-away`, content);
  await development.refresh([content]);
  expect(await statusOf('index.html')).toBe(200);
});

test('what cannot be read from the start is said, too, and shown when it can be', async () => {
  const late = join(folder, 'late');
  const messages: string[] = [];
  const waiting = developmentOf(late, (text) => void messages.push(text));
  await waiting.refresh([]);
  await vi.waitFor(() => expect(messages).toEqual([`ENOENT: no such file or directory, scandir '${late}'`]));
  await writeFiles(late, original);
  await waiting.refresh([late]);
  expect(await waiting.site.find('event/index.html')).not.toHaveProperty('status');
  waiting.stop();
});
