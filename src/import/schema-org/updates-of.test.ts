import { describe, expect, it } from 'vitest';
import { aBlog, aJsonLdUpdate, aPage, read } from './testing.ts';

const own = (...updates: readonly object[]) => read(aPage(aBlog(updates)));

describe('the time of an update', () => {
  it('is another one where that of publication is missing or cannot be read', async () => {
    const { updates, notes } = await own(
      aJsonLdUpdate({ datePublished: 'today', dateModified: '2019-11-11T10:20:01Z' }),
      aJsonLdUpdate({ datePublished: undefined, dateCreated: '2019-11-11T10:19:01Z' }),
      aJsonLdUpdate(),
    );
    expect(updates.map(({ time }) => time)).toEqual([
      '2019-11-11T10:18:30+08:00',
      '2019-11-11T10:19:01Z',
      '2019-11-11T10:20:01Z',
    ]);
    expect(notes).toEqual(['2 updates have no time of publication; dateModified or dateCreated is taken instead.']);
  });

  it('has no seconds where none has any', async () => {
    const { updates } = await own(aJsonLdUpdate({ datePublished: '2019-11-11T10:18:00Z' }));
    expect(updates[0]?.time).toBe('2019-11-11T10:18Z');
  });

  const same = ['one', 'two', 'three'].map((id) =>
    aJsonLdUpdate({ headline: id, url: `#${id}`, datePublished: '2019-11-12T09:00:00Z' }),
  );

  it('is that of its element on the page where all are the same', async () => {
    const body = `<time datetime="2019-11-12T09:00">x</time>${['three', 'one', 'two'].map((id, index) => `<article id="${id}"><b id="b"><time datetime="2019-11-11T10:0${index}:00Z">x</time></b><time datetime="2020-01-01">x</time></article>`).join('')}`;
    const { updates, notes } = await read(aPage(aBlog(same), body));
    expect(updates.map(({ time, headline }) => [time, headline])).toEqual([
      ['2019-11-11T10:00Z', 'three'],
      ['2019-11-11T10:01Z', 'one'],
      ['2019-11-11T10:02Z', 'two'],
    ]);
    expect(notes).toEqual([
      'All 3 updates have the same time in the data, 2019-11-12T09:00:00Z; the times that the page shows are taken instead.',
    ]);
  });

  it('is that of the same place among as many times of the page', async () => {
    const body = [3, 2, 1].map((minute) => `<time datetime="2019-11-11T10:0${minute}">x</time>`).join('');
    const { updates } = await read(aPage(aBlog(same), body));
    expect(updates.map(({ time, headline }) => [time, headline])).toEqual([
      ['2019-11-11T10:01', 'three'],
      ['2019-11-11T10:02', 'two'],
      ['2019-11-11T10:03', 'one'],
    ]);
  });

  it('is left as it is where the page does not tell either', async () => {
    const { updates, notes } = await read(aPage(aBlog(same), '<time datetime="2019-11-11T10:18">x</time>'.repeat(3)));
    expect(updates.map(({ headline }) => headline)).toEqual(['one', 'two', 'three']);
    expect(notes).toEqual([]);
    expect((await read(aBlog(same))).updates.map(({ time }) => time)).toEqual(updates.map(({ time }) => time));
  });
});

describe('what every update has', () => {
  const shared = { image: ['https://example.org/page.jpg'], author: ['Ana', 'Bo'], keywords: ['GMV'] };

  it('is taken for that of the page', async () => {
    const { updates, notes } = await own(
      aJsonLdUpdate(shared),
      aJsonLdUpdate({
        ...shared,
        image: ['https://example.org/page.jpg', 'https://example.org/own.jpg'],
        keywords: 'GMV,Own',
      }),
    );
    expect(updates.map(({ pictures, author, topics }) => [pictures, author, topics])).toEqual([
      [[], undefined, []],
      [[{ address: 'https://example.org/own.jpg' }], undefined, ['Own']],
    ]);
    expect(notes).toEqual([
      "The updates repeat what is the page's own picture, which is not imported: https://example.org/page.jpg.",
      "Every update names the same authors, Ana, Bo, who are taken for the page's and are not imported.",
      'Every update has the same keywords, which are not imported: GMV.',
    ]);
  });

  it('is its own where there is but one', async () => {
    const { updates, notes } = await own(aJsonLdUpdate(shared));
    expect(updates).toMatchObject([
      { pictures: [{ address: 'https://example.org/page.jpg' }], author: 'Ana, Bo', topics: ['GMV'] },
    ]);
    expect(notes).toEqual([]);
  });

  it('is not that of some', async () => {
    const { updates } = await own(aJsonLdUpdate(shared), aJsonLdUpdate());
    expect(updates.map(({ author }) => author)).toEqual(['Ana, Bo', undefined]);
  });

  it('is the author of all where it is one person', async () => {
    const ana = { '@type': 'Person', name: 'Ana' };
    for (const author of ['Ana', ana, [ana]]) {
      const { updates, notes } = await read(
        aPage(aBlog([aJsonLdUpdate({ author }), aJsonLdUpdate({ author })], { author })),
      );
      expect(updates.map((update) => update.author)).toEqual(['Ana', 'Ana']);
      expect(notes).toEqual([]);
    }
  });

  it('is not its author where the page is by its publisher', async () => {
    const author = { '@type': 'Organization', name: 'Example Press' };
    const { updates } = await read(aPage(aBlog([aJsonLdUpdate({ author }), aJsonLdUpdate({ author })], { author })));
    expect(updates.map((update) => update.author)).toEqual([undefined, undefined]);
  });
});

describe('the author whom the page names in the element of an update', () => {
  const updates = ['one', 'two', 'three'].map((id) =>
    aJsonLdUpdate({ headline: id, url: `#${id}`, author: 'Example Press' }),
  );
  const element = (id: string, name: string): string =>
    `<div id="${id}"><p><time>10:18</time>${name}</p><p>Mara Quist sings.</p></div>`;

  it('is taken where the data names the same one everywhere', async () => {
    const body = [
      element('one', '<mark>Ana Quist</mark>'),
      element('two', '<mark>KEY EVENT</mark>'),
      '<div id="three"><span class="entry-author">By Bo van Holm</span></div>',
    ].join('');
    expect((await read(aPage(aBlog(updates), body))).updates.map(({ author }) => author)).toEqual([
      'Ana Quist',
      undefined,
      'Bo van Holm',
    ]);
  });

  it('is not looked for where the data tells them apart, or the page names nobody', async () => {
    const own = ['Ana', 'Bo'].map((author) => aJsonLdUpdate({ url: '#one', author }));
    const body = element('one', '<mark>Cy Quist</mark>');
    expect((await read(aPage(aBlog(own), body))).updates.map(({ author }) => author)).toEqual(['Ana', 'Bo']);
    const silent = await read(aPage(aBlog(updates), element('one', '<b>Share</b>')));
    expect(silent.updates.map(({ author }) => author)).toEqual(Array(3).fill('Example Press'));
  });
});

it('takes no author that is the publisher, an address or a number', async () => {
  const authors = ['EXAMPLE press', 'ana@example.org', 'https://example.org/ana', 7, { '@id': '#ana' }];
  const updates = authors.map((author) => aJsonLdUpdate({ author }));
  const { updates: read_ } = await read(aBlog(updates, { publisher: { name: 'Example Press' } }));
  expect(read_.map(({ author }) => author)).toEqual(authors.map(() => undefined));
});

describe('the source of an update', () => {
  it('is an address that no other update and not the page has', async () => {
    const addresses = [
      '#one',
      'https://example.org/live',
      '#same',
      '/live#same',
      'tag:example.org,1',
      undefined,
      '65083c1f',
    ];
    const { updates } = await own(...addresses.map((url) => aJsonLdUpdate({ url })), aJsonLdUpdate({ '@id': '_:b' }));
    expect(updates.map(({ source }) => source)).toEqual(['https://example.org/live#one', ...Array(7).fill(undefined)]);
  });
});

describe('the media of an update', () => {
  it('are pictures in their widest form, and links to videos', async () => {
    const image = (width: number, name: string) => ({ url: `/${width}/${name}.jpg`, width });
    const { updates, skipped } = await own(
      aJsonLdUpdate({
        image: [image(600, 'a'), image(1200, 'a'), image(600, 'b'), 'c.jpg', 'data:image/png;base64,x', {}],
        video: [
          { contentUrl: '/v.mp4', embedUrl: '/e' },
          { '@type': 'VideoObject', thumbnailUrl: '/still.jpg' },
        ],
      }),
    );
    expect(updates[0]?.pictures.map(({ address }) => address)).toEqual([
      'https://example.org/1200/a.jpg',
      'https://example.org/600/b.jpg',
      'https://example.org/c.jpg',
      'https://example.org/still.jpg',
    ]);
    expect(updates[0]?.content.value).toBe('GMV passes.\n\nVideo: https://example.org/v.mp4');
    expect(skipped).toEqual([
      { what: 'picture of update "A record"', why: 'It is there in another size, too.', updates: 0 },
      {
        what: 'picture of update "A record"',
        why: 'Its address is none of the web: data:image/png;base64,x',
        updates: 0,
      },
      { what: 'picture of update "A record"', why: 'It has no address.', updates: 0 },
    ]);
  });

  it('are left out where the text shows them', async () => {
    const articleBody = '<p><img src="https://example.org/a.jpg?b&amp;c"></p>';
    const { updates } = await own(aJsonLdUpdate({ articleBody, image: 'https://example.org/a.jpg?b&c' }));
    expect(updates[0]?.pictures).toEqual([]);
  });
});

it('skips what is no update, and says why', async () => {
  const { updates, skipped } = await own(
    aJsonLdUpdate({ datePublished: undefined }),
    aJsonLdUpdate({ datePublished: 'today' }),
    aJsonLdUpdate({ headline: 'Singles Day', articleBody: ' ' }),
    { '@id': '#elsewhere' },
    Object('text'),
  );
  expect(updates).toEqual([]);
  expect(skipped).toEqual([
    { what: 'update 4', why: 'It refers to #elsewhere, which is not in the page.' },
    { what: 'update 5', why: 'It is no object with a time and a text.' },
    { what: 'update "A record"', why: 'It has no time.' },
    { what: 'update "A record"', why: 'Its time cannot be read: "today".' },
    { what: 'update "Singles Day"', why: 'It has no headline of its own, no text and no picture.' },
  ]);
});

it('takes the own text of a live blog for no introduction where it repeats its updates', async () => {
  expect(
    (await read(aBlog([aJsonLdUpdate()], { articleBody: 'First GMV passes. Then more.' }))).introduction,
  ).toBeUndefined();
});
