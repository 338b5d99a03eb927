import { type FeedItem, latestChange } from './feed.ts';
import type { FeedSlot } from './feed-items.ts';

/** How many items a feed holds, and each document with older ones. */
export const feedSize = 50;

/** The newest items of a feed, and when something changed last among their places, withdrawals included (since 1970). */
export type Newest = { readonly items: readonly FeedItem[]; readonly changed?: number | undefined };

/** What a feed has of some places: as many items as it holds, newest first. */
export const newestOf = (slots: readonly FeedSlot[]): Newest => {
  const held = slots.flatMap(({ item }, index) => (item ? { item, index } : [])).slice(-feedSize);
  const shown = slots.slice(held.length < feedSize ? 0 : held[0]?.index);
  return {
    items: held.map(({ item }) => item).toReversed(),
    changed: latestChange(shown.map(({ entry }) => entry.changed)),
  };
};

/** The newest of the items of several events. A stable sort: those of one event with the same instant keep its order. */
export const newestAmong = (items: readonly FeedItem[]): readonly FeedItem[] =>
  items.toSorted((a, b) => b.published - a.published).slice(0, feedSize);

/** Since when an item can be among the newest, by the times of publication of all: milliseconds since 1970. */
export const newestSince = (times: readonly number[]): number =>
  times.toSorted((a, b) => b - a)[feedSize - 1] ?? Number.NEGATIVE_INFINITY;
