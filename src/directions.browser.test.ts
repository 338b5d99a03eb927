import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, startBrowser } from '../scripts/testing/browser.ts';
import { buildContent, entryFile, settings, temporaryFolder } from '../scripts/testing/temporary-content.ts';
import { visitWith } from '../scripts/testing/visit.ts';

const title = '各地的船队已经陆续抵达港口，观众在岸边欢呼，比赛将在明天上午继续进行';

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  const metrics = (unit: string): string => `metrics: {way: {title: Way, unit: ${unit}, cumulative: true}}\n`;
  const built = await buildContent(temporaryFolder(), {
    'race/event.md': settings.event(metrics('کیلومتر')),
    'race/a.md': entryFile(
      '(4:1) مسابقه',
      '2020-03-02T10:00',
      'قایق‌ها (۱۲) رسیدند.\n\n- یکی\n\n> نقل\n\n`a(1)`\n\nEnglish.',
    ),
    'race/b.md': entryFile('Second', '2020-03-02T11:00', 'Text.', 'milestone: {metric: way, value: 12}\n'),
    'race/c.md': entryFile('Third', '2020-03-02T12:00', 'Text.', 'milestone: {metric: way, value: 17}\n'),
    'merotz/event.md': settings.event(`language: he\n${metrics('ק״מ')}`),
    'merotz/a.md': entryFile('Landed (2:1), at last.', '2020-03-02T10:00', 'It was over (3).\n\nהיה נחמד.'),
    'merotz/b.md': entryFile('זינוק', '2020-03-02T01:05:09', 'התחלה.', 'milestone: true\n'),
    'merotz/c.md': entryFile('אמצע', '2020-03-02T11:00', 'אמצע.', 'milestone: {metric: way, value: 12}\n'),
    'merotz/d.md': entryFile(
      'סוף',
      '2020-03-02T12:00',
      'סוף.',
      'milestone: {metric: way, value: 17}\nauthor: Ada (BBC)\n',
    ),
    'gangkou/event.md': settings.event('language: zh-CN\n'),
    'gangkou/a.md': entryFile(title, '2020-03-02T10:00', '正文。'),
    'ekiden/event.md': settings.event('language: ja\n'),
    'ekiden/a.md': entryFile('往路と復路の二日間の記録', '2020-03-02T10:00', '本文。'),
  });
  if (built.code !== 0) throw new Error(built.stderr);
  server = await serve(built.files);
  browser = await startBrowser();
});

afterAll(async () => {
  await Promise.all([browser?.close(), server?.stop()]);
});

const visit = (path: string, act: (page: Page) => Promise<void>, width = 1280): Promise<void> =>
  visitWith(browser, server.address + path, act, { viewport: { width, height: 800 } });

/** The words of an element's text as they are seen from left to right, by the place of their first letters. */
const seenOrder = (page: Page, selector: string, words: readonly string[]): Promise<readonly string[]> =>
  page
    .locator(selector)
    .first()
    .evaluate(
      (element, wanted) => {
        const places: (readonly [string, number])[] = [];
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode())
          for (const word of wanted) {
            const at = node.textContent?.indexOf(word) ?? -1;
            if (at < 0 || places.some(([known]) => known === word)) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            places.push([word, range.getBoundingClientRect().left]);
          }
        return places.sort(([, a], [, b]) => a - b).map(([word]) => word);
      },
      [...words],
    );

const directionsOf = (page: Page, selector: string): Promise<readonly string[]> =>
  page.locator(selector).evaluateAll((all) => all.map((element) => getComputedStyle(element).direction));

describe('an entry against the direction of its event', () => {
  test('is read as it is written, in a list and on its own page', async () => {
    for (const path of ['/race/', '/race/a/'])
      await visit(path, async (page) => {
        const article = path === '/race/' ? '#a' : 'article';
        expect(await directionsOf(page, `${article} :is(h1, h3, ul, li, blockquote)`)).toEqual(Array(4).fill('rtl'));
        expect(await directionsOf(page, `${article} .prose > p`)).toEqual(['rtl', 'ltr', 'ltr']);
      });
    for (const path of ['/merotz/', '/merotz/a/'])
      await visit(path, async (page) => {
        const article = path === '/merotz/' ? '#a' : 'article';
        expect(await directionsOf(page, `${article} :is(h1, h3)`)).toEqual(['ltr']);
        expect(await directionsOf(page, `${article} .prose > p`)).toEqual(['ltr', 'rtl']);
        expect(await seenOrder(page, `${article} :is(h1, h3)`, ['Landed', '(2', 'at', '.'])).toEqual([
          'Landed',
          '(2',
          'at',
          '.',
        ]);
      });
  });

  test('is found by the search in its own direction', async () => {
    await visit('/race/search/?q=قایق', async (page) => {
      await page.locator('#page\\.results li').waitFor();
      expect(await directionsOf(page, '#page\\.results li :is(h2, .excerpt)')).toEqual(['rtl', 'rtl']);
    });
  });
});

describe('words of the interface and figures', () => {
  test('read from left to right on a page from right to left', async () => {
    const span = ['1 d', '1 h', '5 min'];
    await visit('/merotz/', async (page) => {
      expect(await seenOrder(page, '#b .figure b', span)).toEqual(span);
      expect(await page.locator('#b .figure b').evaluate((one) => getComputedStyle(one).whiteSpace)).toBe('nowrap');
    });
    await visit('/merotz/b/', async (page) => {
      expect(await seenOrder(page, 'dd:has(time)', span)).toEqual(span);
    });
    await visit('/merotz/d/', async (page) => {
      expect(await seenOrder(page, 'footer p[lang=en]', ['By', 'Ada', '(BBC', ')'])).toEqual([
        'By',
        'Ada',
        '(BBC',
        ')',
      ]);
    });
  });

  test.each([
    ['merotz', 'ק״מ'],
    ['race', 'کیلومتر'],
  ])('keep a figure and its unit together in a sentence of %s', async (event, unit) => {
    await visit(`/${event}/milestones/`, async (page) => {
      const words = ['values', unit, '12', '(11:00', 'to '];
      expect(await seenOrder(page, '#chart\\.way\\.summary', words)).toEqual(words);
      expect(await page.locator('#chart\\.way\\.summary').textContent()).not.toMatch(/[\u2066-\u2069]/);
    });
  });
});

describe('a title', () => {
  test('in Chinese ends its lines between words', async () => {
    await visit(
      '/gangkou/a/',
      async (page) => {
        const lines = await page.locator('h1').evaluate((heading) => {
          const found: string[] = [];
          let top = Number.NaN;
          for (const node of heading.childNodes)
            for (let at = 0; at < (node.textContent ?? '').length; at += 1) {
              const range = document.createRange();
              range.setStart(node, at);
              range.setEnd(node, at + 1);
              const box = range.getBoundingClientRect();
              if (Math.abs(box.top - top) < 5) found[found.length - 1] += node.textContent?.[at] ?? '';
              else found.push(node.textContent?.[at] ?? '');
              top = box.top;
            }
          return found;
        });
        const words = new Intl.Segmenter('zh', { granularity: 'word' }).segment(title);
        const ends = new Set([...words].map(({ index, segment }) => index + segment.length));
        expect(lines.join('')).toBe(title);
        expect(lines.length).toBeGreaterThan(1);
        let end = 0;
        for (const line of lines) {
          end += line.length;
          expect(ends, line).toContain(end);
          expect(line).not.toMatch(/^[，。]/);
        }
      },
      360,
    );
  });

  test('in Japanese is given to the browser to be parted, with room between its lines', async () => {
    await visit('/ekiden/a/', async (page) => {
      const style = await page.locator('h1').evaluate((heading) => {
        const { wordBreak, letterSpacing, lineHeight, fontSize } = getComputedStyle(heading);
        return { wordBreak, letterSpacing, leading: Number.parseFloat(lineHeight) / Number.parseFloat(fontSize) };
      });
      expect(style.wordBreak).toBe('auto-phrase');
      expect(['0px', 'normal']).toContain(style.letterSpacing);
      expect(style.leading).toBeCloseTo(1.3);
    });
  });
});
