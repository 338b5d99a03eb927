import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { serve } from '../scripts/testing/browser.ts';
import { brokenLinks, filesOf } from '../scripts/testing/built-site.ts';
import { siteIn, unpackCopy } from '../scripts/testing/copy-of-site.ts';
import { openSamples } from '../scripts/testing/open-samples.ts';
import { find, findAll } from '../scripts/testing/search-page.ts';
import { temporaryFolder } from '../scripts/testing/temporary-content.ts';
import { visitWith } from '../scripts/testing/visit.ts';

const samples = openSamples();
// A path as people have it.
const folder = join(temporaryFolder(), 'my copy #1 — 双十一');
let disk: string;
let ofEvent: string;

beforeAll(async () => {
  const site = inject('site');
  disk = await unpackCopy(await siteIn(site), join(folder, 'all'));
  ofEvent = await unpackCopy(await siteIn(site, 'apollo-11'), join(folder, 'apollo'));
});

const pagesIn = (address: string): string[] =>
  [...filesOf(fileURLToPath(address)).keys()].filter((path) => path.endsWith('.html'));

const visit = (address: string, act: (page: Page) => Promise<void>, options?: BrowserContextOptions): Promise<void> =>
  visitWith(samples.browser, address, act, options);

/** What fails on any page, and what is asked for elsewhere, when each is opened once. */
const openAll = async (address: string, javaScriptEnabled: boolean): Promise<string[]> => {
  const faults: string[] = [];
  const waiting = pagesIn(address).values();
  const context = await samples.browser.newContext({ javaScriptEnabled });
  const visitor = async (): Promise<void> => {
    const page = await context.newPage();
    let at = '';
    const note = (text: string): number => faults.push(`${at}: ${text}`);
    page.on('request', (request) => {
      if (!/^(?:file|data):/.test(request.url())) note(`asks ${request.url()}`);
    });
    page.on('requestfailed', (request) => {
      // A page that is left stops asking.
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') note(`lacks ${request.url()}`);
    });
    page.on('console', (message) => note(message.text()));
    page.on('pageerror', ({ message }) => note(message));
    for (const path of waiting) {
      at = path;
      if ((await textOn(page, `${address}/${encodeURI(path)}`)) === '') note('is empty');
    }
  };
  await Promise.all(Array.from({ length: 4 }, visitor));
  await context.close();
  return faults;
};

/** Opens a page, and where it leads at once, and gives what it says. */
const textOn = async (page: Page, address: string): Promise<string> => {
  const leads = readFileSync(fileURLToPath(address), 'utf8').includes('<meta http-equiv="refresh"');
  await page.goto(address, { waitUntil: leads ? 'commit' : 'load' });
  if (leads) await page.waitForURL((url) => url.href !== address);
  return page.locator('main').innerText();
};

/** The font in which the browser has drawn an element. */
const fontOf = async (page: Page, selector: string): Promise<string | undefined> => {
  const browser = await page.context().newCDPSession(page);
  await browser.send('DOM.enable');
  await browser.send('CSS.enable');
  const { root } = await browser.send('DOM.getDocument');
  const { nodeId } = await browser.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await browser.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts[0]?.familyName;
};

test.each([
  ['with', true],
  ['without', false],
])(
  'every page opens from a disk %s script, nothing fails, and nothing is asked for elsewhere',
  async (_, isEnabled) => {
    expect(await openAll(disk, isEnabled)).toEqual([]);
  },
);

test.each([
  ['the archive', () => disk],
  ['an event', () => ofEvent],
])('in the copy of %s no link leads nowhere, and none needs a server', (_, address) => {
  const files = filesOf(fileURLToPath(address()));
  expect(brokenLinks(files)).toEqual([]);
  const stiff = [...files].filter(
    ([path, bytes]) =>
      path.endsWith('.html') && / (?:href|src|srcset)="(?![a-z]+:)(?:\/|[^"#?]*\/["#?])/.test(bytes.toString()),
  );
  expect(stiff.map(([path]) => path)).toEqual([]);
});

describe('a page on a disk', () => {
  test('looks as it does on the site: styles, font, pictures', async () => {
    const looks: unknown[] = [];
    for (const address of [`${samples.address}/11-11-2019/`, `${disk}/11-11-2019/index.html`])
      await visit(address, async (page) => {
        const look = await page.evaluate(async () => {
          await document.fonts.ready;
          const hero = document.querySelector<HTMLImageElement>('.hero img');
          await hero?.decode();
          return { picture: hero?.currentSrc.replace(/.*\//, ''), height: document.body.offsetHeight };
        });
        looks.push({ ...look, font: await fontOf(page, 'h1') });
      });
    expect(looks[1]).toEqual(looks[0]);
    expect(looks[0]).toMatchObject({ font: expect.stringContaining('Newsreader') });
  });

  test('leads on: to entries, through earlier addresses, and back to the archive', async () => {
    await visit(`${disk}/index.html`, async (page) => {
      await page.getByRole('link', { name: 'Apollo 11' }).first().click();
      await page.waitForURL(`${disk}/apollo-11/index.html`);
      await page.locator('.entries h3 a').first().click();
      await page.getByRole('link', { name: 'The Recapsule archive' }).first().click();
      await page.waitForURL(`${disk}/index.html`);
      await page.goto(`${disk}/double-eleven-2019/index.html`);
      await page.waitForURL(`${disk}/11-11-2019/index.html`);
    });
  });

  test('says times as readers choose, and copies the address at which an entry is published', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    await visit(
      `${disk}/apollo-11/index.html`,
      async (page) => {
        await page.getByText('Since the start', { exact: true }).click();
        await page.locator('.when .there').first().waitFor();
        await page.locator('.entries button.copy').last().click();
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
          'https://recaps.example.org/apollo-11/splashdown/',
        );
      },
      { permissions },
    );
  });

  test.each([
    ['the archive', '/search/', ['moon', 'GMV', 'billion', 'Hangzhou', 'no such word']],
    ['an event', '/11-11-2019/search/', ['billion', 'RMB 268.4 billion', 'livestr', '"twelve hours"']],
  ])('finds in %s what the site finds', async (_, path, queries) => {
    const found: Record<string, readonly string[]> = {};
    await visit(samples.address + path, async (page) => {
      for (const query of queries) found[query] = await findAll(page, query);
    });
    expect(Object.values(found).flat().length).toBeGreaterThan(10);
    await visit(`${disk}${path}index.html`, async (page) => {
      for (const query of queries) {
        const here = await findAll(page, query);
        expect(here.map((one) => one.replace(new URL(disk).pathname, '').replace(/index\.html$/, ''))).toEqual(
          found[query],
        );
      }
      await find(page, queries[0] ?? '');
      await page.locator('#page\\.results a').first().click();
      await page.waitForURL((url) => url.pathname.endsWith(`${found[queries[0] ?? '']?.[0]}index.html`));
    });
  });
});

test('the copy of an event opens with its timeline, finds its entries, and leads to the published archive for all else', async () => {
  await visit(`${ofEvent}/index.html`, async (page) => {
    await page.waitForURL(`${ofEvent}/apollo-11/index.html`);
    const links = await page.locator('a').evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
    expect(links).toContain('https://recaps.example.org/');
    expect(links).toContain('https://recaps.example.org/feeds/');
    await page.goto(`${ofEvent}/apollo-11/search/index.html`);
    expect(await find(page, 'moon')).not.toEqual([]);
  });
});

test('a copy is the same site below any path of a server', async () => {
  const below = new Map([...filesOf(fileURLToPath(disk))].map(([path, bytes]) => [`kept/here/${path}`, bytes]));
  const { address, stop } = await serve(below);
  await visit(`${address}/kept/here/`, async (page) => {
    await page.getByRole('link', { name: 'Apollo 11' }).first().click();
    await page.locator('a.find').click();
    const found = await find(page, 'moon');
    expect(found.length).toBeGreaterThan(1);
    for (const path of found) expect([...below.keys()]).toContain(path.slice(1));
  });
  await stop();
});
