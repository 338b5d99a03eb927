import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, startBrowser } from '../scripts/testing/browser.ts';
import { buildContent, entryFile, settings, temporaryFolder } from '../scripts/testing/temporary-content.ts';

const drawn = (width: number, height: number, background: string): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background, noise: { type: 'gaussian', mean: 128, sigma: 40 } } })
    .jpeg()
    .toBuffer();

const words = `${'Some words before it. '.repeat(20)}\n\n`;
const captions = Buffer.from('WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n');
const mp4 = Buffer.from('\0\0\0\x10ftypisom\0\0\0\0', 'latin1');

const content = async () => ({
  'event/event.md': settings.event(
    'hero: {picture: wide.jpg, alt: A wide one, caption: "The *hall* | Photo: [Ada](https://ada.example)"}\n',
  ),
  'event/gallery.md': entryFile(
    'A gallery',
    '2020-03-02T10:00',
    `${words}![A](a.jpg "One | Ada")\n![B](tall.jpg)\n![C](wide.jpg "Three")`,
  ),
  'event/pair.md': entryFile('A pair', '2020-03-02T11:00', `${words}![A](a.jpg)\n![B](tall.jpg)`),
  'event/tall.md': entryFile('A tall one', '2020-03-02T12:00', `![B](tall.jpg "Tall")\n\n${words}![Small](small.jpg)`),
  'event/video.md': entryFile(
    'A video',
    '2020-03-02T13:00',
    '![A launch](clip.mp4 "Off")\n\n![Without a poster](bare.mp4)\n\n[The keynote](https://www.youtube.com/watch?v=abc)\n\n> One small step.\n> — Neil Armstrong, commander',
  ),
  'event/tasks.md': entryFile(
    'Tasks',
    '2020-03-02T14:00',
    '- [x] Doors\n- Lights\n\n1. [ ] Sound\n\n> [!NOTE]\n> The gate is shut.',
  ),
  'event/a.jpg': await drawn(1400, 1000, 'red'),
  'event/tall.jpg': await drawn(900, 1600, 'blue'),
  'event/wide.jpg': await drawn(1700, 600, 'green'),
  'event/small.jpg': await drawn(200, 150, 'yellow'),
  'event/clip.jpg': await drawn(1280, 720, 'grey'),
  'event/clip.mp4': mp4,
  'event/clip.en.vtt': captions,
  'event/bare.mp4': mp4,
  'event/bare.vtt': captions,
});
const paths = [
  '/',
  '/event/',
  '/event/2020-03-02/',
  '/event/gallery/',
  '/event/pair/',
  '/event/tall/',
  '/event/video/',
];

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  const { code, stderr, files } = await buildContent(join(temporaryFolder(), 'site'), await content());
  expect(code, stderr).toBe(0);
  [browser, server] = await Promise.all([startBrowser(), serve(files)]);
});

afterAll(async () => {
  await Promise.all([browser?.close(), server?.stop()]);
});

/** Opens a page in a window of a size, and scrolls to its end, so that all of it is loaded. */
const open = async (path: string, width: number): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(server.address + path);
  await page.evaluate(async () => {
    for (let top = 0; top < document.body.scrollHeight; top += 300) {
      window.scrollTo(0, top);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    await Promise.all([...document.images].map((image) => image.decode()));
  });
  await page.waitForLoadState('networkidle');
  return page;
};

test('what stands below the picture of an event is Markdown', async () => {
  const page = await open('/event/', 1280);
  expect(await page.locator('header figcaption em').textContent()).toBe('hall');
  expect(await page.locator('header figcaption .credit a').getAttribute('href')).toBe('https://ada.example');
  await page.context().close();
});

test('a task has one sign, other items keep theirs, and an alert is set apart', async () => {
  const page = await open('/event/tasks/', 360);
  const signs = await page
    .locator('.prose li')
    .evaluateAll((items) => items.map((item) => getComputedStyle(item).listStyleType));
  expect(signs).toEqual(['""', 'disc', 'decimal']);
  const boxes = await page.locator('.prose [role="img"]').evaluateAll((found) => found.map((box) => box.ariaLabel));
  expect(boxes).toEqual(['Done', 'To do']);
  const alert = page.getByRole('note');
  expect(await alert.innerText()).toMatch(/^Note\s+The gate is shut\.$/);
  expect(await alert.evaluate((box) => getComputedStyle(box).borderInlineStartStyle)).toBe('solid');
  await page.context().close();
});

describe.each([360, 768, 1280])('at %i pixels', (width) => {
  test('nothing moves while pictures and videos come, and no page scrolls sideways', async () => {
    for (const path of paths) {
      const page = await open(path, width);
      const [shift, overflow] = await page.evaluate(async () => {
        const moved = await new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 100);
        });
        return [moved, document.documentElement.scrollWidth - document.documentElement.clientWidth];
      });
      expect([shift, overflow], path).toEqual([0, 0]);
      await page.context().close();
    }
  });

  test('no picture is wider than its place, and the file that is loaded for it is wide enough and not much wider', async () => {
    for (const path of paths.slice(1)) {
      const page = await open(path, width);
      const shown = await page.evaluate(() =>
        [...document.querySelectorAll('img')].map(({ currentSrc, clientWidth, clientHeight, attributes }) => ({
          file: currentSrc.split('/').at(-1) ?? '',
          shown: clientWidth,
          height: clientHeight,
          natural: Number(attributes.getNamedItem('width')?.value),
          ratio: Number(attributes.getNamedItem('width')?.value) / Number(attributes.getNamedItem('height')?.value),
        })),
      );
      for (const { file, shown: wide, height, natural, ratio } of shown) {
        expect(file, path).toMatch(/\.avif$/);
        expect(height, `${path} ${file}`).toBeLessThanOrEqual(680);
        expect(wide, `${path} ${file}`).toBeLessThanOrEqual(Math.min(natural, width));
        const loaded = Number(/-(\d+)\.avif$/.exec(file)?.[1]);
        // A tile of a gallery cuts off what is wider than it is.
        const drawn = Math.max(wide, height * ratio);
        expect(loaded, `${path} ${file}, shown ${wide} wide`).toBeGreaterThanOrEqual(Math.min(drawn, natural) - 2);
        expect(loaded, `${path} ${file}, shown ${wide} wide`).toBeLessThanOrEqual(Math.max(650, drawn * 1.7));
      }
      await page.context().close();
    }
  });
});

test('a picture has its room before it is loaded', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  const page = await context.newPage();
  await page.route('**/media/**', () => {});
  for (const [path, room] of [
    ['/event/tall/', [318, 564]],
    ['/event/pair/', [152, 114]],
  ] as const) {
    await page.goto(server.address + path, { waitUntil: 'commit' });
    const size = await page
      .locator('.prose img')
      .first()
      .evaluate((one) => [
        Math.round(one.getBoundingClientRect().width),
        Math.round(one.getBoundingClientRect().height),
      ]);
    expect(size, path).toEqual(room);
  }
  await context.close();
});

test('a gallery stands two in a row, the first of an odd number alone, and leads to large pictures', async () => {
  for (const width of [360, 1280]) {
    const page = await open('/event/gallery/', width);
    const boxes = await page.locator('.gallery img').evaluateAll((all) =>
      all.map((one) => {
        const { left, top, width: wide } = one.getBoundingClientRect();
        return [Math.round(left), Math.round(top), Math.round(wide)] as const;
      }),
    );
    const [first, second, third] = boxes;
    expect(second?.[1]).toBe(third?.[1]);
    expect(first?.[2]).toBeGreaterThan(2 * (second?.[2] ?? 0));
    const links = page.locator('.gallery a');
    expect(await links.count()).toBe(3);
    await links.first().click();
    await page.waitForURL(/-1400\.jpg$/);
    await page.context().close();
  }
});

test('no page asks another host for anything, and a video is not loaded before it is played', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const asked: URL[] = [];
  page.on('request', (request) => asked.push(new URL(request.url())));
  for (const path of paths) {
    await page.goto(server.address + path);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await page.waitForLoadState('networkidle');
  }
  expect([...new Set(asked.map(({ origin }) => origin))]).toEqual([server.address]);
  expect(asked.filter(({ pathname }) => /\.(mp4|vtt)$/.test(pathname))).toEqual([]);
  await context.close();
});
