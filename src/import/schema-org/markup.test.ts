import { describe, expect, it } from 'vitest';
import fc from '../../../scripts/testing/fast-check.ts';
import { ImportRefused } from '../live-blog.ts';
import { aBlog, aJsonLdUpdate, aPage, read } from './testing.ts';

const microdata = `<div itemscope itemtype="https://schema.org/LiveBlogPosting" itemid="https://example.org/live">
  <h1 itemprop="headline">Singles Day</h1>
  <div itemprop="about" itemscope itemtype="https://schema.org/Event"><b itemprop="name">Another</b></div>
  <div itemprop="articleBody">
    <article itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting" itemid="#two">
      <h2 itemprop="headline">A <i>big</i> record</h2>
      <time itemprop="datePublished" datetime="2019-11-11T10:19:30+08:00">10:19</time>
      <a itemprop="author" href="/ana">Ana</a>
      <div itemprop="articleBody"><p>GMV &lt;b&gt; passes.</p><p>More</p></div>
      <figure itemprop="image" itemscope itemtype="https://schema.org/ImageObject">
        <img itemprop="url" src="/a.jpg"><figcaption itemprop="caption">The <br>hall</figcaption>
      </figure>
    </article>
    <article itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting">
      <link itemprop="url" href="#one"><meta itemprop="datePublished" content="2019-11-11T10:18:30+08:00">
      <p itemprop="articleBody">One.</p><p itemprop="articleBody">Two.</p>
      <img itemprop="image" src="https://example.org/b.jpg">
      <div itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ben</b></div>
      <div itemprop="video" itemscope itemtype="https://schema.org/VideoObject"><link itemprop="embedUrl" href="/v"></div>
    </article>
  </div>
</div>`;

const rdfa = microdata
  .replace(
    '<div itemscope itemtype="https://schema.org/LiveBlogPosting" itemid',
    '<div vocab="http://schema.org" typeof="LiveBlogPosting" resource',
  )
  .replaceAll(/ itemscope itemtype="https:\/\/schema.org\/(\w+)" itemid/g, ' typeof="$1" resource')
  .replaceAll(/ itemscope itemtype="https:\/\/schema.org\/(\w+)"/g, ' typeof="$1"')
  .replaceAll('itemprop', 'property');

const prefixed = rdfa
  .replace('vocab="http://schema.org"', 'prefix="og: https://ogp.me/ns# s: https://schema.org/"')
  .replaceAll(/(typeof|property)="/g, '$1="s:');

describe.each([
  ['Microdata', microdata],
  ['RDFa', rdfa],
  ['RDFa with a prefix', prefixed],
  [
    'RDFa with the prefix that is always known',
    prefixed.replaceAll(/="s:/g, '="schema:').replace(/prefix="[^"]*"/, ''),
  ],
])('a LiveBlogPosting of %s', (kind, text) => {
  it('is read as one of JSON-LD is', async () => {
    expect(await read(text)).toEqual({
      title: 'Singles Day',
      url: 'https://example.org/live',
      order: 'newest-first',
      updates: [
        {
          time: '2019-11-11T10:18:30+08:00',
          source: 'https://example.org/live#one',
          content: {
            kind: 'html',
            value:
              '<div>One.</div>\n\n<div>Two.</div>\n<p>Video: <a href="https://example.org/v">https://example.org/v</a></p>',
          },
          pictures: [{ address: 'https://example.org/b.jpg' }],
          author: 'Ben',
          topics: [],
          key: false,
          pinned: false,
        },
        {
          time: '2019-11-11T10:19:30+08:00',
          source: 'https://example.org/live#two',
          headline: 'A big record',
          content: { kind: 'html', value: '<div><p>GMV &#x3C;b> passes.</p><p>More</p></div>' },
          pictures: [{ address: 'https://example.org/a.jpg', caption: 'The hall' }],
          author: 'Ana',
          topics: [],
          key: false,
          pinned: false,
        },
      ],
      skipped: [],
      notes: [],
    });
  });

  it('is left where the page has JSON-LD with updates', async () => {
    const { updates, notes } = await read(aPage(aBlog([aJsonLdUpdate()]), text));
    expect(updates).toMatchObject([{ headline: 'A record' }]);
    expect(notes).toEqual([`The page has updates as ${kind.replace(/ .*/, '')}, too; they are read from its JSON-LD.`]);
  });

  it('is read where the JSON-LD of the page has no updates', async () => {
    expect((await read(aPage(aBlog([]), text))).updates).toHaveLength(2);
  });

  it('tells by its place on the page that the oldest comes first', async () => {
    expect((await read(text.replace('10:19:30', '10:17:30'))).order).toBe('oldest-first');
    expect((await read(text.replaceAll('10:19:30', '10:18:30'))).order).toBeUndefined();
  });
});

it('tells that references within Microdata are not followed', async () => {
  const page = microdata.replace('<article itemprop', '<article itemref="more" itemprop');
  const note =
    'The Microdata of the page refers to parts elsewhere by itemref, which is not followed: look for what is missing.';
  expect((await read(page)).notes).toEqual([note]);
  expect((await read(aPage(aBlog([aJsonLdUpdate()]), page))).notes).not.toContain(note);
});

it('survives markup of any form', async () => {
  const word = fc.constantFrom(
    '',
    'headline',
    'liveBlogUpdate',
    'LiveBlogPosting',
    'https://schema.org/LiveBlogPosting',
    'schema:author',
    'constructor',
    '__proto__',
    'toString:x',
    '_:a',
    '[a:b]',
    '#x',
    ':',
    '::',
    'https://[',
    'x:y',
  );
  const name = fc.constantFrom(
    'itemscope',
    'itemprop',
    'itemtype',
    'itemid',
    'itemref',
    'id',
    'vocab',
    'prefix',
    'typeof',
    'property',
    'resource',
    'about',
    'rel',
    'rev',
    'href',
    'src',
    'content',
    'datetime',
    'inlist',
    'datatype',
    'lang',
    '__proto__',
  );
  const tag = fc.tuple(
    fc.constantFrom('div', 'a', 'time', 'meta', 'body', 'svg', '/div', '/a', 'template', 'table'),
    fc.array(fc.tuple(name, fc.array(word, { maxLength: 3 })), { maxLength: 5 }),
  );
  const start =
    '<p itemscope itemtype="https://schema.org/LiveBlogPosting"></p><div vocab="https://schema.org/" typeof="LiveBlogPosting">';
  await fc.assert(
    fc.asyncProperty(fc.array(tag, { maxLength: 20 }), async (tags) => {
      const html = tags.map(
        ([element, attributes]) =>
          `<${element} ${attributes.map(([key, words]) => `${key}="${words.join(' ')}"`).join(' ')}>x`,
      );
      const end =
        '<p itemscope itemtype="https://schema.org/LiveBlogPosting"><b itemprop="liveBlogUpdate" itemscope></b></p>';
      const result = await read(start + html.join('') + end).catch((error: unknown) => error);
      expect(result).toSatisfy((found) => found instanceof ImportRefused || Object(found).notes.length >= 0);
    }),
    { numRuns: 300 },
  );
});
