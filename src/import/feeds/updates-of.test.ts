import { describe, expect, it } from 'vitest';
import type { SourceItem } from './feed-item.ts';
import { updatesOfFeed } from './updates-of.ts';

const anItem = (fields: Partial<SourceItem> = {}): SourceItem => ({
  addresses: [],
  title: undefined,
  content: { kind: 'html', value: '<p>It is &amp; was a record. More</p>' },
  time: '2019-11-11T10:04:49Z',
  authors: [],
  topics: [],
  enclosures: [],
  ...fields,
});
const only = (fields: Partial<SourceItem>) => updatesOfFeed([anItem(fields)]).updates[0];

describe('the headline of an item', () => {
  it.each([
    ['A record', 'A record'],
    [' A\n record ', 'A record'],
    ['It is & was a record.', undefined],
    ['it is & was…', undefined],
    ['It is & was a record. Mo [...]', undefined],
    ['It was', 'It was'],
    ['Untitled', undefined],
    ['(no title)', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('is a title that its text does not begin with: %j', (title, headline) => {
    expect(only({ title })?.headline).toBe(headline);
  });
});

describe('the source of an item', () => {
  it('is the first of its addresses that is on the web, and that no other item has', () => {
    const { updates } = updatesOfFeed([
      anItem({ addresses: ['https://example.org/1', 'https://example.org/'] }),
      anItem({ addresses: ['tag:example.org,2', 'https://example.org/2'] }),
      anItem({ addresses: ['https://example.org/same', 'https://example.org/3'] }),
      anItem({ addresses: ['https://example.org/same', 'https://example.org/'] }),
      anItem({ addresses: ['https://example.org/5', 'https://example.org/5'] }),
      anItem({ addresses: ['javascript:alert(1)', undefined] }),
    ]);
    expect(updates.map(({ source }) => source)).toEqual([
      'https://example.org/1',
      'https://example.org/2',
      'https://example.org/3',
      undefined,
      'https://example.org/5',
      undefined,
    ]);
  });
});

describe('the pictures of an item', () => {
  it('are its files that are pictures and that its text does not show', () => {
    const update = only({
      content: { kind: 'html', value: '<img src="https://example.org/a.png?b&amp;c">' },
      enclosures: [
        { address: 'https://example.org/a.png?b&c', type: undefined },
        { address: 'https://example.org/b.JPG?x', type: undefined, alt: 'A &amp; <b>B</b>', credit: 'Ana' },
        { address: 'https://example.org/b.JPG?x', type: 'image/jpeg' },
        { address: 'https://example.org/c', type: 'image' },
        { address: undefined, type: 'image' },
      ],
    });
    expect(update?.pictures).toEqual([
      { address: 'https://example.org/b.JPG?x', alt: 'A & B', credit: 'Ana' },
      { address: 'https://example.org/c' },
    ]);
  });
});

it('skips what is no update, and says why', () => {
  const { updates, skipped } = updatesOfFeed([
    anItem({ time: undefined, title: 'Pinned' }),
    anItem({ time: 'tomorrow', addresses: ['tag:1'] }),
    anItem({ content: undefined }),
    anItem({ enclosures: [{ address: 'https://example.org/a.mp3', type: 'audio/mpeg' }] }),
  ]);
  expect(updates).toHaveLength(1);
  expect(skipped).toEqual([
    { what: 'item "Pinned"', why: 'It has no date.' },
    { what: 'item tag:1', why: 'Its date cannot be read: "tomorrow".' },
    { what: 'item 3', why: 'It has no text.' },
    { what: 'item 4, file https://example.org/a.mp3', why: 'It is no picture.', updates: 0 },
  ]);
});

it('never tells an address of e-mail', () => {
  expect(only({ authors: ['ana@example.org', undefined, '', 'Ana', 'Ana', 'Ben'] })?.author).toBe('Ana, Ben');
});

it('turns a feed that begins with the newest, for items of the same time', () => {
  const items = ['2019-11-11T10:04:50Z', '2019-11-11T10:04:49Z', '2019-11-11T10:04:49Z', '2019-11-11T10:04:48Z'].map(
    (time, index) => anItem({ time, topics: [`${index}`] }),
  );
  expect(updatesOfFeed(items).updates.flatMap(({ topics }) => topics)).toEqual(['3', '2', '1', '0']);
  expect(updatesOfFeed(items.toReversed()).updates.flatMap(({ topics }) => topics)).toEqual(['3', '2', '1', '0']);
});
