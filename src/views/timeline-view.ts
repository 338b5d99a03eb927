import type { Event, MilestoneEntry, Order } from '../core/archive.ts';
import type { Counterpart } from '../core/translations.ts';
import { wordsIn } from '../words/words.ts';
import { chartView } from './chart-view.ts';
import { inShownOrder, listView } from './list-view.ts';
import { nameMilestone } from './milestone-view.ts';
import type { OpenEvent } from './open-event-of.ts';
import type { OpenSite } from './open-site.ts';
import { describeEntry, eventLink, pageView, relOf } from './page-view.ts';
import { besideDay, readOnView, toolsView } from './reading-view.ts';

export type TimelineView = ReturnType<typeof timelineView>;

/** The timeline of an event, in either order. `room` is what the texts of its entries may take, in bytes. */
export const timelineView = (site: OpenSite, of: OpenEvent, order: Order, room: number) => {
  const { event, pages } = of;
  const { whole, otherwise } = pages;
  const isMain = order === event.order;
  const { newestFirst, oldestFirst } = wordsIn(event.language).texts;
  const own = eventLink(site, of);
  const path = isMain ? own.path : site.to.ordered(event.slug, order);
  const title = isMain ? event.title : `${event.title} – ${order === 'newest-first' ? newestFirst : oldestFirst}`;
  const entries = isMain ? pages.timeline : otherwise.timeline;
  return {
    page: pageView(site, {
      title,
      description: event.description,
      path,
      of,
      ...(isMain && { translated: (one: Counterpart) => site.to.event(one.slug) }),
      trail: isMain ? [] : [own],
    }),
    header: eventHeaderView(site, of),
    milestones: keyFiguresView(site, of, order),
    nav: eventNavView(site, of, order),
    tools: toolsView(site, of, order),
    pinned: pinnedView(site, of),
    list: listView(site, of, {
      entries,
      order,
      timeline: true,
      // The oldest part of a long event gets nothing new.
      followed: event.live && (whole || isMain || order === 'newest-first'),
      page: { title: event.title, path },
      room,
    }),
    readOn:
      entries.length > 0
        ? readOnView(site, of, { order, beside: besideDay(site, of, pages.besideTimeline(order)), whole: true })
        : undefined,
  };
};

export type EventHeaderView = ReturnType<typeof eventHeaderView>;

/** What stands at the top of an event. */
const eventHeaderView = ({ to }: OpenSite, { event, cover, bodyOf }: OpenEvent) => {
  const words = wordsIn(event.language);
  const { hero, starts, ends, location, organiser } = event;
  const places = [location, organiser].map((text) => text && words.isolated(text));
  return {
    links: event.links.map(({ title, url }) => ({ title, url: to.named(url), rel: relOf(url) })),
    event,
    kicker: [words.dates(starts.date, ends.date), ...places].filter(Boolean).join(' · '),
    standfirst: bodyOf(event.standfirst).html,
    zones: words.zones(event),
    hero: hero && cover && { ...hero, picture: cover, caption: lineView(hero.caption), credit: lineView(hero.credit) },
  };
  function lineView(text: typeof event.standfirst | undefined) {
    return text && { markdown: text.markdown, html: bodyOf(text).html };
  }
};

/** How many milestones stand on top of a timeline. */
const mostFigures = 12;

export type KeyFiguresView = ReturnType<typeof keyFiguresView>;

/** The newest milestones of an event, which stand on top of its timeline, and how their figures grew. */
const keyFiguresView = (site: OpenSite, of: OpenEvent, order: Order) => {
  const { event, pages, charts } = of;
  const { texts } = wordsIn(event.language);
  const all = pages.milestones.map(({ entry }) => entry);
  const newest = all.slice(-mostFigures);
  // One value alone makes no course, and one chart is enough beside the list.
  const chart = charts.chartsOf('small').find(({ points }) => points.length > 1);
  const whenOf = momentsAmong(all, event);
  return {
    language: event.language,
    chart: chart && chartView(site, of, chart),
    table: {
      path: site.to.milestones(event.slug),
      text: all.length > newest.length ? texts.allMilestonesTable(all.length) : texts.milestonesTable,
    },
    milestones: inShownOrder(newest, order).map((entry) => ({
      name: nameMilestone(entry, event.language),
      path: site.to.entry(event.slug, entry.slug),
      metric: metricOf(entry, of),
      when: whenOf(entry),
      draft: { entry, isUpcoming: site.isUpcoming(event, entry) },
    })),
  };
};

/** The metric of a milestone, where its name does not tell it. */
const metricOf = (entry: MilestoneEntry, { event, pages }: OpenEvent): string | undefined => {
  const { kind, metric } = wordsIn(event.language).milestone(entry);
  return kind === 'surpassed' || (kind === 'value' && pages.severalMetrics) ? metric : undefined;
};

/** Says when each of some milestones was: with its day, where they are of several. */
const momentsAmong = (milestones: readonly MilestoneEntry[], { language }: Event) => {
  const words = wordsIn(language);
  const isOfSeveral = (partOf: (day: string) => string): boolean =>
    new Set(milestones.map(({ day }) => partOf(day))).size > 1;
  const severalDays = isOfSeveral((day) => day);
  const style = isOfSeveral((day) => day.slice(0, 4)) ? 'date' : 'day';
  return (entry: MilestoneEntry): string =>
    [severalDays && entry.moment.date === entry.day ? words.date(entry.day, style) : '', words.time(entry)]
      .filter(Boolean)
      .join(words.texts.comma) || words.date(entry.day, style);
};

export type EventNavView = ReturnType<typeof eventNavView>;

/** The days and topics of an event; where it has more than its timeline shows, the parts of each day as well. */
const eventNavView = ({ to }: OpenSite, { event, pages }: OpenEvent, order: Order) => {
  const words = wordsIn(event.language);
  const { whole, days, topics } = pages;
  const { newestPart, oldestPart } = words.texts;
  return {
    language: event.language,
    note: whole ? undefined : order === event.order || order === 'newest-first' ? newestPart : oldestPart,
    days: days.map(({ date, parts: [first, ...others] }) => {
      const name = words.date(date, 'date');
      return {
        name: words.part(name, (!whole && first) || { name: '' }),
        path: to.day(event.slug, date),
        others: (whole ? [] : others).map((part) => ({
          name: part.name,
          label: words.part(name, part),
          path: to.day(event.slug, date, part.number),
        })),
      };
    }),
    topics: topics.map(({ topic: { slug, title } }) => ({ title, path: to.topic(event.slug, slug) })),
  };
};

export type PinnedView = ReturnType<typeof pinnedView>;

/** The entries that are pinned to the top of a timeline, the newest first. */
const pinnedView = (site: OpenSite, of: OpenEvent) => ({
  language: of.event.language,
  entries: of.pages.pinned.toReversed().map((entry) => ({
    entry,
    path: site.to.entry(of.event.slug, entry.slug),
    description: describeEntry(of, entry),
    isUpcoming: site.isUpcoming(of.event, entry),
  })),
});
