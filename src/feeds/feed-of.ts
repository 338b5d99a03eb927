import { type Correction, type Entry, type Event, isMilestone, type Site, standing } from '../core/archive.ts';
import type { Permalinks } from '../core/permalinks.ts';
import { wordsIn } from '../core/words.ts';
import { absoluteHtml } from '../markdown/absolute-html.ts';
import type { Body } from '../markdown/body.ts';
import { type Feed, type FeedItem, feedSize } from './rss.ts';
import { xmlEscape } from './xml-text.ts';

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
        .toReversed()
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
        content: [figureOf(entry, event), absoluteHtml(bodyOf(entry), link), ...entry.corrections.map(noteOf(event))]
          .filter(Boolean)
          .join('\n'),
        categories: entry.topics.map((topic) => event.topics.find(({ slug }) => slug === topic)?.title ?? topic),
        ...(creator !== undefined && { creator }),
      };
    });

/** The figure of a milestone, as it stands above the entry on a page. */
const figureOf = (entry: Entry, { language }: Event): string => {
  if (!isMilestone(entry)) return '';
  const { headline, kind, others, metric, elapsed } = wordsIn(language).milestone(entry);
  const since = elapsed && `${kind === 'elapsed' ? '' : `${elapsed.text} `}since the start`;
  const notes = [...others, metric, since].filter((note) => note !== undefined).map(xmlEscape);
  return `<p>${headline === undefined ? '' : `<strong>${xmlEscape(headline)}</strong> `}${notes.join(' · ')}</p>`;
};

const noteOf =
  ({ language }: Event) =>
  ({ moment, note }: Correction): string =>
    `<p>Corrected ${xmlEscape(wordsIn(language).moment(moment))}: ${xmlEscape(note)}</p>`;
