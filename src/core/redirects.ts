import type { Archive, Entry, Event } from './archive.ts';
import { eventPages } from './event-pages.ts';
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

/** The redirect pages of an archive: one for each alias of an entry, and every page of an event for each of its aliases. */
export const redirectsOf = ({ events }: Pick<Archive, 'events'>, to: Permalinks): readonly Redirect[] =>
  events.flatMap((event) => [
    ...event.entries.flatMap((entry) =>
      entry.aliases.map((old) => toEntry(event, entry, { event: event.slug, old }, to)),
    ),
    ...event.aliases.flatMap((alias) => wholeEvent(event, alias, to)),
  ]);

const toEntry = (event: Event, entry: Entry, from: Pick<Redirect, 'event' | 'old'>, to: Permalinks): Redirect => ({
  ...from,
  path: to.entry(event.slug, entry.slug),
  of: event,
  ...(entry.withdrawn ? { title: event.title } : { title: entry.title, entry }),
});

const wholeEvent = (event: Event, alias: string, to: Permalinks): Redirect[] => {
  const { days, topics, milestoneParts, otherwise, index } = eventPages(event);
  const { slug, title } = event;
  const part = (number: number): string => (number === 1 ? '' : `/${number}`);
  const pages: readonly (readonly [old: string | undefined, path: string])[] = [
    [undefined, to.event(slug)],
    [otherwise.order, to.ordered(slug, otherwise.order)],
    ...milestoneParts.map(({ number }) => [`milestones${part(number)}`, to.milestones(slug, number)] as const),
    ...index.map(({ number }) => [`search${part(number)}`, to.search(slug, number)] as const),
    ...days.flatMap(({ date, parts }) =>
      parts.map(({ number }) => [`${date}${part(number)}`, to.day(slug, date, number)] as const),
    ),
    ...topics.flatMap(({ topic, parts }) =>
      parts.map(({ number }) => [`topics/${topic.slug}${part(number)}`, to.topic(slug, topic.slug, number)] as const),
    ),
  ];
  return [
    ...pages.map(([old, path]) => ({ event: alias, old, path, title, of: event })),
    ...event.entries.flatMap((entry) =>
      [entry.slug, ...entry.aliases].map((old) => toEntry(event, entry, { event: alias, old }, to)),
    ),
  ];
};
