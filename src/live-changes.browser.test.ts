import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violations } from '../scripts/testing/axe.ts';
import { openLiveBuilds } from '../scripts/testing/live-builds.ts';
import { entryFile, settings } from '../scripts/testing/temporary-content.ts';

const prose = 'The band plays on, and the crowd sings along until the last tram has left. '.repeat(12);
const visitors = (value: number): string => `milestone: {metric: visitors, value: ${value}}\n`;
const at = (clock: string): string => `2020-03-02T${clock}`;

/** A concert while it is on: a name in it will be withdrawn, and a number corrected. */
const first: Record<string, string> = {
  'event/event.md': settings.event(
    'live: true\ntopics: {crowd: The crowd}\nmetrics: {visitors: {title: Visitors, unit: visitors, cumulative: true}}\n',
  ),
  'event/doors.md': entryFile('Doors open', at('09:00'), prose, visitors(500)),
  'event/hurt.md': entryFile(
    'Carla Stein is hurt',
    at('10:00'),
    `Carla Stein fell. ${prose}`,
    `pinned: true\ntopics: [crowd]\n${visitors(1000)}`,
  ),
  'event/number.md': entryFile('Ten people fell', at('11:00'), `Ten people fell. ${prose}`, 'topics: [crowd]\n'),
  'event/full.md': entryFile('The hall is full', at('12:00'), prose, visitors(3000)),
  'event/song.md': entryFile('A song', at('13:00'), prose),
  'event/encore.md': entryFile('An encore', at('14:00'), prose),
  'event/flowers.md': entryFile('Flowers', at('15:00'), prose),
  'event/record.md': entryFile('A record', at('16:00'), prose, `draft: true\n${visitors(5000)}`),
};
const second: Record<string, string> = {
  ...first,
  'event/hurt.md': entryFile(
    'Carla Stein is hurt',
    at('10:00'),
    `Carla Stein fell. ${prose}`,
    `pinned: true\ntopics: [crowd]\n${visitors(1000)}withdrawn: {time: ${at('16:10')}, reason: The name was wrong.}\n`,
  ),
  'event/number.md': entryFile(
    'Nobody fell',
    at('11:10'),
    `Nobody fell. ${prose}`,
    `topics: [crowd]\ncorrections: [{time: ${at('16:11')}, note: It was ten chairs.}]\n`,
  ),
  'event/flowers.md': entryFile('Flowers', at('15:00'), `Roses. ${prose}`),
  'event/late.md': entryFile('A late report', at('11:30'), prose),
  'event/record.md': entryFile('A record', at('16:00'), prose, visitors(5000)),
};

const { later, served, publish, open: openWith } = openLiveBuilds(first, second);
const open = (path: string, width = 1280) => openWith(path, { width });
const offer = (page: Page) => page.locator('#page\\.live');
const words = (page: Page): Promise<string> =>
  page.locator('main').evaluate((main) => {
    const copy = main.cloneNode(true);
    if (!(copy instanceof Element)) return '';
    // What scripts add, and the offer itself, is no part of what was built.
    for (const one of copy.querySelectorAll('.live, button.copy, #page\\.status')) one.remove();
    return copy.textContent?.replace(/\s+/g, ' ') ?? '';
  });

/** What a reader sees who comes now. */
const freshWords = async (path: string): Promise<string> => {
  const { page, close } = await open(path);
  const seen = await words(page);
  await close();
  return seen;
};

/** Lets a page ask once more, with the second build there. */
const hear = async (page: Page): Promise<void> => {
  publish(later());
  await page.clock.runFor(31_000);
};

describe.each([
  ['newest first', '/event/', 1280],
  ['newest first on a phone', '/event/', 360],
  ['oldest first', '/event/oldest-first/', 1280],
])('an open timeline, %s', (_, path, width) => {
  test('drops what was withdrawn at once, and takes all else on request, while the reader stays where they are', async () => {
    const { page, close } = await open(path, width);
    await page.locator('#song').evaluate((one) => one.scrollIntoView());
    await page.evaluate(() => scrollBy(0, 97));
    const place = () => page.locator('#song').evaluate((one) => one.getBoundingClientRect().top);
    const stood = await place();
    expect(await words(page)).toContain('Carla Stein');
    await hear(page);
    await expect.poll(() => words(page)).not.toContain('Carla Stein');
    expect(await page.locator('#hurt').innerText()).toContain('The name was wrong.');
    expect(await page.locator('#page\\.status').innerText()).toBe('An entry was withdrawn');
    expect(await page.locator('#number').innerText()).toContain('Ten people fell');
    expect(await page.locator('.entries article').count()).toBe(7);
    expect(await place()).toBe(stood);
    expect(await offer(page).innerText()).toBe('2 new entries, 2 changed entries');
    await offer(page).getByRole('button').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#number').innerText()).toContain('It was ten chairs.');
    expect(await place()).toBe(stood);
    expect(await words(page)).toBe(await freshWords(path));
    expect(await page.locator('.contents a[href="#record"]').count()).toBe(1);
    expect(await page.locator('#number button.copy').count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Read on from there');
    const heard = page.waitForResponse('**/live.json');
    await page.clock.runFor(31_000);
    await (await heard).finished();
    await page.evaluate(async () => void (await fetch('/favicon.svg')));
    expect(await offer(page).innerText()).toBe('Read on from there');
    await close();
  });
});

test.each(['/event/2020-03-02/', '/event/topics/crowd/', '/event/milestones/'])(
  'on %s withdrawn words go at once, and the rest follows on request',
  async (path) => {
    const { page, close } = await open(path);
    expect(await words(page)).toContain('Carla Stein');
    await hear(page);
    await expect.poll(() => words(page)).not.toContain('Carla Stein');
    const button = offer(page).getByRole('button');
    if (path.includes('milestones')) expect(await button.count()).toBe(0);
    else {
      expect(await button.innerText()).toBe(path.includes('topics') ? '1 changed entry' : '2 changed entries');
      await button.click();
      // A day has its new entries, too; a topic has none.
      const way = path.includes('topics') ? 'Read what has changed' : 'Read on from there';
      await expect.poll(() => offer(page).innerText()).toBe(way);
    }
    // A topic lists no entry that was withdrawn; on an open page its place is kept.
    const now = await words(page);
    expect(path.includes('topics') ? now.replace('An entry was withdrawn', '') : now).toBe(await freshWords(path));
    await close();
  },
);

test('a reader of what stands above the list stays there, and it keeps its shape', async () => {
  const { page, close } = await open('/event/');
  await page.locator('#page\\.parts').evaluate((one) => one.scrollIntoView());
  await hear(page);
  await expect.poll(() => words(page)).not.toContain('Carla Stein');
  await offer(page).getByRole('button').click();
  await expect.poll(() => words(page)).toContain('It was ten chairs.');
  const heights = (one: Page) =>
    one.locator('main > :not(.live)').evaluateAll((all) => all.map((part) => part.getBoundingClientRect().height));
  const fresh = await open('/event/');
  // The entry at the top of the window may have been moved by a part of a pixel.
  const differences = (await heights(page)).map(async (height, at) => height - ((await heights(fresh.page))[at] ?? 0));
  expect((await Promise.all(differences)).filter((difference) => Math.abs(difference) >= 1)).toEqual([]);
  const gap = (one: Page) => one.locator('#page\\.parts').evaluate((nav) => getComputedStyle(nav).marginBlockStart);
  expect(await gap(page)).toBe(await gap(fresh.page));
  await Promise.all([close(), fresh.close()]);
});

test('the page of an entry that is withdrawn turns into the notice, and says so', async () => {
  const { page, close } = await open('/event/hurt/');
  await hear(page);
  await expect.poll(() => page.locator('h1').innerText()).toBe('This entry was withdrawn');
  expect(await page.title()).toBe('Withdrawn – The test event · Test archive');
  expect(await words(page)).toBe(await freshWords('/event/hurt/'));
  expect(await offer(page).innerText()).toBe('An entry was withdrawn');
  await close();
});

test('the page of an entry beside it no longer names it', async () => {
  const { page, close } = await open('/event/number/');
  expect(await page.locator('a[rel="prev"]').innerText()).toContain('Carla Stein');
  await hear(page);
  await expect.poll(() => words(page)).not.toContain('Carla Stein');
  expect(await words(page)).toBe(await freshWords('/event/number/'));
  await close();
});

test('the page of an entry offers its correction, and nothing else', async () => {
  const { page, asked, close } = await open('/event/flowers/');
  await hear(page);
  const button = offer(page).getByRole('button', { name: '1 changed entry' });
  await button.click();
  await expect.poll(() => page.locator('article').innerText()).toContain('Roses.');
  expect(await words(page)).toBe(await freshWords('/event/flowers/'));
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Read what has changed');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/#page.content');
  expect(await offer(page).innerText()).toBe('');
  const other = await open('/event/encore/');
  await other.page.clock.runFor(31_000);
  await expect.poll(() => other.asked.length).toBe(1);
  expect(await offer(other.page).innerText()).toBe('');
  expect(asked).toHaveLength(1);
  await Promise.all([close(), other.close()]);
});

test('withdrawn words go even if the page itself cannot be had', async () => {
  const { page, close } = await open('/event/');
  publish(later());
  served.delete('event/index.html');
  await page.clock.runFor(31_000);
  await expect.poll(() => page.locator('#hurt h3').innerText()).toBe('An entry was withdrawn');
  expect(await page.locator('#hurt a').getAttribute('href')).toBe('/event/hurt/');
  // What stands elsewhere goes with the next try.
  publish(later());
  await page.clock.runFor(31_000);
  await expect.poll(() => words(page)).not.toContain('Carla Stein');
  await close();
});

test.each(['light', 'dark'] as const)(
  'axe-core finds no breach in what has changed, in %s mode',
  async (colorScheme) => {
    const { page, close } = await open('/event/');
    await page.emulateMedia({ colorScheme });
    await hear(page);
    const button = page.getByRole('button', { name: '2 new entries, 2 changed entries' });
    await button.waitFor();
    page.clock.resume();
    expect(await violations(page)).toEqual([]);
    await button.click();
    await page.getByRole('link', { name: 'Read on from there' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await close();
  },
);
