import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { byName, elements, pagesOf, textInLine } from '../scripts/testing/built-site.ts';
import { openSamples } from '../scripts/testing/open-samples.ts';
import { find } from '../scripts/testing/search-page.ts';
import { visitWith } from '../scripts/testing/visit.ts';

const samples = openSamples();
const { files } = samples;

const visit = (address: string, act: (page: Page) => Promise<void>): Promise<void> =>
  visitWith(samples.browser, address, act);

/** The paths of all entries that can be read, from the index, and the first words of what each says. */
const phrases = (event: string): ReadonlyMap<string, string> => {
  const pages = pagesOf(files);
  const index = pages.get(`${event}/search/index.html`);
  if (!index) throw new Error(`${event} has no index`);
  const links = byName(index, 'li').flatMap((item) => byName(item, 'a'));
  const paths = links
    .map(({ properties }) => String(properties['href']))
    .filter((path) => files.has(`${path.slice(1)}index.html`));
  return new Map(
    paths
      .filter((path) => path.startsWith(`/${event}/`) && path !== `/${event}/`)
      .map((path) => {
        const page = pages.get(`${path.slice(1)}index.html`);
        const [text] = page
          ? elements(page, ({ properties }) => [properties['className']].flat().includes('prose')).flatMap((one) =>
              byName(one, 'p'),
            )
          : [];
        return [path, text ? textInLine(text).split(' ').slice(0, 6).join(' ') : ''];
      }),
  );
};

describe.each([
  ['11-11-2019', 27],
  ['apollo-11', 18],
])('of %s', (event, atLeast) => {
  test('every entry is found by a phrase of its own, in its event and in the whole archive', async () => {
    const all = phrases(event);
    expect(all.size).toBeGreaterThanOrEqual(atLeast);
    for (const path of [`/${event}/search/`, '/search/']) {
      await visit(samples.address + path, async (page) => {
        const lost: string[] = [];
        for (const [entry, phrase] of all) {
          expect(phrase, entry).not.toBe('');
          if ((await find(page, `"${phrase}"`))[0] !== entry) lost.push(`${entry} by ${phrase}`);
        }
        expect(lost).toEqual([]);
      });
    }
  });
});

test('each result names its moment, and among several events its event', async () => {
  await visit(`${samples.address}/search/?q=ten billion dollars`, async (page) => {
    await page.locator('#page\\.results li').first().waitFor();
    const item = page.locator('#page\\.results li', {
      has: page.locator('a[href="/11-11-2019/ten-billion-dollars/"]'),
    });
    expect(await item.locator('.moment').innerText()).toBe(
      'Monday, 11 November 2019, 00:29:45 · 11.11 Global Shopping Festival 2019',
    );
  });
});

test('what was found is printed, without the form', async () => {
  await visit(`${samples.address}/search/`, async (page) => {
    await find(page, 'wool');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#page\\.results li').first().isVisible()).toBe(true);
    expect(await page.getByRole('searchbox').isVisible()).toBe(false);
  });
});

test('a word that no entry has finds none, and neither do others beside it', async () => {
  await visit(`${samples.address}/search/`, async (page) => {
    for (const query of ['theatre', 'wool theatre', 'Tokyo', '"theatre"']) {
      expect(await find(page, query), query).toEqual([]);
      expect(await page.getByRole('status').innerText()).toBe('No entry found');
    }
    // Of the two events one has the word; the other has `a`, and `arm`.
    const found = await find(page, 'Armstrong');
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((path) => !path.startsWith('/apollo-11/'))).toEqual([]);
  });
});

test('every page of the samples leads to a search, and the key does so, too', async () => {
  const without = [...files].filter(
    ([path, bytes]) =>
      path.endsWith('.html') && !bytes.includes('rel="search"') && !bytes.includes('http-equiv="refresh"'),
  );
  expect(without.map(([path]) => path)).toEqual([]);
  await visit(`${samples.address}/11-11-2019/`, async (page) => {
    await page.keyboard.press('/');
    await page.waitForURL('**/11-11-2019/search/');
    await page.keyboard.press('/');
    await page.keyboard.type('wool');
    await page.waitForURL('**/11-11-2019/search/?q=wool');
    await expect.poll(() => page.locator('#page\\.results li').count()).toBeGreaterThan(0);
  });
});

test('where the index does not come, the page says so and keeps its own', async () => {
  await visit(`${samples.address}/11-11-2019/`, async (page) => {
    await page.route('**/pagefind.js', (route) =>
      route.fulfill({ status: 200, contentType: 'text/javascript', body: 'throw 1' }),
    );
    await page.goto(`${samples.address}/11-11-2019/search/?q=wool`).catch(() => {});
    await expect.poll(() => page.getByRole('status').innerText()).toContain('could not be loaded');
    expect(await page.locator('#page\\.index').isVisible()).toBe(true);
  });
});

test('an index that a publish has replaced while the page was open is opened again', async () => {
  const context = await samples.browser.newContext();
  const page = await context.newPage();
  await page.goto(`${samples.address}/11-11-2019/search/`);
  expect(await find(page, 'gala')).not.toEqual([]);
  // What the page has opened speaks of files that are gone; the index itself is there.
  let isGone = true;
  await page.route('**/*.pf_pack', (route) => (isGone ? route.fulfill({ status: 404 }) : route.continue()));
  await page.route('**/entries.json', (route) => {
    isGone = false;
    return route.continue();
  });
  expect(await find(page, 'thirty billion')).not.toEqual([]);
  expect(isGone).toBe(false);
  await context.close();
});

test.each([
  ['no parts of files', 0],
  ['other parts than were asked for', 4],
])('results come from a host that sends %s', async (_, shift) => {
  const pack = [...files].find(([path]) => /^11-11-2019\/.*\.pf_pack$/.test(path))?.[1] ?? Buffer.alloc(0);
  await visit(`${samples.address}/11-11-2019/search/`, async (page) => {
    await page.route('**/*.pf_pack', (route) => {
      const [, from = '', to = ''] = /^bytes=(\d+)-(\d+)$/.exec(route.request().headers()['range'] ?? '') ?? [];
      const isPart = shift > 0 && from !== '';
      const body = isPart ? pack.subarray(Number(from) + shift, Number(to) + 1 + shift) : pack;
      return route.fulfill({ status: isPart ? 206 : 200, body });
    });
    expect(await find(page, '"ten billion dollars"')).toContain('/11-11-2019/ten-billion-dollars/');
  });
});
