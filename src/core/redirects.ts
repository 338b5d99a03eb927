import type { Archive, Entry, Event } from './archive.ts';
import { listPaths } from './ledger/built-addresses.ts';
import type { Permalinks } from './permalinks.ts';

/** A page at an earlier address: below which event slug, the rest of its path, and where it has moved. */
export type Redirect = {
  readonly event: string;
  readonly old: string | undefined;
  readonly path: string;
  readonly title: string;
  /** What it is a page of. */
  readonly of: Event;
  /** The entry that it has moved with; none where that has been withdrawn. */
  readonly entry?: Entry;
};

/**
 * The redirect pages of an archive: one for each alias of an entry, one from the order that an event's timeline has already,
 * and every page of an event for each of its aliases. Those below another event are made with that one.
 */
export const redirectsOf = ({ events }: Pick<Archive, 'events'>, to: Permalinks): readonly Redirect[] =>
  events.flatMap((event) => [
    ...event.entries.flatMap((entry) =>
      entry.aliases.map((old) => toEntry(event, entry, { event: event.slug, old }, to)),
    ),
    toTimeline(event, event.slug, to),
    ...event.aliases.flatMap((alias) => wholeEvent(event, alias, to)),
  ]);

const toEntry = (event: Event, entry: Entry, from: Pick<Redirect, 'event' | 'old'>, to: Permalinks): Redirect => ({
  ...from,
  path: to.entry(event.slug, entry.slug),
  of: event,
  ...(entry.withdrawn ? { title: event.title } : { title: entry.title, entry }),
});

/** From the order in which readers see the event first: it may have been the other one. */
const toTimeline = (event: Event, top: string, to: Permalinks): Redirect => ({
  event: top,
  old: event.order,
  path: to.event(event.slug),
  title: event.title,
  of: event,
});

const wholeEvent = (event: Event, alias: string, to: Permalinks): Redirect[] => {
  const { slug, title } = event;
  return [
    { event: alias, old: undefined, path: to.event(slug), title, of: event },
    toTimeline(event, alias, to),
    ...listPaths(event).map((old) => ({ event: alias, old, path: to.at(`/${slug}/${old}/`), title, of: event })),
    ...event.entries.flatMap((entry) =>
      [entry.slug, ...entry.aliases].map((old) => toEntry(event, entry, { event: alias, old }, to)),
    ),
  ];
};
