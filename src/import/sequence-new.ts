import type { Entry } from '../core/archive.ts';
import type { Placed } from '../core/order.ts';

/** Names the place of an entry among those of its event: two in one place are kept apart by their `sequence` only. */
export const placeInTime = ({ moment, day, untimed }: Pick<Placed, 'moment' | 'day' | 'untimed'>): string =>
  `${day} ${moment.instant ?? untimed}`;

/**
 * The `sequence` of each update that is new. `places` has the place of every update, oldest first, and `known` says
 * which of them the event has. Those in one place keep their order; they come behind what the event has in that place,
 * unless they stand before all that is known there.
 */
export const sequenceNew = <Update>(
  places: ReadonlyMap<Update, string>,
  known: ReadonlyMap<Update, Entry>,
  existing: readonly Entry[],
): ReadonlyMap<Update, number> => {
  const there = Map.groupBy(existing, placeInTime);
  const together = Map.groupBy(places.keys(), (update) => places.get(update) ?? '');
  const sequences = new Map<Update, number>();
  for (const [place, updates] of together) {
    const { first, last } = rangeOf(there.get(place) ?? []);
    const firstKnown = updates.findIndex((update) => known.has(update));
    const before = firstKnown > 0 && first <= last ? updates.slice(0, firstKnown) : [];
    const behind = updates.slice(before.length).filter((update) => !known.has(update));
    for (const [index, update] of before.entries()) sequences.set(update, first - before.length + index);
    for (const [index, update] of behind.entries()) sequences.set(update, Math.max(last + 1, 0) + index);
  }
  return sequences;
};

/** The lowest and the highest `sequence`. */
const rangeOf = (entries: readonly Entry[]): { readonly first: number; readonly last: number } =>
  entries.reduce(
    ({ first, last }, { sequence }) => ({ first: Math.min(first, sequence), last: Math.max(last, sequence) }),
    { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY },
  );
