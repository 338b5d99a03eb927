import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from '../scripts/testing/axe.ts';
import { serve, startBrowser } from '../scripts/testing/browser.ts';
import { brokenLinks } from '../scripts/testing/built-site.ts';
import { buildContent, entryFile, settings, temporaryFolder } from '../scripts/testing/temporary-content.ts';
import type { visitWith } from '../scripts/testing/visit.ts';
import { aPage } from './core/testing.ts';

const folder = temporaryFolder();
const site = `${settings.site}links: [{title: Legal, url: /imprint/}, {title: Mail, url: "mailto:a@example.org"}]
footer: "Texts under [CC BY](https://cc.example/by/), see the [imprint](pages/imprint.md) and [the fair](fair/event.md)"
head: {scripts: [{src: https://stats.example/s.js, defer: true, data-api: "https://in.example/event"}, {src: /own.js}], meta: [{name: a-site-verification, content: abc}]}
`;
const content = async () => ({
  'site.yml': site,
  'fair/event.md': settings.event('links: [{title: About, url: /about/}]\n'),
  'fair/first.md': entryFile(
    'The doors open',
    '2020-03-03T10:00',
    'See [us](../pages/about.md) and [it](/plan%20a.pdf).',
  ),
  'pages/imprint.md': aPage(
    { order: '2' },
    '\nOf [the doors](../fair/first.md).\n\n## Contact\n\n![A square](square.png)\n',
  ),
  'pages/about.md': aPage({ title: 'About us', in: 'header', aliases: '[about-us]' }, '\nWe keep zeppelins.\n'),
  'pages/hidden.md': aPage({ title: 'Unlinked', in: 'none' }),
  'pages/square.png': await sharp({ create: { width: 60, height: 40, channels: 3, background: 'red' } })
    .png()
    .toBuffer(),
  'public/own.js': 'document.documentElement.dataset.own = "runs";',
  'public/plan a.pdf': 'a plan',
  'public/robots.txt': 'User-agent: *\nDisallow: /\n',
  'public/.well-known/security.txt': 'Contact: mailto:a@example.org\n',
});

let files: ReadonlyMap<string, Buffer>;
let browser: Browser;
let served: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  const [built, started] = await Promise.all([buildContent(folder, await content()), startBrowser()]);
  expect(built.code, built.stderr).toBe(0);
  ({ files } = built);
  browser = started;
  served = await serve(files);
});

afterAll(async () => {
  await browser.close();
  await served.stop();
});

const textOf = (path: string): string => files.get(path)?.toString('utf8') ?? '';

describe("pages of the archive's own", () => {
  test('stand in the header or the footer of every page, in the sitemap, and behind their earlier addresses', () => {
    for (const page of ['index.html', 'fair/first/index.html', '404.html']) {
      expect(textOf(page)).toMatch(/<header class="masthead">.*<a href="\/about\/">About us<\/a>.*<\/header>/);
      expect(textOf(page)).toMatch(/<footer.*<a href="\/imprint\/">Imprint<\/a>.*<\/footer>/);
      expect(textOf(page)).not.toContain('Unlinked');
    }
    expect(
      textOf('sitemap-archive.xml')
        .match(/(?<=<loc>https:\/\/[^/<]+)\/(?:about|hidden|imprint)\//g)
        ?.sort(),
    ).toEqual(['/about/', '/hidden/', '/imprint/']);
    expect(textOf('about-us/index.html')).toContain('content="0; url=/about/"');
    expect(brokenLinks(files)).toEqual([]);
  });

  test('have no fault in light and dark, and the search finds them', async () => {
    for (const colorScheme of ['light', 'dark'] as const)
      await visitOwn('/imprint/', async (page) => expect(await violations(page)).toEqual([]), { colorScheme });
    await visitOwn('/search/?q=zeppelins', async (page) => {
      const found = page.locator('#page\\.results li');
      await found.first().waitFor();
      expect(await found.allInnerTexts()).toEqual([expect.stringMatching(/^About us\n/)]);
    });
  });
});

test('files are copied as they are, and a robots.txt of the archive stands for the usual one', () => {
  expect(textOf('plan a.pdf')).toBe('a plan');
  expect(textOf('.well-known/security.txt')).toBe('Contact: mailto:a@example.org\n');
  expect(textOf('robots.txt')).toBe('User-agent: *\nDisallow: /\n');
});

test('the line at the foot and links lead to pages, to events and to mail', () => {
  const page = textOf('fair/first/index.html');
  expect(page).toContain('see the <a href="/imprint/">imprint</a> and <a href="/fair/">the fair</a>');
  expect(page).toContain('<a href="mailto:a@example.org"');
  expect(textOf('fair/index.html')).toMatch(/<a href="\/about\/">About<\/a>/);
});

test('a script of a host that is named runs, and one of another host does not', async () => {
  expect(textOf('_headers')).toContain(
    "script-src 'self' 'wasm-unsafe-eval' https://stats.example; connect-src 'self' https://stats.example https://in.example;",
  );
  expect(textOf('index.html')).toContain('<meta name="a-site-verification" content="abc">');
  const context = await browser.newContext();
  await context.route(/^https:/, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: 'document.documentElement.dataset.ran += location.host && document.currentScript.src;',
    }),
  );
  const page = await context.newPage();
  await page.goto(`${served.address}/imprint/`);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const script = document.createElement('script');
        script.src = 'https://other.example/s.js';
        script.onerror = script.onload = resolve;
        document.head.append(script);
      }),
  );
  expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toEqual({
    own: 'runs',
    ran: 'undefinedhttps://stats.example/s.js',
  });
  await context.close();
});

/** A page with the script of the other host, which nobody serves here. */
const visitOwn: (
  path: string,
  act: Parameters<typeof visitWith>[2],
  options?: Parameters<typeof visitWith>[3],
) => Promise<void> = async (path, act, options) => {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  await context.route(/^https:/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  const page = await context.newPage();
  await page.goto(served.address + path);
  await act(page);
  await context.close();
};
