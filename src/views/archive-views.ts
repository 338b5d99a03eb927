import { feedFormats } from '../core/feed-formats.ts';
import { wordsIn } from '../words/words.ts';
import { languagesOf, withoutTranslations } from './languages-view.ts';
import type { OpenSite, SiteRecord } from './open-site.ts';
import { directionAmong, feedLinks, type PageLink, pageView } from './page-view.ts';

/** How many events a page of the archive shows as a whole; of those before them it has the titles, so that it stays below 300 KB. */
const mostWhole = 60;

/** The page that the archive begins with: its events, newest first. */
export const homeView = (site: OpenSite) => {
  const records = withoutTranslations(site);
  return {
    page: pageView(site, { description: site.site.description, path: site.to.home() }),
    archive: site.site,
    events: records.slice(0, mostWhole).map((record, index) => eventCardView(site, record, index === 0)),
    earlier: eventYearsView(records.slice(mostWhole), ({ event: { slug, title, language } }) => ({
      title,
      path: site.to.event(slug),
      ...(language !== site.site.language && {
        language,
        direction: directionAmong(site.site.language, language),
      }),
    })),
  };
};

/** A link to an event, and how it is read where that is not as the page is. */
type EventLink = PageLink & { readonly language?: string; readonly direction?: 'ltr' | 'rtl' | undefined };

export type EventYearsView = ReturnType<typeof eventYearsView>;

/** Events by the years in which they began. */
const eventYearsView = (records: readonly SiteRecord[], linkOf: (record: SiteRecord) => EventLink) =>
  [...Map.groupBy(records, ({ event }) => event.starts.date.slice(0, 4))].map(([year, own]) => ({
    year,
    links: own.map(linkOf),
  }));

export type EventCardView = ReturnType<typeof eventCardView>;

/** An event on the page of the archive; the picture of the first on its page is wanted at once. */
const eventCardView = (open: OpenSite, { event, cover }: SiteRecord, isFirst: boolean) => {
  const { site, to } = open;
  const words = wordsIn(event.language);
  const { hero, starts, ends, location, results } = event;
  return {
    event,
    isFirst,
    direction: directionAmong(site.language, event.language),
    kicker: [words.dates(starts.date, ends.date), location && words.isolated(location)].filter(Boolean).join(' · '),
    path: to.event(event.slug),
    hero: hero && cover && { picture: cover, alt: hero.alt },
    result: results[0],
    languages: languagesOf(open, event),
  };
};

const [rss] = feedFormats;

/** What can be followed: the feeds of the archive, and of each event and its milestones. */
export const feedsView = (site: OpenSite) => {
  const { site: archive, records, to } = site;
  const { texts } = wordsIn(archive.language);
  return {
    page: pageView(site, { title: texts.allFeeds, description: texts.feedsHelp(archive.title), path: to.feeds() }),
    archive,
    offer: feedOfferView(site, { title: archive.title, path: to.home() }),
    events: records.slice(0, mostWhole).map(({ event: { slug, title } }) => ({
      title,
      path: to.event(slug),
      offer: feedOfferView(site, { title, path: to.event(slug) }),
      milestones: feedOfferView(site, { title: `${texts.milestones} – ${title}`, path: to.milestones(slug) }),
    })),
    earlier: eventYearsView(records.slice(mostWhole), ({ event: { slug, title } }) => ({
      title: texts.feedOf(rss.name, title),
      path: to.beside(to.event(slug), rss.file),
    })),
  };
};

export type FeedOfferView = ReturnType<typeof feedOfferView>;

/** The feed that lies beside a page, to be followed or to be copied. */
const feedOfferView = (site: OpenSite, { title, path }: PageLink) => ({
  language: site.site.language,
  title,
  formats: feedLinks(site, path).map((format) => ({ ...format, address: site.to.absolute(format.link) })),
});

/** The page for addresses that lead nowhere. */
export const lostView = (site: OpenSite) => {
  const { texts } = wordsIn(site.site.language);
  const path = `${site.to.base}/404.html`;
  return {
    page: pageView(site, { title: texts.lostTitle, description: texts.lost, path, hidden: true }),
    language: site.site.language,
    events: withoutTranslations(site).map(({ event }) => ({
      title: event.title,
      path: site.to.event(event.slug),
      languages: languagesOf(site, event),
    })),
  };
};
