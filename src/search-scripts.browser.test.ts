import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { serve, startBrowser } from '../scripts/testing/browser.ts';
import { filesOf } from '../scripts/testing/built-site.ts';
import { siteIn, unpackCopy } from '../scripts/testing/copy-of-site.ts';
import { prose, scripts, searchContent } from '../scripts/testing/search-content.ts';
import { find, findAll } from '../scripts/testing/search-page.ts';
import { buildContent, temporaryFolder } from '../scripts/testing/temporary-content.ts';
import { notMeant, typed, typedForAll } from '../scripts/testing/typed-searches.ts';
import { visitWith } from '../scripts/testing/visit.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const samples = filesOf(inject('site'));

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;
let other: Awaited<ReturnType<typeof serve>>;
let files: ReadonlyMap<string, Buffer>;
let disk: string;

beforeAll(async () => {
  const folder = temporaryFolder();
  const built = await buildContent(folder, searchContent);
  expect(built.code, built.stderr).toBe(0);
  files = built.files;
  disk = await unpackCopy(await siteIn(built.target), `${folder}/copy`);
  [browser, server, other] = await Promise.all([startBrowser(), serve(samples), serve(files)]);
});

afterAll(async () => {
  await Promise.all([browser?.close(), server?.stop(), other?.stop()]);
});

const visit = (address: string, act: (page: Page) => Promise<void>, options?: BrowserContextOptions): Promise<void> =>
  visitWith(browser, address, act, options);

describe('in a script without spaces, or from right to left,', () => {
  test.each(Object.keys(scripts) as (keyof typeof scripts)[])(
    'every phrase of every entry of %s is found',
    async (event) => {
      for (const path of [`/${event}/search/`, '/search/?texts=all'])
        await visit(other.address + path, async (page) => {
          for (const [slug, [title, body]] of Object.entries(scripts[event])) {
            const sentence = body.split(/[，。、.]/)[0] ?? '';
            const inside = event === 'arabi' ? (sentence.split(' ')[1] ?? '') : sentence.slice(2, 6);
            for (const query of [title, sentence, inside])
              expect((await find(page, query))[0], query).toBe(`/${event}/${slug}/`);
          }
        });
    },
  );

  test('what is found is marked, and reads as it was written', async () => {
    await visit(`${other.address}/zhongwen/search/?q=成交额就突破`, async (page) => {
      await expect.poll(() => page.locator('mark').allInnerTexts()).toEqual(['成交额就突破']);
      expect((await page.locator('.excerpt').innerText()).trim()).toBe(scripts.zhongwen.kaichang[1]);
    });
  });
});

test('among results of several languages each is read as its event is', async () => {
  await visit(`${other.address}/search/?q=الصاروخ`, async (page) => {
    const item = page.locator('#page\\.results li');
    await item.waitFor();
    expect([await item.getAttribute('lang'), await item.getAttribute('dir')]).toEqual(['ar', 'rtl']);
  });
});

test.each([
  ['orchestre', 'scene'],
  ["l'orchestre", 'scene'],
  ['"soir l’orchestre joue"', 'scene'],
  ['strasse', 'scene'],
  ['STRASSE', 'scene'],
  ['deja', 'scene'],
  ['iphone', 'prix'],
  ['ipad', 'prix'],
  ['ABC', 'prix'],
  ['"今天，iPhone"', 'prix'],
])('%s is found, whatever stands before it and however it is written', async (query, slug) => {
  await visit(`${other.address}/mots/search/`, async (page) => {
    expect(await find(page, query)).toEqual([`/mots/${slug}/`]);
  });
});

test('scores, sums, dates, times, ranges and names are found as readers type them, in six languages', async () => {
  await visit(`${other.address}/typed/search/`, async (page) => {
    const lost: string[] = [];
    for (const [query, slug] of typed) {
      const found = await find(page, query);
      if (found[0] !== `/typed/${slug}/`) lost.push(`${query}: ${found.join(' ')}, expected ${slug}`);
    }
    expect(lost).toEqual([]);
  });
});

test('dates, times and amounts are found however they are written, in every language, and nothing else is', async () => {
  await visit(`${other.address}/typed/search/`, async (page) => {
    const found = new Map<string, readonly string[]>();
    const findsSlug = async (query: string, slug: string): Promise<boolean> => {
      const paths = found.get(query) ?? (await findAll(page, query));
      found.set(query, paths);
      return paths.includes(`/typed/${slug}/`);
    };
    const wrong: string[] = [];
    for (const [query, slug] of typedForAll)
      if (!(await findsSlug(query, slug))) wrong.push(`${query} finds ${slug} not`);
    for (const [query, slug] of notMeant) if (await findsSlug(query, slug)) wrong.push(`${query} finds ${slug}`);
    expect(wrong).toEqual([]);
  });
});

test('a copy on a disk finds what the site finds, in every script and among 1,000 entries', async () => {
  const queries = {
    '/search/?texts=all': ['突破', '新幹線', 'الصاروخ', 'orchestre', 'report'],
    '/arabi/search/': ['القمر'],
    '/zhongwen/search/': ['百亿', '双十一'],
    '/typed/search/': typed.slice(0, 5).map(([query]) => query),
    '/long/search/': [prose(500).split(' ')[3] ?? ''],
    '/search/': ['Sur scène', '数据公布'],
  };
  const pathOnDisk = new URL(disk).pathname;
  for (const [path, words] of Object.entries(queries)) {
    const found: string[][] = [];
    await visit(other.address + path, async (page) => {
      for (const query of words) found.push(await find(page, query));
    });
    expect(found.flat().length, path).toBeGreaterThanOrEqual(words.length);
    await visit(disk + path.replace(/(?=\?)|$/, 'index.html'), async (page) => {
      const here: string[][] = [];
      for (const query of words)
        here.push((await find(page, query)).map((one) => one.replace(pathOnDisk, '').replace(/index\.html$/, '')));
      expect(here, path).toEqual(found);
    });
  }
});

test('an excerpt marks what was found as it was written, and is cut with an ellipsis', async () => {
  await visit(`${other.address}/typed/search/?q=7-1`, async (page) => {
    await page.locator('mark').first().waitFor();
    expect(await page.locator('mark').allInnerTexts()).toEqual(['7–1']);
  });
  const [, , word = ''] = prose(500).split(' ');
  await visit(`${other.address}/long/search/?q=${word}`, async (page) => {
    const excerpt = page.locator('.excerpt').first();
    await excerpt.waitFor();
    expect(await excerpt.innerText()).toMatch(/…$/);
    expect(await excerpt.locator('mark').allInnerTexts()).not.toEqual([]);
  });
});

test('withdrawn entries and drafts are in no index', async () => {
  const index = files.get('zhongwen/search/index.html')?.toString() ?? '';
  expect(index).toContain('/zhongwen/kaichang/');
  expect(index).not.toMatch(/gone|secret|错误|秘密/);
  await visit(`${other.address}/zhongwen/search/`, async (page) => {
    for (const query of ['撤回的内容', '这是草稿', '秘密']) {
      const found = await find(page, query);
      expect(found.filter((path) => /gone|secret/.test(path))).toEqual([]);
    }
  });
});

test('without script the index is complete, by event and day, in parts of a hundred', async () => {
  await visit(
    `${other.address}/search/`,
    async (page) => {
      expect(await page.getByRole('searchbox').isVisible()).toBe(false);
      expect(await page.locator('#page\\.index h3 a').count()).toBe(6);
      const days = await page
        .locator('section', { has: page.locator('a[href="/long/search/"]') })
        .locator('li a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      expect(days).toHaveLength(28);
      const listed = new Set<string>();
      for (const part of new Set(days.map((one) => one?.replace(/#.*/, '')))) {
        await page.goto(other.address + part);
        for (const one of await page
          .locator('#page\\.index li a')
          .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname)))
          listed.add(one);
      }
      const entries = [...files.keys()].filter((path) => /^long\/entry-\d+\/index\.html$/.test(path));
      expect(entries.filter((path) => !listed.has(`/${path.replace('index.html', '')}`))).toEqual([]);
      expect(listed.size).toBeGreaterThanOrEqual(1000);
    },
    { javaScriptEnabled: false },
  );
  for (const [path, bytes] of files)
    if (/search\/.*\.html$/.test(path)) expect(bytes.length, path).toBeLessThan(300_000);
});

test.each([
  ['among the texts of 1,000 entries', '/long/search/', prose(500).split(' ')[3] ?? ''],
  ['among the titles of all events', '/search/', 'report'],
])('the first query %s transfers at most 200 KB in 20 requests', async (_, path, query) => {
  await visit(other.address + path, async (page) => {
    await page.waitForLoadState('networkidle');
    const asked: Promise<number>[] = [];
    page.on('response', (response) => asked.push(response.body().then(({ length }) => length)));
    expect(await find(page, query)).toHaveLength(10);
    await page.waitForLoadState('networkidle');
    const bytes = (await Promise.all(asked)).reduce((sum, one) => sum + one, 0);
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.length).toBeLessThanOrEqual(20);
    expect(bytes).toBeLessThan(200_000);
    expect(bytes).toBeGreaterThan(100_000);
  });
});

test('of many events the titles are searched first, which the page says, and the texts on request, also by keyboard', async () => {
  await visit(`${other.address}/search/`, async (page) => {
    const status = page.getByRole('status');
    const result = page.locator('#page\\.results a');
    expect(await find(page, 'Sur scène')).toEqual(['/mots/scene/']);
    expect(await find(page, 'orchestre')).toEqual([]);
    expect(await status.innerText()).toBe(
      'No entry found · Only titles, figures, topics, names and dates were searched, not the texts.',
    );
    const index = page.locator('#page\\.index a[href*="/mots/search/"]').first();
    expect(await index.isVisible()).toBe(true);
    expect(await index.getAttribute('href')).toMatch(/\/mots\/search\/\?q=orchestre$/);
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'Search the texts of all 6 events, too',
    );
    await page.keyboard.press('Enter');
    await result.waitFor();
    expect(await status.innerText()).toBe('1 entry found · All texts were searched.');
    expect(await result.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(await index.isVisible()).toBe(false);
    await page.reload();
    await result.waitFor();
    expect(await find(page, 'déjà')).toEqual(['/mots/scene/']);
  });
});

test('more results come on request, the keyboard goes on at the first of them, and the way back from one leads to it', async () => {
  await visit(`${other.address}/long/search/`, async (page) => {
    expect(await find(page, 'report')).toHaveLength(10);
    expect(await page.getByRole('status').innerText()).toBe('1000 entries found');
    await page.getByRole('button', { name: 'More results' }).click();
    await expect.poll(() => page.locator('#page\\.results li').count()).toBe(20);
    expect(await page.evaluate(() => document.activeElement?.closest('li')?.previousElementSibling !== null)).toBe(
      true,
    );
    const last = page.locator('#page\\.results li:nth-child(18) h2 a');
    await last.scrollIntoViewIfNeeded();
    const top = await page.evaluate(() => scrollY);
    await last.click();
    await page.waitForURL('**/long/entry-*/');
    await page.goBack();
    await expect.poll(() => page.locator('#page\\.results li').count()).toBe(20);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top - 50);
    await find(page, 'qqqqq');
    expect(await page.getByRole('status').innerText()).toBe('No entry found');
    await page.getByRole('searchbox').fill('');
    await expect.poll(() => page.locator('#page\\.index').isVisible()).toBe(true);
  });
});

describe.each([
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
  ['320 pixels', { viewport: { width: 320, height: 640 } }],
] as const)('in %s', (_, options) => {
  test('axe-core finds no breach with results shown', async () => {
    const problems: string[] = [];
    for (const address of [
      `${server.address}/search/?q=the`,
      `${server.address}/apollo-11/search/?q=eagle`,
      `${other.address}/zhongwen/search/?q=亿元`,
      `${other.address}/arabi/search/?q=الصاروخ`,
    ])
      await visit(
        address,
        async (page) => {
          await page.locator('#page\\.results li').first().waitFor();
          await page.evaluate(axe);
          const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
          problems.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${address} ${id}: ${html}`)));
          const { scrollWidth, clientWidth } = await page.evaluate(() => {
            const { scrollWidth, clientWidth } = document.documentElement;
            return { scrollWidth, clientWidth };
          });
          expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
        },
        options,
      );
    expect(problems).toEqual([]);
  });
});
