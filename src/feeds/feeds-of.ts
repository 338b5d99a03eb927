import type { Event, Site } from '../core/archive.ts';
import { firstInstant } from '../core/moment.ts';
import type { Permalinks } from '../core/permalinks.ts';
import { isPast } from '../core/reached.ts';
import { wordsIn } from '../words/words.ts';
import type { Feed, FeedItem } from './feed.ts';
import type { FeedSlot } from './feed-items.ts';
import { sheetPath } from './feed-sheet.ts';
import { firstAddresses } from './first-addresses.ts';
import { feedSize, fullDocuments, pastOf, shownOf } from './newest.ts';

/** A feed, and its full archive documents, oldest first: each has its items newest first, and where it lies. */
export type FeedWithHistory = {
  readonly feed: Feed;
  readonly history: readonly { readonly self: string; readonly feed: Feed }[];
};

/** What all feeds of an archive have in common. */
export type FeedFrame = { readonly site: Site; readonly to: Permalinks };

/** The feeds of an event by the path of the page that each follows: of the event, its milestones, and its topics. */
export const feedsOfEvent = (
  event: Event,
  slots: readonly FeedSlot[],
  frame: FeedFrame,
): ReadonlyMap<string, FeedWithHistory> => {
  const { site, to } = frame;
  const about = { language: event.language, ...commonOf(frame), since: beginningOf(event), items: [] };
  const follow = (id: string, path: string, words: Pick<Feed, 'title' | 'description'>, own: readonly FeedSlot[]) => {
    const items = own.map(({ item }) => item);
    return [path, withHistory({ ...about, ...words, id, page: to.absolute(path) }, items)] as const;
  };
  const { slug, title, description } = event;
  const { texts } = wordsIn(event.language);
  const first = firstAddresses(site);
  return new Map([
    follow(first.event(event), to.event(slug), { title, description }, slots),
    follow(
      first.milestones(event),
      to.milestones(slug),
      { title: `${texts.milestones} – ${title}`, description: texts.everyMilestone(title) },
      slots.filter(({ entry }) => entry.milestone !== undefined),
    ),
    ...event.topics.map((topic) =>
      follow(
        first.topic(event, topic.slug),
        to.topic(slug, topic.slug),
        { title: `${topic.title} – ${title}`, description: texts.onTopic(title, topic.title) },
        slots.filter(({ entry }) => entry.topics.includes(topic.slug)),
      ),
    ),
  ]);
};

/** When a feed without items began: with its event, or when that was published; 0 where that is yet to come. */
const beginningOf = ({ countsFrom, published, timezone, ...reached }: Event): number => {
  const began = Math.max(countsFrom, published ? firstInstant(published, timezone) : countsFrom);
  return isPast(began, reached) ? began : 0;
};

/**
 * A feed with its newest items, and documents of 50 for older ones. They are counted from the oldest and come to be when
 * they are full, so that no later item changes them; until then the feed itself has what comes behind them.
 */
const withHistory = (about: Feed, items: readonly FeedItem[]): FeedWithHistory => {
  const past = pastOf(items);
  const full = fullDocuments(past.length);
  const history = Array.from({ length: full }, (_, index) => ({
    self: documentAt(about.page, index + 1),
    feed: { ...before(about, index), items: past.slice(index * feedSize, (index + 1) * feedSize).toReversed() },
  }));
  return { feed: { ...before(about, full), items: shownOf(items, past.length % feedSize) }, history };
};

/** A feed that leads on to the document of a number, or to none. */
export const before = (about: Feed, number: number): Feed =>
  number === 0 ? about : { ...about, older: documentAt(about.page, number) };

/** Where a document of a feed's history is; they are counted from 1. */
export const documentAt = (page: string, number: number): string => `${page}feed-archive/${number}.xml`;

/** The feed of the whole archive, without its items. */
export const aboutArchive = (frame: FeedFrame): Feed => {
  const { site, to } = frame;
  return {
    id: firstAddresses(site).home(),
    title: site.title,
    description: site.description,
    page: to.absolute(to.home()),
    language: site.language,
    ...commonOf(frame),
    since: 0,
    items: [],
  };
};

/** What stands in every feed, such as the pictures by which readers know an archive that has a look of its own. */
const commonOf = ({ site, to }: FeedFrame): Pick<Feed, 'author' | 'icon' | 'logo' | 'hub' | 'sheet'> => ({
  author: site.publisher?.name ?? site.title,
  sheet: sheetPath(to),
  ...(site.hub !== undefined && { hub: site.hub }),
  ...(site.look?.icons && { icon: to.absolute(to.media(undefined, site.look.icons.large)) }),
  ...(site.look?.logo && { logo: to.absolute(to.media(undefined, site.look.logo.name)) }),
});
