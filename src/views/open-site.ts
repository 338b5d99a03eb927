import { cardHeight, cardWidth } from '../cards/card.ts';
import type { Cards } from '../cards/cards.ts';
import { describeArchiveCard } from '../cards/describe-card.ts';
import { planCard } from '../cards/plan-card.ts';
import { publishCard } from '../cards/publish-card.ts';
import type { Chart } from '../charts/chart.ts';
import type { Strip } from '../charts/draw-strip.ts';
import type { ChartSize } from '../charts/frames.ts';
import {
  type Entry,
  type Event,
  type EventSummary,
  isMilestone,
  type MilestoneEntry,
  type Site,
  type Text,
} from '../core/archive.ts';
import { piecesOf } from '../core/direction.ts';
import { type EventPages, eventPages } from '../core/event-pages.ts';
import type { EventRecord, IndexedDay } from '../core/event-record.ts';
import { keepFigures } from '../core/keep-figures.ts';
import { liveFile, liveUntil } from '../core/live-file.ts';
import { firstInstant } from '../core/moment.ts';
import { once, remembered } from '../core/once.ts';
import { type PolicyKind, pagePolicy } from '../core/page-policy.ts';
import type { Permalinks } from '../core/permalinks.ts';
import { inOrder } from '../core/read-archive.ts';
import { type Redirect, redirectsOf } from '../core/redirects.ts';
import { searchParts } from '../core/search-parts.ts';
import type { ShownCard, ShownMedia, ShownPicture } from '../core/shown-media.ts';
import type { FeedItem } from '../feeds/feed.ts';
import type { SiteFile } from '../feeds/feed-files.ts';
import { type FeedSlot, feedSlots, newestOf } from '../feeds/feed-items.ts';
import { milestonesCsv } from '../feeds/milestones-csv.ts';
import { milestonesJson } from '../feeds/milestones-json.ts';
import type { FinishedEvent } from '../inspect/event-bodies.ts';
import { type Body, emptyBody } from '../markdown/body.ts';
import { cutText } from '../markdown/excerpt.ts';
import { noteInList } from '../markdown/list-weight.ts';
import type { Pictures } from '../media/pictures.ts';
import { type MediaSource, sourcesOf } from '../media/plan-media.ts';
import { type PublishedMedia, publishMedia } from '../media/publish-media.ts';
import { indexEvent } from '../search/index-event.ts';
import type { Indexer, SearchFiles } from '../search/search-index.ts';
import { searchRecords } from '../search/search-records.ts';
import { partNamesIn } from '../words/describe-parts.ts';
import { type Words, wordsIn } from '../words/words.ts';
import { entryVersion } from './entry-version.ts';
import { eventCards } from './event-cards.ts';
import { eventCharts } from './event-charts.ts';
import { type EntryListing, listEntries, type PageData, pageData } from './page-data.ts';
import { recordOf } from './record-of.ts';
import { archiveFiles, eventFiles } from './site-files.ts';

/** What pages print: the archive, its bodies and pictures, finished. */
export type OpenSite = {
  readonly site: Site;
  /** The events whose pages are made, newest first: all of them, or one where a release is built event by event. */
  readonly events: readonly Event[];
  /** Every event of the archive, as its pages across events know it, newest first. */
  readonly summaries: readonly EventSummary[];
  readonly to: Permalinks;
  /** A note as a list shows it: a long one is cut. */
  readonly noteInList: (note: string) => string;
  /** A text in pieces, by what has to be kept apart in it. */
  /** Figures keep their units; where the style keeps all of the text on one line, its blanks stay as they are. */
  readonly piecesOf: (text: string, isOnOneLine?: boolean) => ReturnType<typeof piecesOf>;
  readonly words: (language: string) => Words;
  /** The entry as a milestone, if it is one that can be read. */
  readonly asMilestone: (entry: Entry) => MilestoneEntry | undefined;
  readonly pagesOf: (event: Event) => EventPages;
  /** The body of an entry, or the standfirst of an event. */
  readonly bodyOf: (document: Entry | Event) => Body;
  /** The HTML of a line of Markdown, such as a caption. */
  readonly lineOf: (text: Text | undefined) => string;
  /** What a list shows of each of its entries, so that its page stays below 300 KB; a timeline has the event's header. */
  readonly listOf: (event: Event, entries: readonly Entry[], timeline: boolean) => EntryListing;
  /** Whether readers must not see an entry yet: true only for the development server, which shows it with a mark. */
  readonly isUpcoming: (event: Event, entry: Entry) => boolean;
  /** What a browser may load and run for a page. */
  readonly policy: (kind: PolicyKind) => string;
  /** What pages say of themselves to machines. */
  readonly data: PageData;
  /** One sentence or two on an entry, for search engines and previews. */
  readonly descriptionOf: (entry: Entry) => string;
  readonly redirects: readonly Redirect[];
  /** The files of an event that are no pages, such as its feeds. */
  readonly filesOf: (event: Event) => readonly SiteFile[];
  /** The same of the whole archive. */
  readonly files: () => readonly SiteFile[];
  /** The places of an event's entries in the history of its feed, oldest first. */
  readonly slotsOf: (event: Event) => readonly FeedSlot[];
  /** The charts of an event: one for each of its metrics that has values. */
  readonly chartsOf: (event: Event, size: Exclude<ChartSize, 'place'>) => readonly Chart[];
  /** The chart of a milestone's metric, about it; none where the milestone has no value. */
  readonly chartAbout: (event: Event, entry: MilestoneEntry) => Chart | undefined;
  /** The milestones of an event in time; none where there are too few or too many to show. */
  readonly stripOf: (event: Event) => Strip | undefined;
  /** The milestones of an event as data. */
  readonly milestonesCsv: (event: Event) => string;
  readonly milestonesJson: (event: Event) => string;
  /** The search index of an event: its files, by their paths in the folder that it is published in. */
  readonly searchFilesOf: (event: Event) => Promise<SearchFiles>;
  /** The days of an event that have entries that can be read, oldest first. */
  readonly indexOf: (event: EventSummary) => readonly IndexedDay[];
  /** The folders of the search indexes of an event, that with the engine first; none where nothing can be read. */
  readonly searchIndexesOf: (event: EventSummary) => readonly string[];
  /** The version in which a page shows an entry, while its event is live. */
  readonly versionOf: (event: Event, entry: Entry) => string | undefined;
  /** What an open page asks for while the event is on. */
  readonly liveFile: (event: Event) => string;
  /** When it stops to ask, in milliseconds since 1970. */
  readonly liveUntil: (event: Event) => number;
  /** A picture of an event, by its path below the content folder. */
  readonly pictureAt: (event: string, path: string) => ShownPicture | undefined;
  /** The picture of an event, as pages of the whole archive show it. */
  readonly coverOf: (event: EventSummary) => ShownPicture | undefined;
  /** The social card of the archive, of an event, or of an entry: a milestone has its own, others that of their event. */
  readonly cardOf: (event?: Event, entry?: Entry) => ShownCard;
  /** Every picture, video and card that is published, by the event that shows it; the card of the archive has none. */
  readonly media: readonly (PublishedMedia & { readonly event?: string })[];
};

/** An event whose pages are made. */
export type OpenEvent = { readonly event: Event; readonly finished: FinishedEvent };

/** An event of which only the record is known, and its feed items where they can be among the newest of the archive. */
export type KnownEvent = { readonly record: EventRecord; readonly items: readonly FeedItem[] };

/** What a site is put together from. */
export type SiteParts = {
  readonly site: Site;
  readonly to: Permalinks;
  readonly open: readonly OpenEvent[];
  readonly known: readonly KnownEvent[];
  readonly source: MediaSource;
  readonly pictures: Pictures;
  readonly cards: Cards;
  readonly indexer: Indexer;
};

/** Puts together what pages print. */
export const siteOf = ({ site, to, open, known, source, pictures, cards, indexer }: SiteParts): OpenSite => {
  const events = inOrder(open.map(({ event }) => event));
  const finished = new Map(open.map((one) => [one.event.slug, one.finished]));
  const covers = new Map(known.map(({ record: { summary, cover } }) => [summary.slug, cover]));
  for (const { event, finished: own } of open)
    covers.set(event.slug, event.hero && asPicture(own.mediaAt(event.hero.file)));
  const bodies = new Map(open.flatMap((one) => [...one.finished.bodies]));
  const bodyOf = (document: Entry | Event): Body =>
    bodies.get('standfirst' in document ? document.standfirst : document.body) ?? emptyBody;
  const pictureOf = ({ slug }: Event): string | undefined => {
    const cover = covers.get(slug);
    return cover && to.absolute(cover.src);
  };
  const frame = { site, to, pictureOf };
  const slots = new Map(events.map((event) => [event, once(() => feedSlots(event, { site, to, bodyOf }))]));
  const slotsOf = (event: Event) => slots.get(event)?.() ?? [];
  const records = [
    ...events.map((event) => ({ ...recordOf(event), newest: () => newestOf(slotsOf(event)) })),
    ...known.map(({ record, items }) => ({ ...record, newest: () => ({ items, changed: record.feedChanged }) })),
  ];
  const recorded = new Map(records.map((one) => [one.summary.slug, one]));
  const summaries = inOrder(records.map(({ summary }) => summary));
  const daysOf = (slug: string): readonly IndexedDay[] => recorded.get(slug)?.days ?? [];
  const layOut = (event: Event): EventPages => eventPages(event, partNamesIn(event.language));
  const pages = new Map(events.map((event) => [event, layOut(event)]));
  const pagesOf = (event: Event): EventPages => pages.get(event) ?? layOut(event);
  const charts = new Map(events.map((event) => [event, eventCharts(event)]));
  const milestoneRecordsOf = (event: Event) => {
    const { milestones, places } = pagesOf(event);
    return {
      event,
      milestones: milestones.map(({ entry }) => entry),
      placeOf: (entry: MilestoneEntry) => places.get(entry),
      to,
    };
  };
  const ownCard = planCard(describeArchiveCard(site));
  const cardsOf = new Map(
    open.map((one) => [one.event.slug, eventCards(one.event, one.finished, { site, source, cards })]),
  );
  const wordsOf = remembered(wordsIn);
  const textOf = (entry: Entry): string => bodyOf(entry).text;
  const versions = (entry: Entry): string => entryVersion(entry, bodyOf(entry));
  const searchFiles = new Map(
    events.map((event) => [
      event,
      once(() => indexEvent(event.slug, searchRecords(event, { to, words: wordsOf(event.language), textOf }), indexer)),
    ]),
  );
  return {
    site,
    events,
    summaries,
    to,
    noteInList,
    piecesOf: (text, isOnOneLine) => piecesOf(isOnOneLine ? text : keepFigures(text)),
    words: wordsOf,
    asMilestone: (entry) => (isMilestone(entry) ? entry : undefined),
    pagesOf,
    bodyOf,
    lineOf: (text) => (text && bodies.get(text)?.html) ?? '',
    listOf: (event, entries, timeline) => listEntries(event, entries, { bodyOf, timeline, frame }),
    isUpcoming: () => false,
    policy: pagePolicy,
    data: pageData(frame),
    descriptionOf: (entry) => entry.withdrawn?.reason ?? (cutText(bodyOf(entry).summary, 200) || entry.title),
    redirects: redirectsOf({ site, events }, to),
    slotsOf,
    filesOf: (event) => {
      const media = sourcesOf(finished.get(event.slug)?.plans ?? []);
      return eventFiles(event, { slots: slotsOf(event), pages: pagesOf(event), media }, { site, to });
    },
    files: () => {
      const told = summaries.flatMap(({ slug }) => {
        const one = recorded.get(slug);
        if (!one) return [];
        const { starts, timezone } = one.summary;
        const since = one.changed === undefined ? 0 : Math.min(firstInstant(starts, timezone), one.changed);
        return { ...one, slug, newest: one.newest(), since };
      });
      return archiveFiles(told, { site, to });
    },
    chartsOf: (event, size) => charts.get(event)?.chartsOf(size) ?? [],
    stripOf: (event) => charts.get(event)?.strip(),
    chartAbout: (event, entry) => charts.get(event)?.chartAbout(entry),
    searchFilesOf: async (event) => (await searchFiles.get(event)?.()) ?? new Map<string, Uint8Array>(),
    indexOf: ({ slug }) => daysOf(slug),
    searchIndexesOf: ({ slug }) => {
      const entries = daysOf(slug).flatMap(({ date, entries: count }) => Array.from({ length: count }, () => date));
      return searchParts(entries).map((_, index) => to.searchIndex(slug, index + 1));
    },
    versionOf: (event, entry) => (event.live ? versions(entry) : undefined),
    liveFile: (event) => liveFile(event, versions),
    liveUntil,
    milestonesCsv: (event) => milestonesCsv(milestoneRecordsOf(event)),
    milestonesJson: (event) => milestonesJson(milestoneRecordsOf(event)),
    pictureAt: (event, path) => asPicture(finished.get(event)?.mediaAt(path)),
    coverOf: ({ slug }) => covers.get(slug),
    cardOf: (event, entry) => {
      const { name, alt } = (event && cardsOf.get(event.slug)?.planFor(entry)) ?? ownCard;
      return { src: to.absolute(to.media(event?.slug, name)), width: cardWidth, height: cardHeight, alt };
    },
    media: [
      publishCard(ownCard, 'site.yml', cards),
      ...open.flatMap(({ event: { slug: event }, finished: { plans } }) =>
        [...publishMedia(plans, source, pictures), ...(cardsOf.get(event)?.files ?? [])].map((media) => ({
          ...media,
          event,
        })),
      ),
    ],
  };
};

const asPicture = (media: ShownMedia | undefined): ShownPicture | undefined =>
  media?.kind === 'picture' ? media : undefined;
