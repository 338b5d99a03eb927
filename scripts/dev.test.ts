import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from './testing/browser.ts';
import { patience } from './testing/patience.ts';
import { find } from './testing/search-page.ts';
import { type ServerProcess, startServer } from './testing/server-process.ts';
import { buildContent, entryFile, settings, temporaryFolder, writeFiles } from './testing/temporary-content.ts';
import { visitWith } from './testing/visit.ts';

const folder = temporaryFolder();
const content = join(folder, 'content');
const metrics = 'metrics: {visitors: {title: Visitors, unit: visitors, cumulative: true}}\n';
/** How long a change may take to be seen. */
const soon = { timeout: patience };
let server: ServerProcess;
let preview: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  const built = await buildContent(folder, {
    'event/event.md': settings.event(metrics),
    'event/first.md': entryFile('The first entry', '2020-03-02T10:00', 'Lanterns are lit.\n\n![A buoy](buoy.svg)'),
    'event/full.md': entryFile(
      'The hall is full',
      '2020-03-02T10:20',
      'Nobody *else* gets in.',
      'milestone: {metric: visitors, value: 1200}\n',
    ),
    'event/buoy.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100" viewBox="0 0 300 100"><rect width="300" height="100" fill="red"/></svg>',
  });
  expect(built.code, built.stderr).toBe(0);
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

/** A page as it is seen: how its elements are styled, where they stand, and what the browser has refused. */
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
  await page.close();
  return { elements, refused };
};

// That all pages are those of a build but for one script is a test of src/serve.
test.each([
  ['/event/', 360],
  ['/event/search/', 1280],
])('the development server shows %s as a build has it, %i wide', async (path, width) => {
  const seen: Awaited<ReturnType<typeof seenAt>>[] = [];
  for (const { address } of [preview, server]) seen.push(await seenAt(address + path, width));
  const [built, written] = seen;
  expect(built?.elements.length).toBeGreaterThan(10);
  expect(written).toEqual(built);
  expect(written?.refused).toEqual([]);
});

test('search finds entries while they are written', async () => {
  await visitWith(browser, `${server.address}/event/search/`, async (page) =>
    expect(await find(page, 'lanterns')).toEqual(['/event/first/']),
  );
});

test('what is saved appears in every open page, however many there are, and so does an error until it is gone', async () => {
  const context = await browser.newContext();
  // A browser has six connections to a server: more pages than that are open.
  const pages = await Promise.all(Array.from({ length: 8 }, () => context.newPage()));
  for (const page of pages) await page.goto(`${server.address}/event/`);
  const shows = (title: string) =>
    expect
      .poll(
        () =>
          Promise.all(
            pages.map((page) =>
              page
                .locator('h1')
                .innerText()
                .catch(() => ''),
            ),
          ),
        soon,
      )
      .toEqual(pages.map(() => title));
  const save = (name: string) =>
    writeFiles(content, { 'event/event.md': settings.event(metrics).replace('The test', name) });
  // Saved several times, while pages load.
  for (const name of ['A', 'B', 'Our']) await save(name);
  await shows('Our event');
  await writeFiles(content, { 'event/third.md': entryFile('A slip', '2020-03-02T12:99') });
  await shows('The content has errors');
  await expect.poll(() => pages[0]?.getByText('event/third.md:3:7 error invalid-time').count(), soon).toBe(1);
  expect(server.printed()).toContain('event/third.md:3:7 error invalid-time');
  await writeFiles(content, { 'event/third.md': entryFile('No slip', '2020-03-02T12:09') });
  await shows('Our event');
  await context.close();
});
