import type { Diagnostic } from '../core/diagnostics.ts';
import type { EventRecord } from '../core/event-record.ts';
import type { Look } from '../core/look.ts';
import type { ReadOptions } from '../core/read-archive.ts';
import type { FeedItem } from '../feeds/feed.ts';
import { newestOf } from '../feeds/newest.ts';
import type { Around } from '../inspect/around.ts';
import type { MediaSource } from '../media/plan-media.ts';
import { type OpenSite, openSite, type SiteMeans } from './open-site.ts';
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

/** An event that is ready to be rendered, its record, and what is wrong with it; nothing else where there are errors. */
export type OpenedEvent = {
  readonly diagnostics: readonly Diagnostic[];
  readonly opened?: {
    readonly site: OpenSite;
    readonly record: EventRecord;
    readonly items: readonly FeedItem[];
    readonly titles: string;
  };
};

/** Opens one event of an archive: its pages depend on its folder, on `site.yml`, and on where its links lead. */
export const openEvent = async ({ content, around, options, look, ...means }: EventInput): Promise<OpenedEvent> => {
  const { diagnostics, site, events } = await openSite(content, { ...options, around, look }, means);
  const [own] = events;
  const [of] = site?.events ?? [];
  if (!site || !own || !of) return { diagnostics };
  const { items, changed: feedChanged } = newestOf(of.slots());
  const record: EventRecord = {
    ...recordOf(own.event),
    links: own.finished.links,
    published: items.map((item) => item.published),
    ...(feedChanged !== undefined && { feedChanged }),
    ...(own.counterparts.length > 0 && { counterparts: own.counterparts }),
    ...(of.cover && { cover: of.cover }),
  };
  return { diagnostics, opened: { site, record, items, titles: of.titles() } };
};
