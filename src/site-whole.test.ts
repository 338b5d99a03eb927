import { parseRssFeed } from 'feedsmith';
import { HtmlValidate } from 'html-validate';
import { describe, expect, inject, test } from 'vitest';
import { brokenLinks, byName, elements, filesOf, pagesOf, plainText } from '../scripts/testing/built-site.ts';

const files = filesOf(inject('site'));
const pages = pagesOf(files);

describe('the feeds', () => {
  test.each([
    ['rss.xml', 45],
    ['11-11-2019/rss.xml', 27],
    ['apollo-11/rss.xml', 18],
  ])('%s is read back by an independent parser with %i items, newest first', (path, count) => {
    const feed = parseRssFeed(files.get(path)?.toString() ?? '');
    expect(feed.items).toHaveLength(count);
    expect(feed.language).toBe('en');
    expect(feed.atom?.links).toEqual([
      { href: `https://recaps.example.org/${path}`, rel: 'self', type: 'application/rss+xml' },
    ]);
    for (const item of feed.items ?? []) {
      expect(item.guid).toEqual({ value: item.link, isPermaLink: true });
      expect(files.has(`${decodeURIComponent(new URL(item.link ?? '').pathname).slice(1)}index.html`), item.link).toBe(
        true,
      );
      expect(item.dc?.creators).toEqual(['Example Press']);
      expect(item.content?.encoded).not.toMatch(/(src|href)="(?!https:)/);
    }
    const dates = (feed.items ?? []).map(({ pubDate }) => Date.parse(String(pubDate)));
    expect(dates).toEqual(dates.toSorted((a, b) => b - a));
    expect(Date.parse(String(feed.lastBuildDate))).toBe(dates[0]);
  });

  test('an earlier slug of an event keeps its feed', () => {
    expect(files.get('double-eleven-2019/rss.xml')).toEqual(files.get('11-11-2019/rss.xml'));
  });
});

describe('the whole site', () => {
  test('has no broken link, picture, style or fragment', () => {
    expect(brokenLinks(files)).toEqual([]);
  });

  test('asks for nothing on another host, and carries no inline script and no inline style', () => {
    for (const [path, tree] of pages) {
      const loading = elements(tree, ({ tagName }) => ['iframe', 'object', 'embed', 'style'].includes(tagName));
      expect(loading, path).toEqual([]);
      for (const script of byName(tree, 'script')) {
        expect(plainText(script), path).toBe('');
        expect(script.properties, path).toEqual({ type: 'module', src: expect.stringMatching(/^\/_astro\/.*\.js$/) });
      }
      const sources = elements(
        tree,
        ({ properties, tagName }) =>
          'src' in properties || (tagName === 'link' && String(properties['rel']) !== 'canonical'),
      ).map(({ properties }) => properties['src'] ?? properties['href']);
      expect(
        sources.filter((source) => !String(source).startsWith('/')),
        path,
      ).toEqual([]);
      expect(
        elements(tree, ({ properties }) => 'style' in properties),
        path,
      ).toEqual([]);
    }
    for (const [path, bytes] of files) if (path.endsWith('.css')) expect(bytes.toString(), path).not.toMatch(/https?:/);
  });

  test('is valid HTML on every page', async () => {
    // The id of an entry is its slug, which may begin with a digit, as the HTML standard allows.
    // A title has to tell an event's entries apart in a feed or a search result, even where it is long.
    const validator = new HtmlValidate({
      root: true,
      extends: ['html-validate:recommended'],
      rules: { 'long-title': 'off', 'valid-id': ['error', { relaxed: true }] },
    });
    const problems: string[] = [];
    for (const [path, bytes] of files) {
      if (!path.endsWith('.html')) continue;
      const report = await validator.validateString(bytes.toString(), path);
      problems.push(
        ...report.results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, line, column }) => `${path}:${line}:${column} ${ruleId} ${message}`),
        ),
      );
    }
    expect(problems).toEqual([]);
  });

  test('names its canonical address, its language and its feed on every page', () => {
    for (const [path, tree] of pages) {
      const canonical = byName(tree, 'link').filter(({ properties }) => String(properties['rel']) === 'canonical');
      expect(canonical, path).toHaveLength(1);
      expect(
        byName(tree, 'html').map(({ properties }) => properties['lang']),
        path,
      ).toEqual(['en']);
    }
  });

  test('has one font of at most 30 KB', () => {
    const fonts = [...files].filter(([path]) => /\.(woff2?|ttf|otf)$/.test(path));
    expect(fonts.map(([, bytes]) => bytes.length <= 30_000)).toEqual([true]);
  });
});
