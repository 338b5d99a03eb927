import type { Event, MilestoneEntry, Site, Text } from '../core/archive.ts';
import type { EventPages } from '../core/event-pages.ts';
import type { InArchiveFeed } from '../core/event-record.ts';
import { liveFile } from '../core/live-file.ts';
import { once } from '../core/once.ts';
import type { Permalinks } from '../core/permalinks.ts';
import type { ShownPicture } from '../core/shown-media.ts';
import { archiveDocumentFiles, archiveDocuments, feedOfArchive, type ItemPlace } from '../feeds/archive-feed.ts';
import { type EventMedia, eventJson } from '../feeds/event-json.ts';
import { eventMarkdown } from '../feeds/event-markdown.ts';
import type { FeedItem, FeedOutline } from '../feeds/feed.ts';
import { feedFiles, historyFiles } from '../feeds/feed-files.ts';
import type { FeedSlot } from '../feeds/feed-items.ts';
import { feedSheet } from '../feeds/feed-sheet.ts';
import { feedsOfEvent } from '../feeds/feeds-of.ts';
import { milestonesCsv } from '../feeds/milestones-csv.ts';
import { milestonesJson } from '../feeds/milestones-json.ts';
import type { SiteFile } from '../feeds/site-file.ts';
import { robotsOf, sitemapOfEvent, sitemapsOfArchive } from '../feeds/sitemap.ts';
import type { Body } from '../markdown/body.ts';
import { entryVersion } from './entry-version.ts';

/** What the files of a site are made from. */
type Frame = { readonly site: Site; readonly to: Permalinks };

/** What the files of an event are made of; `media` are the files that it shows and hands out. */
type FileParts = {
  readonly slots: readonly FeedSlot[];
  readonly pages: EventPages;
  readonly media: EventMedia;
  readonly cover: ShownPicture | undefined;
  readonly bodyOf: (text: Text) => Body;
};

/**
 * The files of an event that are no pages: its feeds, their archive documents, its sitemap, and all of it as data. Below an earlier slug of the event are the same, so that nobody who follows them loses
 * them.
 */
export const eventFiles = (
  event: Event,
  { slots, pages, media, cover, bodyOf }: FileParts,
  frame: Frame,
): readonly SiteFile[] => {
  const { to } = frame;
  const feeds = [...feedsOfEvent(event, slots, frame).values()];
  const own = [
    ...feeds.flatMap(({ feed }) => feedFiles(feed)),
    ...milestoneFiles(event, pages, to),
    ...feeds.flatMap(historyFiles),
    sitemapOfEvent(event, pages, to),
    { path: to.eventJson(event.slug), type: json, print: once(() => eventJson(event, media, to)) },
    {
      path: to.eventMarkdown(event.slug),
      type: 'text/markdown; charset=utf-8',
      print: once(() => eventMarkdown(event, { ...frame, bodyOf, cover })),
    },
  ];
  return [
    ...own,
    ...event.aliases.flatMap((alias) => own.map((file) => moved(file, to.event(event.slug), to.event(alias)))),
    ...(event.live ? [liveFileOf(event, bodyOf, to)] : []),
  ];
};

const json = 'application/json; charset=utf-8';

/** The milestones of an event as data. */
const milestoneFiles = (event: Event, { milestones, places }: EventPages, to: Permalinks): readonly SiteFile[] => {
  const context = {
    event,
    milestones: milestones.map(({ entry }) => entry),
    placeOf: (entry: MilestoneEntry) => places.get(entry),
    to,
  };
  return [
    {
      path: to.milestonesCsv(event.slug),
      type: 'text/csv; charset=utf-8; header=present',
      print: () => milestonesCsv(context),
    },
    { path: to.milestonesJson(event.slug), type: json, print: () => milestonesJson(context) },
  ];
};

/** What an open page asks for while the event is on. */
const liveFileOf = (event: Event, bodyOf: FileParts['bodyOf'], to: Permalinks): SiteFile => ({
  path: to.live(event.slug),
  type: json,
  print: () => liveFile(event, (entry) => entryVersion(entry, bodyOf(entry.body))),
});

const moved = (file: SiteFile, from: string, to: string): SiteFile => ({
  ...file,
  path: to + file.path.slice(from.length),
});

/** An event, as the files of the whole archive know it: with its items as `KnownEvent` has them. */
export type ListedEvent = InArchiveFeed & {
  readonly slug: string;
  readonly items: readonly FeedItem[];
  readonly outlines: readonly FeedOutline[];
  readonly changed?: number;
};

/** What the archive has beside its events: its own pages, the files that are copied; and which documents are there already. */
type OwnFiles = {
  readonly pages: readonly { readonly slug: string }[];
  readonly copies: readonly { readonly path: string }[];
  readonly skipped?: ReadonlySet<number>;
};

/** The files of the whole archive that are no pages, such as its feed and sitemap. `events` come newest first. */
export const archiveFiles = (
  events: readonly ListedEvent[],
  { pages, copies, skipped = new Set() }: OwnFiles,
  frame: Frame,
): readonly SiteFile[] => {
  const { site, to } = frame;
  const past = events.reduce((sum, { placed }) => sum + placed.length, 0);
  const bySlug = new Map(events.map((event) => [event.slug, event]));
  const outlineAt = ({ event, index }: ItemPlace): FeedOutline => {
    const outline = bySlug.get(event)?.outlines[index];
    if (!outline) throw new Error(`Item ${index} of the event ${event} is not there.`);
    return outline;
  };
  const documents = archiveDocuments(events).filter(({ number }) => !skipped.has(number));
  return [
    ...feedFiles(feedOfArchive(events, past, frame)),
    ...archiveDocumentFiles(documents, outlineAt, frame),
    feedSheet(site, to),
    ...sitemapsOfArchive(events, pages, to),
    ...(copies.some(({ path }) => path === 'robots.txt') ? [] : [robotsOf(to)]),
  ];
};
