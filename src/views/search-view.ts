import type { Entry } from '../core/archive.ts';
import type { NamedPart } from '../core/parts.ts';
import { hasTitleIndex } from '../core/search-parts.ts';
import type { Counterpart } from '../core/translations.ts';
import { wordsIn } from '../words/words.ts';
import type { OpenEvent } from './open-event-of.ts';
import { entryCounts, type OpenSite, type SiteRecord } from './open-site.ts';
import { directionAmong, eventLink, pageView } from './page-view.ts';
import { partsView } from './reading-view.ts';

/** A part of the index of an event, and the search over all of it. */
export const searchView = (site: OpenSite, of: OpenEvent, part: NamedPart<Entry>) => {
  const { event, pages } = of;
  const { texts, zones } = wordsIn(event.language);
  const link = (number: number): string => site.to.search(event.slug, number);
  const parts = partsView(event.language, { name: texts.search, part, parts: pages.index, link });
  return {
    page: pageView(site, {
      title: `${parts.title} – ${event.title}`,
      description: texts.everyEntry(event.title),
      path: link(part.number),
      of,
      ...(part.number === 1 && { translated: ({ slug }: Counterpart) => site.to.search(slug) }),
      kind: 'search',
      trail: [eventLink(site, of)],
    }),
    event,
    parts,
    zones: zones(event),
    search: { engine: site.to.searchIndex(), below: site.to.event(event.slug) },
    list: entryIndexView(site, of, part.items),
  };
};

export type EntryIndexView = ReturnType<typeof entryIndexView>;

/** Entries under their days, by time and title alone, oldest first. */
const entryIndexView = (site: OpenSite, { event }: OpenEvent, entries: readonly Entry[]) => {
  const words = wordsIn(event.language);
  return {
    language: event.language,
    days: [...Map.groupBy(entries, ({ day }) => day)].map(([date, own]) => ({
      date,
      name: words.date(date, 'weekday'),
      entries: own.map((entry) => ({
        entry,
        time: words.time(entry),
        path: site.to.entry(event.slug, entry.slug),
        isUpcoming: site.isUpcoming(event, entry),
      })),
    })),
  };
};

/** Days are listed as long as the page stays below 300 KB; each event's own index has them all. An event takes the room of two. */
const mostDays = 1500;

/** The search over the whole archive, and its days. */
export const archiveSearchView = (site: OpenSite) => {
  const { to, records } = site;
  const { texts } = wordsIn(site.site.language);
  const counts = entryCounts(records, site.own.pages);
  const hasDays = records.reduce((sum, { days }) => sum + 2 + days.length, 0) <= mostDays;
  return {
    page: pageView(site, { title: texts.search, description: texts.everyDay, path: to.search(), kind: 'search' }),
    language: site.site.language,
    isEmpty: counts.every((count) => count === 0),
    search: {
      engine: to.searchIndex(),
      below: to.home(),
      title: site.site.title,
      ...(hasTitleIndex(counts) && { titles: to.titleIndex(), events: records.length }),
    },
    events: records.map((record) => eventIndexView(site, record, hasDays)),
  };
};

export type EventIndexView = ReturnType<typeof eventIndexView>;

/** An event in the index of the archive, with its days where there is room for them. */
const eventIndexView = ({ site, to }: OpenSite, { event, days }: SiteRecord, hasDays: boolean) => {
  const { slug, title, language, starts, ends } = event;
  const words = wordsIn(language);
  const count = days.reduce((sum, { entries }) => sum + entries, 0);
  return {
    language,
    direction: directionAmong(site.language, language),
    title,
    path: to.search(slug),
    note: [words.dates(starts.date, ends.date), words.texts.entries(count)].map(words.isolated).join(' · '),
    days: (hasDays ? days : []).map(({ date, entries, part }) => ({
      name: words.date(date, 'date'),
      count: words.texts.entries(entries),
      link: `${to.search(slug, part)}#${date}`,
    })),
  };
};
