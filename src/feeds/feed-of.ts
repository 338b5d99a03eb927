import { type Entry, type Event, type Site, standing } from '../core/archive.ts';
import type { Permalinks } from '../core/permalinks.ts';
import { absoluteHtml } from '../markdown/absolute-html.ts';
import type { Body } from '../markdown/body.ts';
import { type Feed, type FeedItem, feedSize } from './rss.ts';

/** What feeds are made from. */
export type FeedSource = {
  readonly site: Site;
  readonly events: readonly Event[];
  readonly to: Permalinks;
  readonly bodyOf: (entry: Entry) => Body;
};

/** The feed of an event, or of the whole archive. */
export const feedOf = (event: Event | undefined, source: FeedSource): Feed => {
  const { site, events, to } = source;
  return {
    title: event?.title ?? site.title,
    description: event?.description ?? site.description,
    page: to.absolute(event ? to.event(event.slug) : to.home()),
    self: to.absolute(to.rss(event?.slug)),
    language: event?.language ?? site.language,
    items: feedItems(event ? [event] : events, source),
  };
};

/** The newest entries of some events as feed items, newest first. Withdrawn entries are not among them. */
const feedItems = (events: readonly Event[], { site, to, bodyOf }: FeedSource): FeedItem[] =>
  events
    .flatMap((event) =>
      standing(event.entries)
        .slice(-feedSize)
        .reverse()
        .map((entry) => ({ event, entry })),
    )
    // A stable sort: entries of one event with the same instant keep the event's own order.
    .sort((a, b) => b.entry.demandedInstant - a.entry.demandedInstant)
    .slice(0, feedSize)
    .map(({ event, entry }) => {
      const link = to.absolute(to.entry(event.slug, entry.slug));
      const creator = entry.author ?? site.publisher?.name;
      return {
        title: entry.title,
        link,
        published: entry.demandedInstant,
        updated: Math.max(
          entry.demandedInstant,
          ...entry.corrections.map(({ moment }) => moment.instant ?? entry.demandedInstant),
        ),
        content: absoluteHtml(bodyOf(entry), link),
        categories: entry.topics.map((topic) => event.topics.find(({ slug }) => slug === topic)?.title ?? topic),
        ...(creator !== undefined && { creator }),
      };
    });
