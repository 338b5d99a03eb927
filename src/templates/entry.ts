import { StaticPaths } from 'astro:static-paths';
import { setImmediate } from 'node:timers/promises';
import { App } from 'astro/app';
import { createApp } from 'astro/app/entrypoint';
import type { Diagnostic } from '../core/diagnostics.ts';
import { feedFormats } from '../core/feed-formats.ts';
import { once } from '../core/once.ts';
import { hostsOf, type PolicyHosts } from '../core/page-policy.ts';
import { rules } from '../core/rules.ts';
import { type PublishedMedia, wholeBytes } from '../media/publish-media.ts';
import { renderWith } from '../rendering.ts';
import { cutHeader, mostPageBytes, PageTooLarge } from '../views/fit-page.ts';
import { lookTextsOf, withLook } from '../views/look-texts.ts';
import { type EventInput, type OpenedEvent, openEvent } from '../views/open-event.ts';
import type { OpenEvent } from '../views/open-event-of.ts';
import { type KnownEvent, type KnownEvents, type OpenSite, openSite } from '../views/open-site.ts';
import { whileWriting } from '../views/while-writing.ts';
import type { KeptPrint, Print, PrintKeeper } from './kept-prints.ts';
import { keepingShown, type ShownBefore } from './shown-before.ts';

export type { KnownEvent, KnownEvents } from '../views/open-site.ts';

/** Files by their path below the root of the site. */
export type Pages = ReadonlyMap<string, Uint8Array>;

/** The same, each made when it is asked for. */
export type PageMakers = ReadonlyMap<string, () => Promise<Uint8Array>>;

/** An event as it is shown while it is written; nothing to show where it has errors. */
export type WrittenEvent = Pick<OpenedEvent, 'diagnostics'> & {
  readonly shown?: KnownEvent & { readonly pages: PageMakers } & Pick<OpenEvent, 'media' | 'searchFiles'>;
};

/** An event whose pages come one after the other, and what is kept of it, which is better asked for when they have. */
export type RenderedEvent = {
  readonly slug: string;
  readonly pages: AsyncIterable<readonly [path: string, bytes: Uint8Array]>;
  readonly media: readonly PublishedMedia[];
  readonly known: () => KnownEvent;
  /** The states of what pages show, by their files, as far as they have come, where they were asked for. */
  readonly shown: ReadonlyMap<string, string>;
};

/** What is wrong with an event, and, where that includes no errors, what became of its pages. */
export type Rendered<Result> = Pick<OpenedEvent, 'diagnostics'> & { readonly result?: Result | undefined };

/** Loads the templates of all pages, for the one who waits for something to print. */
export const loadPages = async (): Promise<void> => {
  const { pageMap = new Map() } = createApp({ streaming: false }).manifest;
  for (const load of pageMap.values()) await load();
};

/**
 * Makes the pages of one event, and hands them over to `take`. What that has done of them is not whole where there are errors. Of
 * the pages `before`, those that show the same are taken as they are.
 */
export const renderEvent = async <Result>(
  { kept, ...input }: EventInput & { readonly kept?: KeptPrint },
  take: (event: RenderedEvent) => Promise<Result>,
  before?: ShownBefore,
): Promise<Rendered<Result>> => {
  const { diagnostics, opened } = await openEvent(input);
  const [of] = opened?.site.events ?? [];
  if (!opened || !of) return { diagnostics };
  const { site, known: knownWith, state } = opened;
  const print = await kept?.recall(state);
  const known = once(() => knownWith(print?.titles));
  const event = { slug: of.event.slug, media: of.media, known };
  try {
    if (print) return { diagnostics, result: await take({ ...event, pages: recolour(print, site), shown: new Map() }) };
    const showing = before && keepingShown(before);
    const cut = new Set<string>();
    const printed = pagesOf({ ...site, ...(showing && { kept: showing }) }, of, cut);
    const keeper = kept?.begin(state);
    const pages = keeper ? keepPages(printed, (path) => !isFeed(path) && !cut.has(path), keeper) : printed;
    const result = await take({ ...event, pages, shown: showing?.states ?? new Map() });
    await keeper?.end({ look: lookTextsOf(site), titles: known().titles });
    return { diagnostics, result };
  } catch (fault) {
    if (!(fault instanceof PageTooLarge)) throw fault;
    return { diagnostics: [...diagnostics, longPage(input.folder, fault)] };
  }
};

/** The pages of an event, and its search index at last. */
async function* pagesOf(site: OpenSite, { event, searchFiles }: OpenEvent, cut: Set<string>): RenderedEvent['pages'] {
  // Pagefind takes as long as all pages: it is at work, in a process of its own, from the first of them on.
  const indexing = searchFiles();
  indexing.catch(() => {});
  yield* makeAll(await pageMakers(site, isOfEvent, cut));
  for (const [path, bytes] of await indexing) yield [`${event.slug}/search/pagefind/${path}`, bytes];
}

/** Gives pages to whoever keeps them, too. */
async function* keepPages(
  pages: RenderedEvent['pages'],
  isKept: (path: string) => boolean,
  keeper: PrintKeeper,
): RenderedEvent['pages'] {
  for await (const [path, bytes] of pages) {
    if (isKept(path)) keeper.add(path, bytes);
    yield [path, bytes];
  }
}

/**
 * The pages of an event as they are with the colours of the site. What feeds show of these is no text that could be replaced, and a
 * page that is shortened to its limit has room for less or more of its texts: these are made anew.
 */
async function* recolour({ pages, look }: Print, site: OpenSite): RenderedEvent['pages'] {
  const colour = withLook(look, lookTextsOf(site));
  const done = new Set<string>();
  for (const [path, bytes] of pages) {
    const isPage = path.endsWith('.html');
    const page = isPage ? colour(bytes) : bytes;
    if (isPage && page.length > mostPageBytes) continue;
    done.add(path);
    yield [path, page];
    if (done.size % pagesAtOnce === 0) await setImmediate();
  }
  const makers = await pageMakers(site, isOfEvent);
  yield* makeAll(new Map([...makers].filter(([path]) => !done.has(path))));
}

const isFeed = (path: string): boolean =>
  /\/feed-archive\/\d+\.xml$/.test(path) || feedFormats.some(({ file }) => path.endsWith(`/${file}`));

/** Opens one event as it is shown while it is written: with marks for what readers must not see yet, by the clock `now`. */
export const openWritten = async (input: EventInput, now: () => number): Promise<WrittenEvent> => {
  const { diagnostics, opened } = await openEvent(input);
  const [event] = opened?.site.events ?? [];
  if (!opened || !event) return { diagnostics };
  const { site, known } = opened;
  const pages = await pageMakers(whileWriting(site, now), isOfEvent);
  return { diagnostics, shown: { ...known(), pages, media: event.media, searchFiles: event.searchFiles } };
};

const longPage = (folder: string, { found }: PageTooLarge): Diagnostic => ({
  file: `${folder}/event.md`,
  line: 1,
  column: 1,
  rule: 'long-page',
  severity: rules['long-page'].severity,
  ...found,
});

/** What the pages of an archive are made of: `content` is what lies beside its events, of which only records are `known`. */
export type ArchiveInput = Omit<EventInput, 'folder'> & {
  readonly known: KnownEvents;
  /** The files of its look. */
  readonly filesOfLook: readonly PublishedMedia[];
};

/** The archive around its events, whose pages are made when they are asked for; nothing to show where it has errors. */
type OpenedArchive = {
  readonly diagnostics: readonly Diagnostic[];
  readonly shown?: { readonly pages: PageMakers; readonly hosts: PolicyHosts } & Pick<
    OpenSite,
    'media' | 'searchFiles'
  >;
};

/** Opens the pages of the archive, and all else that belongs to none of its events. */
export const openArchivePages = async (input: ArchiveInput): Promise<OpenedArchive> => {
  const { content, around, options, look, known, filesOfLook, ...means } = input;
  const { diagnostics, site } = await openSite(content, { ...options, around, look }, means, known);
  if (!site) return { diagnostics };
  const { searchFiles } = site;
  const copied = site.own.copies.map(({ path, bytes }) => [path, async () => wholeBytes(bytes())] as const);
  const pages = new Map([...(await pageMakers(site, (route) => !isOfEvent(route))), ...copied]);
  return {
    diagnostics,
    shown: { pages, media: [...site.media, ...filesOfLook], searchFiles, hosts: hostsOf(site.site.head) },
  };
};

/** The pages of an archive; none where it has errors. */
export type RenderedArchive = Pick<OpenedArchive, 'diagnostics'> & {
  readonly pages?: Pages;
  /** The hosts that its policy names. */
  readonly hosts?: PolicyHosts;
};

/** Makes them. */
export const renderArchive = async (input: ArchiveInput): Promise<RenderedArchive> => {
  const { diagnostics, shown } = await openArchivePages(input);
  if (!shown) return { diagnostics };
  const pages = new Map<string, Uint8Array>();
  for await (const [path, bytes] of makeAll(shown.pages)) pages.set(path, bytes);
  for (const [path, bytes] of await shown.searchFiles()) pages.set(`search/pagefind/${path}`, bytes);
  for (const { names, make } of shown.media)
    for (const [name, bytes] of await make(new Set(names))) pages.set(`media/${name}`, await wholeBytes(bytes));
  return { diagnostics, pages, hosts: shown.hosts };
};

/** Astro would print an error, and answer with a page that says nothing. */
class StrictApp extends App {
  protected override createErrorHandler() {
    const usual = super.createErrorHandler();
    const renderError: typeof usual.renderError = (request, options) => {
      if (options.error) throw options.error;
      return usual.renderError(request, options);
    };
    return { ...usual, renderError };
  }
}

type Route = { readonly params: readonly string[]; readonly type: string; readonly component: string };

const isOfEvent = ({ params }: Route): boolean => params.includes('event');

/** Makes the pages of wanted routes when they are asked for. Those that have been shortened to their limit come into `cut`. */
const pageMakers = (
  site: OpenSite,
  isWanted: (route: Route) => boolean,
  cut = new Set<string>(),
): Promise<PageMakers> =>
  renderWith(site, async () => {
    // Astro remembers the paths of a manifest: a copy of it makes it ask again.
    const { manifest } = createApp({ streaming: false });
    const routes = manifest.routes
      .filter(({ routeData }) => !isMade(routeData))
      .map((route) => ({ ...route, styles: linkedOnce(route.styles) }));
    // Modules are imported once, and not for each page.
    const pageMap = new Map([...(manifest.pageMap ?? [])].map(([page, load]) => [page, once(load)]));
    // With what addresses begin depends on the archive alone: the templates are compiled once for all.
    const base = `${site.to.base}/`;
    const app = new StrictApp({ ...manifest, routes, pageMap, base }, false);
    const pages = new Map<string, () => Promise<Uint8Array>>();
    for (const { pathname, route } of await new StaticPaths(app).getAll()) {
      const path = pathname.replace(/^\/|\/$/g, '');
      const file = fileOf(path, route.type);
      // Of two routes with the same address the first one has it, as in a build by Astro.
      if (!isWanted(route) || pages.has(file)) continue;
      // Astro wants a slash behind every address without an ending in its route, which files do not have either.
      const address = route.pattern.test(`/${path}`) ? path : `${path}/`;
      const { href } = new URL(`${base}${address}`, 'http://localhost');
      const make = async (): Promise<Uint8Array> => {
        const response = await app.render(requestOf(href), { routeData: route });
        if (!response.ok && file !== '404.html')
          throw new Error(`The page ${file} cannot be made (${response.status}).`);
        if (response.headers.has(cutHeader)) cut.add(file);
        return response.bytes();
      };
      pages.set(file, () => renderWith(site, make));
    }
    return pages;
  });

/** Style sheets of a route, of which Astro makes links for each of its pages: these are the same on all. */
const linkedOnce = <Sheet>(sheets: readonly Sheet[]): Sheet[] => {
  let links: unknown;
  const map = (link: (sheet: Sheet) => unknown): unknown => (links ??= sheets.map(link));
  return Object.defineProperty([...sheets], 'map', { value: map });
};

/** All that Astro needs of a request. A real one can be aborted, which takes longer to get ready than many a page. */
const requestOf = (url: string): Request =>
  Object.create(Request.prototype, {
    url: { value: url },
    method: { value: 'GET' },
    headers: { value: new Headers() },
  });

async function* makeAll(makers: PageMakers): RenderedEvent['pages'] {
  let made = 0;
  for (const [file, make] of makers) {
    yield [file, await make()];
    made += 1;
    // Pages are made without a pause. Whoever else is at work would not be heard before the last of them.
    if (made % pagesAtOnce === 0) await setImmediate();
  }
}

/** After how many pages what has come in meanwhile is looked at. */
const pagesAtOnce = 10;

/** Pictures, cards, indexes and copies are no work of templates: they come from where they are made or kept. */
const isMade = ({ component }: Route): boolean => /\/media\/|\/search\/pagefind\/|\/\[\.\.\.copy\]/.test(component);

const fileOf = (path: string, type: string): string => {
  if (type !== 'page') return path;
  if (path === '404') return '404.html';
  return path === '' ? 'index.html' : `${path}/index.html`;
};
