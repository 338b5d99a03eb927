import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from '../scripts/testing/axe.ts';
import { serve, startBrowser } from '../scripts/testing/browser.ts';
import { patience } from '../scripts/testing/patience.ts';
import { buildContent, entryFile, settings, temporaryFolder } from '../scripts/testing/temporary-content.ts';

const two = (number: number): string => String(number).padStart(2, '0');

/** A day of 1,000 entries, none as high as the next. */
const entries = Object.fromEntries(
  Array.from({ length: 1000 }, (_, index) => [
    `event/entry-${index}.md`,
    entryFile(
      `Entry ${index}`,
      `2020-03-02T${two(Math.floor(index / 60))}:${two(index % 60)}`,
      `Marker${index}x stands here.\n\n${'And the text goes on for a while. '.repeat((index * 7) % 60)}`,
      index % 10 === 0 ? 'milestone: true\n' : '',
    ),
  ]),
);

/** Three days of 130, 205 and 15 entries, in both orders. */
const days = Object.fromEntries(
  (['newest-first', 'oldest-first'] as const).flatMap((order) => [
    [`${order.slice(0, 3)}-days/event.md`, settings.event().replace('order: newest-first', `order: ${order}`)],
    ...Array.from({ length: 350 }, (_, index): [string, string] => {
      const [day, first] = index < 130 ? [2, 0] : index < 335 ? [3, 130] : [4, 335];
      const minute = (index - first) * 6;
      const time = `2020-03-0${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
      return [`${order.slice(0, 3)}-days/entry-${index}.md`, entryFile(`Entry ${index}`, time)];
    }),
  ]),
);

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  const built = await buildContent(join(temporaryFolder(), 'long'), {
    'event/event.md': settings.event(),
    ...entries,
    ...days,
  });
  expect(built.code, built.stderr).toBe(0);
  [browser, server] = await Promise.all([startBrowser(), serve(built.files)]);
});

afterAll(async () => {
  await Promise.all([browser?.close(), server?.stop()]);
});

const open = async (path: string, reducedMotion: 'reduce' | 'no-preference', width = 1280): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width, height: 800 }, reducedMotion });
  const page = await context.newPage();
  await page.goto(server.address + path);
  return page;
};

/** Below the line of the day, to a pixel. */
const isAtTop = (top: number): boolean => Math.abs(top - 68) <= 1;

const topOf = (page: Page, slug: string): Promise<number> =>
  page.locator(`#${slug}`).evaluate((one) => Math.round(one.getBoundingClientRect().top));

describe.each([
  ['reduce', 1280],
  ['no-preference', 1280],
  ['no-preference', 360],
] as const)('a part of a day of 1,000 entries, with motion: %s, at %i pixels', (motion, width) => {
  test('an address with a fragment lands exactly, and so does a link to another', async () => {
    const page = await open('/event/2020-03-02/6/#entry-541', motion, width);
    await expect.poll(() => topOf(page, 'entry-541'), { timeout: patience }).toSatisfy(isAtTop);
    await page.evaluate(() => {
      location.hash = '#entry-570';
    });
    await expect.poll(() => topOf(page, 'entry-570'), { timeout: patience }).toSatisfy(isAtTop);
    await page.waitForTimeout(500);
    expect(await topOf(page, 'entry-570')).toSatisfy(isAtTop);
    await page.evaluate(() => {
      location.hash = '#entry-505';
    });
    await expect.poll(() => topOf(page, 'entry-505'), { timeout: patience }).toSatisfy(isAtTop);
    await page.waitForTimeout(500);
    expect(await topOf(page, 'entry-505')).toSatisfy(isAtTop);
    await page.context().close();
  });
});

test('what is far from view is not laid out, and is still there for searches, selections and screen readers', async () => {
  const page = await open('/event/', 'reduce');
  const isLaidOut = () =>
    page
      .locator('#entry-905 .prose p')
      .first()
      .evaluate((one) => one.checkVisibility({ contentVisibilityAuto: true }));
  expect(await isLaidOut()).toBe(false);
  // Browsers search, select and read out what is `auto`, and none of what is `hidden`.
  expect(await page.locator('#entry-905').evaluate((one) => getComputedStyle(one).contentVisibility)).toBe('auto');
  await page.keyboard.press('Control+a');
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('Marker905x');
  expect(await page.locator('#entry-905').ariaSnapshot()).toContain('Marker905x');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#entry-950').evaluate((one) => getComputedStyle(one).contentVisibility)).toBe('visible');
  await page.context().close();
});

test('below its last entry a list leads to the part that goes on, and so does the key for the next entry', async () => {
  const page = await open('/event/', 'reduce');
  const readOn = page.getByRole('navigation', { name: 'Read on' });
  expect(await readOn.getByRole('link').allInnerTexts()).toEqual(['Earlier: Monday, 2 March 2020, 13:20–14:59']);
  await readOn.getByRole('link').click();
  await page.waitForURL('**/event/2020-03-02/9/');
  expect(await page.locator('h1').innerText()).toBe('Monday, 2 March 2020, 13:20–14:59');
  expect(await readOn.getByRole('link').allInnerTexts()).toEqual([
    'Earlier: Monday, 2 March 2020, 11:40–13:19',
    'Later: Monday, 2 March 2020, 15:00–16:39',
  ]);
  // What lies above the last entry may be laid out only now, and move it: then the key leads there first.
  await expect
    .poll(async () => {
      await page.evaluate(() => document.querySelector<HTMLElement>('#entry-800 h3 a')?.focus());
      await page.keyboard.press('j');
      return page.url();
    })
    .toContain('/event/2020-03-02/8/');
  await page.goto(`${server.address}/event/oldest-first/`);
  await readOn.getByRole('link', { name: 'Later' }).click();
  await page.waitForURL('**/event/2020-03-02/2/');
  await page.goto(`${server.address}/event/2020-03-02/`);
  expect(await page.locator('p.read-on').innerText()).toMatch(/^Here the coverage begins\.\s+To the timeline of /);
  await page.context().close();
});

test.each([
  ['/new-days/', 'next', true],
  ['/old-days/2020-03-02/', 'next', false],
  ['/old-days/', 'prev', true],
  ['/old-days/2020-03-04/', 'prev', true],
] as const)('from %s the links below the lists alone lead to all entries of three days', async (start, rel, isBack) => {
  const page = await open(start, 'reduce');
  const firsts: number[] = [];
  const seen = new Set<number>();
  for (let links = 1; links > 0; ) {
    const shown = await page
      .locator('[id^="entry-"]')
      .evaluateAll((all) => all.flatMap(({ id }) => (/^entry-\d+$/.test(id) ? Number(id.slice(6)) : [])));
    firsts.push(shown[0] ?? -1);
    for (const one of shown) seen.add(one);
    const link = page.locator(`nav.read-on a[rel="${rel}"]`);
    links = await link.count();
    if (links > 0) await Promise.all([page.waitForEvent('load'), link.click()]);
  }
  expect(seen.size).toBe(350);
  expect(firsts).toEqual([...firsts].sort((a, b) => (isBack ? b - a : a - b)));
  await page.context().close();
});

test('an entry leads back to its place, and readers arrive there at once', async () => {
  const page = await open('/event/entry-570/', 'no-preference');
  const trail = page.getByRole('navigation', { name: 'Where you are' });
  expect(await trail.getByRole('link').evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual([
    '/',
    '/event/',
    '/event/2020-03-02/6/#entry-570',
  ]);
  await trail.getByRole('link').last().click();
  await expect.poll(() => topOf(page, 'entry-570'), { timeout: patience }).toSatisfy(isAtTop);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
  await page.goto(`${server.address}/event/entry-950/`);
  expect(await trail.locator('a[href="/event/2020-03-02/10/#entry-950"]').count()).toBe(1);
  await page.context().close();
});

test('keys lead through all of it, each entry at the top of the window', async () => {
  const page = await open('/event/', 'reduce');
  for (const slug of ['entry-999', 'entry-998', 'entry-997']) {
    await page.keyboard.press('j');
    await expect.poll(() => topOf(page, slug)).toSatisfy(isAtTop);
  }
  await page.keyboard.press('m');
  await expect.poll(() => topOf(page, 'entry-990')).toSatisfy(isAtTop);
  await page.context().close();
});

test.each([1280, 360])('axe-core finds no breach on the pages of a long event, at %i pixels', async (width) => {
  const problems: string[] = [];
  for (const path of ['', '2020-03-02/', '2020-03-02/6/', 'milestones/', 'search/']) {
    const page = await open(`/event/${path}`, 'reduce', width);
    problems.push(...(await violations(page)).map((one) => `${path} ${one}`));
    await page.context().close();
  }
  expect(problems).toEqual([]);
});
