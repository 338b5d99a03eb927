import type { Diagnostic } from '../core/diagnostics.ts';
import type { EventRecord } from '../core/event-record.ts';
import { printAddresses } from '../core/ledger/ledger.ts';
import type { Look } from '../core/look.ts';
import type { ReadOptions } from '../core/read-archive.ts';
import { candidatesOf, inArchiveFeed } from '../feeds/archive-feed.ts';
import { feedOutlineOf } from '../feeds/feed.ts';
import { pastOf } from '../feeds/newest.ts';
import type { Around } from '../inspect/around.ts';
import type { Inspection } from '../inspect/inspect.ts';
import type { MediaSource } from '../media/plan-media.ts';
import { addressesIn } from './addresses-in.ts';
import type { OpenEvent } from './open-event-of.ts';
import { type KnownEvent, type OpenSite, openSite, type SiteMeans } from './open-site.ts';
import { recordOf } from './record-of.ts';

/** What the pages of one event are made of. */
export type EventInput = SiteMeans & {
  /** The event's folder. */
  readonly folder: string;
  /** `site.yml` and everything in the folder, by path below the content folder. */
  readonly content: MediaSource;
  readonly around: Around;
  readonly options: ReadOptions;
  readonly look?: Look;
};

/** An event that is ready to be rendered, what is kept of it, and what is wrong with it; nothing else where there are errors. */
export type OpenedEvent = {
  readonly diagnostics: readonly Diagnostic[];
  readonly opened?: { readonly site: OpenSite; readonly known: () => KnownEvent };
};

/** Opens one event of an archive: its pages depend on its folder, on `site.yml`, and on where its links lead. */
export const openEvent = async ({ content, around, options, look, ...means }: EventInput): Promise<OpenedEvent> => {
  const { diagnostics, site, events } = await openSite(content, { ...options, around, look }, means);
  const [own] = events;
  const [of] = site?.events ?? [];
  if (!site || !own || !of) return { diagnostics };
  return { diagnostics, opened: { site, known: () => knownOf(own, of, site) } };
};

const knownOf = (own: Inspection['events'][number], of: OpenEvent, site: OpenSite): KnownEvent => {
  const items = of.itemsForArchive();
  const record: EventRecord = {
    ...recordOf(own.event),
    addresses: printAddresses(addressesIn(of, site.to)),
    ...(of.leads.length > 0 && { leads: of.leads }),
    links: own.finished.links,
    feed: inArchiveFeed(items),
    ...(own.counterparts.length > 0 && { counterparts: own.counterparts }),
    ...(of.cover && { cover: of.cover }),
  };
  return { record, items: candidatesOf(items), outlines: pastOf(items).map(feedOutlineOf), titles: of.titles() };
};
