import type { Cards } from '../cards/cards.ts';
import type { ContentFiles } from '../core/content-files.ts';
import { collectDiagnostics, type Diagnostic, hasErrors, sortDiagnostics } from '../core/diagnostics.ts';
import type { EventRecord, ForeignLink } from '../core/event-record.ts';
import { linkTargets } from '../core/link-targets.ts';
import { permalinks } from '../core/permalinks.ts';
import { type ReadOptions, readArchive } from '../core/read-archive.ts';
import { heroesOf, textsOf } from '../core/texts.ts';
import { counterpartsOf } from '../core/translations.ts';
import type { FeedItem } from '../feeds/feed.ts';
import { newestOf } from '../feeds/feed-items.ts';
import { finishEvent, prepareEvent } from '../inspect/event-bodies.ts';
import { foreignFolder, type Tops } from '../inspect/foreign-links.ts';
import { hrefOf } from '../markdown/links.ts';
import type { BodyCache, PreparedBody } from '../markdown/prepare-body.ts';
import type { Pictures } from '../media/pictures.ts';
import type { MediaSource } from '../media/plan-media.ts';
import type { Indexer } from '../search/search-index.ts';
import { type OpenSite, siteOf } from './open-site.ts';
import { recordOf } from './record-of.ts';

/** What the pages of one event are made of. */
export type EventInput = {
  /** The event's folder. */
  readonly folder: string;
  /** `site.yml` and everything in the folder, by path below the content folder. */
  readonly content: MediaSource;
  /** The files of another event, to which this one links. */
  readonly others: (folder: string) => Promise<ContentFiles>;
  readonly tops: Tops;
  readonly options: ReadOptions;
  readonly shelf: BodyCache;
  readonly pictures: Pictures;
  readonly cards: Cards;
  readonly indexer: Indexer;
};

/** An event alone behind the door, what is kept of it, and what is wrong with it; nothing else where there are errors. */
export type OpenedEvent = {
  readonly diagnostics: readonly Diagnostic[];
  readonly opened?: { readonly site: OpenSite; readonly record: EventRecord; readonly items: readonly FeedItem[] };
};

/** Opens one event of an archive: its pages depend on its folder, on `site.yml`, and on where its links lead. */
export const openEvent = async (input: EventInput): Promise<OpenedEvent> => {
  const { folder, content, options, shelf, pictures, cards, indexer } = input;
  const { archive, diagnostics, unplaced } = readArchive(content.files, options);
  const { site, events } = archive;
  const to = permalinks(site.url);
  const { report, diagnostics: inBodies } = collectDiagnostics();
  const prepared = prepareEvent(
    {
      slug: events[0]?.slug ?? folder,
      texts: [...textsOf(archive), ...unplaced],
      heroes: heroesOf(archive),
    },
    { to, shelf, language: events[0]?.language ?? site.language },
    report,
  );
  const foreign = foreignOf(prepared.bodies, input);
  const [event] = events;
  const translations = Object.values(event?.fields.translations ?? {}).flatMap((slug) => input.tops.get(slug) ?? []);
  const files = await filesAround([...foreign.map((link) => link.folder), ...translations], input);
  const around = files.size === content.files.size ? archive : readArchive(files, options).archive;
  const counterparts = event ? counterpartsOf(event, { events: around.events, files }, report) : [];
  const targets = linkTargets(around, files, to);
  const finished = await finishEvent(prepared, { to, targets, source: content, pictures }, report);
  const all = sortDiagnostics([...diagnostics, ...inBodies()]);
  if (!event || hasErrors(all)) return { diagnostics: all };
  const open = [{ event, finished, counterparts }];
  const opened = siteOf({ site, to, open, known: [], source: content, pictures, cards, indexer });
  const [of] = opened.events;
  const { items, changed: feedChanged } = newestOf(of?.slots() ?? []);
  const resolving = { targets, mediaAt: () => undefined };
  const links = foreign.map((link): ForeignLink => ({ ...link, href: hrefOf(link.address, link, resolving) ?? '' }));
  const record: EventRecord = {
    ...recordOf(event),
    links,
    published: items.map((item) => item.published),
    ...(feedChanged !== undefined && { feedChanged }),
    ...(counterparts.length > 0 && { counterparts }),
    ...(of?.cover && { cover: of.cover }),
  };
  return { diagnostics: all, opened: { site: opened, record, items } };
};

/** The files of the event, and of the events to which it links or into which it is translated. */
const filesAround = async (folders: readonly string[], { content, others }: EventInput): Promise<ContentFiles> => {
  const files = new Map(content.files);
  for (const other of new Set(folders)) for (const [path, bytes] of await others(other)) files.set(path, bytes);
  return files;
};

const foreignOf = (
  bodies: readonly PreparedBody[],
  { folder: own, tops }: EventInput,
): readonly Omit<ForeignLink, 'href'>[] =>
  bodies.flatMap(({ text: { file }, links }) =>
    links.flatMap((address) => {
      const folder = foreignFolder(address, file, own, tops);
      return folder === undefined ? [] : [{ address, file, folder }];
    }),
  );
