import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { serve, startBrowser } from '../scripts/testing/browser.ts';
import { filesOf } from '../scripts/testing/built-site.ts';

const files = filesOf(inject('site'));
const pages = [...files.keys()]
  .filter((path) => path.endsWith('.html'))
  .map((path) => `/${path.replace(/index\.html$/, '')}`);

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), serve(files)]);
});

afterAll(async () => {
  await Promise.all([browser?.close(), server?.stop()]);
});

/** Counts how far things move while a page loads, from before its first line on. */
const countMoves = `window.moved = 0;
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) window.moved += value; })
    .observe({ type: 'layout-shift', buffered: true });`;

test('no page of the samples asks another origin for anything before a click, and on none does anything move', async () => {
  expect(pages.length).toBeGreaterThan(100);
  const waiting = pages.values();
  const elsewhere: string[] = [];
  const moving: string[] = [];
  const visit = async (): Promise<void> => {
    const context = await browser.newContext({ viewport: { width: 360, height: 780 } });
    const page = await context.newPage();
    await page.addInitScript(countMoves);
    page.on('request', (request) => {
      const { origin } = new URL(request.url());
      if (origin !== server.address && origin !== 'null') elsewhere.push(`${page.url()} asks ${request.url()}`);
    });
    for (const path of waiting) {
      await page.goto(server.address + path, { waitUntil: 'networkidle' });
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const moved = await page.evaluate<number>('window.moved');
      if (moved > 0) moving.push(`${path} by ${moved}`);
    }
    await context.close();
  };
  await Promise.all(Array.from({ length: 4 }, visit));
  expect(elsewhere).toEqual([]);
  expect(moving).toEqual([]);
}, 300_000);
