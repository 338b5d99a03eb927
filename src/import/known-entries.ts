import type { Entry } from '../core/archive.ts';
import type { EntryTime } from './entry-time.ts';
import type { Update } from './live-blog.ts';

/** An update with its time in the event's zone and the title that its entry has or will have. */
export type TimedUpdate = {
  readonly update: Update;
  readonly at: EntryTime | { readonly time: string; readonly moment?: undefined };
  readonly title: string;
};

/**
 * The entries that earlier imports made of these updates, which are oldest first: known by `source`, where an update has
 * an address of its own; otherwise by day and time, and among equals by title and then by place.
 */
export const knownEntries = (
  updates: readonly TimedUpdate[],
  entries: readonly Entry[],
): ReadonlyMap<TimedUpdate, Entry> => {
  const bySource = new Map(entries.flatMap((entry) => (entry.source === undefined ? [] : [[entry.source, entry]])));
  const known = new Map<TimedUpdate, Entry>();
  for (const one of updates) {
    const entry = one.update.source === undefined ? undefined : bySource.get(one.update.source);
    if (entry) known.set(one, entry);
  }
  const left = new Set(entries).difference(new Set(known.values()));
  const take = (one: TimedUpdate, entry: Entry | undefined): void => {
    if (!entry) return;
    known.set(one, entry);
    left.delete(entry);
  };
  const places = Map.groupBy(entries, (entry) => placeOf(entry.moment, entry.untimed));
  // An update with an address of its own is another one than any that has a different address.
  const unknown = updates.filter((one) => one.update.source === undefined);
  const equals = ({ update, at }: TimedUpdate): Entry[] =>
    (at.moment ? (places.get(placeOf(at.moment, update.untimed ?? 'last')) ?? []) : []).filter((entry) =>
      left.has(entry),
    );
  for (const one of unknown)
    take(
      one,
      equals(one).find(({ title }) => title === one.title),
    );
  for (const one of unknown.filter((update) => !known.has(update))) take(one, equals(one)[0]);
  return known;
};

/** A midnight that ends a day is another place than the one that begins the next, although it is the same instant. */
const placeOf = ({ date, instant }: Entry['moment'], untimed: 'first' | 'last'): string =>
  `${date} ${instant ?? untimed}`;
