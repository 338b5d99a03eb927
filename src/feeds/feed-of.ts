import { type Correction, type Entry, type Event, isMilestone, type Site, standing } from '../core/archive.ts';
import type { Permalinks } from '../core/permalinks.ts';
import { wordsIn } from '../core/words.ts';
import type { Body } from '../markdown/body.ts';
import { feedSize } from './feed-size.ts';
import type { Feed, FeedItem } from './rss.ts';
import { xmlEscape } from './xml-text.ts';

/** What feeds are made from. */
export type FeedSource = {
  readonly site: Site;
  readonly to: Permalinks;
  readonly bodyOf: (entry: Entry) => Body;
};

/** The feed of an event, with its items. */
export const feedOfEvent = (event: Event, items: readonly FeedItem[], to: Permalinks): Feed => ({
  title: event.title,
  description: event.description,
  page: to.absolute(to.event(event.slug)),
  self: to.absolute(to.rss(event.slug)),
  language: event.language,
  items,
});

/** The feed of the whole archive; `items` are those of its events, one event after the other. */
export const feedOfArchive = (site: Site, items: readonly FeedItem[], to: Permalinks): Feed => ({
  title: site.title,
  description: site.description,
  page: to.absolute(to.home()),
  self: to.absolute(to.rss()),
  language: site.language,
  items: newest(items),
});

// A stable sort: entries of one event with the same instant keep the event's own order.
const newest = (items: readonly FeedItem[]): FeedItem[] =>
  items.toSorted((a, b) => b.published - a.published).slice(0, feedSize);

/** The newest entries of an event as feed items, newest first. Withdrawn entries are not among them. */
export const feedItems = (event: Event, { site, to, bodyOf }: FeedSource): readonly FeedItem[] =>
  standing(event.entries)
    .toReversed()
    .toSorted((a, b) => b.demandedInstant - a.demandedInstant)
    .slice(0, feedSize)
    .map((entry) => {
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
        content: [figureOf(entry, event), bodyOf(entry).absoluteHtml, ...entry.corrections.map(noteOf(event))]
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
