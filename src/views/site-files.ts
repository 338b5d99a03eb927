import type { Event, Site } from '../core/archive.ts';
import type { EventPages } from '../core/event-pages.ts';
import type { Permalinks } from '../core/permalinks.ts';
import { type EventHistory, historyJoints, historyOfEvent, newestDocument } from '../feeds/archive-history.ts';
import { eventJson } from '../feeds/event-json.ts';
import { feedFiles, historyFiles, type SiteFile } from '../feeds/feed-files.ts';
import type { FeedSlot, Newest } from '../feeds/feed-items.ts';
import { feedOfArchive, feedsOfEvent } from '../feeds/feeds-of.ts';
import { robotsOf, sitemapOfEvent, sitemapsOfArchive } from '../feeds/sitemap.ts';

/** What the files of a site are made from. */
type Frame = { readonly site: Site; readonly to: Permalinks };

/** What the files of an event are made of; `media` are the files that it shows, by path below the content folder. */
export type EventParts = {
  readonly slots: readonly FeedSlot[];
  readonly pages: EventPages;
  readonly media: readonly string[];
};

/**
 * The files of an event that are no pages: its feeds, their archive documents, its part of the history of the archive,
 * its sitemap, and all of it as data. Below an earlier slug of the event are the same feeds, so that nobody who follows one loses it.
 */
export const eventFiles = (event: Event, { slots, pages, media }: EventParts, frame: Frame): readonly SiteFile[] => {
  const { to } = frame;
  const feeds = [...feedsOfEvent(event, slots, frame).values()];
  const own = feeds.flatMap(({ feed }) => feedFiles(feed));
  return [
    ...own,
    ...event.aliases.flatMap((alias) => own.map((file) => moved(file, to.event(event.slug), to.event(alias)))),
    ...feeds.flatMap(historyFiles),
    ...historyOfEvent(event, slots, frame),
    sitemapOfEvent(event, pages, to),
    {
      path: to.eventJson(event.slug),
      type: 'application/json; charset=utf-8',
      print: () => eventJson(event, media, to),
    },
  ];
};

const moved = (file: SiteFile, from: string, to: string): SiteFile => ({
  ...file,
  path: to + file.path.slice(from.length),
});

/** An event, as the files of the whole archive know it. */
export type ToldEvent = EventHistory & { readonly newest: Newest; readonly changed?: number };

/** The files of the whole archive that are no pages, such as its feed and sitemap. `events` come newest first. */
export const archiveFiles = (events: readonly ToldEvent[], frame: Frame): readonly SiteFile[] => {
  const { site, to } = frame;
  const older = newestDocument(events, to);
  return [
    ...feedFiles({
      ...feedOfArchive(
        events.map(({ newest }) => newest),
        frame,
      ),
      ...(older !== undefined && { older }),
    }),
    ...historyJoints(events, site, to),
    ...sitemapsOfArchive(events, to),
    robotsOf(to),
  ];
};
