import type { Cards } from '../cards/cards.ts';
import type { Entry, Event, Site, Text } from '../core/archive.ts';
import { type EventPages, eventPages } from '../core/event-pages.ts';
import type { Lead } from '../core/ledger/continue-ledger.ts';
import { once } from '../core/once.ts';
import type { Permalinks } from '../core/permalinks.ts';
import type { ShownCard, ShownMedia, ShownPicture } from '../core/shown-media.ts';
import type { Counterpart } from '../core/translations.ts';
import type { FeedItem } from '../feeds/feed.ts';
import { type FeedSlot, feedSlots, itemsForArchive } from '../feeds/feed-items.ts';
import type { SiteFile } from '../feeds/site-file.ts';
import type { FinishedEvent } from '../inspect/inspect-event.ts';
import { type Body, emptyBody } from '../markdown/body.ts';
import type { Pictures } from '../media/pictures.ts';
import { handedFilesOf, type MediaSource } from '../media/plan-media.ts';
import { type PublishedMedia, publishMedia } from '../media/publish-media.ts';
import { indexEvent } from '../search/index-event.ts';
import type { Indexer, SearchFiles } from '../search/search-index.ts';
import { searchRecords } from '../search/search-records.ts';
import { partNamesIn } from '../words/describe-parts.ts';
import { wordsIn } from '../words/words.ts';
import { eventCards, shownCard } from './event-cards.ts';
import { type EventCharts, eventCharts } from './event-charts.ts';
import { eventFiles } from './site-files.ts';

/** An event that is rendered: what the views of its pages are made from. */
export type OpenEvent = {
  readonly event: Event;
  /** The event in other languages. */
  readonly counterparts: readonly Counterpart[];
  /** What stands on which of its pages. */
  readonly pages: EventPages;
  /** A text of the event, such as the body of an entry, or the line below a picture; empty where there is none. */
  readonly bodyOf: (text: Text | undefined) => Body;
  readonly charts: EventCharts;
  /** The picture at its top. */
  readonly cover: ShownPicture | undefined;
  /** The first picture that an entry shows, as metadata name it. */
  readonly pictureOf: (entry: Entry) => ShownCard | undefined;
  /**
   * The social card of the event, or of an entry: a milestone has its own; that of another is the first picture that it shows, or
   * else that of the event.
   */
  readonly cardOf: (entry?: Entry) => ShownCard;
  /** The items of its entries in its own feeds, oldest first. */
  readonly slots: () => readonly FeedSlot[];
  /** Its items in the feed of the archive, oldest first. */
  readonly itemsForArchive: () => readonly FeedItem[];
  /** Its files that are no pages, such as its feeds. */
  readonly files: () => readonly SiteFile[];
  /** What the content does not ask for, and is made because it was published. */
  readonly leads: readonly Lead[];
  /** Its search index: the files by their paths in the folder that it is published in. */
  readonly searchFiles: () => Promise<SearchFiles>;
  /** What is found of its entries in the index of all titles, as JSON. */
  readonly titles: () => string;
  /** Every picture, video and card that it publishes. */
  readonly media: readonly PublishedMedia[];
};

/** What an event is put together from. */
export type EventParts = {
  readonly site: Site;
  readonly to: Permalinks;
  readonly event: Event;
  readonly finished: FinishedEvent;
  readonly counterparts: readonly Counterpart[];
  readonly source: MediaSource;
  readonly pictures: Pictures;
  readonly cards: Cards;
  readonly indexer: Indexer;
  readonly leads?: readonly Lead[];
};

/** Puts together what the pages of an event are made from. */
export const openEventOf = ({
  site,
  to,
  event,
  finished,
  counterparts,
  leads = [],
  ...means
}: EventParts): OpenEvent => {
  const { plans, mediaAt } = finished;
  const bodyOf = (text: Text | undefined): Body => (text && finished.bodies.get(text)) ?? emptyBody;
  const pictureOf = ({ body, withdrawn }: Entry): ShownCard | undefined => {
    const picture = withdrawn ? undefined : bodyOf(body).media.find(({ kind }) => kind === 'picture');
    if (!picture) return undefined;
    const { src, type, text: alt, width = 0, height = 0 } = picture;
    return { src: to.absolute(src), type, alt, width, height };
  };
  const source = { site, to, bodyOf };
  const slots = once(() => feedSlots(event, source));
  const pages = eventPages(event, partNamesIn(event.language));
  const cards = eventCards(event, finished, { site, source: means.source, cards: means.cards });
  const words = wordsIn(event.language);
  const records = once(() => searchRecords(event, { to, words, textOf: ({ body }) => bodyOf(body).text }));
  const cover = event.hero && asPicture(mediaAt(event.hero.file));
  return {
    event,
    counterparts,
    pages,
    bodyOf,
    charts: eventCharts(event),
    cover,
    pictureOf,
    cardOf: (entry) =>
      (entry && !entry.milestone ? pictureOf(entry) : undefined) ?? shownCard(cards.planFor(entry), to, event.slug),
    slots,
    itemsForArchive: once(() => itemsForArchive(event, slots(), source)),
    leads,
    files: () =>
      eventFiles(
        event,
        { slots: slots(), pages, media: { sources: finished.sources, files: handedFilesOf(plans) }, cover, bodyOf },
        { site, to },
      ),
    searchFiles: once(() =>
      indexEvent(
        event.slug,
        records().map((make) => () => make().whole),
        means.indexer,
      ),
    ),
    titles: () => JSON.stringify(records().map((make) => make().brief)),
    media: [...publishMedia(plans, means.source, means.pictures), ...cards.files],
  };
};

const asPicture = (media: ShownMedia | undefined): ShownPicture | undefined =>
  media?.kind === 'picture' ? media : undefined;
