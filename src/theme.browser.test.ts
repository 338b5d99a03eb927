import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from '../scripts/testing/axe.ts';
import { serve, startBrowser } from '../scripts/testing/browser.ts';
import { brokenLinks } from '../scripts/testing/built-site.ts';
import {
  type Built,
  buildContent,
  entryFile,
  settings,
  temporaryFolder,
} from '../scripts/testing/temporary-content.ts';
import { visitWith } from '../scripts/testing/visit.ts';
import { fontAt } from './theme/testing.ts';

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 230 70"><circle cx="35" cy="35" r="30" fill="#1b7a43"/><path d="M80 15h30l30 40V15h30v40h-30L110 25v30H80zM190 15h30v40h-30z" fill="#10331f"/></svg>';

/** An event with every colour of the styles: milestones, alerts, marks, quotations, tables, links. */
const event = {
  'test/event.md': settings.event(
    'metrics: {guests: {title: Guests, unit: guests, cumulative: true, references: [{name: "2019", value: 900}]}}\nresults: [{label: Guests, value: "1,000"}]\n',
  ),
  'test/many.md': entryFile(
    'A thousand guests',
    '2020-03-01T12:00',
    'All came.',
    'milestone: {metric: guests, value: 1000}\n',
  ),
  'test/first.md': entryFile(
    'The first guests',
    '2020-03-01T10:00',
    'Some came.',
    'milestone: {metric: guests, value: 10}\n',
  ),
  'test/text.md': entryFile(
    'All kinds of text',
    '2020-03-01T11:00',
    'A [link](https://example.org), `code` and <mark>a mark</mark>.\n\n> A quotation.\n\n> [!WARNING]\n> Beware.\n\n> [!TIP]\n> Do this.\n\n> [!NOTE]\n> By the way.\n\n| Head | Cell |\n|---|---|\n| a | b |\n',
  ),
};

/** A red newspaper, a green society with a logo and fonts of its own, and a dark club. */
const brands: Readonly<Record<string, Readonly<Record<string, string | Uint8Array>>>> = {
  newspaper: { 'site.yml': `${settings.site}theme: {accent: "#c8102e"}\n` },
  society: {
    'site.yml': `${settings.site}theme:\n  accent: "#1b7a43"\n  font: {titles: serif.woff2, text: sans.woff2}\n  logo: {picture: logo.svg, alt: Net for Rivers}\n  icon: logo.svg\n`,
    'theme/logo.svg': logo,
    'theme/serif.woff2': fontAt('@fontsource-variable/noto-serif/files/noto-serif-latin-wght-normal.woff2'),
    'theme/sans.woff2': fontAt('@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2'),
  },
  club: {
    'site.yml': `${settings.site}theme: {accent: "#39ff88", paper: "#0b0b12", font: {titles: system}}\n`,
    'theme/style.css': '.masthead { border-block-end: 7px solid var(--accent); }\n',
  },
};

const folder = temporaryFolder();
let browser: Browser;
const built = new Map<string, Built & Awaited<ReturnType<typeof serve>>>();

beforeAll(async () => {
  browser = await startBrowser();
  for (const [name, files] of Object.entries(brands)) {
    const one = await buildContent(`${folder}/${name}`, { ...event, ...files });
    expect(one.code, one.stderr).toBe(0);
    built.set(name, { ...one, ...(await serve(one.files)) });
  }
});

afterAll(async () => {
  await Promise.all([browser.close(), ...[...built.values()].map(({ stop }) => stop())]);
});

const brand = (name: string) => {
  const found = built.get(name);
  if (!found) throw new Error(`${name} has not been built`);
  return found;
};

describe.each(Object.keys(brands))('the brand of a %s', (name) => {
  test('can be read by everybody, in light and dark, and stays within the policy', async () => {
    for (const path of ['/', '/test/', '/test/many/'])
      await visitWith(browser, brand(name).address + path, async (page) => {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await violations(page), `${path} ${colorScheme}`).toEqual([]);
        }
      });
  });

  test('leads nowhere that is not there', () => {
    expect(brokenLinks(brand(name).files)).toEqual([]);
  });
});

test('a dark brand is dark for everybody, its print is light, and its own style sheet comes last', async () => {
  await visitWith(
    browser,
    `${brand('club').address}/test/`,
    async (page) => {
      const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      expect(await paper()).toBe('rgb(11, 11, 18)');
      await page.emulateMedia({ media: 'print' });
      expect(await paper()).toMatch(/^rgb\(2\d\d, 2\d\d, 2\d\d\)$/);
      const line = await page.locator('.masthead').evaluate((one) => getComputedStyle(one).borderBlockEndWidth);
      expect(line).toBe('7px');
      expect(
        await page.locator('[name="theme-color"]').evaluateAll((all) => all.map((one) => one.getAttribute('content'))),
      ).toEqual(['#0b0b12', '#0b0b12']);
    },
    { colorScheme: 'light' },
  );
});

test('a brand with fonts loads its own and no others, and nothing moves', async () => {
  await visitWith(browser, `${brand('society').address}/test/`, async (page) => {
    const loaded = await page.evaluate(async () => {
      await document.fonts.ready;
      return performance
        .getEntriesByType('resource')
        .map((one) => new URL(one.name).pathname)
        .filter((path) => path.endsWith('.woff2'));
    });
    expect(loaded).toHaveLength(2);
    for (const path of loaded) expect(path).toMatch(/^\/media\/(?:serif|sans)-\w{10}\.woff2$/);
    const moved = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if ('value' in entry) sum += Number(entry.value);
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 300);
        }),
    );
    expect(moved).toBe(0);
    expect(await page.getByRole('link', { name: 'Net for Rivers' }).isVisible()).toBe(true);
  });
});

test('a brand is known to feeds, search engines and systems by its icon and logo', () => {
  const { files } = brand('society');
  const textOf = (path: string): string => files.get(path)?.toString() ?? '';
  const home = textOf('index.html');
  const icon = /https:\/\/recaps\.test\/media\/icon-512-\w{10}\.png/.exec(textOf('rss.xml'))?.[0] ?? '';
  const picture = /https:\/\/recaps\.test\/media\/logo-\w{10}\.png/.exec(textOf('atom.xml'))?.[0] ?? '';
  expect(textOf('rss.xml')).toContain(`<image><url>${icon}</url>`);
  expect(textOf('atom.xml')).toContain(`<icon>${icon}</icon>\n<logo>${picture}</logo>`);
  expect(JSON.parse(textOf('feed.json'))).toMatchObject({ icon, favicon: icon });
  expect(textOf('test/index.html')).toContain(`"logo":"${picture}"`);
  expect(home).toMatch(/<link rel="apple-touch-icon" href="\/media\/icon-180-\w{10}\.png">/);
  const [, manifest = ''] = /<link rel="manifest" href="\/([^"]+)">/.exec(home) ?? [];
  for (const { src } of JSON.parse(textOf(manifest)).icons) expect(files.has(`media/${src}`)).toBe(true);
});
