import { rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { feedFormats } from '../src/core/feed-formats.ts';
import { grain } from '../src/media/testing.ts';
import { violations } from './testing/axe.ts';
import { startBrowser } from './testing/browser.ts';
import { patience } from './testing/patience.ts';
import { find } from './testing/search-page.ts';
import { type ServerProcess, startServer } from './testing/server-process.ts';
import { buildContent, entryFile, settings, temporaryFolder, writeFiles } from './testing/temporary-content.ts';
import { visitWith } from './testing/visit.ts';

const folder = temporaryFolder();
const content = join(folder, 'content');
const buoy = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100" viewBox="0 0 300 100"><rect width="300" height="100" fill="${colour}"/></svg>`;
const mp4 = Buffer.from('\0\0\0\x10ftypisom\0\0\0\0', 'latin1');
const metrics = 'metrics: {visitors: {title: Visitors, unit: visitors, cumulative: true}}\n';
const visitors = 'milestone: {metric: visitors, value: 1200}\n';
/** How long a change may take to be seen. */
const soon = { timeout: patience };
let files: ReadonlyMap<string, Buffer>;
let server: ServerProcess;
let preview: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  const built = await buildContent(folder, {
    'event/event.md': settings.event(metrics),
    'event/first.md': entryFile('The first entry', '2020-03-02T10:00', 'Lanterns are lit.\n\n![A buoy](buoy.svg)'),
    'event/full.md': entryFile('The hall is full', '2020-03-02T10:20', 'Nobody *else* gets in.', visitors),
    'event/fuller.md': entryFile('The yard is full', '2020-03-02T10:40', 'So be it.', visitors.replace('1', '2')),
    'event/pictures.md': entryFile('Pictures', '2020-03-02T10:50', '![Noise](noise.jpg)\n\n![A launch](clip.mp4)'),
    'event/buoy.svg': buoy('red'),
    'event/noise.jpg': await grain(900, 300).jpeg().toBuffer(),
    'event/clip.mp4': mp4,
    'event/clip.en.vtt': 'WEBVTT\n\n00:00.000 --> 00:01.000\nLift-off.\n',
  });
  expect(built.code, built.stderr).toBe(0);
  files = built.files;
  [server, preview, browser] = await Promise.all([
    startServer(['dev'], '/event/', { CONTENT_DIR: content }),
    startServer(['preview', '--outDir', built.target], '/'),
    startBrowser(),
  ]);
});

afterAll(async () => {
  server?.stop();
  preview?.stop();
  await browser?.close();
});

/** What is compared: of each page the first elements of each kind. */
const compared = [
  ...['body', 'main', '.masthead', '.masthead a', 'h1', 'h2', 'h3', 'p', 'time', '.entry', '.prose', '.figure', 'b'],
  ...['dl', 'dd', 'nav', 'img', 'video', 'svg', 'input', 'button', 'table', 'td', 'footer', 'footer a'],
];

/** A page as it is seen: how its elements are styled, where they stand, a picture of it, and what the browser has refused. */
const seenAt = async (address: string, width: number) => {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  // A browser does without this font where it is late, and a busy machine would decide how wide texts are.
  await page.route('**/*.woff2', (route) => route.abort());
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|MIME type/.test(message.text())) refused.push(message.text());
  });
  await page.goto(address);
  // Pictures further down come at once.
  await page.evaluate(async () => {
    const pictures = [...document.images];
    for (const picture of pictures) picture.loading = 'eager';
    await Promise.all(pictures.map((picture) => picture.decode()));
  });
  const elements = await page.evaluate((selectors) => {
    const firstOf = (selector: string): Element[] => [...document.querySelectorAll(selector)].slice(0, 4);
    return selectors.flatMap(firstOf).map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const styles = [...style]
        .filter((name) => !name.startsWith('--'))
        .map((name) => `${name}: ${style.getPropertyValue(name)}`);
      return [`box: ${[x, y, width, height].join(' ')}`, ...styles].map((line) => `${element.localName} ${line}`);
    });
  }, compared);
  const shot = sharp(await page.screenshot({ fullPage: true, animations: 'disabled' })).removeAlpha();
  const { data, info } = await shot.raw().toBuffer({ resolveWithObject: true });
  await page.close();
  return { elements, refused, data, size: [info.width, info.height] };
};

/** The share of bytes in which two pictures of the same size differ. */
const difference = (one: Buffer, other: Buffer): number =>
  one.reduce((sum, byte, at) => sum + (byte === other[at] ? 0 : 1), 0) / one.length;

describe.each([360, 1280])('in a window %i wide', (width) => {
  test.each(['/', '/event/', '/event/first/', '/event/full/', '/event/milestones/', '/search/', '/event/search/'])(
    'the development server shows %s as a build has it',
    async (path) => {
      const seen: Awaited<ReturnType<typeof seenAt>>[] = [];
      for (const { address } of [preview, server]) seen.push(await seenAt(address + path, width));
      const [built, written] = seen;
      if (!built || !written) throw new Error('A page has not been seen');
      expect(built.elements.length).toBeGreaterThan(10);
      const others = written.elements.flatMap((lines, at) =>
        lines.filter((line, n) => line !== built.elements[at]?.[n]),
      );
      expect(others.slice(0, 20)).toEqual([]);
      expect(written.elements.length).toBe(built.elements.length);
      expect([built.refused, written.refused]).toEqual([[], []]);
      expect(written.size).toEqual(built.size);
      expect(difference(written.data, built.data)).toBeLessThan(0.01);
    },
  );
});

test('search finds entries while they are written, as in a build', async () => {
  for (const { address } of [preview, server])
    for (const path of ['/search/', '/event/search/'])
      await visitWith(browser, address + path, async (page) =>
        expect(await find(page, 'lanterns')).toEqual(['/event/first/']),
      );
});

test('files come with the type that their names promise', async () => {
  const types = new Map<string, string>();
  for (const path of files.keys()) {
    // Archive documents of feeds are feeds, too, and have no name by which to know their kind.
    if (/^_astro\/|^_headers$|^\.nojekyll$|\.html$|feed-archive\//.test(path)) continue;
    const answer = await fetch(`${server.address}/${path}`);
    expect(answer.status, path).toBe(200);
    const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
    types.set(feedFormats.find(({ file }) => basename(path) === file)?.file ?? extname(path), type);
  }
  expect(Object.fromEntries(types)).toEqual({
    '.avif': 'image/avif',
    '.csv': 'text/csv',
    '.jpg': 'image/jpeg',
    '.js': 'text/javascript',
    '.json': 'application/json',
    '.mp4': 'video/mp4',
    '.pagefind': 'application/octet-stream',
    '.pf_fragment': 'application/octet-stream',
    '.pf_index': 'application/octet-stream',
    '.pf_meta': 'application/octet-stream',
    '.png': 'image/png',
    '.svg': 'image/svg+xml',
    '.txt': 'text/plain',
    '.vtt': 'text/vtt',
    '.webp': 'image/webp',
    '.xml': 'application/xml',
    'atom.xml': 'application/atom+xml',
    'feed.json': 'application/feed+json',
    'rss.xml': 'application/rss+xml',
  });
});

test('what must not be read yet is marked in lists and on its own page', async () => {
  await writeFiles(content, {
    'event/second.md': entryFile('A draft', '2020-03-02T11:00', 'Not ready.', 'draft: true\nmilestone: true\n'),
    'event/prize.md': entryFile('The prize', '2999-03-02T14:05', 'For the best.', 'day: 2020-03-02\npinned: true\n'),
  });
  await expect.poll(() => server.status('/event/prize/'), soon).toBe(200);
  // A page that is just being looked at loads again as soon as the server hears of another file.
  const marked = async (path: string): Promise<string[]> => {
    let marks: string[] = [];
    await visitWith(browser, server.address + path, async (page) => {
      marks = await page.locator('.not-public').allInnerTexts();
      if (path === '/event/') expect(await violations(page)).toEqual([]);
    });
    return marks;
  };
  const notYet = 'Not yet: 2 March, 14:05';
  // On the timeline the draft is among the milestones, too, and the prize among what is pinned.
  await expect.poll(() => marked('/event/'), soon).toEqual(['Draft', notYet, notYet, 'Draft']);
  await expect.poll(() => marked('/event/2020-03-02/'), soon).toEqual([notYet, 'Draft']);
  await expect.poll(() => marked('/event/milestones/'), soon).toEqual(['Draft']);
  await expect.poll(() => marked('/event/search/'), soon).toEqual(['Draft', notYet]);
  await expect.poll(() => marked('/event/second/'), soon).toEqual(['Draft']);
  await expect.poll(() => marked('/event/prize/'), soon).toEqual([notYet]);
  await Promise.all(['second', 'prize'].map((name) => rm(join(content, `event/${name}.md`))));
  await expect.poll(() => marked('/event/'), soon).toEqual([]);
});

test('what a writer saves appears at the next request, in open pages too', async () => {
  const page = await browser.newPage();
  await page.goto(`${server.address}/event/`);
  const titles = page.locator('article h3');
  const old = ['Pictures', 'The yard is full', 'The hall is full', 'The first entry'];
  const shows = (...expected: string[]) => expect.poll(() => titles.allInnerTexts(), soon).toEqual(expected);
  await shows(...old);
  await writeFiles(content, { 'event/2020-03-02/later/next.md': entryFile('In a new folder', '2020-03-02T11:00') });
  await shows('In a new folder', ...old);
  await writeFiles(content, {
    'event/2020-03-02/later/next.md': entryFile('A better title', '2020-03-02T11:00', '![A buoy](new.svg)'),
    'event/2020-03-02/later/new.svg': buoy('lime'),
  });
  await shows('A better title', ...old);
  const picture = page.locator('#next img');
  const source = await picture.getAttribute('src');
  await writeFiles(content, { 'event/2020-03-02/later/new.svg': buoy('blue') });
  await expect.poll(() => picture.getAttribute('src'), soon).not.toBe(source);
  expect(await picture.evaluate((one: HTMLImageElement) => one.decode().then(() => one.naturalWidth))).toBe(300);
  await rm(join(content, 'event/2020-03-02'), { recursive: true });
  await shows(...old);
  await writeFiles(content, {
    'event/event.md': settings.event(metrics).replace('The test event', 'The renamed event'),
  });
  await expect.poll(() => page.locator('h1').innerText(), soon).toBe('The renamed event');
  await page.close();
});

test('what lies in media is served where pages say that it is', async () => {
  const page = await browser.newPage();
  await page.goto(`${server.address}/event/`);
  const card = await page.locator('meta[property="og:image"]').getAttribute('content');
  const [, path = ''] = /^https:\/\/recaps\.test(\/event\/media\/card-.*)$/.exec(card ?? '') ?? [];
  const answer = await page.request.get(`${server.address}${path}`);
  expect([answer.status(), (await answer.body()).subarray(1, 4).toString()]).toEqual([200, 'PNG']);
  await page.close();
});

test('an error in the content is shown in the browser with file, line and cure, and is gone when it is mended', async () => {
  const page = await browser.newPage();
  await page.goto(`${server.address}/event/`);
  await writeFiles(content, { 'event/third.md': entryFile('A slip', '2020-03-02T12:99') });
  const report = page.getByText('event/third.md:3:7 error invalid-time');
  const title = page.getByRole('heading', { name: 'The content has errors' });
  await expect.poll(async () => [await title.count(), await report.count()], soon).toEqual([1, 1]);
  // Nothing is offered that is not there.
  expect(await page.getByText('Open in editor').count()).toBe(0);
  await writeFiles(content, { 'event/third.md': entryFile('No slip', '2020-03-02T12:09') });
  await expect.poll(() => page.locator('article').count(), soon).toBe(5);
  await page.close();
});

test('a warning is printed once, and again when it has changed', async () => {
  const reported = (): string[] => server.printed().match(/event\/unsafe\.md:\d+:\d+ warning/g) ?? [];
  const save = async (body: string): Promise<void> => {
    await writeFiles(content, { 'event/unsafe.md': entryFile('Unsafe', '2020-03-02T12:30', body) });
    await expect
      .poll(async () => (await fetch(`${server.address}/event/unsafe/`)).text(), soon)
      .toContain(body.split('\n').at(-1));
    await server.status('/event/');
  };
  await save('<script>x</script>\n\none');
  await save('<script>x</script>\n\ntwo');
  expect(reported()).toEqual(['event/unsafe.md:5:1 warning']);
  await save('Now further down:\n\n<script>x</script>\n\nthree');
  expect(reported()).toEqual(['event/unsafe.md:5:1 warning', 'event/unsafe.md:7:1 warning']);
});

test('an archive whose address has a path is served below it', async () => {
  const below = await startServer(['dev'], '/kept/event/', {
    CONTENT_DIR: content,
    SITE_URL: 'https://recaps.test/kept',
  });
  try {
    await visitWith(browser, `${below.address}/kept/event/search/`, async (page) => {
      expect(await find(page, 'lanterns')).toEqual(['/kept/event/first/']);
      await page.goto(`${below.address}/kept/event/first/`);
      const picture = page.locator('main img');
      expect(await picture.evaluate((one: HTMLImageElement) => one.decode().then(() => one.naturalWidth))).toBe(300);
      expect(await page.locator('body').evaluate((body) => getComputedStyle(body).display)).toBe('flex');
    });
  } finally {
    below.stop();
  }
});
