import { describe, expect, test } from 'vitest';
import { smallLiveBlogs } from '../../scripts/testing/live-blogs.ts';
import { formatOf, importFormats } from './formats.ts';

/** The name of the format that reads a text. */
const nameOf = (text: string): string => formatOf({ text }, 'live.txt').name;

const posting = '<script type="application/ld+json">{"@type":"LiveBlogPosting"}</script>';

describe('a live blog', () => {
  test.each(smallLiveBlogs)('of $kind is recognised', ({ of, format }) => {
    expect(nameOf(of(2))).toBe(format);
    expect(nameOf(`\uFEFF\n${of(2)}`)).toBe(format);
  });

  test.each([
    ['Microdata', '<main itemscope itemtype="https://schema.org/LiveBlogPosting"></main>'],
    ['RDFa', '<main vocab="https://schema.org/" typeof="LiveBlogPosting"></main>'],
    ['JSON-LD alone', '{"@context":"https://schema.org","@type":["LiveBlogPosting"]}'],
    [
      'a page whose JSON-LD stands beside other data',
      `<script>{"events":[{"start_date":1}],"_items":[]}</script>${posting}`,
    ],
    ['a page that names its feed', `<link rel="alternate" type="application/rss+xml" href="/rss.xml">${posting}`],
    ['a page with days and times in its text', `<p>Monday, Nov. 11, 2019</p>\n10:18 a.m.\n${posting}`],
  ])('of schema.org is recognised in %s', (_, text) => expect(nameOf(text)).toBe('schema.org LiveBlogPosting'));

  test.each([
    [
      'an RSS 1.0',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"></rdf:RDF>',
    ],
    ['a feed behind a comment', '<?xml version="1.0"?><!-- made by hand --><rss version="2.0"></rss>'],
    ['a feed that speaks of other formats', `<rss version="2.0"><title>LiveBlogPosting "_items"</title></rss>`],
    [
      'a JSON Feed that speaks of them',
      '{"version":"https://jsonfeed.org/version/1","title":"\\"_items\\" \\"events\\" \\"start_date\\"","items":[]}',
    ],
  ])('is a feed as %s', (_, text) => expect(nameOf(text)).toBe('feed'));

  test('of WordPress is no feed, although its file is one', () => {
    expect(nameOf('<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"></rss>')).toBe('WordPress export');
  });

  test.each([
    ['below "posts"', '{"posts":{"_items":[]}}'],
    ['as a bare list', '[{"post_status":"open"}]'],
  ])('of Superdesk is recognised %s', (_, text) => expect(nameOf(text)).toBe('Superdesk Live Blog posts'));

  test('of TimelineJS is recognised in its earlier form', () => {
    expect(nameOf('{"timeline":{"date":[{"startDate":"2019,11,11"}]}}')).toBe('TimelineJS timeline');
  });

  test.each([
    ['a word of code', 'Monday, Nov. 11, 2019\n\n10:18 a.m.\nThe talk is about LiveBlogPosting, rss and "_items".\n'],
    ['times alone', '10:18\nIt begins.\n'],
    ['a bracket at its beginning', '[Live] The gala\n\n10:18 a.m.\nIt begins.\n'],
  ])('as a transcript is recognised with %s', (_, text) => expect(nameOf(text)).toBe('plain-text transcript'));
});

describe('what is none', () => {
  test.each([
    ['a page', '<!DOCTYPE html><title>News</title><p>10:18 a.m.</p>'],
    [
      'a page with its times in lines of their own',
      '<html><body>\nMonday, Nov. 11, 2019\n10:18 a.m.\nNews\n</body></html>',
    ],
  ])('says what to do with %s', (_, text) =>
    expect(() => nameOf(text)).toThrow(
      /^live\.txt is a web page, but says nowhere that it is a live blog \(schema\.org LiveBlogPosting\)\. Open it in a browser, let it load all updates, copy its text into a file that ends in \.txt, and import that\.$/,
    ),
  );

  test.each([
    ['an empty file', ''],
    ['prose', 'It was a dark and stormy night.'],
    ['other JSON', '{"events":[{"title":"A"}],"items":[]}'],
    ['other XML', '<?xml version="1.0"?><opml version="2.0"></opml>'],
    ['a list of days', 'Monday, Tuesday and Wednesday.'],
  ])('says what can be imported: %s', (_, text) =>
    expect(() => nameOf(text)).toThrow(
      `live.txt is none of the live blogs that can be imported: ${importFormats.map(({ name }) => name).join(', ')}.`,
    ),
  );
});
