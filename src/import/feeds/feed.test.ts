import { describe, expect, it } from 'vitest';
import { processorTime, soon } from '../../../scripts/testing/processor-time.ts';
import { ImportRefused, type LiveBlog } from '../live-blog.ts';
import { feed } from './feed.ts';

const read = async (text: string): Promise<LiveBlog> => feed.read({ text });
const anRss = (items: string, more = ''): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Live</title><link>https://example.org/live</link><description>All of it</description><language>en</language>${more}${items}</channel></rss>`;
const date = '<pubDate>Mon, 11 Nov 2019 10:04:49 GMT</pubDate>';
const window = 'The feed held 1 item. A feed is a window: older ones may be missing.';

it('reads RSS 2.0', async () => {
  const item = `<item><title>Record &amp;amp; more</title><link>https://example.org/live</link><guid>https://example.org/live/1</guid>
    <description>Short</description><content:encoded><![CDATA[<p>Long</p> ]]>&amp;amp; more</content:encoded>
    ${date}<dc:creator>Ana Ruiz</dc:creator><author>ana@example.org (Ana)</author><category>gmv</category><category>gmv</category></item>`;
  expect(await read(anRss(item))).toEqual({
    title: 'Live',
    description: 'All of it',
    url: 'https://example.org/live',
    language: 'en',
    updates: [
      {
        time: '2019-11-11T10:04:49Z',
        source: 'https://example.org/live/1',
        headline: 'Record & more',
        content: { kind: 'html', value: '<p>Long</p> &amp; more' },
        pictures: [],
        author: 'Ana Ruiz',
        topics: ['gmv'],
        key: false,
        pinned: false,
      },
    ],
    skipped: [],
    notes: [window],
  });
});

it('reads RSS 0.91 and 1.0', async () => {
  const old =
    '<rss version="0.91"><channel><title>Live</title><item><title>One</title><description>x</description><pubDate>Mon, 11 Nov 2019 10:04:49 GMT</pubDate></item></channel></rss>';
  expect((await read(old)).updates).toMatchObject([{ time: '2019-11-11T10:04:49Z', headline: 'One' }]);
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://example.org/"><title>Live</title></channel>
    <item rdf:about="https://example.org/1"><title>One</title><link>https://example.org/1</link><description>x</description><dc:date>2019-11-11T10:04:49Z</dc:date><dc:subject>gmv</dc:subject><dc:creator>Ana</dc:creator></item></rdf:RDF>`;
  expect((await read(rdf)).updates).toEqual([
    {
      time: '2019-11-11T10:04:49Z',
      source: 'https://example.org/1',
      headline: 'One',
      content: { kind: 'html', value: 'x' },
      pictures: [],
      author: 'Ana',
      topics: ['gmv'],
      key: false,
      pinned: false,
    },
  ]);
});

it('reads Atom, whose texts say what they are', async () => {
  const entry = (id: number, title: string, content: string): string =>
    `<entry><id>tag:example.org,${id}</id>${title}<link rel="self" href="https://example.org/${id}.atom"/><link href="https://example.org/${id}"/><published>2019-11-11T10:04:4${id}Z</published><updated>2020-01-01T00:00:00Z</updated><author><name>Ana</name><email>ana@example.org</email></author><category term="gmv" label="GMV"/>${content}</entry>`;
  const text = `<!-- a --><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title type="html">Live &amp;amp; &lt;i&gt;more&lt;/i&gt;</title><link href="https://example.org/"/>
    ${entry(1, '<title>A &lt;b&gt;</title>', '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>x &amp; &lt;y&gt;</p></div></content>')}
    ${entry(2, '<title type="html">A &amp;lt;b&amp;gt;</title>', '<content type="html">&lt;p&gt;x &amp;amp; y&lt;/p&gt;</content>')}
    ${entry(3, '<title>C</title>', '<content>x &amp; &lt;b&gt;</content>')}
    ${entry(4, '<title>D</title>', '<summary>s</summary>')}</feed>`;
  const { title, language, updates } = await read(text);
  expect({ title, language }).toEqual({ title: 'Live & more', language: 'de' });
  expect(
    updates.map(({ time, source, headline, content, author, topics }) => [
      time,
      source,
      headline,
      content,
      author,
      topics,
    ]),
  ).toEqual([
    [
      '2019-11-11T10:04:41Z',
      'https://example.org/1',
      'A <b>',
      { kind: 'html', value: '<p>x &amp; &lt;y&gt;</p>' },
      'Ana',
      ['GMV'],
    ],
    [
      '2019-11-11T10:04:42Z',
      'https://example.org/2',
      'A <b>',
      { kind: 'html', value: '<p>x &amp; y</p>' },
      'Ana',
      ['GMV'],
    ],
    ['2019-11-11T10:04:43Z', 'https://example.org/3', 'C', { kind: 'text', value: 'x & <b>' }, 'Ana', ['GMV']],
    ['2019-11-11T10:04:44Z', 'https://example.org/4', 'D', { kind: 'text', value: 's' }, 'Ana', ['GMV']],
  ]);
});

it('reads JSON Feed', async () => {
  const text = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Live',
    home_page_url: 'https://example.org/',
    next_url: 'https://example.org/2.json',
    items: [
      {
        id: '1',
        url: 'https://example.org/1',
        title: 'One',
        content_html: '<p>x</p>',
        content_text: 'x',
        date_published: '2019-11-11T10:04:49Z',
        authors: [{ name: 'Ana' }, { name: 'ben@example.org' }],
        tags: ['gmv', 7, ''],
        image: 'https://example.org/1.jpg',
        attachments: [
          { url: 'https://example.org/2', mime_type: 'image/png', title: 'A chart' },
          { url: 'https://example.org/3', mime_type: 'audio/mpeg' },
        ],
      },
      { id: 2, content_text: 'y', date_published: '2019-11-11T10:04:50Z' },
    ],
  });
  const { updates, skipped, notes } = await read(text);
  expect(updates).toEqual([
    {
      time: '2019-11-11T10:04:49Z',
      source: 'https://example.org/1',
      headline: 'One',
      content: { kind: 'html', value: '<p>x</p>' },
      pictures: [{ address: 'https://example.org/1.jpg' }, { address: 'https://example.org/2', alt: 'A chart' }],
      author: 'Ana',
      topics: ['gmv', '7'],
      key: false,
      pinned: false,
    },
    {
      time: '2019-11-11T10:04:50Z',
      content: { kind: 'text', value: 'y' },
      pictures: [],
      topics: [],
      key: false,
      pinned: false,
    },
  ]);
  expect(skipped).toEqual([{ what: 'item "One", file https://example.org/3', why: 'It is no picture.', updates: 0 }]);
  expect(notes).toEqual([
    'The feed held 2 items. A feed is a window: older ones may be missing.',
    'More items are at https://example.org/2.json, which is not imported.',
  ]);
});

it.each([
  [
    '<enclosure url="https://example.org/1.jpg" length="1" type="image/jpeg"/>',
    { address: 'https://example.org/1.jpg' },
  ],
  [
    '<media:content url="https://example.org/1" medium="image"><media:title>One</media:title></media:content>',
    { address: 'https://example.org/1', alt: 'One' },
  ],
  [
    '<media:thumbnail url="https://example.org/0.png"/><media:group><media:content url="https://example.org/1.png"><media:title>One</media:title><media:description>A chart</media:description><media:credit>Ana</media:credit></media:content></media:group>',
    { address: 'https://example.org/1.png', alt: 'A chart', credit: 'Ana' },
  ],
  ['<media:thumbnail url="https://example.org/1.png"/>', { address: 'https://example.org/1.png' }],
])('finds the pictures of an item (%#)', async (media, picture) => {
  expect((await read(anRss(`<item><title>x</title>${date}${media}</item>`))).updates[0]?.pictures).toEqual([picture]);
});

it.each(['next', 'prev-archive'])('names the document with older items: %s', async (rel) => {
  const { notes } = await read(
    anRss(
      `<item><title>x</title>${date}</item>`,
      `<atom:link rel="${rel}" href="https://example.org/2"/><atom:link rel="self" href="https://example.org/1"/>`,
    ),
  );
  expect(notes).toEqual([window, 'More items are at https://example.org/2, which is not imported.']);
});

describe('a text', () => {
  it.each([
    ['<?xml version="1.0"?>\n<!-- x --><!DOCTYPE rss [ ]>\n<rss version="2.0">', true],
    ['\uFEFF<feed xmlns="http://www.w3.org/2005/Atom">', true],
    ['<atom:feed xmlns:atom="http://www.w3.org/2005/Atom">', true],
    ['{"version":"https:\\/\\/jsonfeed.org\\/version\\/1"}', true],
    ['{"version":"1"}', false],
    ['<!DOCTYPE html><html><rss>', false],
    ['<rss xmlns:wp="http://wordpress.org/export/1.2/">', false],
    ['plain <rss>', false],
    ['', false],
    ['<'.repeat(1_000_000), false],
    ['<!--'.repeat(1_000_000), false],
    ['<!DOCTYPE '.repeat(1_000_000), false],
  ])('is a feed by its first element (%#)', (text, is) => {
    expect(feed.recognises({ text })).toBe(is);
  });
});

describe('a feed is refused', () => {
  it.each([
    [anRss(''), 'Unexpected feed without items, expected a feed that holds the updates of a live blog.'],
    [anRss('<item/>'.repeat(10_001)), 'Unexpected feed of more than 10000 items, expected fewer. Split the file.'],
    [anRss('<a/>'.repeat(200_001)), 'Unexpected feed of more than 200000 elements, expected fewer. Split the file.'],
    ['<html/>', 'Unexpected file of another kind, expected a feed: RSS, Atom or JSON Feed.'],
    [
      anRss('<item><title>x</title>').slice(0, -20),
      'Unexpected end of the file inside <title> in line 1, column 368, expected well-formed XML: the feed is damaged or cut off. Get it again from where it came from.',
    ],
    [
      '<rss version="2.0"/>',
      'Unexpected structure of the feed, expected what its format (RSS, Atom or JSON Feed) prescribes. Check it with a feed validator.',
    ],
    [
      anRss('<item><__proto__>x</__proto__></item>'),
      'Unexpected structure of the feed, expected what its format (RSS, Atom or JSON Feed) prescribes. Check it with a feed validator.',
    ],
    [
      '{"version":"https://jsonfeed.org/version/1","items":[{"id"',
      'Unexpected end of the file, expected JSON: the feed is damaged or cut off. Get it again from where it came from.',
    ],
    [
      '{"version":"https://jsonfeed.org/version/1","title":["x"],"items":7}',
      'Unexpected feed without items, expected a feed that holds the updates of a live blog.',
    ],
  ])('where it cannot be read (%#)', async (text, message) => {
    await expect(read(text)).rejects.toThrow(new ImportRefused(message));
  });
});

it('takes nothing from the names that every object has', async () => {
  const text =
    '{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","content_text":"x","date_published":"2019-11-11T10:04:49Z","__proto__":{"title":"evil"}},{"id":"2","constructor":{"title":"evil"}},7]}';
  const { updates, skipped } = await read(text);
  expect(updates.map(({ headline }) => headline)).toEqual([undefined]);
  expect(skipped).toEqual([{ what: '2 items', why: 'Nothing in it has the form of an item.', updates: 2 }]);
});

it.each([
  [
    'nested JSON',
    `{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","content_text":"x","date_published":"2019-11-11T10:04:49Z","y":${'['.repeat(10_000)}${']'.repeat(10_000)}}]}`,
  ],
  ['a long text', anRss(`<item>${date}<description>${'&lt;b&gt;x '.repeat(500_000)}</description></item>`)],
  ['pieces of CDATA', anRss(`<item>${date}<description>${'<![CDATA[<]]>'.repeat(300_000)}</description></item>`)],
])('takes %s in its stride', async (_, text) => {
  const start = processorTime();
  expect((await read(text)).updates).toHaveLength(1);
  expect(processorTime() - start).toBeLessThan(soon(5000));
});
