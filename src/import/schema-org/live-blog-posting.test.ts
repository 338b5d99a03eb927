import { describe, expect, it } from 'vitest';
import { liveBlogPosting } from './live-blog-posting.ts';
import { aBlog, aJsonLdUpdate, aPage, read } from './testing.ts';

it('reads a page', async () => {
  const page = aPage(
    aBlog(
      [
        aJsonLdUpdate({
          url: '#two',
          datePublished: '2019-11-11T10:19:00+0800',
          keywords: 'GMV, records',
          author: [{ name: 'Ana' }, 'Ben'],
        }),
        aJsonLdUpdate({
          '@id': 'https://example.org/live#one',
          headline: 'SINGLES  day',
          image: { '@type': 'ImageObject', url: '/a.jpg', caption: 'A &amp; B', creditText: 'Ana' },
        }),
      ],
      {
        description: 'All of <b>it</b>.',
        articleBody: '<p>Welcome.</p>',
        coverageStartTime: '2019-11-10T12:00:00+08:00',
        coverageEndTime: '2019-11-12T00:00:00Z',
        publisher: { '@type': 'Organization', name: 'Example Press' },
      },
    ),
  );
  expect(liveBlogPosting.recognises({ text: page })).toBe(true);
  expect(await read(page)).toEqual({
    title: 'Singles Day',
    description: 'All of it.',
    introduction: { kind: 'html', value: '<p>Welcome.</p>' },
    url: 'https://example.org/live',
    language: 'en-GB',
    starts: '2019-11-10T12:00+08:00',
    ends: '2019-11-12T00:00Z',
    order: 'newest-first',
    updates: [
      {
        time: '2019-11-11T10:18:30+08:00',
        source: 'https://example.org/live#one',
        content: { kind: 'text', value: 'GMV passes.' },
        pictures: [{ address: 'https://example.org/a.jpg', caption: 'A & B', credit: 'Ana' }],
        topics: [],
        key: false,
        pinned: false,
      },
      {
        time: '2019-11-11T10:19:00+08:00',
        source: 'https://example.org/live#two',
        headline: 'A record',
        content: { kind: 'text', value: 'GMV passes.' },
        pictures: [],
        author: 'Ana, Ben',
        topics: ['GMV', 'records'],
        key: false,
        pinned: false,
      },
    ],
    skipped: [],
    notes: [],
  });
});

describe('a LiveBlogPosting of JSON-LD', () => {
  const graph = { '@graph': [aBlog({ '@id': '#one' }), { '@type': 'WebPage' }, aJsonLdUpdate({ '@id': '#one' })] };
  it.each([
    ['a file of its own', JSON.stringify(aBlog(aJsonLdUpdate()))],
    ['in a list', JSON.stringify([{ '@type': 'WebSite' }, aBlog([aJsonLdUpdate()])])],
    ['among other text', `An example:\n\n${aPage(aBlog([aJsonLdUpdate()]))}`],
    [
      'of several types',
      aPage(aBlog([aJsonLdUpdate()], { '@type': ['Article', 'https://schema.org/LiveBlogPosting'] })),
    ],
    ['the main thing of a page', aPage({ '@type': 'WebPage', mainEntity: aBlog([aJsonLdUpdate()]) })],
    ['in a graph, with references', aPage(graph)],
    ['in a list that says so', aPage(aBlog({ '@list': [aJsonLdUpdate()] }))],
    ['with prefixed names', aPage({ '@type': 'schema:LiveBlogPosting', 'schema:liveBlogUpdate': aJsonLdUpdate() })],
  ])('may be %s', async (_, text) => {
    expect(liveBlogPosting.recognises({ text })).toBe(true);
    expect((await read(text)).updates).toMatchObject([{ headline: 'A record', time: '2019-11-11T10:18:30+08:00' }]);
  });

  it('is that with the most updates, of several', async () => {
    const page = aPage([
      aBlog(aJsonLdUpdate(), { headline: 'Other' }),
      aBlog([aJsonLdUpdate(), aJsonLdUpdate({ headline: 'B' })]),
      aBlog([]),
    ]);
    const { title, notes } = await read(page);
    expect([title, notes]).toEqual([
      'Singles Day',
      ['The page holds another live blog "Other" with 1 update, which is not imported.'],
    ]);
  });

  it('may stand beside damaged data, which is reported', async () => {
    const page = `${aPage(aBlog(aJsonLdUpdate()))}<script type="application/ld+json">{"LiveBlogPosting":}</script><script type="application/ld+json">{]</script>`;
    const { updates, notes } = await read(page);
    expect(updates).toHaveLength(1);
    expect(notes).toEqual([
      "A part of the page is left out. Unexpected text in the live blog's JSON, expected valid JSON: it is damaged or cut off. Get it again from where it came from.",
    ]);
  });
});

describe('the page of a live blog', () => {
  it('is what it says, what its link says, or where it comes from', async () => {
    const nowhere = aBlog(aJsonLdUpdate({ url: '#one' }), { url: undefined });
    const link = '<link rel="canonical" href="/canonical">';
    const urls = [
      await read(aPage(aBlog([aJsonLdUpdate()], { url: '/a', mainEntityOfPage: '/b' })), 'https://example.org/x'),
      await read(
        aPage(aBlog([aJsonLdUpdate()], { url: undefined, mainEntityOfPage: { '@id': '/b' } })),
        'https://example.org/x',
      ),
      await read(aPage(nowhere, link), 'https://example.org/x'),
      await read(aPage(nowhere), 'https://example.org/x'),
      await read(aPage(nowhere)),
    ].map(({ url, updates }) => [url, updates[0]?.source]);
    expect(urls).toEqual([
      ['https://example.org/a', undefined],
      ['https://example.org/b', undefined],
      ['https://example.org/canonical', 'https://example.org/canonical#one'],
      ['https://example.org/x', 'https://example.org/x#one'],
      [undefined, undefined],
    ]);
  });

  it('has a language in one of several forms', async () => {
    const languages = ['de_AT', { name: 'German', alternateName: 'de' }, 'English', 7].map((inLanguage) =>
      read(aPage(aBlog([aJsonLdUpdate()], { inLanguage }))),
    );
    expect((await Promise.all(languages)).map(({ language }) => language)).toEqual(['de-AT', 'de', 'en-GB', 'en-GB']);
  });
});

describe('a source without updates', () => {
  it.each([
    aPage(aBlog([])),
    aPage(aBlog(undefined)),
    '<div itemscope itemtype="https://schema.org/LiveBlogPosting"></div>',
    JSON.stringify(aBlog([])),
  ])('is refused, with what to do: %s', async (text) => {
    await expect(async () => read(text)).rejects.toThrow(
      'Unexpected LiveBlogPosting that holds no updates, expected them in its liveBlogUpdate. A script probably loads them later: open the page in a browser, wait until all of it is there, and save it from there.',
    );
  });

  it('may only mention the word', async () => {
    await expect(async () => read('<p>A LiveBlogPosting</p>')).rejects.toThrow(
      'Unexpected text that only mentions a LiveBlogPosting, expected one as JSON-LD, Microdata or RDFa with its updates. Save the page of the live blog from a browser once all of it is there.',
    );
  });

  it.each([
    '<p>A live blog</p>',
    '<?xml version="1.0"?><rss version="2.0">LiveBlogPosting</rss>',
    '{"_items":["A LiveBlogPosting"]}',
    '',
  ])('is not recognised where it is something else: %s', (text) => {
    expect(liveBlogPosting.recognises({ text })).toBe(false);
  });
});

describe('hostile data', () => {
  it('of any form is read or refused', async () => {
    const odd = [
      null,
      7,
      true,
      [],
      [[]],
      {},
      { '@id': 7 },
      { '@value': {} },
      { '@list': [[null]] },
      '',
      '\u0000',
      'https://[',
      '<',
      '&',
    ];
    const keys = [
      '@id',
      '@type',
      'url',
      'image',
      'video',
      'author',
      'keywords',
      'headline',
      'articleBody',
      'datePublished',
      'publisher',
      'mainEntityOfPage',
      'inLanguage',
      'coverageStartTime',
      'description',
    ];
    for (const value of odd)
      for (const key of keys) {
        const updates = [aJsonLdUpdate({ [key]: value }), aJsonLdUpdate(), value];
        const { skipped } = await read(aPage(aBlog(updates, key === '@type' ? {} : { [key]: value })));
        expect(skipped.every(({ why }) => why !== '')).toBe(true);
      }
  });

  it('may be nested and name what objects have', async () => {
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    const text = `{"@type":"LiveBlogPosting","__proto__":{"headline":"evil"},"x":${deep},"liveBlogUpdate":[{"__proto__":{"headline":"evil"},"datePublished":"2019-11-11","articleBody":"x"}]}`;
    const { title, updates } = await read(text);
    expect([title, updates[0]?.headline]).toEqual([undefined, undefined]);
  });
});
