import type { FeedOutline } from './feed.ts';

/** How many items a feed holds, and each document with older ones. */
export const feedSize = 50;

/** How many documents of a history are full. */
export const fullDocuments = (past: number): number => Math.floor(past / feedSize);

/** When an item is news, in milliseconds since 1970: when it came, and once more when it was withdrawn. */
export const newsAt = ({ placed, withdrawn = placed }: FeedOutline): number => Math.max(placed, withdrawn);

/** The items that have come, of those that some are ahead of. */
export const pastOf = <Item extends FeedOutline>(items: readonly Item[]): readonly Item[] =>
  items.filter(({ isAhead }) => !isAhead);

/**
 * What a feed has of its items, which come oldest first: the newest, and the last `rest`, which are in no document of its
 * history yet. Newest first.
 */
export const shownOf = <Item extends FeedOutline>(items: readonly Item[], rest: number): readonly Item[] => {
  const order = new Map(items.map((item, index) => [item, index]));
  const byNews = (a: Item, b: Item): number => newsAt(b) - newsAt(a) || (order.get(b) ?? 0) - (order.get(a) ?? 0);
  const newest = items.toSorted(byNews).slice(0, feedSize);
  const last = rest === 0 ? [] : pastOf(items).slice(-rest);
  return [...new Set([...newest, ...last])].sort(byNews);
};
