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
    ...event.entries.flatMap((entry) => entry.aliases.map((alias) => toEntry(event, entry, event.slug, alias, to))),
    ...event.aliases.flatMap((alias) => wholeEvent(event, alias, to)),
  ]);

const toEntry = (event: Event, entry: Entry, below: string, old: string, to: Permalinks): Redirect => ({
  event: below,
  old,
  path: to.entry(event.slug, entry.slug),
  of: event,
  ...(entry.withdrawn ? { title: event.title } : { title: entry.title, entry }),
});

const wholeEvent = (event: Event, alias: string, to: Permalinks): Redirect[] => {
  const { days, topics, milestoneParts, otherwise, index } = eventPages(event);
  const { title } = event;
  const part = (number: number): string => (number === 1 ? '' : `/${number}`);
  return [
    { event: alias, old: undefined, path: to.event(event.slug), title, of: event },
    { event: alias, old: otherwise.order, path: to.ordered(event.slug, otherwise.order), title, of: event },
    ...milestoneParts.map(({ number }) => ({
      event: alias,
      old: `milestones${part(number)}`,
      path: to.milestones(event.slug, number),
      title,
      of: event,
    })),
    ...index.map(({ number }) => ({
      event: alias,
      old: `search${part(number)}`,
      path: to.search(event.slug, number),
      title,
      of: event,
    })),
    ...days.flatMap(({ date, parts }) =>
      parts.map(({ number }) => ({
        event: alias,
        old: `${date}${part(number)}`,
        path: to.day(event.slug, date, number),
        title,
        of: event,
      })),
    ),
    ...topics.flatMap(({ topic, parts }) =>
      parts.map(({ number }) => ({
        event: alias,
        old: `topics/${topic.slug}${part(number)}`,
        path: to.topic(event.slug, topic.slug, number),
        title,
        of: event,
      })),
    ),
    ...event.entries.flatMap((entry) =>
      [entry.slug, ...entry.aliases].map((slug) => toEntry(event, entry, alias, slug, to)),
    ),
  ];
};
