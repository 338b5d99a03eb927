import { createRequire } from 'node:module';
import { parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import type { Feed, FeedItem } from './feed.ts';
import { rssOf } from './rss.ts';
import { aFeed, aFeedItem } from './testing/a-feed.ts';

type Sax = {
  parser: (
    strict: boolean,
    options: object,
  ) => { onerror: (fault: Error) => void; write: (xml: string) => { close(): void } };
};
// The types of sax are a package of their own.
const sax: Sax = createRequire(import.meta.url)('sax');

const utc = (time: string): number => Temporal.Instant.from(time).epochMilliseconds;

/** What a strict parser with namespaces, which is not the one that wrote the feed, has against it. */
const faultsIn = (xml: string): string[] => {
  const faults: string[] = [];
  const parser = sax.parser(true, { xmlns: true, strictEntities: true });
  parser.onerror = ({ message }) => faults.push(message);
  try {
    parser.write(xml).close();
  } catch (fault) {
    faults.push(String(fault));
  }
  return faults;
};

/** A feed as a reader of feeds gets it. */
const read = async (fields: Partial<Feed> = {}) => {
  const xml = await rssOf(aFeed(fields));
  expect(faultsIn(xml)).toEqual([]);
  return parseRssFeed(xml);
};

const readItem = async (fields: Partial<FeedItem>) => (await read({ items: [aFeedItem(fields)] })).items?.[0];

describe('rssOf', () => {
  it('writes RSS 2.0 as it should stand', async () => {
    const items = [aFeedItem({ creator: 'A. Writer', categories: ['GMV', 'New retail'] })];
    expect((await rssOf(aFeed({ items }))).replaceAll('><', '>\n<')).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <?xml-stylesheet type="text/css" href="/feeds/feed.css"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
      <channel>
      <title>Gala</title>
      <description>A night of songs.</description>
      <link>https://recaps.example.org/gala/</link>
      <language>en</language>
      <lastBuildDate>Mon, 11 Nov 2019 02:00:00 GMT</lastBuildDate>
      <atom:link href="https://recaps.example.org/gala/rss.xml" rel="self" type="application/rss+xml"/>
      <item>
      <title>The curtain rises</title>
      <link>https://recaps.example.org/gala/opening/</link>
      <guid isPermaLink="true">https://recaps.example.org/gala/opening/</guid>
      <description>It begins.</description>
      <pubDate>Mon, 11 Nov 2019 02:00:00 GMT</pubDate>
      <content:encoded>&lt;p&gt;It begins.&lt;/p&gt;</content:encoded>
      <dc:creator>A. Writer</dc:creator>
      <category>GMV</category>
      <category>New retail</category>
      </item>
      </channel>
      </rss>
      "
    `);
  });

  it('tells readers all there is to tell', async () => {
    const feed = await read({
      items: [
        aFeedItem({
          content: '<p>a &#x3C; b <a href="https://recaps.example.org/?a=1&#x26;b=2">c</a></p>',
          creator: 'A. Writer',
          categories: ['GMV', 'New retail'],
        }),
      ],
    });
    expect(feed).toEqual({
      title: 'Gala',
      description: 'A night of songs.',
      link: 'https://recaps.example.org/gala/',
      language: 'en',
      lastBuildDate: 'Mon, 11 Nov 2019 02:00:00 GMT',
      atom: {
        links: [{ href: 'https://recaps.example.org/gala/rss.xml', rel: 'self', type: 'application/rss+xml' }],
      },
      items: [
        {
          title: 'The curtain rises',
          link: 'https://recaps.example.org/gala/opening/',
          guid: { value: 'https://recaps.example.org/gala/opening/', isPermaLink: true },
          pubDate: 'Mon, 11 Nov 2019 02:00:00 GMT',
          categories: [{ name: 'GMV' }, { name: 'New retail' }],
          description: 'It begins.',
          content: { encoded: '<p>a &#x3C; b <a href="https://recaps.example.org/?a=1&#x26;b=2">c</a></p>' },
          dc: expect.objectContaining({ creators: ['A. Writer'] }),
        },
      ],
    });
  });

  it('keeps the order it is given', async () => {
    const items = Array.from({ length: 50 }, (_, index) =>
      aFeedItem({
        title: `Entry ${index}`,
        link: `https://recaps.example.org/gala/${index}/`,
        creator: `Writer ${index}`,
      }),
    );
    const feed = await read({ items });
    expect(feed.items?.map(({ title }) => title)).toEqual(items.map(({ title }) => title));
    expect(feed.items?.map(({ dc }) => dc?.creators)).toEqual(items.map(({ creator }) => [creator]));
  });

  it('was built when something in it changed last', async () => {
    const items = [
      aFeedItem({ updated: utc('2019-11-11T02:00:00Z') }),
      aFeedItem({ updated: utc('2019-11-12T01:00:09Z') }),
      aFeedItem(),
    ];
    expect((await read({ items })).lastBuildDate).toBe('Tue, 12 Nov 2019 01:00:09 GMT');
    const old = utc('1969-07-20T20:17:40Z');
    expect((await read({ items: [aFeedItem({ published: old, updated: old })] })).lastBuildDate).toBe(
      'Sun, 20 Jul 1969 20:17:40 GMT',
    );
  });

  it('may have no items, and then no date', async () => {
    expect(await read({ items: [] })).toEqual({
      title: 'Gala',
      description: 'A night of songs.',
      link: 'https://recaps.example.org/gala/',
      language: 'en',
      atom: expect.anything(),
    });
  });

  it('may have items without text', async () => {
    expect((await readItem({ content: '' }))?.title).toBe('The curtain rises');
  });

  it('is the same text for the same content', async () => {
    expect(await rssOf(aFeed())).toBe(await rssOf(aFeed()));
  });
});

describe('the creator of an item', () => {
  it.each([
    '007',
    '1e3',
    '0x1F',
    '1.50',
    '+49',
    'true',
    'null',
    'Infinity',
    '2019-11-11',
    'Simon & "Garfunkel" <s@g.example>',
    '&amp;lt;',
    '王小明',
    "O'Neill $& $1 $$",
    '</item><item>',
    ']]>',
  ])('is text, whatever it looks like: %s', async (creator) => {
    expect((await readItem({ creator }))?.dc?.creators).toEqual([creator]);
  });

  it('is text like the rights in the feed and what a picture shows', async () => {
    const picture = {
      kind: 'image',
      url: 'https://recaps.example.org/a.jpg',
      type: 'image/jpeg',
      alt: ' 1.50',
    } as const;
    const xml = await rssOf(aFeed({ rights: '007', items: [aFeedItem({ media: [picture] })] }));
    expect(xml).toContain('<copyright>007</copyright>');
    expect(xml).toContain('<media:description> 1.50</media:description>');
  });

  it('belongs to its item, also where others have none', async () => {
    const items = [
      aFeedItem(),
      aFeedItem({ creator: 'B' }),
      aFeedItem({ content: '</item>' }),
      aFeedItem({ creator: 'D' }),
    ];
    expect((await read({ items })).items?.map(({ dc }) => dc?.creators?.[0])).toEqual([undefined, 'B', undefined, 'D']);
  });
});

describe('what is hard to write in XML', () => {
  const hard: readonly (readonly [string, string, string])[] = [
    ['signs of XML', 'a & b < c > d "e" \'f\'', 'a & b < c > d "e" \'f\''],
    ['what is escaped already', '&amp; &lt;b&gt; &#38; &nbsp;', '&amp; &lt;b&gt; &#38; &nbsp;'],
    ['the end of CDATA', 'a ]]> b', 'a ]]> b'],
    ['the beginning of CDATA and comments', '<![CDATA[ <!-- <?', '<![CDATA[ <!-- <?'],
    ['controls', 'a\u0000b\u0008c\u000bd\u000ce\u001ff', 'abcdef'],
    ['tab and line break', 'a\tb\nc', 'a\tb\nc'],
    ['carriage returns', 'a\rb\r\nc', 'a\rb\r\nc'],
    ['halves of characters', 'a\ud83cb\udf86c', 'a\ufffdb\ufffdc'],
    ['no characters', 'a\ufffeb\uffffc', 'abc'],
    ['emoji', '🎆 👩‍🚀 🇨🇳', '🎆 👩‍🚀 🇨🇳'],
    ['text from right to left', 'שלום \u202bمرحبا\u202c', 'שלום \u202bمرحبا\u202c'],
    ['numbers', '007', '007'],
    ['signs of replacements', '$& $1 $$ $`', '$& $1 $$ $`'],
  ];

  it.each(hard)('is written well as title, text, topic and creator: %s', async (_, written, reported) => {
    const feed = await read({
      title: written,
      description: written,
      items: [aFeedItem({ title: written, content: `<p>${written}</p>`, categories: [written], creator: written })],
    });
    const [item] = feed.items ?? [];
    expect([feed.title, feed.description, item?.title, item?.categories, item?.dc?.creators]).toEqual([
      reported,
      reported,
      reported,
      [{ name: reported }],
      [reported],
    ]);
    expect(item?.content?.encoded).toBe(`<p>${reported}</p>`);
  });

  it('is written well in addresses', async () => {
    const page = 'https://recaps.example.org/a&b/%E5%8F%8C%E5%8D%81%E4%B8%80/';
    const feed = await read({ page, items: [aFeedItem({ link: `${page}1.5%25/` })] });
    expect([feed.link, feed.atom?.links?.[0]?.href]).toEqual([page, `${page}rss.xml`]);
    expect(feed.items?.[0]).toMatchObject({
      link: `${page}1.5%25/`,
      guid: { value: `${page}1.5%25/`, isPermaLink: true },
    });
  });
});

describe('the check of these tests', () => {
  it.each([
    ['an ampersand', '<rss>a & b</rss>'],
    ['a prefix without a namespace', '<rss><dc:creator>a</dc:creator></rss>'],
    ['an element that does not end', '<rss><channel></rss>'],
  ])('sees %s', (_, xml) => {
    expect(faultsIn(xml)).not.toEqual([]);
  });
});
