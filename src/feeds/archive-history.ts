import type { Event, Site } from '../core/archive.ts';
import type { Permalinks } from '../core/permalinks.ts';
import { atomOutlineOf } from './atom.ts';
import { atomType, type SiteFile } from './feed-files.ts';
import type { FeedSlot } from './feed-items.ts';
import { type FeedFrame, feedOfArchive } from './feeds-of.ts';
import { feedSize, newestOf } from './newest.ts';

/**
 * The history of the archive's feed goes event by event, so that an event's part of it depends on the event alone:
 * documents of 50 entries each, as summaries, the last of which grows until it is full. The first leads on to the
 * link of its event, a document without entries, which knows the event before it.
 */
export const historyOfEvent = ({ slug }: Event, slots: readonly FeedSlot[], frame: FeedFrame): readonly SiteFile[] => {
  const { to } = frame;
  const about = feedOfArchive([], frame);
  return Array.from({ length: documentsOf(slots) }, (_, index) => {
    const path = documentPath(slug, index + 1, to);
    const older = to.absolute(index === 0 ? linkPath(slug, to) : documentPath(slug, index, to));
    const newest = newestOf(slots.slice(index * feedSize, (index + 1) * feedSize));
    return {
      path,
      type: atomType,
      print: () => atomOutlineOf({ ...about, ...newest, older }, to.absolute(path)),
    };
  });
};

/** How many documents of the archive's history an event has. */
export const documentsOf = (entries: readonly unknown[]): number => Math.ceil(entries.length / feedSize);

/** An event in the history of the archive's feed: how many documents it has, and when it began (milliseconds since 1970). */
export type EventHistory = { readonly slug: string; readonly documents: number; readonly since: number };

/** Where the history of the archive's feed begins, at the newest of its events, which come newest first. */
export const newestDocument = (events: readonly Omit<EventHistory, 'since'>[], to: Permalinks): string | undefined => {
  const newest = events.find(({ documents }) => documents > 0);
  return newest && to.absolute(documentPath(newest.slug, newest.documents, to));
};

/** The links of the history: each leads on from an event to the one before it. `events` come newest first. */
export const historyLinks = (events: readonly EventHistory[], site: Site, to: Permalinks): readonly SiteFile[] => {
  const about = feedOfArchive([], { site, to });
  const reported = events.filter(({ documents }) => documents > 0);
  return reported.map(({ slug, since }, index) => {
    const path = linkPath(slug, to);
    const older = newestDocument(reported.slice(index + 1), to);
    const feed = { ...about, since, ...(older !== undefined && { older }) };
    return { path, type: atomType, print: () => atomOutlineOf(feed, to.absolute(path)) };
  });
};

const documentPath = (event: string, number: number, to: Permalinks): string =>
  to.beside(to.event(event), 'feed-archive', `archive-${number}.xml`);

const linkPath = (event: string, to: Permalinks): string => to.beside(to.home(), 'feed-archive', `${event}.xml`);
