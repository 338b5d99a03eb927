import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parseRssFeed } from 'feedsmith';
import { HtmlValidate } from 'html-validate';
import { describe, expect, inject, test } from 'vitest';
import { brokenLinks, byName, elements, filesOf, pagesOf, textInLine } from '../scripts/testing/built-site.ts';
import { jsonFeedSchema } from './feeds/testing/json-feed-schema.ts';
import { decodesTwice, jsonReaders, xmlReaders } from './feeds/testing/read-feeds.ts';
import { root } from './io/settings.ts';

const files = filesOf(inject('site'));
const pages = pagesOf(files);

describe('the files beside the pages', () => {
  test('are the licence of the font that readers download, as its package has it', () => {
    expect([...files.keys()].filter((path) => /^_astro\/newsreader.*\.woff2$/.test(path))).toHaveLength(1);
    expect(files.get('_astro/newsreader-licence.txt')).toEqual(
      readFileSync(join(root, 'node_modules/@fontsource/newsreader/LICENSE')),
    );
  });

  test('are the empty file by which a branch of GitHub Pages keeps names that begin with an underscore', () => {
    expect(files.get('.nojekyll')?.length).toBe(0);
  });
});

/** An item keeps the id of the first address of its entry: one of the samples had another slug once. */
const firstAddress = (link: string): string => link.replace('/11-11-2019/', '/double-eleven-2019/');

describe('the feeds', () => {
  test.each([
    // The event of 1969 is one item among those of the archive.
    ['rss.xml', 28],
    ['11-11-2019/rss.xml', 27],
    ['apollo-11/rss.xml', 18],
  ])('%s is read back by an independent parser with %i items, newest first', (path, count) => {
    const feed = parseRssFeed(files.get(path)?.toString() ?? '');
    expect(feed.items).toHaveLength(count);
    expect(feed.language).toBe('en');
    expect(feed.atom?.links?.[0]).toEqual({
      href: `https://recaps.example.org/${path}`,
      rel: 'self',
      type: 'application/rss+xml',
    });
    for (const item of feed.items ?? []) {
      const id = firstAddress(item.link ?? '');
      expect(item.guid).toEqual({ value: id, isPermaLink: id === item.link });
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

  test('are the same to every reader, in every format and scope', async () => {
    const feeds = [...files.keys()].filter((path) => /(^|\/)(rss\.xml|atom\.xml|feed\.json)$/.test(path));
    expect(feeds.length).toBeGreaterThan(60);
    for (const [folder, paths] of Map.groupBy(feeds, (path) => path.slice(0, path.lastIndexOf('/') + 1))) {
      expect(paths, folder).toHaveLength(3);
      const read = paths.flatMap((path) => {
        const text = files.get(path)?.toString() ?? '';
        const readers = path.endsWith('.json') ? jsonReaders : xmlReaders;
        // The one that decodes twice has another content, and so no say here.
        return Object.entries(readers)
          .filter(([name]) => name !== decodesTwice)
          .map(([, reader]) => reader(text));
      });
      const [first, ...others] = await Promise.all(read);
      for (const other of others) expect(other, folder).toEqual(first);
      for (const { id, link, content } of first ?? []) {
        expect(id).toBe(firstAddress(link ?? ''));
        expect(content).not.toMatch(/(src|href)="(?!https:)/);
      }
    }
  });

  test('as JSON hold what JSON Feed 1.1 asks for', () => {
    const holds = new Ajv({ allErrors: true }).compile(jsonFeedSchema);
    for (const [path, bytes] of files)
      if (path.endsWith('feed.json'))
        expect(holds(JSON.parse(bytes.toString())), `${path}: ${holds.errors}`).toBe(true);
  });

  test('an earlier slug of an event keeps its feeds', () => {
    for (const path of ['rss.xml', 'atom.xml', 'feed.json', 'milestones/rss.xml', 'topics/gmv/atom.xml'])
      expect(files.get(`double-eleven-2019/${path}`), path).toEqual(files.get(`11-11-2019/${path}`));
  });

  test('are found from every page of their own scope', () => {
    const offered = (path: string): unknown[] =>
      byName(pages.get(path) ?? { type: 'root', children: [] }, 'link')
        .filter(({ properties }) => String(properties['rel']) === 'alternate')
        .map(({ properties }) => properties['href']);
    const formats = ['rss.xml', 'atom.xml', 'feed.json'];
    for (const path of pages.keys()) {
      if (path.startsWith('double-eleven-2019/') || offered(path).length === 0) continue;
      const [, scope = ''] = /^([^/]+\/(?:topics\/[^/]+\/|milestones\/)?)/.exec(path) ?? [];
      const own = ['', 'feeds/', 'search/'].includes(scope) || scope === '404.html' ? '/' : `/${scope}`;
      // The whole event as data is offered where readers begin, and where they cite.
      const data = offered(path).filter((address) => String(address).endsWith('/event.json'));
      const isListed = own === '/' || /^[^/]+\/(topics|milestones|search|\d{4}-|newest-first|oldest-first)/.test(path);
      if (isListed) expect(data, path).toEqual([]);
      expect(offered(path), path).toEqual([...formats.map((name) => own + name), ...data]);
      for (const address of offered(path)) expect(files.has(String(address).slice(1)), path).toBe(true);
    }
    expect(offered('apollo-11/milestones/index.html')).toHaveLength(3);
    expect(offered('11-11-2019/topics/gmv/index.html')).toHaveLength(3);
  });

  test('of the archive are explained and offered on a page', () => {
    const page = pages.get('feeds/index.html');
    const links = page && byName(page, 'a').map(({ properties }) => properties['href']);
    for (const path of ['/rss.xml', '/atom.xml', '/feed.json', '/apollo-11/rss.xml', '/11-11-2019/milestones/atom.xml'])
      expect(links).toContain(path);
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
        // A block of data.
        if (script.properties['type'] === 'application/ld+json') continue;
        expect(textInLine(script), path).toBe('');
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
    // The names of namespaces of XML are addresses that nobody asks.
    const styles = [...files].filter(([path]) => path.endsWith('.css'));
    for (const [path, bytes] of styles)
      expect(bytes.toString().replace(/^@namespace .*$/gm, ''), path).not.toMatch(/https?:/);
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
