import { feedSize } from '../feeds/feed-size.ts';
import type { KnownEvent } from './entry.ts';

/**
 * Adds an event to those that the pages of the archive know of. Of feed items only those stay that can still be among the
 * archive's newest: so memory does not grow with the number of events.
 */
export const addKnown = (known: readonly KnownEvent[], added: KnownEvent): readonly KnownEvent[] => {
  const all = [...known, added];
  const times = all.flatMap(({ items }) => items.map(({ published }) => published)).sort((a, b) => b - a);
  const oldest = times[feedSize - 1] ?? Number.NEGATIVE_INFINITY;
  return all.map(({ record, items }) => ({ record, items: items.filter(({ published }) => published >= oldest) }));
};
