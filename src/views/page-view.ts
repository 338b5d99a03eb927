import type { Entry, OwnPage } from '../core/archive.ts';
import { feedFormats } from '../core/feed-formats.ts';
import { liveUntil } from '../core/live-file.ts';
import type { PolicyKind } from '../core/page-policy.ts';
import type { Counterpart } from '../core/translations.ts';
import { printJsonLd } from '../feeds/json-ld/pages.ts';
import { breadcrumbsOf, type DataFrame } from '../feeds/json-ld/parts.ts';
import { cutText } from '../markdown/excerpt.ts';
import { wordsIn } from '../words/words.ts';
import { languagesView } from './languages-view.ts';
import type { OpenEvent } from './open-event-of.ts';
import type { OpenSite } from './open-site.ts';

/** A page that a link leads to, by its title. */
export type PageLink = { readonly title: string; readonly path: string };

/** What a page says of itself. */
type PageOptions = {
  /** The page's own title; the archive's is added. */
  readonly title?: string;
  readonly description: string;
  readonly path: string;
  /** What it is a page of, where that is not the archive itself. */
  readonly of?: OpenEvent;
  readonly entry?: Entry;
  /** The language of a page of the archive, where it is not that of the archive. */
  readonly language?: string;
  /** Where the same page of the event is in another language; nowhere if nothing is said. */
  readonly translated?: (counterpart: Counterpart) => string | undefined;
  /** The feed that follows this page, by the page that it lies beside; otherwise that of the event or of the archive. */
  readonly feed?: PageLink;
  /** True keeps the page out of search engines. */
  readonly hidden?: boolean;
  /** What else its head says of it. */
  readonly tags?: readonly { readonly name?: string; readonly property?: string; readonly content: string }[];
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
  const preview = previewView(site, { ...options, title: title ?? archive.title });
  return {
    preview,
    archive,
    fullTitle: title === undefined ? archive.title : `${title} · ${archive.title}`,
    policy: site.policy(kind),
    base: `${to.base}/`,
    look: lookView(site),
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
    head: headView(site),
    tags: options.tags ?? [],
    // The whole event as data, from where readers begin, and from what they cite.
    data: of && (options.entry || path === to.event(of.event.slug)) ? to.eventJson(of.event.slug) : undefined,
    license: of ? of.event.license : archive.license,
    links: archive.links.map(({ title, url }) => ({ title, url: to.named(url), rel: relOf(url) })),
    footer: {
      html: site.own.footer,
      language: archive.language,
      direction: directionAmong(preview.language, archive.language),
    },
    own: { header: linksIn(site, 'header', path), footer: linksIn(site, 'footer', path) },
    search: { link: search, isHere: path === search },
    feed: { title: feed.title, allFeeds: to.feeds(), formats: feedLinks(site, feed.path) },
    live: live ? { file: to.live(of.event.slug), until: liveUntil(of.event) } : undefined,
  };
};

/** What links to other sites say of themselves. */
export const relOf = (url: string): 'external' | undefined => (/^https?:/i.test(url) ? 'external' : undefined);

/** The links to the archive's own pages that stand in the header or footer of the page at `path`. */
const linksIn = ({ own, to }: OpenSite, place: OwnPage['linkedIn'], path: string) =>
  own.pages
    .filter(({ linkedIn }) => linkedIn === place)
    .map(({ title, slug, language }) => ({ title, language, path: to.page(slug), isHere: path === to.page(slug) }));

/** What the owner of the archive adds to the head of every page. */
const headView = ({ to, site: { head } }: OpenSite) => ({
  meta: head.meta,
  scripts: head.scripts.map(({ attributes: { src, ...others } }) => ({ src: to.named(String(src)), ...others })),
});

/** What the head and the top of every page show of the look of the archive. */
export const lookView = ({ to, site: { look } }: OpenSite) => {
  const at = (name: string): string => to.media(undefined, name);
  const { light, dark, isDark } = look?.palette ?? usualPalette;
  const usualIcon = { rel: 'icon', href: `${to.base}/favicon.svg`, type: 'image/svg+xml' };
  return {
    papers: printPapers({ light: isDark ? dark.paper : light.paper, dark: dark.paper }),
    icons: printLinks([
      look?.icons ? { rel: 'icon', href: at(look.icons.small), type: 'image/png' } : usualIcon,
      look?.icons && { rel: 'apple-touch-icon', href: at(look.icons.touch) },
      look?.icons && { rel: 'manifest', href: at(look.icons.manifest) },
      look?.sheet && { rel: 'stylesheet', href: at(look.sheet) },
    ]),
    ...(look?.ownSheet && { ownSheet: at(look.ownSheet) }),
    preloads: (look?.preloads ?? []).map(at),
    hasTitleFont: look?.hasTitleFont ?? false,
    ...(look?.logo && { logo: { ...look.logo, src: at(look.logo.name) } }),
  };
};

type HeadLink = { readonly rel: string; readonly href: string; readonly type?: string };

/** What depends on colours is printed as text: so it can be put in the place of what earlier colours gave. */
const printLinks = (links: readonly (HeadLink | string | undefined)[]): string =>
  links
    .filter((link) => typeof link === 'object')
    .map(
      ({ rel, href, type }) =>
        `<link rel="${rel}" href="${inAttribute(href)}"${type === undefined ? '' : ` type="${type}"`}>`,
    )
    .join('');

const printPapers = (papers: Readonly<Record<'light' | 'dark', string>>): string =>
  Object.entries(papers)
    .map(([scheme, paper]) => `<meta name="theme-color" media="(prefers-color-scheme: ${scheme})" content="${paper}">`)
    .join('');

const inAttribute = (text: string): string => text.replaceAll('&', '&#38;').replaceAll('"', '&#34;');

/** The paper of archives whose theme names no colour, as src/styles/tokens.css has it. */
const usualPalette = { light: { paper: '#faf6ed' }, dark: { paper: '#14171c' }, isDark: false };

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
    language = of?.event.language ?? site.site.language,
  }: Pick<PageOptions, 'description' | 'path' | 'of' | 'entry' | 'language'> & { title: string },
) => {
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

/** One sentence or two on an entry, for search engines and previews. */
export const describeEntry = ({ bodyOf }: OpenEvent, { title, body, withdrawn }: Entry): string =>
  withdrawn?.reason ?? (cutText(bodyOf(body).summary, 200) || title);

/** What pages of an event say to machines is made from. */
export const dataFrame = ({ site, to }: OpenSite, { cover, pictureOf }: OpenEvent): DataFrame => ({
  site,
  to,
  cover: cover && to.absolute(cover.src),
  pictureOf: (entry) => pictureOf(entry)?.src,
});

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

/** The direction of what is in one language on a page in another: said wherever one of both is read from right to left. */
export const directionAmong = (page: string, language: string): 'rtl' | 'ltr' | undefined =>
  wordsIn(language).direction ?? (wordsIn(page).direction && 'ltr');
