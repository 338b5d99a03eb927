import { describe, expect, it } from 'vitest';
import { anEntry, anEvent, aSite, galaWith } from '../core/testing.ts';
import { changeOf, type Feed } from './feed.ts';
import { feedsFrom, textsFrom } from './testing/open-feeds.ts';

const utc = (time: string): number => Temporal.Instant.from(time).epochMilliseconds;

/** The feed of the archive, or of the page at a path of it. */
const feedFrom = (texts: Readonly<Record<string, string>>, path?: string, now?: number): Feed => {
  const { ofArchive, ofEvents, to } = feedsFrom(galaWith(texts), now === undefined ? {} : { now });
  const found = path === undefined ? ofArchive : ofEvents.get(`${to.home()}${path}/`)?.feed;
  if (!found) throw new Error(`There is no feed beside ${path}`);
  return found;
};

const at = (time: string, fields = {}): string => anEntry({ time, ...fields });
const dates = /(?:<(?:updated|published|pubDate|lastBuildDate)>|"date_(?:published|modified)":")[^<"]*/g;
const changed = ({ items, since }: Feed): number => changeOf(items, since);
const titlesOf = ({ items }: Feed): string[] => items.map(({ title }) => title);

describe('the feed of an event', () => {
  it('keeps words of another direction apart, and says nothing where all run one way', () => {
    const { items } = feedFrom(
      {
        'gala/event.md': anEvent({ language: 'fa', metrics: '{way: {title: مسیر, unit: km}}' }),
        'gala/a.md': anEntry(
          {
            time: '2019-11-11T00:00:09',
            milestone: '{metric: way, value: 12}',
            corrections: '[{time: 2019-11-12T09:00, note: "It was (2:1)."}]',
          },
          '\nپایان.\n',
        ),
      },
      'gala',
    );
    const { content = '' } = items[0] ?? {};
    expect(content).toContain('<strong><bdi dir="ltr">12 km</bdi></strong> مسیر · <bdi dir="ltr">');
    expect(content).toMatch(/<p><bdi dir="ltr">Corrected<\/bdi> .*: <bdi dir="ltr">It was \(2:1\)\.<\/bdi><\/p>/);
  });

  it('carries what pages show around a body: the figure of a milestone, and corrections', () => {
    const { items } = feedFrom(
      {
        'gala/event.md': anEvent({
          'counts-from': '2019-11-11T00:00',
          metrics: '{gmv: {title: Sales & more, unit: USD}}',
        }),
        'gala/final.md': anEntry(
          {
            time: '2019-11-11T24:00',
            milestone: '{metric: gmv, value: 38.4e9}',
            corrections: '[{time: 2019-11-12T09:00, note: "It was <two>, not three"}]',
          },
          '\nThe day is over.\n',
        ),
      },
      'gala',
    );
    expect(items.map(({ content }) => content)).toEqual([
      '<p><strong>US$38.4 billion</strong> Sales &amp; more · 1 d since the start</p>\n' +
        '<p>The day is over.</p>\n' +
        '<p>Corrected 12 November 2019, 09:00: It was &lt;two&gt;, not three</p>',
    ]);
  });

  it('tells what every format needs, with absolute addresses', () => {
    const feed = feedFrom(
      {
        'site.yml': aSite({ url: 'https://example.org/recaps', publisher: '{name: Press}' }),
        'gala/event.md': anEvent({ language: 'zh', topics: '{gmv: Gross merchandise volume}' }),
        'gala/opening.md': anEntry({ topics: '[gmv, people]' }, '\nIt *begins*: [see](./opening.md).\n'),
      },
      'gala',
    );
    expect(feed).toEqual({
      id: 'https://example.org/recaps/gala/',
      sheet: '/recaps/feeds/feed.css',
      title: 'Gala',
      description: 'A night of songs.',
      page: 'https://example.org/recaps/gala/',
      language: 'zh',
      author: 'Press',
      since: utc('2019-11-10T04:00:00Z'),
      items: [
        {
          id: 'https://example.org/recaps/gala/opening/',
          title: 'The curtain rises',
          link: 'https://example.org/recaps/gala/opening/',
          published: utc('2019-11-11T02:00:00Z'),
          placed: utc('2019-11-11T02:00:00Z'),
          media: [],
          updated: utc('2019-11-11T02:00:00Z'),
          content: '<p>It <em>begins</em>: <a href="https://example.org/gala/encore/">see</a>.</p>',
          language: 'zh',
          summary: 'It begins: see.',
          categories: ['Gross merchandise volume', 'people'],
          creator: 'Press',
        },
      ],
    });
  });

  it('names the author of an entry, else the publisher, else no one', () => {
    const creators = (site: string): (string | undefined)[] =>
      feedFrom({
        'site.yml': site,
        'gala/a.md': at('2019-11-11T10:00'),
        'gala/b.md': at('2019-11-11T09:00', { author: '"007"' }),
      }).items.map(({ creator }) => creator);
    expect(creators(aSite({ publisher: '{name: Press}' }))).toEqual(['Press', '007']);
    expect(creators(aSite())).toEqual([undefined, '007']);
  });

  it('is newest first, whatever order its pages have', () => {
    const texts = {
      'gala/event.md': anEvent({ order: 'oldest-first' }),
      'gala/a.md': at('2019-11-11T10:00', { title: 'second' }),
      'gala/b.md': at('2019-11-11T09:00', { title: 'first' }),
      'gala/c.md': at('2019-11-11T24:00', { title: 'fourth' }),
      'gala/d.md': at('2019-11-11T10:00', { title: 'third', sequence: '1' }),
    };
    expect(titlesOf(feedFrom(texts, 'gala'))).toEqual(['fourth', 'third', 'second', 'first']);
  });

  it('gives an entry without a time that of the entry beside it', () => {
    const texts = {
      'gala/a.md': at('2019-11-11', { title: 'untimed first', untimed: 'first' }),
      'gala/b.md': at('2019-11-11T09:00', { title: 'timed' }),
      'gala/c.md': at('2019-11-11', { title: 'untimed last' }),
    };
    const { items } = feedFrom(texts, 'gala');
    expect(items.map(({ title, published }) => [title, published])).toEqual(
      ['untimed last', 'timed', 'untimed first'].map((title) => [title, utc('2019-11-11T01:00:00Z')]),
    );
  });

  it('leaves out drafts, and carries what was withdrawn once more, with the reason in place of title and text', () => {
    const texts = {
      'gala/a.md': at('2019-11-11T09:00', {
        title: 'Wrong',
        author: 'Ada',
        topics: '[gmv]',
        withdrawn: '{time: 2019-11-11T12:00, reason: A <slip>}',
      }),
      'gala/b.md': at('2019-11-11T10:00', { title: 'stays' }),
      'gala/c.md': at('2019-11-11T11:00', { draft: 'true' }),
    };
    const feed = feedFrom(texts, 'gala');
    expect(titlesOf(feed)).toEqual(['An entry was withdrawn: A <slip>', 'stays']);
    expect(feed.items[0]).toEqual({
      id: 'https://recaps.example.org/gala/a/',
      link: 'https://recaps.example.org/gala/a/',
      title: 'An entry was withdrawn: A <slip>',
      published: utc('2019-11-11T01:00:00Z'),
      placed: utc('2019-11-11T01:00:00Z'),
      withdrawn: utc('2019-11-11T04:00:00Z'),
      updated: utc('2019-11-11T04:00:00Z'),
      language: 'en',
      content: '<p>A &lt;slip&gt;</p>\n<p>It was withdrawn on 11 November 2019, 12:00.</p>',
      media: [],
      summary: 'A <slip>',
      categories: [],
    });
  });

  it('has a withdrawal among its newest, however old the entry is, and nothing less for it', () => {
    const minutes = Array.from({ length: 59 }, (_, minute) => {
      const two = String(minute).padStart(2, '0');
      return [`gala/e${two}.md`, at(`2019-11-11T10:${two}`, { title: `Song ${minute}` })] as const;
    });
    const gone = at('2019-11-11T10:00', { withdrawn: '{time: 2019-11-13T09:00, reason: A slip}' });
    const { items } = feedFrom({ ...Object.fromEntries(minutes), 'gala/e00.md': gone }, 'gala');
    expect(items[0]).toMatchObject({ id: 'https://recaps.example.org/gala/e00/', summary: 'A slip' });
    expect(items.slice(1).map(({ title }) => title)).toEqual(
      Array.from({ length: 49 }, (_, index) => `Song ${58 - index}`),
    );
  });

  it('has something of an entry that is a headline alone', () => {
    const { items } = feedFrom({ 'gala/a.md': anEntry({ title: 'Fire & smoke' }, '') }, 'gala');
    expect(items[0]).toMatchObject({ content: '<p>Fire &amp; smoke</p>', summary: '' });
  });

  it('was changed by its last correction, if that came later', () => {
    const updatedBy = (time: string, corrections: string): number | undefined => {
      const event = anEvent({ starts: '1969-07-16', ends: '2019-11-11' });
      return feedFrom({ 'gala/event.md': event, 'gala/a.md': at(time, { corrections }) }, 'gala').items[0]?.updated;
    };
    expect(
      updatedBy('2019-11-11T10:00', '[{time: 2019-11-13T09:00, note: Two}, {time: 2019-11-12T09:00, note: One}]'),
    ).toBe(utc('2019-11-13T01:00:00Z'));
    expect(updatedBy('1969-07-20T10:00', '[{time: 1969-07-21, note: On some hour}]')).toBe(utc('1969-07-20T16:00:00Z'));
    expect(updatedBy('1969-07-20T10:00', '[{time: 1969-07-20, note: The same day}]')).toBe(utc('1969-07-20T15:59:59Z'));
  });

  it('says of no time that is yet to come that it was published or changed, in any format', async () => {
    const texts = { 'gala/a.md': at('2019-11-11T10:00'), 'gala/b.md': at('2098-01-01T10:00') };
    const datesIn = async (path: string, now: string) =>
      ((await textsFrom(galaWith(texts), { now: utc(now) })).get(path) ?? '').match(dates);
    const [early, late] = ['2019-11-10T00:00:00Z', '2019-11-12T00:00:00Z'];
    expect(await datesIn('/gala/atom.xml', late)).toEqual([
      '<updated>2019-11-11T02:00:00Z',
      '<updated>2019-11-11T02:00:00Z',
      '<published>2019-11-11T02:00:00Z',
      '<updated>2019-11-11T02:00:00Z',
    ]);
    expect(await datesIn('/gala/rss.xml', late)).toEqual([
      '<lastBuildDate>Mon, 11 Nov 2019 02:00:00 GMT',
      '<pubDate>Mon, 11 Nov 2019 02:00:00 GMT',
    ]);
    expect(await datesIn('/gala/feed.json', late)).toEqual([
      '"date_published":"2019-11-11T02:00:00Z',
      '"date_modified":"2019-11-11T02:00:00Z',
    ]);
    expect(await datesIn('/gala/atom.xml', early)).toEqual(Array(3).fill('<updated>1970-01-01T00:00:00Z'));
    expect(await datesIn('/gala/rss.xml', early)).toEqual(['<lastBuildDate>Thu, 01 Jan 1970 00:00:00 GMT']);
    expect(await datesIn('/gala/feed.json', early)).toBeNull();
    for (const path of ['/atom.xml', '/rss.xml', '/feed.json'])
      expect((await datesIn(path, late))?.join(), path).not.toContain('2098');
  });

  it('tells nothing of the future of an event for the archive, where something else has changed', () => {
    const texts = {
      'gala/a.md': at('2019-11-11T10:00'),
      'fest/event.md': anEvent({ starts: '2030-01-01', ends: '2030-01-02' }),
      'fest/a.md': at('2030-01-01T10:00'),
    };
    expect(changed(feedFrom(texts, undefined, utc('2020-01-01T00:00:00Z')))).toBe(utc('2019-11-11T02:00:00Z'));
  });

  it('has not been changed before, when its newest entry is withdrawn', async () => {
    const texts = { 'gala/a.md': at('2019-11-11T09:00', { title: 'stays' }), 'gala/b.md': at('2019-11-11T10:00') };
    const gone = { ...texts, 'gala/b.md': at('2019-11-11T10:00', { withdrawn: '{time: 2019-11-12, reason: A slip}' }) };
    for (const feed of ['gala', undefined]) {
      expect(changed(feedFrom(texts, feed))).toBe(utc('2019-11-11T02:00:00Z'));
      expect(changed(feedFrom(gone, feed))).toBe(utc('2019-11-11T16:00:00Z'));
    }
  });

  it('says the language of an item where that is another, and from where it is read', async () => {
    const files = await textsFrom(
      galaWith({ 'gala/event.md': anEvent({ language: 'ar' }), 'gala/a.md': at('2019-11-11T09:00') }),
    );
    expect(files.get('/atom.xml')).toContain('<entry xml:lang="ar">');
    expect(files.get('/gala/atom.xml')).toContain('history/1.0" xml:lang="ar">');
    expect(files.get('/gala/atom.xml')).toContain('<entry><id>');
    expect(JSON.parse(files.get('/feed.json') ?? '').items[0].language).toBe('ar');
    expect(JSON.parse(files.get('/gala/feed.json') ?? '').items[0].language).toBeUndefined();
    expect(JSON.parse(files.get('/gala/feed.json') ?? '').items[0].content_html).toMatch(/^<div lang="ar" dir="rtl">/);
  });

  it('holds the newest 50 entries', () => {
    const two = (number: number): string => String(number).padStart(2, '0');
    const texts = Object.fromEntries(
      Array.from({ length: 55 }, (_, minute) => [
        `gala/${two(minute)}.md`,
        at(`2019-11-11T10:${two(minute)}`, { title: `Minute ${minute}` }),
      ]),
    );
    expect(titlesOf(feedFrom(texts, 'gala'))).toEqual(Array.from({ length: 50 }, (_, index) => `Minute ${54 - index}`));
  });
});
