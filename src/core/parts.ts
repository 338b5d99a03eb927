import type { Entry, Event, Order } from './archive.ts';
import { feedFormats } from './feed-formats.ts';
import type { Permalinks } from './permalinks.ts';

/** How many entries a part of a long day, topic or milestone list holds. */
const partSize = 100;

/** How many entries a timeline shows before it keeps to the newest. */
export const timelineSize = 150;

/** One page of a list that may need several. Parts are counted from the oldest, so that a new entry moves none. */
export type Part<Item> = { readonly number: number; readonly of: number; readonly items: readonly Item[] };

/** A part of a list, and what it is called among the others: nothing where it is the only one. */
export type NamedPart<Item> = Part<Item> & { readonly name: string };

/** Names the parts of a list, which is one of an event day or of several; `entryOf` tells what entry an item is of. */
export type NameParts = <Item>(
  parts: readonly Part<Item>[],
  entryOf: (item: Item) => Entry,
  of?: 'day' | 'days',
) => readonly NamedPart<Item>[];

/** A list, oldest first, in parts; an empty list is one empty part. */
export const partsOf = <Item>(items: readonly Item[], size = partSize): readonly Part<Item>[] => {
  const of = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: of }, (_, index) => ({
    number: index + 1,
    of,
    items: items.slice(index * size, (index + 1) * size),
  }));
};

/** What `/<event>/` shows: every entry, or of a long event the newest part of its last day. Oldest first. */
export const timelineEntries = ({ entries, days }: Event): readonly Entry[] =>
  entries.length <= timelineSize ? entries : (partsOf(days.at(-1)?.entries ?? []).at(-1)?.items ?? []);

/** The order that readers of an event do not see first. */
export const otherOrder = ({ order }: Event): Order => (order === 'newest-first' ? 'oldest-first' : 'newest-first');

/**
 * What the timeline in the other order shows: every entry, or of a long event the part at which that order begins. Oldest
 * first.
 */
export const otherTimelineEntries = (event: Event): readonly Entry[] => {
  const { entries, days } = event;
  if (entries.length <= timelineSize || otherOrder(event) === 'newest-first') return timelineEntries(event);
  return partsOf(days[0]?.entries ?? [])[0]?.items ?? [];
};

/** The number of the part in which an item at `index` (from 0) of a list stands. */
export const partNumberAt = (index: number, size = partSize): number => Math.floor(index / size) + 1;

/** The paths of every page of an event, its feeds and its data included: what a link may lead to. */
export const pathsOf = (event: Event, to: Permalinks): readonly string[] => [
  to.event(event.slug),
  to.ordered(event.slug, otherOrder(event)),
  to.milestones(event.slug),
  to.milestonesCsv(event.slug),
  to.milestonesJson(event.slug),
  ...(event.live ? [to.live(event.slug)] : []),
  to.eventJson(event.slug),
  to.eventMarkdown(event.slug),
  ...[
    to.event(event.slug),
    to.milestones(event.slug),
    ...event.topics.map(({ slug }) => to.topic(event.slug, slug)),
  ].flatMap((page) => feedFormats.map(({ file }) => to.beside(page, file))),
  ...event.days.flatMap(({ date, entries }) => partsOf(entries).map(({ number }) => to.day(event.slug, date, number))),
  ...event.topics.flatMap(({ slug, entries }) =>
    partsOf(entries).map(({ number }) => to.topic(event.slug, slug, number)),
  ),
  ...event.entries.map(({ slug }) => to.entry(event.slug, slug)),
];
