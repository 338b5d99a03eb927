import type { Entry } from '../core/archive.ts';
import { feedFormats } from '../core/feed-formats.ts';
import { liveUntil } from '../core/live-file.ts';
import type { PolicyKind } from '../core/page-policy.ts';
import type { Counterpart } from '../core/translations.ts';
import { printJsonLd } from '../feeds/json-ld/pages.ts';
import { breadcrumbsOf } from '../feeds/json-ld/parts.ts';
import { wordsIn } from '../words/words.ts';
import { languagesView } from './languages-view.ts';
import type { OpenEvent } from './open-event-of.ts';
import type { OpenSite } from './open-site.ts';

/** A page that a link leads to, by its title. */
export type PageLink = { readonly title: string; readonly path: string };

/** What a page says of itself. */
export type PageOptions = {
  /** The page's own title; the archive's is added. */
  readonly title?: string;
  readonly description: string;
  readonly path: string;
  /** What it is a page of, where that is not the archive itself. */
  readonly of?: OpenEvent;
  readonly entry?: Entry;
  /** Where the same page of the event is in another language; nowhere if nothing is said. */
  readonly translated?: (counterpart: Counterpart) => string | undefined;
  /** The feed that follows this page, by the page that it lies beside; otherwise that of the event or of the archive. */
  readonly feed?: PageLink;
  /** True keeps the page out of search engines. */
  readonly hidden?: boolean;
  /** Which policy it has: search runs WebAssembly. */
  readonly kind?: PolicyKind;
  /** What the page belongs to, from the archive downwards, and at which `id` of a page it has its place. */
  readonly trail?: readonly (PageLink & { readonly place?: string })[];
};

export type PageView = ReturnType<typeof pageView>;

/** What every page has around what it shows: its head, the way to it, and its foot. */
export const pageView = (site: OpenSite, options: PageOptions) => {
  const { to, site: archive } = site;
  const { title, path, of, hidden = false, kind = 'plain', trail = [] } = options;
  const feed = options.feed ?? (of ? eventLink(site, of) : { title: archive.title, path: to.home() });
  const home = { title: archive.title, path: to.home() };
  const steps = [home, ...trail, ...(title === undefined ? [] : [{ title, path }])];
  const search = to.search(of?.event.slug);
  const live = of?.event.live && kind === 'plain';
  return {
    preview: previewView(site, { ...options, title: title ?? archive.title }),
    archive,
    fullTitle: title === undefined ? archive.title : `${title} · ${archive.title}`,
    policy: site.policy(kind),
    base: `${to.base}/`,
    icon: `${to.base}/favicon.svg`,
    isHidden: hidden,
    breadcrumbs: hidden || path === to.home() ? undefined : breadcrumbs(site, steps),
    home: path === to.home() ? undefined : home,
    languages:
      of && of.counterparts.length > 0
        ? languagesView(site, of, path, options.translated ?? (() => undefined))
        : undefined,
    trail: trail.map(({ place, ...step }) => ({
      title: step.title,
      link: place === undefined ? step.path : `${step.path}#${encodeURIComponent(place)}`,
    })),
    search: { link: search, isHere: path === search },
    feed: { title: feed.title, allFeeds: to.feeds(), formats: feedLinks(site, feed.path) },
    live: live ? { file: to.live(of.event.slug), until: liveUntil(of.event) } : undefined,
  };
};

export type PreviewView = ReturnType<typeof previewView>;

/** What a page says of itself to whoever links to it. */
export const previewView = (
  site: OpenSite,
  {
    title,
    description,
    path,
    of,
    entry,
  }: Pick<PageOptions, 'description' | 'path' | 'of' | 'entry'> & { title: string },
) => {
  const language = of?.event.language ?? site.site.language;
  return {
    language,
    locale: wordsIn(language).locale,
    archive: site.site.title,
    title,
    description,
    address: site.to.absolute(path),
    card: of?.cardOf(entry) ?? site.card,
    type: entry ? 'article' : 'website',
  };
};

/** The feed that lies beside a page, in each of its formats. */
export const feedLinks = ({ to }: OpenSite, path: string) =>
  feedFormats.map(({ file, ...format }) => ({ ...format, link: to.beside(path, file) }));

/** The page that an event begins with. */
export const eventLink = ({ to }: OpenSite, { event: { title, slug } }: OpenEvent): PageLink => ({
  title,
  path: to.event(slug),
});

const breadcrumbs = ({ to }: OpenSite, steps: readonly PageLink[]): string =>
  printJsonLd({ '@context': 'https://schema.org', ...(breadcrumbsOf(steps, { to }) as object) });
