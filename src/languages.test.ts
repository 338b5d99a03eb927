import { beforeAll, describe, expect, test } from 'vitest';
import { byName, pagesOf, textInLine } from '../scripts/testing/built-site.ts';
import {
  type Built,
  buildContent,
  entryFile,
  settings,
  temporaryFolder,
} from '../scripts/testing/temporary-content.ts';
import { de } from './words/languages/de.ts';
import { en } from './words/languages/en.ts';
import { zhHans } from './words/languages/zh-hans.ts';

const folder = temporaryFolder();
let built: Built;

/** An event with everything on its pages that has words, in `language`. Its own texts say `x`, so that all others are the interface's. */
const event = (slug: string, language: string): Record<string, string> => ({
  [`${slug}/event.md`]: `---
title: X
description: X
timezone: Asia/Shanghai
starts: 2020-03-01
ends: 2020-03-31
order: newest-first
language: ${language}
results: [{label: X, value: X}]
links: [{title: X, url: https://x.test}]
metrics: {x: {title: X, unit: USD, cumulative: true, rates: {CNY: 7}, references: [{name: X, value: 2e6}, {name: Y, value: 9e9}]}}
---
`,
  ...Object.fromEntries(
    [
      [
        'one',
        '2020-03-02T10:00',
        'topics: [x]\nauthor: X\npinned: true\nmilestone: {metric: x, value: {USD: 1e6, CNY: 7e6}}\n',
      ],
      ['two', '2020-03-02T11:00:30', 'milestone: {metric: x, value: {CNY: 35e6}, surpasses: [X]}\n'],
      [
        'three',
        '2020-03-03T11:00',
        'milestone: {metric: x, value: 8e6}\ncorrections: [{time: 2020-03-03T12:00, note: X}]\n',
      ],
      ['six', '2020-03-03T15:00', 'author: X\n'],
      ['four', '2020-03-03', 'milestone: true\nsource: https://x.test/x\naliases: [old]\n'],
      ['five', '2020-03-03T13:00', 'withdrawn: {time: 2020-03-03T14:00, reason: X}\n'],
    ].map(([name, time = '', more]) => [
      `${slug}/${name}.md`,
      entryFile('X', time, name === 'six' ? 'X[^1]\n\nhttps://youtu.be/x\n\n[^1]: X' : 'X', more),
    ]),
  ),
});

beforeAll(async () => {
  built = await buildContent(folder, {
    'site.yml': settings.site.replace('language: en', 'language: de'),
    ...event('deutsch', 'de'),
    ...event('zhongwen', 'zh'),
    ...event('arabi', 'ar'),
  });
  expect(built.code, built.stderr).toBe(0);
});

/** The words of a page, those for screen readers and in the head included. */
const wordsOf = (path: string): string => {
  const page = pagesOf(built.files).get(`${path}index.html`);
  if (!page) throw new Error(`There is no page ${path}`);
  const labels = byName(page, 'nav', 'section', 'ul', 'a', 'svg', 'td', 'meta').flatMap(({ properties }) =>
    [properties['ariaLabel'], properties['dataLabel'], properties['content']].filter((one) => typeof one === 'string'),
  );
  return [textInLine(page), ...labels].join('\n');
};

const paths = [
  '',
  '2020-03-03/',
  'milestones/',
  'topics/x/',
  'one/',
  'two/',
  'three/',
  'four/',
  'five/',
  'six/',
  'old/',
];

/** The English texts of which a page has some, as whole words. */
const englishIn = (words: string, own: typeof de): string[] =>
  Object.entries(en).flatMap(([name, text]) => {
    if (typeof text !== 'string' || text === own[name as keyof typeof en] || !/[a-z]{4}/.test(text)) return [];
    return new RegExp(`(?<!\\p{L})${text.trim()}(?!\\p{L})`, 'u').test(words) ? [text] : [];
  });

describe.each([
  ['deutsch', de, 'Dienstag, 3. März 2020'],
  ['zhongwen', zhHans, '2020年3月3日星期二'],
])('an event in %s', (slug, texts, date) => {
  test('has none of its pages in English', () => {
    const found = paths.flatMap((path) => englishIn(wordsOf(`${slug}/${path}`), texts).map((one) => `${path}: ${one}`));
    expect(found).toEqual([]);
  });

  test('has its dates and its own words', () => {
    expect(wordsOf(`${slug}/`)).toContain(date);
    expect(wordsOf(`${slug}/`)).toContain(texts.milestones);
    expect(wordsOf(`${slug}/milestones/`)).toContain(texts.afterBefore);
    for (const text of [texts.footnotes, texts.backToReference('1'), texts.videoOn('YouTube')])
      expect(wordsOf(`${slug}/six/`)).toContain(text);
  });
});

describe('an event in a language that has no texts', () => {
  test('has them in English, and its dates in its own language and direction', () => {
    expect(wordsOf('arabi/milestones/')).toContain(en.afterBefore);
    expect(wordsOf('arabi/')).toMatch(/مارس/);
    expect(built.files.get('arabi/index.html')?.toString()).toMatch(/<html lang="ar" dir="rtl"/);
  });
});

test('a page of the archive speaks its language, and each event on it has its own direction', () => {
  const home = built.files.get('index.html')?.toString();
  expect(home).toMatch(/<html lang="de"/);
  expect(home).toMatch(/<article lang="ar" dir="rtl"/);
  expect(built.files.get('404.html')?.toString()).toContain(de.lostTitle);
});
