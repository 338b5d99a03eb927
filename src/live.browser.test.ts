import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violations } from '../scripts/testing/axe.ts';
import { byName, pagesOf } from '../scripts/testing/built-site.ts';
import { openLiveBuilds } from '../scripts/testing/live-builds.ts';
import { buildContent, entryFile, settings, temporaryFolder } from '../scripts/testing/temporary-content.ts';

const folder = temporaryFolder();
const prose = 'It goes on for a while, in many words, and nobody knows how it ends. '.repeat(12);
const entry = (hour: number, day = 2): Record<string, string> => ({
  [`event/hour-${day}-${hour}.md`]: entryFile(
    `Hour ${hour}`,
    `2020-03-0${day}T${String(hour).padStart(2, '0')}:00`,
    prose,
    hour % 4 === 0 ? 'milestone: true\n' : '',
  ),
});
const morning = Object.assign(
  { 'event/event.md': settings.event('live: true\n') },
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((hour) => entry(hour)),
);
const noon = { ...morning, ...entry(9), ...entry(12), ...entry(1, 3) };

const { earlier, later, served, publish, open: openWith } = openLiveBuilds(morning, noon);
const open = (path: string, time?: string, width?: number) =>
  openWith(path, { ...(time !== undefined && { time }), ...(width !== undefined && { width }) });

const slugsOn = (page: Page): Promise<string[]> =>
  page.locator('.entries article').evaluateAll((all) => all.map(({ id }) => id));
const placeOf = (page: Page, slug: string): Promise<number> =>
  page.locator(`#${slug}`).evaluate((one) => one.getBoundingClientRect().top);

describe.each([
  ['newest first', '/event/', 1280],
  ['newest first on a phone', '/event/', 360],
  ['oldest first', '/event/oldest-first/', 1280],
])('an open timeline, %s', (_, path, width) => {
  test('announces entries of a new build, and inserts them on request without moving the reader by a pixel', async () => {
    const { page, asked, close } = await open(path, undefined, width);
    await page.getByText('Since the start', { exact: true }).click();
    await page.locator('#hour-2-5').evaluate((one) => one.scrollIntoView());
    await page.evaluate(() => scrollBy(0, 133));
    const place = await placeOf(page, 'hour-2-5');
    const status = page.locator('#page\\.live');
    expect(await status.getAttribute('role')).toBe('status');
    await page.clock.runFor(31_000);
    await expect.poll(() => asked.length).toBe(1);
    expect(await status.innerText()).toBe('');
    publish(later());
    await page.clock.runFor(31_000);
    await expect.poll(() => status.innerText()).toBe('3 new entries');
    expect(await slugsOn(page)).toHaveLength(8);
    await status.getByRole('button').click();
    await expect.poll(() => status.innerText()).toBe('Read on from there');
    expect(await placeOf(page, 'hour-2-5')).toBe(place);
    // The order is that of the new build, and what is new has its buttons and the chosen time as everything else.
    const built = pagesOf(later()).get(`${path.slice(1)}index.html`);
    expect(await slugsOn(page)).toEqual(built && byName(built, 'article').map(({ properties }) => properties['id']));
    expect(await page.locator('#hour-2-9 .when .there').innerText()).toBe('09:00 UTC+1');
    expect(await page.locator('#hour-2-9 button.copy').count()).toBe(1);
    expect(await page.locator('.contents a[href="#hour-2-12"]').count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Read on from there');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/#hour-2-9');
    await page.clock.runFor(31_000);
    await expect.poll(() => asked.length).toBe(3);
    expect(await status.innerText()).toBe('');
    await close();
  });
});

test('the first entries of an event take the place of the word that there are none, and bring their days', async () => {
  const none = await buildContent(join(folder, 'c'), { 'event/event.md': settings.event('live: true\n') });
  publish(none.files);
  const { page, close } = await open('/event/');
  const said = page.getByText('has no entries yet');
  expect(await said.isVisible()).toBe(true);
  expect(await page.getByText('Days', { exact: true }).count()).toBe(0);
  publish(later());
  await page.clock.runFor(31_000);
  await page.getByRole('button', { name: '11 new entries' }).click();
  await expect.poll(async () => (await slugsOn(page)).length).toBe(11);
  expect(await said.count()).toBe(0);
  expect(await page.locator('#page\\.parts a').allInnerTexts()).toEqual(['2 March 2020', '3 March 2020']);
  await close();
});

test('a reader at the head of the page stays there', async () => {
  const { page, close } = await open('/event/');
  publish(later());
  await page.clock.runFor(31_000);
  await page.getByRole('button', { name: '3 new entries' }).click();
  await expect.poll(async () => (await slugsOn(page)).length).toBe(11);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await close();
});

test.each(['light', 'dark'] as const)(
  'axe-core finds no breach in what is offered, in %s mode',
  async (colorScheme) => {
    const { page, close } = await open('/event/');
    await page.emulateMedia({ colorScheme });
    publish(later());
    await page.clock.runFor(31_000);
    const offer = page.getByRole('button', { name: '3 new entries' });
    await offer.waitFor();
    page.clock.resume();
    expect(await violations(page)).toEqual([]);
    await offer.click();
    await page.getByRole('link', { name: 'Read on from there' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await close();
  },
);

test('one entry is announced as one, and a timeline that is not seen does not ask', async () => {
  const { page, asked, close } = await open('/event/');
  await page.evaluate(() =>
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true }),
  );
  await page.clock.runFor(120_000);
  expect(asked).toHaveLength(0);
  const oneMore = JSON.stringify({ entries: ['hour-2-8', 'hour-2-9'] });
  served.set('event/live.json', Buffer.from(oneMore));
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect.poll(() => page.locator('#page\\.live').innerText()).toBe('1 new entry');
  expect(asked).toHaveLength(1);
  await close();
});

test('asking stops an hour after the end of the event', async () => {
  const { page, asked, close } = await open('/event/', '2020-04-01T00:58:50+02:00');
  await page.clock.runFor(61_000);
  await expect.poll(() => asked.length).toBe(2);
  await page.clock.runFor(600_000);
  expect(asked).toHaveLength(2);
  await close();
});

test('asking stops when the event is no longer live', async () => {
  const { page, asked, close } = await open('/event/');
  served.delete('event/live.json');
  const answer = page.waitForResponse('**/live.json');
  await page.clock.runFor(31_000);
  await expect.poll(() => asked.length).toBe(1);
  // The clock runs ten minutes in no time: by then the page must have heard the answer, as it has when it hears a later one.
  await (await answer).finished();
  await page.evaluate(async () => void (await fetch('/favicon.svg')));
  await page.clock.runFor(600_000);
  expect(asked).toHaveLength(1);
  await close();
});

test('an event that is over carries none of this: no file, no place for it, and one script fewer', async () => {
  const over = await buildContent(join(folder, 'c'), { ...morning, 'event/event.md': settings.event() });
  const scripts = (files: ReadonlyMap<string, Buffer>): number =>
    byName(pagesOf(files).get('event/index.html') ?? { type: 'root', children: [] }, 'script').filter(
      // What is not run is data.
      ({ properties }) => properties['type'] === 'module',
    ).length;
  expect(over.files.has('event/live.json')).toBe(false);
  expect(over.files.get('event/index.html')?.toString()).not.toContain('page.live');
  expect([scripts(earlier()), scripts(over.files)]).toEqual([2, 1]);
});
