import { expect, test } from 'vitest';
import { openSamples } from '../scripts/testing/open-samples.ts';

const samples = openSamples();
const { files } = samples;
const pages = [...files.keys()]
  .filter((path) => path.endsWith('.html'))
  .map((path) => `/${path.replace(/index\.html$/, '')}`);

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
    const context = await samples.browser.newContext({ viewport: { width: 360, height: 780 } });
    const page = await context.newPage();
    await page.addInitScript(countMoves);
    page.on('request', (request) => {
      const { origin } = new URL(request.url());
      if (origin !== samples.address && origin !== 'null') elsewhere.push(`${page.url()} asks ${request.url()}`);
    });
    for (const path of waiting) {
      await page.goto(samples.address + path, { waitUntil: 'networkidle' });
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const moved = await page.evaluate<number>('window.moved');
      if (moved > 0) moving.push(`${path} by ${moved}`);
    }
    await context.close();
  };
  await Promise.all(Array.from({ length: 4 }, visit));
  expect(elsewhere).toEqual([]);
  expect(moving).toEqual([]);
});
