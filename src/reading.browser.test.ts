import { gzipSync } from 'node:zlib';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openSamples } from '../scripts/testing/open-samples.ts';
import { visitWith } from '../scripts/testing/visit.ts';

const samples = openSamples();
const { files } = samples;

/** Does something with a page of the samples. */
const visit = (path: string, act: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> =>
  visitWith(samples.browser, samples.address + path, act, {
    timezoneId: 'Europe/Berlin',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });

const slugsOn = (page: Page): Promise<string[]> =>
  page.locator('.entries article').evaluateAll((all) => all.map(({ id }) => id));

describe('without script', () => {
  const options = { javaScriptEnabled: false };

  test('every word of a page is there, and only the switches are not', async () => {
    for (const path of [
      '/11-11-2019/',
      '/11-11-2019/2019-11-11/',
      '/11-11-2019/final-total/',
      '/apollo-11/milestones/',
    ]) {
      let scripted = '';
      await visit(path, async (page) => {
        await page.waitForLoadState('networkidle');
        await page.evaluate(() => {
          for (const one of document.querySelectorAll('.scripted, button.copy')) one.remove();
        });
        scripted = await page.locator('body').innerText();
      });
      await visit(
        path,
        async (page) => {
          expect(await page.locator('.row.scripted').isVisible()).toBe(false);
          expect((await page.locator('body').innerText()).replace(/\s+/g, ' ')).toBe(scripted.replace(/\s+/g, ' '));
        },
        options,
      );
    }
  });

  test('a link leads to the other order, with the same entries, and back', async () => {
    await visit(
      '/11-11-2019/',
      async (page) => {
        const newestFirst = await slugsOn(page);
        await page.getByRole('link', { name: 'Oldest first' }).click();
        await page.waitForURL('**/11-11-2019/oldest-first/#page.entries');
        expect(await slugsOn(page)).toEqual(newestFirst.toReversed());
        await page.getByRole('link', { name: 'Newest first' }).click();
        await page.waitForURL('**/11-11-2019/#page.entries');
        await page.getByRole('link', { name: 'Milestones only' }).click();
        await page.waitForURL('**/11-11-2019/milestones/');
      },
      options,
    );
  });

  test('the contents open on a phone, and lead to an entry', async () => {
    await visit(
      '/11-11-2019/#past-the-total-of-2015',
      async (page) => {
        await page.getByRole('button', { name: 'Contents' }).click();
        await page.getByRole('link', { name: 'US$20 billion 06:28:00' }).last().click();
        await page.waitForURL('**/#twenty-billion-dollars');
      },
      { ...options, viewport: { width: 360, height: 780 } },
    );
  });
});

describe('times', () => {
  const timeOf = (page: Page, slug: string) => page.locator(`#${slug} .when a`).innerText();

  test("are the event's at first; a reader's own are remembered on other pages, and the event's stay beside them", async () => {
    await visit('/11-11-2019/', async (page) => {
      expect(await timeOf(page, 'first-milestone')).toBe('00:01:08');
      await page.getByText('Where you are', { exact: true }).click();
      expect(await timeOf(page, 'first-milestone')).toBe('10 Nov, 17:01:08\n00:01:08 UTC+8');
      expect(await timeOf(page, 'final-total')).toBe('17:00\nMidnight UTC+8');
      await page.goto(`${samples.address}/apollo-11/`);
      expect(await timeOf(page, 'touchdown')).toBe('21:17:40\n16:17:40 UTC−4');
      await page.goto(`${samples.address}/11-11-2019/first-milestone/`);
      expect(await page.locator('header .when').innerText()).toContain('Sunday, 10 November 2019, 17:01:08');
      expect(await page.locator('header .when').innerText()).toContain('Monday, 11 November 2019, 00:01:08 UTC+8');
      await page.getByText('At the event', { exact: true }).click();
      await page.goto(`${samples.address}/11-11-2019/`);
      expect(await timeOf(page, 'first-milestone')).toBe('00:01:08');
    });
  });

  test('stand under the event day in the table of milestones, too', async () => {
    await visit('/11-11-2019/milestones/', async (page) => {
      await page.getByText('Where you are', { exact: true }).click();
      const row = page.locator('tr', { has: page.locator('a[href="/11-11-2019/final-total/"]') });
      expect(await row.locator('.time').innerText()).toBe('17:00 Midnight UTC+8');
    });
  });

  test('can be those since the start', async () => {
    await visit('/11-11-2019/', async (page) => {
      await page.getByText('Since the start', { exact: true }).click();
      expect(await timeOf(page, 'past-the-total-of-2015')).toBe('1 h 1 min 32 s\n01:01:32 UTC+8');
      expect(await timeOf(page, 'twelve-hours-to-go')).toContain('12 h before the start');
    });
  });
});

test('the list of days and milestones stays in view and shows where the reader is', async () => {
  await visit('/11-11-2019/', async (page) => {
    const current = page.locator('.contents [aria-current="location"]');
    for (const [slug, name] of [
      ['twenty-billion-dollars', 'US$20 billion 06:28:00'],
      ['ten-billion-dollars', 'US$10 billion 00:29:45'],
      ['twelve-hours-to-go', '10 November'],
    ] as const) {
      await page.locator(`#${slug}`).evaluate((entry) => entry.scrollIntoView());
      await expect.poll(() => current.innerText()).toBe(name);
      const box = await current.boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect(box?.y).toBeLessThan(800);
    }
  });
});

test('a button copies the permanent address of an entry, and says so', async () => {
  await visit('/11-11-2019/', async (page) => {
    await page.locator('#ten-billion-dollars').hover();
    await page.locator('#ten-billion-dollars').getByRole('button', { name: 'Copy link' }).click();
    await expect.poll(() => page.getByRole('status').textContent()).toBe('Link copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'https://recaps.example.org/11-11-2019/ten-billion-dollars/',
    );
    await page.goto(`${samples.address}/11-11-2019/twelve-billion-dollars/`);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe('https://recaps.example.org/11-11-2019/twelve-billion-dollars/');
  });
});

test.each([360, 1280])('an entry without a time has the button, too, beside its title (%i pixels)', async (width) => {
  const act = async (page: Page): Promise<void> => {
    const entry = page.locator('#coverage-closes');
    await entry.hover();
    await entry.getByRole('button', { name: 'Copy link' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('/coverage-closes/');
    const words = await entry.locator('h3 a').evaluate((title) => {
      const range = document.createRange();
      range.selectNodeContents(title.firstChild ?? title);
      return [...range.getClientRects()].map(({ left, right }) => ({ left, right }));
    });
    const button = await entry.getByRole('button').evaluate((one) => one.getBoundingClientRect().toJSON());
    for (const { left, right } of words) expect(right <= button.left || left >= button.right).toBe(true);
  };
  await visit('/11-11-2019/', act, { viewport: { width, height: 780 } });
});

test('on a phone a link that stands alone is at least 24 pixels high and wide, and there is no help for keys', async () => {
  await visit(
    '/11-11-2019/',
    async (page) => {
      const small = await page.locator(':is(nav, .tools, .when, .band, .topics) a').evaluateAll(
        (all) =>
          all
            .filter((one) => one.checkVisibility())
            .map((one) => one.getBoundingClientRect())
            .filter(({ width, height }) => width < 24 || height < 24).length,
      );
      expect(small).toBe(0);
      expect(await page.getByRole('button', { name: 'Keys' }).count()).toBe(0);
    },
    { viewport: { width: 360, height: 780 } },
  );
});

test('a key moment is set smaller than its title, and a figure stands on one line on a phone', async () => {
  await visit(
    '/apollo-11/',
    async (page) => {
      const sizes = await page.locator('.entry:has(.elapsed)').evaluateAll((all) =>
        all.map((one) =>
          ['.elapsed b', 'h3'].map((name) => {
            const found = one.querySelector(name);
            return found ? Number.parseFloat(getComputedStyle(found).fontSize) : 0;
          }),
        ),
      );
      expect(sizes.length).toBeGreaterThan(0);
      for (const [elapsed = 0, title = 0] of sizes) expect(elapsed).toBeLessThan(title);
      await page.goto(`${samples.address}/11-11-2019/`);
      const lines = await page
        .locator('.figure.short b')
        .evaluateAll((all) =>
          all.map((one) => one.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(one).fontSize)),
        );
      expect(lines.length).toBeGreaterThan(0);
      for (const height of lines) expect(height).toBeLessThan(1.5);
    },
    { viewport: { width: 360, height: 780 } },
  );
});

test('with letters of twice the size, pages have the layout of a phone, and nothing reaches beyond the window', async () => {
  const paths = ['/', '/11-11-2019/', '/11-11-2019/milestones/', '/apollo-11/1969-07-20/', '/11-11-2019/final-total/'];
  for (const width of [768, 1280])
    await visit(
      '/404.html',
      async (page) => {
        for (const path of paths) {
          await page.goto(samples.address + path);
          await page.evaluate(() => document.documentElement.style.setProperty('font-size', '34px'));
          const beyond = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(beyond, `${path} at ${width}`).toBeLessThanOrEqual(0);
        }
        // On a page of the width of a desktop screen, but of large letters, the contents have their button.
        await page.goto(`${samples.address}/11-11-2019/`);
        await page.evaluate(() => document.documentElement.style.setProperty('font-size', '34px'));
        expect(await page.getByRole('button', { name: 'Contents' }).isVisible()).toBe(true);
      },
      { viewport: { width, height: 900 } },
    );
});

test('a long title of an event takes two lines at most where it leads back to it', async () => {
  await visit(
    '/11-11-2019/final-total/',
    async (page) => {
      const heights = await page.locator('.masthead li:nth-child(2) a').evaluate((link) => {
        const line = Number.parseFloat(getComputedStyle(link).lineHeight);
        link.textContent = 'A very long title of an event '.repeat(9);
        return link.getBoundingClientRect().height / line;
      });
      expect(heights).toBeLessThanOrEqual(2.1);
    },
    { viewport: { width: 360, height: 780 } },
  );
});

test('on a phone with text of twice the size the name of the archive is not cut for the search beside it', async () => {
  await visit(
    '/11-11-2019/',
    async (page) => {
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '32px'));
      const name = page.locator('.masthead li:first-child a');
      expect(await name.evaluate((link) => link.scrollHeight - link.clientHeight)).toBeLessThanOrEqual(1);
      const [above, below] = [await name.boundingBox(), await page.locator('.masthead .find').boundingBox()];
      expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0) - 1);
    },
    { viewport: { width: 360, height: 780 } },
  );
});

test.each([360, 768, 1280])('a long word in a title stands on one line (%i pixels)', async (width) => {
  await visit(
    '/11-11-2019/',
    async (page) => {
      const lines = await page.locator('h1').evaluate((title) => {
        title.setAttribute('class', 'longer-title word-26');
        title.textContent = 'Wahlbeteiligungszahlen';
        return title.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(title).lineHeight);
      });
      expect(Math.round(lines)).toBe(1);
    },
    { viewport: { width, height: 780 } },
  );
});

test('the timeline of 11.11 2019 takes at most 50 KB compressed without its pictures, of which at most 12 KB are script', async () => {
  const html = files.get('11-11-2019/index.html')?.toString() ?? '';
  const assets = [...new Set(html.match(/\/_astro\/[\w.@-]+/g) ?? [])].map((path) => path.slice(1));
  const weigh = (path: string, bytes = files.get(path)): number =>
    bytes === undefined ? Number.NaN : path.endsWith('.woff2') ? bytes.length : gzipSync(bytes).length;
  const sum = (paths: readonly string[]): number => paths.reduce((whole, path) => whole + weigh(path), 0);
  expect(sum(assets.filter((path) => path.endsWith('.js')))).toBeLessThan(12_000);
  expect(weigh('11-11-2019/index.html') + sum(assets)).toBeLessThan(50_000);
});
