import { expect, test } from 'vitest';
import fc from '../../scripts/testing/fast-check.ts';
import { inArchiveFeed } from '../feeds/archive-feed.ts';
import type { FeedItem } from '../feeds/feed.ts';
import { feedSize } from '../feeds/newest.ts';
import { aFeedItem } from '../feeds/testing/a-feed.ts';
import type { KnownEvent } from './entry.ts';
import { addKnown } from './render-site.ts';

const anItem = (event: number, published: number): FeedItem =>
  aFeedItem({ title: `An entry of ${event}`, link: `https://recaps.test/${event}/`, published });

const anEvent = (event: number, times: readonly number[]): KnownEvent => {
  const items = times.toSorted((a, b) => a - b).map((time) => anItem(event, time));
  // Only feed items count here.
  const record = { links: [], feed: inArchiveFeed(items) } as unknown as KnownEvent['record'];
  return { record, items: items.toReversed(), outlines: [], titles: '[]' };
};

const newest = (known: readonly KnownEvent[]): readonly FeedItem[] =>
  known
    .flatMap(({ items }) => items)
    .toSorted((a, b) => b.published - a.published)
    .slice(0, feedSize);

test('the newest items of the archive are the same with all items of each event and with those that are kept', () => {
  const times = fc.array(fc.nat({ max: 200 }), { maxLength: feedSize });
  fc.assert(
    fc.property(fc.array(times, { maxLength: 12 }), (archive) => {
      const all = archive.map((one, index) => anEvent(index, one));
      const known = all.reduce(addKnown, [] as readonly KnownEvent[]);
      expect(known.map(({ record }) => record)).toEqual(all.map(({ record }) => record));
      expect(newest(known)).toEqual(newest(all));
    }),
    { seed: 20191111 },
  );
});

test('no more items are kept than a feed holds, however many events there are', () => {
  const all = Array.from({ length: 40 }, (_, event) =>
    anEvent(
      event,
      Array.from({ length: feedSize }, (_, index) => event * 7 + index * 1000 + (event % 2)),
    ),
  );
  const known = all.reduce(addKnown, [] as readonly KnownEvent[]);
  expect(known.flatMap(({ items }) => items)).toHaveLength(feedSize);
});
