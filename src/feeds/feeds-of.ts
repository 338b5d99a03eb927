import type { Event, Site } from '../core/archive.ts';
import type { Permalinks } from '../core/permalinks.ts';
import { isPast } from '../core/reached.ts';
import { wordsIn } from '../words/words.ts';
import type { Feed } from './feed.ts';
import type { FeedSlot } from './feed-items.ts';
import { feedSize, type Newest, newestAmong, newestOf } from './newest.ts';

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
  { site, to }: FeedFrame,
): ReadonlyMap<string, FeedWithHistory> => {
  const about = {
    language: event.language,
    author: authorOf(site),
    ...picturesOf({ site, to }),
    since: isPast(event.countsFrom, event) ? event.countsFrom : 0,
  };
  const follow = (path: string, title: string, description: string, own: readonly FeedSlot[]) =>
    [path, withHistory({ ...about, title, description, page: to.absolute(path), items: [] }, own)] as const;
  const { slug, title, description } = event;
  const { texts } = wordsIn(event.language);
  return new Map([
    follow(to.event(slug), title, description, slots),
    follow(
      to.milestones(slug),
      `${texts.milestones} – ${title}`,
      texts.everyMilestone(title),
      slots.filter(({ entry }) => entry.milestone !== undefined),
    ),
    ...event.topics.map((topic) =>
      follow(
        to.topic(slug, topic.slug),
        `${topic.title} – ${title}`,
        texts.onTopic(title, topic.title),
        slots.filter(({ entry }) => entry.topics.includes(topic.slug)),
      ),
    ),
  ]);
};

/**
 * A feed with its newest items, and documents of 50 for older ones. They are counted from the oldest and come to be when
 * they are full, so that no later item changes them; until then the feed itself has what comes behind them.
 */
const withHistory = (about: Feed, slots: readonly FeedSlot[]): FeedWithHistory => {
  const full = Math.floor(slots.length / feedSize);
  const history = Array.from({ length: full }, (_, index) => {
    const part = slots.slice(index * feedSize, (index + 1) * feedSize);
    return { self: olderOf(about.page, index + 1), feed: before(about, index, part) };
  });
  return { feed: before(about, full, slots), history };
};

const before = (about: Feed, number: number, slots: readonly FeedSlot[]): Feed => ({
  ...about,
  ...newestOf(slots),
  ...(number > 0 && { older: olderOf(about.page, number) }),
});

const olderOf = (page: string, number: number): string => `${page}feed-archive/${number}.xml`;

/** The feed of the whole archive, of what is newest in its events. */
export const feedOfArchive = (events: readonly Newest[], { site, to }: FeedFrame): Feed => {
  const items = newestAmong(events.flatMap((event) => event.items));
  const shown = new Set(items);
  const changes = events.flatMap((event) => (event.items.some((item) => shown.has(item)) ? (event.changed ?? []) : []));
  return {
    title: site.title,
    description: site.description,
    page: to.absolute(to.home()),
    language: site.language,
    author: authorOf(site),
    ...picturesOf({ site, to }),
    since: 0,
    ...(changes.length > 0 && { changed: Math.max(...changes) }),
    items,
  };
};

/** The pictures by which readers of feeds know an archive that has a look of its own. */
const picturesOf = ({ site: { look }, to }: FeedFrame): Pick<Feed, 'icon' | 'logo'> => ({
  ...(look?.icons && { icon: to.absolute(to.media(undefined, look.icons.large)) }),
  ...(look?.logo && { logo: to.absolute(to.media(undefined, look.logo.name)) }),
});

const authorOf = ({ publisher, title }: Site): string => publisher?.name ?? title;
