import { cyclic } from '../../random.ts';
import { harmlessBlog, manyPosts } from '../blog.ts';
import { allFormats, type Written, xmlFormats } from '../formats/formats.ts';
import { page } from '../formats/pages.ts';
import type { Kind } from './kind.ts';

/** Levels upon levels: of HTML and Markdown in texts, and of the formats themselves. */
export const nesting: Kind = (round, random) => {
  const depth = random.pick([10_000, 100_000]);
  const turn = Math.floor(round / 2);
  return round % 2 === 0 ? inTexts(cyclic(texts, turn), depth, random.pick(allFormats)) : ofFormats(turn, depth);
};

const tags =
  (tag: string) =>
  (depth: number): string =>
    `${`<${tag}>`.repeat(depth)}x${`</${tag}>`.repeat(depth)}`;

type Nested = readonly [name: string, of: (depth: number) => string];

const texts: readonly Nested[] = [
  ['<div>', tags('div')],
  ['<blockquote>', tags('blockquote')],
  ['<ul><li>', (depth) => `${'<ul><li>'.repeat(depth)}x${'</li></ul>'.repeat(depth)}`],
  ['<b>', tags('b')],
  ['<b> that is never closed', (depth) => '<b>'.repeat(depth)],
  ['<a>', (depth) => '<a href="https://a.example/">'.repeat(depth)],
  ['<table>', (depth) => `${'<table><tr><td>'.repeat(depth)}x`],
  ['<p><b> that cross', (depth) => '<p><b><i>'.repeat(depth)],
  ['<svg>', (depth) => `${'<svg><g>'.repeat(depth)}x`],
  ['<template>', tags('template')],
  ['<font>', (depth) => `${'<font size=1>'.repeat(depth)}x</p>`],
  ['closing tags alone', (depth) => '</div></p></b>'.repeat(depth)],
  ['Markdown quotations', (depth) => `${'> '.repeat(depth)}x`],
  ['Markdown lists', (depth) => `${'- '.repeat(depth)}x`],
  ['Markdown brackets', (depth) => `${'['.repeat(depth)}x${'](y)'.repeat(depth)}`],
  ['Markdown pictures', (depth) => `${'!['.repeat(depth)}x${'](y)'.repeat(depth)}`],
  ['Markdown stars', (depth) => `${'*a **b '.repeat(depth)}`],
  ['escaped escapes', (depth) => `&${'amp;'.repeat(depth)}lt;script&gt;`],
];

const inTexts = ([name, of]: Nested, depth: number, { name: format, file, write }: Written) => ({
  name: `${format} with ${depth} levels of ${name}`,
  file,
  source: write(harmlessBlog(manyPosts(2, { html: of(depth) }))),
});

const ofFormats = (round: number, depth: number) => {
  const [name, file, of] = cyclic(whole, round);
  return { name: `${name}, ${depth} levels`, file, source: of(depth) };
};

const around = (open: string, inner: string, close: string, depth: number): string =>
  open.repeat(depth) + inner + close.repeat(depth);

const inside = ({ write }: Written, depth: number): string =>
  write(harmlessBlog()).replace('</title>', `</title>${around('<x>', 'x', '</x>', depth)}`);

const whole: readonly (readonly [name: string, file: string, of: (depth: number) => string])[] = [
  ['JSON of arrays', 'a.json', (depth) => around('[', '', ']', depth)],
  ['JSON of arrays that are not closed', 'a.json', (depth) => '['.repeat(depth)],
  ['JSON of objects', 'a.json', (depth) => around('{"@graph":', '"LiveBlogPosting"', '}', depth)],
  ['a Superdesk answer of arrays', 'a.json', (depth) => `{"_items":${around('[', '', ']', depth)}}`],
  [
    'a JSON Feed of objects',
    'a.json',
    (depth) => `{"version":"https://jsonfeed.org/version/1","items":[${around('{"a":', '1', '}', depth)}]}`,
  ],
  [
    'a TimelineJS of objects',
    'a.json',
    (depth) => `{"events":[{"start_date":${around('{"year":', '1', '}', depth)}}]}`,
  ],
  [
    'a live blog of live blogs',
    'a.json',
    (depth) => around('{"@context":"https://schema.org","@type":"LiveBlogPosting","liveBlogUpdate":', '[]', '}', depth),
  ],
  [
    'a page of live blogs',
    'a.html',
    (depth) =>
      page(
        'x',
        '',
        around(
          '<div itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/LiveBlogPosting">',
          'x',
          '</div>',
          depth,
        ),
      ),
  ],
  [
    'a page of RDFa',
    'a.html',
    (depth) =>
      page(
        'x',
        '',
        around(
          '<div vocab="https://schema.org/" typeof="LiveBlogPosting" property="liveBlogUpdate">',
          'x',
          '</div>',
          depth,
        ),
      ),
  ],
  ['an RSS feed of items', 'a.xml', (depth) => around('<rss><channel><item>', 'x', '</item></channel></rss>', depth)],
  ['XML that is not closed', 'a.xml', (depth) => `<rss><channel>${'<item><title>'.repeat(depth)}`],
  ...xmlFormats.map(
    (format) => [`${format.name} with elements`, format.file, (depth: number) => inside(format, depth)] as const,
  ),
  ['plain text of quotations', 'a.txt', (depth) => `2019-11-11\n\n10:18\n\n${'>'.repeat(depth)} x`],
];
