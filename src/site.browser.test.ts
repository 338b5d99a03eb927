import { describe, expect, test } from 'vitest';
import { violations } from '../scripts/testing/axe.ts';
import { openSamples } from '../scripts/testing/open-samples.ts';

const samples = openSamples();
const { files } = samples;

/** One page of every kind. */
const kinds = [
  '/',
  '/404.html',
  '/11-11-2019/',
  '/11-11-2019/oldest-first/',
  '/11-11-2019/2019-11-11/',
  '/11-11-2019/topics/gmv/',
  '/11-11-2019/final-total/',
  '/11-11-2019/allbirds-comes-to-11-11/',
  '/11-11-2019/milestones/',
  '/apollo-11/',
  '/apollo-11/1969-07-20/',
  '/apollo-11/first-step/',
  '/apollo-11/milestones/',
];

describe.each([
  ['forced colours', { forcedColors: 'active', viewport: { width: 1280, height: 900 } }],
  ['a window of 320 pixels, as one of 1280 has at 400%', { viewport: { width: 320, height: 256 } }],
] as const)('in %s', (_, options) => {
  test('axe-core finds no breach on any kind of page, nor in the contents and the help when they are open', async () => {
    const context = await samples.browser.newContext({ ...options, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const problems: string[] = [];
    for (const path of kinds) {
      await page.goto(samples.address + path);
      problems.push(...(await violations(page)).map((one) => `${path} ${one}`));
      for (const panel of ['page.contents', 'page.keys']) {
        const found = await page.evaluate((id) => {
          document.getElementById(id)?.togglePopover();
          return document.getElementById(id) !== null;
        }, panel);
        if (!found) continue;
        problems.push(...(await violations(page)).map((one) => `${path} with ${panel} ${one}`));
        await page.keyboard.press('Escape');
      }
      const own = page.locator('label:has(input[value="own"])');
      if ((await own.count()) === 0) continue;
      await own.click();
      problems.push(...(await violations(page)).map((one) => `${path} in own time ${one}`));
    }
    await context.close();
    expect(problems).toEqual([]);
  });
});

test('a redirect page has no breach either, when it is held back from redirecting', async () => {
  const context = await samples.browser.newContext();
  const page = await context.newPage();
  const moved = files
    .get('double-eleven-2019/final-total/index.html')
    ?.toString()
    .replace(/<meta http-equiv="refresh"[^>]*>/, '');
  await page.setContent(moved ?? '');
  expect(await violations(page)).toEqual([]);
  await page.goto(`${samples.address}/double-eleven-2019/final-total/`);
  await page.waitForURL(`${samples.address}/11-11-2019/final-total/`);
  await context.close();
});

test('nothing is asked of another host', async () => {
  const context = await samples.browser.newContext();
  const page = await context.newPage();
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(new URL(request.url()).origin));
  for (const path of ['/', '/11-11-2019/', '/apollo-11/1969-07-20/', '/11-11-2019/milestones/'])
    await page.goto(samples.address + path);
  await context.close();
  expect([...asked]).toEqual([samples.address]);
});

test('nothing moves while the timeline loads: every picture has its size, and a font that comes late is not used', async () => {
  const context = await samples.browser.newContext({ viewport: { width: 360, height: 780 } });
  const page = await context.newPage();
  await page.route('**/*.woff2', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await route.continue();
  });
  await page.goto(`${samples.address}/11-11-2019/`);
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        document.fonts.ready.then(() => setTimeout(() => resolve(sum), 500));
      }),
  );
  await context.close();
  expect(shift).toBe(0);
});

test('a day heading stays in view while its entries are read', async () => {
  const context = await samples.browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${samples.address}/11-11-2019/#twelve-billion-dollars`);
  const heading = await page.locator('h2', { hasText: 'Monday, 11 November 2019' }).boundingBox();
  expect(Math.round(heading?.y ?? -1)).toBe(0);
  const entry = await page.locator('#twelve-billion-dollars').boundingBox();
  expect(entry?.y).toBeGreaterThanOrEqual(heading?.height ?? 0);
  await context.close();
});
