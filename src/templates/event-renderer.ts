import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lead } from '../core/ledger/continue-ledger.ts';
import type { Look } from '../core/look.ts';
import { headersWith } from '../core/page-policy.ts';
import type { ReadOptions } from '../core/read-archive.ts';
import { explainUnexpected } from '../core/unexpected-fault.ts';
import { type Addresses, aroundIn } from '../inspect/around.ts';
import { diskCards, diskPictures } from '../inspect/disk-caches.ts';
import { cacheFolder } from '../io/cache-folder.ts';
import type { ContentPlace, ContentSource } from '../io/content-source.ts';
import type { Commit } from '../io/content-time.ts';
import { diskCache } from '../io/disk-cache.ts';
import { joinContent } from '../io/read-content.ts';
import { cachedIndexer } from '../search/cached-indexer.ts';
import { freshIndexer } from '../search/fresh-indexer.ts';
import type { Indexer } from '../search/search-index.ts';
import type { OpenLook } from '../theme/make-look.ts';
import type { EventInput } from '../views/open-event.ts';
import { openBodies } from './cached-bodies.ts';
import type { ArchiveInput, KnownEvents, Rendered, RenderedArchive, RenderedEvent } from './entry.ts';
import { keptPrints } from './kept-prints.ts';
import { filesOfTemplates, type Templates } from './open-templates.ts';
import type { ShownBefore } from './shown-before.ts';

/** What a print depends on beside the content, as plain data. */
type RenderSettings = {
  readonly options: ReadOptions;
  /** With what addresses begin, such as `/` or `/recaps/`. */
  readonly base: string;
  /** The folder of the compiled templates. */
  readonly folder: string;
  /** The key of the templates, and the version of what makes bodies: kept ones of another are not used. */
  readonly key: string;
  readonly version: string;
  /** The commit that is rendered, where it is one. */
  readonly committed?: Commit;
  /** What is made of the event in each folder beside what its content asks for. */
  readonly leads?: Leads;
  /** What the theme has become. */
  readonly look?: Look;
};

/** Leads by the folder of their event; those below no event by `ownLeads`. */
export type Leads = Readonly<Record<string, readonly Lead[]>>;
export const ownLeads = '';

/** What is printed, and with what. */
export type Rendering = RenderSettings & {
  readonly source: ContentSource;
  readonly templates: () => Promise<Templates>;
  /** The files of the look, and what is wrong with the theme. */
  readonly theme: Pick<OpenLook, 'files' | 'diagnostics'>;
};

/** What is done with the pages of an event as they come, and what of it is still needed afterwards: plain data. */
export type Handler<Result> = (folder: string, event: RenderedEvent) => Promise<Result>;

/**
 * A handler for any thread: the address of a module whose `handlerOf` makes it, and the plain data that is made from.
 * `Result` is what it gives. The module may also have a `shownBeforeOf`, which gives the pages that were made before.
 */
export type Handling<Result> = { readonly module: string; readonly input: unknown; readonly result?: Result };

type HandlingModule<Result> = {
  readonly handlerOf: (input: unknown) => Handler<Result>;
  readonly shownBeforeOf?: (input: unknown) => ShownBefore;
};

/** What came of an event: what is wrong in it, and, where nothing is, what its handler gave. */
export type Handled<Result> = Rendered<Result>;

/** Makes the pages of the event in a folder, and hands them over where they are `isWanted`. */
export type EventRenderer<Result> = (folder: string, isWanted: boolean) => Promise<Handled<Result>>;

/** How each folder was before anything was read, where what is printed of events is kept. */
export type Fingerprints = ReadonlyMap<string, string>;

/** What a thread needs to print events. */
export type ThreadInput<Result = unknown> = {
  readonly place: ContentPlace;
  readonly settings: RenderSettings;
  readonly addresses: Addresses;
  readonly handling: Handling<Result>;
  readonly fingerprints: Fingerprints | undefined;
};

/** What a thread is asked for. */
export type RenderOrder = { readonly folder: string; readonly isWanted: boolean };

/** What it answers: what came of the event, or the error that it ended with, which would lose its class on the way. */
export type Answer<Result = unknown> =
  | Handled<Result>
  | { readonly name: string; readonly message: string; readonly stack: string | undefined };

/** What the pages of an event are made of, and the way to keep its rendered texts afterwards. */
type PreparedInput = { readonly input: EventInput; readonly save: () => Promise<void> };

/** Gets ready to read one event after the other, by its folder. */
export const eventInputs = (
  { source, options, version, look, leads = {} }: Omit<Rendering, 'theme'>,
  addresses: Addresses,
  indexer: Indexer,
): ((folder: string) => Promise<PreparedInput>) => {
  const around = aroundIn(source, addresses, options);
  const [pictures, cards] = [diskPictures(), diskCards()];
  return async (folder) => {
    const content = joinContent(source.top, await source.read(folder));
    const { bodies, save } = await openBodies(folder, version);
    const own = leads[folder];
    const means = { bodies, pictures, cards, indexer, ...(look && { look }), ...(own && { leads: own }) };
    const input = { folder, content, around: around(folder), options, ...means };
    return { input, save };
  };
};

/** Gets ready to print one event after the other, so that the memory it takes is that of the largest. */
export const eventRenderer = async <Result>(
  rendering: Omit<Rendering, 'theme'>,
  addresses: Addresses,
  handling: Handling<Result>,
  fingerprints?: Fingerprints,
): Promise<EventRenderer<Result>> => {
  const { handlerOf, shownBeforeOf }: HandlingModule<Result> = await import(handling.module);
  const handle = handlerOf(handling.input);
  const before = shownBeforeOf?.(handling.input);
  const templates = await rendering.templates();
  const inputOf = eventInputs(rendering, addresses, indexerOf(rendering.version));
  const printOf = fingerprints && (await keptPrints(rendering, diskCache(cacheFolder(), 'prints')));
  return async (folder, isWanted) => {
    const { input: own, save } = await inputOf(folder);
    const kept = isWanted && printOf?.(folder, fingerprints?.get(folder) ?? '');
    const input = { ...own, ...(kept && { kept }) };
    const take = isWanted ? (event: RenderedEvent) => handle(folder, event) : makeForFaults;
    const rendered = await templates.renderEvent<Result | undefined>(input, take, before).catch((fault: unknown) => {
      throw explainUnexpected(fault, `The event in ${folder}`);
    });
    await save();
    return rendered;
  };
};

/** Some faults are found only in pages. */
const makeForFaults = async ({ pages }: RenderedEvent): Promise<undefined> => {
  for await (const _page of pages);
};

/** What the pages of the archive that belong to no event are made of. */
export const archiveInput = (
  { source, options, look, theme, leads = {} }: Rendering,
  addresses: Addresses,
  indexer: Indexer,
  known: KnownEvents,
): ArchiveInput => {
  const around = aroundIn(source, addresses, options)('pages');
  const read = { content: source.top, around, options, known, filesOfLook: theme.files };
  const means = { pictures: diskPictures(), cards: diskCards(), indexer };
  return { ...read, ...means, ...(look && { look }), leads: leads[ownLeads] ?? [] };
};

/** Makes the pages of the archive that belong to no event. */
export const renderPages = async (
  rendering: Rendering,
  addresses: Addresses,
  known: KnownEvents,
): Promise<RenderedArchive> => {
  const { renderArchive } = await rendering.templates();
  const { folder, version } = rendering;
  const rendered = await renderArchive(archiveInput(rendering, addresses, indexerOf(version), known));
  const { pages, hosts } = rendered;
  if (!pages || !hosts || hosts.connections.length === 0) return rendered;
  const headers = headersWith(readFileSync(join(filesOfTemplates(folder), '_headers'), 'utf8'), hosts);
  return { ...rendered, pages: new Map([...pages, ['_headers', Buffer.from(headers)]]) };
};

/** Makes the search index of an event where its entries have changed; the last one is kept on the disk. */
const indexerOf = (version: string): Indexer =>
  cachedIndexer(diskCache(cacheFolder(), 'search'), version, freshIndexer());
