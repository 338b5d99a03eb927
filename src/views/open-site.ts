import { describeArchiveCard } from '../cards/describe-card.ts';
import { planCard } from '../cards/plan-card.ts';
import { publishCard } from '../cards/publish-card.ts';
import type { Entry, Event, EventSummary, Site } from '../core/archive.ts';
import { type Diagnostic, hasErrors } from '../core/diagnostics.ts';
import type { EventRecord, IndexedDay } from '../core/event-record.ts';
import type { Lead } from '../core/ledger/continue-ledger.ts';
import { once, remembered } from '../core/once.ts';
import { hostsOf, type PolicyKind, pagePolicy } from '../core/page-policy.ts';
import type { Permalinks } from '../core/permalinks.ts';
import { inOrder } from '../core/read-archive.ts';
import { hasTitleIndex } from '../core/search-parts.ts';
import type { ShownCard, ShownPicture } from '../core/shown-media.ts';
import { candidatesOf, inArchiveFeed } from '../feeds/archive-feed.ts';
import { type FeedItem, type FeedOutline, feedOutlineOf } from '../feeds/feed.ts';
import { pastOf } from '../feeds/newest.ts';
import type { SiteFile } from '../feeds/site-file.ts';
import { type Inspection, type InspectOptions, inspect } from '../inspect/inspect.ts';
import type { BodyCache } from '../markdown/prepare-body.ts';
import type { MediaSource } from '../media/plan-media.ts';
import type { PublishedMedia } from '../media/publish-media.ts';
import { indexTitles } from '../search/index-titles.ts';
import type { SearchFiles } from '../search/search-index.ts';
import { shownCard } from './event-cards.ts';
import { type EventParts, type OpenEvent, openEventOf } from './open-event-of.ts';
import { type OpenOwn, type OwnParts, openOwnOf } from './open-own.ts';
import { type OwnRecord, recordOf } from './record-of.ts';
import { archiveFiles, type ListedEvent } from './site-files.ts';

/** A site that is rendered: what the views of its pages are made from. */
export type OpenSite = {
  readonly site: Site;
  readonly to: Permalinks;
  /** The events whose pages are made, newest first: all of them, or one where a release is built event by event. */
  readonly events: readonly OpenEvent[];
  /** Every event of the archive, as its pages across events know it, newest first. */
  readonly records: readonly SiteRecord[];
  /** The social card of the archive. */
  readonly card: ShownCard;
  /** The files of the whole archive that are no pages, such as its feed. */
  readonly files: () => readonly SiteFile[];
  /** What else belongs to the archive and to none of its events. */
  readonly own: OpenOwn;
  /** Pages at addresses below no event that lead elsewhere, where only those of the archive are made. */
  readonly leads: readonly Lead[];
  /** The search indexes that belong to no event: of its own pages, and of all titles where there are many events. */
  readonly searchFiles: () => Promise<SearchFiles>;
  /** The files that are made for it: its social card, the pictures of its pages, and the files of its look. */
  readonly media: readonly PublishedMedia[];
  /** What a browser may load and run for a page. */
  readonly policy: (kind: PolicyKind) => string;
  /** Whether readers must not see an entry yet: true only for the development server, which shows it with a mark. */
  readonly isUpcoming: (event: Event, entry: Entry) => boolean;
  /** Pages that were made before, where somebody has them. */
  readonly kept?: PagesBefore;
};

/** Finds the page that was made before of what it would show now, by its file. */
export type PagesBefore = { readonly find: (file: string, shown: unknown) => Uint8Array | undefined };

/** An event, as pages of the whole archive know it. */
export type SiteRecord = {
  readonly event: EventSummary;
  readonly days: readonly IndexedDay[];
  readonly cover: ShownPicture | undefined;
};

/**
 * An event of which only the record is known; its items where they can be in the feed of the archive, newest first, and all
 * that have come without their texts, oldest first, where they can be in a document of its history that is made.
 */
export type KnownEvent = {
  readonly record: EventRecord;
  readonly items: readonly FeedItem[];
  readonly outlines: readonly FeedOutline[];
  /** What the index of all titles has of it, as JSON. */
  readonly titles: string;
};

/** The events of which only the records are known, and the documents of the archive's history that need not be made. */
export type KnownEvents = { readonly events: readonly KnownEvent[]; readonly documents?: ReadonlySet<number> };

/** What pages are made with beside the content. */
export type SiteMeans = Pick<EventParts, 'pictures' | 'cards' | 'indexer' | 'leads'> & { readonly bodies?: BodyCache };

/**
 * Inspects a content, and puts together what its pages are made from: no site where there are errors. `known` are the events
 * of which only the records are there.
 */
export const openSite = async (
  content: MediaSource,
  options: InspectOptions,
  { bodies, ...means }: SiteMeans,
  known: KnownEvents = { events: [] },
): Promise<Pick<Inspection, 'events'> & { readonly diagnostics: readonly Diagnostic[]; readonly site?: OpenSite }> => {
  const caches = { ...(bodies && { bodies }), pictures: async () => means.pictures };
  const { archive, to, diagnostics, events, own: finished, filesOfLook } = await inspect(content, options, caches);
  if (hasErrors(diagnostics)) return { events, diagnostics };
  const own = { pages: archive.pages, copies: archive.copies, ...(finished && { finished }) };
  const site = siteOf({ site: archive.site, to, open: events, known, own, source: content, ...means });
  return { events, diagnostics, site: { ...site, media: [...site.media, ...filesOfLook] } };
};

/** What a site is put together from. */
type SiteParts = {
  readonly site: Site;
  readonly to: Permalinks;
  readonly open: readonly Pick<EventParts, 'event' | 'finished' | 'counterparts'>[];
  readonly known: KnownEvents;
  readonly own: OwnParts;
} & Pick<EventParts, 'source' | 'pictures' | 'cards' | 'indexer' | 'leads'>;

/** Puts together what pages are made from. */
const siteOf = ({ site, to, open, known, own: ownParts, ...means }: SiteParts): OpenSite => {
  const opened = new Map(open.map((one) => [one.event, openEventOf({ ...one, ...means, site, to })]));
  const events = inOrder(open.map(({ event }) => event)).flatMap((event) => opened.get(event) ?? []);
  const reported = new Map(
    [
      ...events.map((one) => ({
        ...recordOf(one.event),
        cover: one.cover,
        titles: one.titles,
        inFeed: () => openInFeed(one),
      })),
      ...known.events.map(({ record, items, outlines, titles }) => ({
        ...record,
        cover: record.cover,
        titles: () => titles,
        inFeed: () => ({ ...record.feed, items, outlines }),
      })),
    ].map((one) => [one.summary.slug, one]),
  );
  const records = inOrder([...reported.values()].map(({ summary }) => summary)).flatMap(
    ({ slug }) => reported.get(slug) ?? [],
  );
  const card = planCard(describeArchiveCard(site));
  const own = openOwnOf(ownParts, { ...means, site, to });
  const hosts = hostsOf(site.head);
  return {
    site,
    to,
    events,
    records: records.map(({ summary, days, cover }) => ({ event: summary, days, cover })),
    card: shownCard(card, to),
    files: () =>
      archiveFiles(records.map(listed), { ...own, ...(known.documents && { skipped: known.documents }) }, { site, to }),
    own,
    leads: open.length === 0 ? (means.leads ?? []) : [],
    searchFiles: once(async () => {
      if (!hasTitleIndex(entryCounts(records, own.pages))) return own.searchFiles();
      const all = records.map(({ summary: { slug }, changed, titles }) => ({
        slug,
        titles: titles(),
        ...(changed !== undefined && { changed }),
      }));
      const [owned, found] = await Promise.all([own.searchFiles(), indexTitles(all, own.titles(), means.indexer)]);
      const named = [...found].map(([path, bytes]) => [`titles/${path}`, bytes] as const);
      return new Map([...owned, ...named]);
    }),
    media: [publishCard(card, 'site.yml', means.cards), ...own.media],
    policy: remembered((kind: PolicyKind) => pagePolicy(kind, hosts)),
    isUpcoming: () => false,
  };
};

/** How many entries each event has that can be found, and how many pages the archive has. */
export const entryCounts = (
  records: readonly Pick<SiteRecord, 'days'>[],
  pages: readonly unknown[],
): readonly number[] => [
  ...records.map(({ days }) => days.reduce((sum, { entries }) => sum + entries, 0)),
  pages.length,
];

/** An event, as the files of the archive know it. */
const listed = ({
  summary: { slug },
  changed,
  inFeed,
}: OwnRecord & { readonly inFeed: () => EventInFeed }): ListedEvent => ({
  slug,
  ...(changed !== undefined && { changed }),
  ...inFeed(),
});

const openInFeed = ({ itemsForArchive }: OpenEvent): EventInFeed => {
  const items = itemsForArchive();
  return { ...inArchiveFeed(items), items: candidatesOf(items), outlines: pastOf(items).map(feedOutlineOf) };
};

type EventInFeed = Omit<ListedEvent, 'slug' | 'changed'>;
