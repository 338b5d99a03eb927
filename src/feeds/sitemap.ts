import type { Entry, Event } from '../core/archive.ts';
import type { EventPages } from '../core/event-pages.ts';
import type { Permalinks } from '../core/permalinks.ts';
import { latestChange, timestamp } from './feed.ts';
import type { SiteFile } from './site-file.ts';
import { xmlEscape } from './xml-text.ts';

const type = 'application/xml; charset=utf-8';
const space = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** When something of an event changed last, in milliseconds since 1970; of one without entries nothing is known. */
export const changeOfEvent = ({ entries }: Pick<Event, 'entries'>): number | undefined => latestOf(entries);

const latestOf = (entries: readonly Entry[]): number | undefined => latestChange(entries.map(({ changed }) => changed));

/**
 * The sitemap of an event (sitemaps.org): every page that is to be found, with the time of the last change of what is
 * reported on it. Those of withdrawn entries are not to be found.
 */
export const sitemapOfEvent = (event: Event, pages: EventPages, to: Permalinks): SiteFile => {
  const { slug, entries } = event;
  const listed: (readonly [path: string, entries: readonly Entry[]])[] = [
    [to.event(slug), pages.timeline],
    [to.ordered(slug, pages.otherwise.order), pages.otherwise.timeline],
    ...pages.days.flatMap(({ date, parts }) =>
      parts.map(({ number, items }) => [to.day(slug, date, number), items] as const),
    ),
    ...pages.index.map(({ number, items }) => [to.search(slug, number), items] as const),
    ...pages.milestoneParts.map(
      ({ number, items }) => [to.milestones(slug, number), items.map(({ entry }) => entry)] as const,
    ),
    ...pages.topics.flatMap(({ topic, parts }) =>
      parts.map(({ number, items }) => [to.topic(slug, topic.slug, number), items] as const),
    ),
    ...entries.filter(({ withdrawn }) => !withdrawn).map((entry) => [to.entry(slug, entry.slug), [entry]] as const),
  ];
  const print = () =>
    listOf(
      'urlset',
      'url',
      listed.map(([path, own]) => [to.absolute(path), latestOf(own)]),
    );
  return { path: pathOf(slug, to), type, print };
};

/** The sitemap of the archive: an index of those of its events, and of one with its own pages. `events` come newest first. */
export const sitemapsOfArchive = (
  events: readonly { readonly slug: string; readonly changed?: number }[],
  ownPages: readonly { readonly slug: string }[],
  to: Permalinks,
): readonly SiteFile[] => {
  const latest = latestChange(events.map(({ changed }) => changed));
  const own = to.beside(to.home(), 'sitemap-archive.xml');
  const index = [[to.absolute(own), latest] as const, ...events.map((one) => indexed(one, to))];
  const pages = [
    [to.absolute(to.home()), latest] as const,
    [to.absolute(to.feeds()), undefined] as const,
    [to.absolute(to.search()), latest] as const,
    ...ownPages.map(({ slug }) => [to.absolute(to.page(slug)), undefined] as const),
  ];
  return [
    { path: to.beside(to.home(), 'sitemap.xml'), type, print: () => listOf('sitemapindex', 'sitemap', index) },
    { path: own, type, print: () => listOf('urlset', 'url', pages) },
  ];
};

/** What crawlers may ask for: everything, and where all of it is listed. */
export const robotsOf = (to: Permalinks): SiteFile => ({
  path: to.beside(to.home(), 'robots.txt'),
  type: 'text/plain; charset=utf-8',
  print: () => `User-agent: *\nAllow: /\n\nSitemap: ${to.absolute(to.beside(to.home(), 'sitemap.xml'))}\n`,
});

const indexed = ({ slug, changed }: { readonly slug: string; readonly changed?: number }, to: Permalinks) =>
  [to.absolute(pathOf(slug, to)), changed] as const;

const pathOf = (slug: string, to: Permalinks): string => to.beside(to.event(slug), 'sitemap.xml');

const listOf = (
  list: string,
  element: string,
  addresses: readonly (readonly [address: string, changed: number | undefined])[],
): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${list} xmlns="${space}">`,
    ...addresses.map(([address, changed]) => {
      const time = changed === undefined ? '' : `<lastmod>${timestamp(changed)}</lastmod>`;
      return `<${element}><loc>${xmlEscape(address)}</loc>${time}</${element}>`;
    }),
    `</${list}>\n`,
  ].join('\n');
