import { expect, it } from 'vitest';
import type { Update } from '../live-blog.ts';
import { oldestFirst } from './oldest-first.ts';

const anUpdate = (time: string, author = ''): Update => ({
  time,
  content: { kind: 'text', value: '' },
  pictures: [],
  author,
  topics: [],
  key: false,
  pinned: false,
});

it('orders updates by their instants, whatever the offsets', () => {
  const ordered = [
    '2019-11-10',
    '2019-11-10T20:00-05:00',
    '2019-11-11T09:30+08:00',
    '2019-11-11T02:00:30Z',
    '2019-11-11T02:01',
    '2019-11-11T24:00',
    '2019-11-12T00:00:01Z',
  ];
  expect(oldestFirst(ordered.toReversed().map((time) => anUpdate(time))).map(({ time }) => time)).toEqual(ordered);
});

it('leaves updates of the same time as they are', () => {
  const updates = [anUpdate('2019-11-11T10:00+01:00', 'a'), anUpdate('2019-11-11T09:00Z', 'b')];
  expect(oldestFirst(updates).map(({ author }) => author)).toEqual(['a', 'b']);
  expect(oldestFirst(updates.toReversed()).map(({ author }) => author)).toEqual(['b', 'a']);
});
