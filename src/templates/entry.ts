import { StaticPaths } from 'astro:static-paths';
import { setImmediate } from 'node:timers/promises';
import { App } from 'astro/app';
import { createApp } from 'astro/app/entrypoint';
import type { Diagnostic } from '../core/diagnostics.ts';
import { hostsOf, type PolicyHosts } from '../core/page-policy.ts';
import { rules } from '../core/rules.ts';
import { type PublishedMedia, wholeBytes } from '../media/publish-media.ts';
import { renderWith } from '../rendering.ts';
import { PageTooLarge } from '../views/fit-page.ts';
import { type EventInput, type OpenedEvent, openEvent } from '../views/open-event.ts';
import type { OpenEvent } from '../views/open-event-of.ts';
import { type KnownEvent, type KnownEvents, type OpenSite, openSite } from '../views/open-site.ts';
import { whileWriting } from '../views/while-writing.ts';
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

/** An event and its pages; neither where it has errors. */
export type RenderedPages = Pick<OpenedEvent, 'diagnostics'> & {
  readonly printed?: Omit<NonNullable<OpenedEvent['opened']>, 'site'> & {
    readonly pages: Pages;
    readonly media: readonly PublishedMedia[];
    /** The states of what pages show, by their files, where they were asked for. */
    readonly shown: ReadonlyMap<string, string>;
  };
};

/** Loads the templates of all pages, for the one who waits for something to print. */
export const loadPages = async (): Promise<void> => {
  const { pageMap = new Map() } = createApp({ streaming: false }).manifest;
  for (const load of pageMap.values()) await load();
};

/** Makes the pages of one event. Of those `before`, what shows the same is taken as it is. */
export const renderEvent = async (input: EventInput, before?: ShownBefore): Promise<RenderedPages> => {
  const { diagnostics, opened } = await openEvent(input);
  if (!opened) return { diagnostics };
  const { site, ...known } = opened;
  const kept = before && keepingShown(before);
  // Pagefind is at work, in a process of its own, while the pages are made.
  const indexes = Promise.all(
    site.events.map(async ({ event, searchFiles }) => ({ event, files: await searchFiles() })),
  );
  const rendering = pageMakers({ ...site, ...(kept && { kept }) }, isOfEvent).then(makeAll);
  const [printed, indexed] = await Promise.all([rendering.catch(tooLarge), indexes]);
  if (printed instanceof PageTooLarge) return { diagnostics: [...diagnostics, longPage(input.folder, printed)] };
  const pages = new Map(printed);
  for (const { event, files } of indexed)
    for (const [path, bytes] of files) pages.set(`${event.slug}/search/pagefind/${path}`, bytes);
  const media = site.events.flatMap((event) => event.media);
  return { diagnostics, printed: { ...known, pages, media, shown: kept?.states ?? new Map() } };
};

/** Opens one event as it is shown while it is written: with marks for what readers must not see yet, by the clock `now`. */
export const openWritten = async (input: EventInput, now: () => number): Promise<WrittenEvent> => {
  const { diagnostics, opened } = await openEvent(input);
  const [event] = opened?.site.events ?? [];
  if (!opened || !event) return { diagnostics };
  const { site, ...known } = opened;
  const pages = await pageMakers(whileWriting(site, now), isOfEvent);
  return { diagnostics, shown: { ...known, pages, media: event.media, searchFiles: event.searchFiles } };
};

const tooLarge = (fault: unknown): PageTooLarge => {
  if (fault instanceof PageTooLarge) return fault;
  throw fault;
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
  const pages = new Map(await makeAll(shown.pages));
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

const pageMakers = (site: OpenSite, isWanted: (route: Route) => boolean): Promise<PageMakers> =>
  renderWith(site, async () => {
    // Astro remembers the paths of a manifest: a copy of it makes it ask again.
    const { manifest } = createApp({ streaming: false });
    const routes = manifest.routes.filter(({ routeData }) => !isMade(routeData));
    // With what addresses begin depends on the archive alone: the templates are compiled once for all.
    const base = `${site.to.base}/`;
    const app = new StrictApp({ ...manifest, routes, base }, false);
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
        return response.bytes();
      };
      pages.set(file, () => renderWith(site, make));
    }
    return pages;
  });

/** All that Astro needs of a request. A real one can be aborted, which takes longer to get ready than many a page. */
const requestOf = (url: string): Request =>
  Object.create(Request.prototype, {
    url: { value: url },
    method: { value: 'GET' },
    headers: { value: new Headers() },
  });

const makeAll = async (makers: PageMakers): Promise<Pages> => {
  const pages = new Map<string, Uint8Array>();
  for (const [file, make] of makers) {
    pages.set(file, await make());
    // Pages are made without a pause. Whoever else is at work would not be heard before the last of them.
    if (pages.size % pagesAtOnce === 0) await setImmediate();
  }
  return pages;
};

/** After how many pages what has come in meanwhile is looked at. */
const pagesAtOnce = 10;

/** Pictures, cards, indexes and copies are no work of templates: they come from where they are made or kept. */
const isMade = ({ component }: Route): boolean => /\/media\/|\/search\/pagefind\/|\/\[\.\.\.copy\]/.test(component);

const fileOf = (path: string, type: string): string => {
  if (type !== 'page') return path;
  if (path === '404') return '404.html';
  return path === '' ? 'index.html' : `${path}/index.html`;
};
