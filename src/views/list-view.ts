import { type Entry, type Event, isMilestone, type Order } from '../core/archive.ts';
import { liveBlogOf, printJsonLd } from '../feeds/json-ld/pages.ts';
import { wordsIn } from '../words/words.ts';
import { entryItemView } from './entry-item-view.ts';
import { listTexts } from './list-texts.ts';
import { nameMilestone } from './milestone-view.ts';
import type { OpenEvent } from './open-event-of.ts';
import type { OpenSite } from './open-site.ts';
import { dataFrame, type PageLink } from './page-view.ts';

/** A list of entries on a page. */
type ListOptions = {
  /** Oldest first; they are shown in `order`, under their days. */
  readonly entries: readonly Entry[];
  /** The event's, unless it is said otherwise. */
  readonly order?: Order;
  /** True where the page's title already names the only day. */
  readonly hideDays?: boolean;
  /** True on the timeline, where the header of the event stands above. */
  readonly timeline?: boolean;
  /** True on a page on which new entries appear while the event is live. */
  readonly followed?: boolean;
  /** The page as machines know it, where it is a live blog to them. */
  readonly page?: PageLink;
  /** How many bytes the texts of the entries may take together. */
  readonly room: number;
};

export type ListView = ReturnType<typeof listView>;

/** The entries of a page under their days, and what the page says of them to machines. */
export const listView = (site: OpenSite, of: OpenEvent, options: ListOptions) => {
  const { event, bodyOf } = of;
  const { entries, order = event.order, hideDays = false, timeline = false, followed = false, page, room } = options;
  const { to } = site;
  const shown = inShownOrder(entries, order);
  const isSpoken = page !== undefined;
  const texts = listTexts(shown, (entry) => bodyOf(entry.body), { room, isSpoken, isOnTop: !timeline });
  const words = wordsIn(event.language);
  return {
    language: event.language,
    hideDays,
    followed,
    isLong: shown.length > 40,
    taken: texts.taken,
    data: page && printJsonLd(liveBlogOf({ event, shown, textOf: texts.spokenOf, ...page }, dataFrame(site, of))),
    contents: contentsView(site, of, shown, timeline && order),
    days: [...Map.groupBy(shown, ({ day }) => day)].map(([date, ofDay]) => ({
      date,
      name: words.date(date, 'weekday'),
      link: to.day(event.slug, date),
      entries: ofDay.map((entry) => entryItemView(site, of, entry, texts.excerptOf(entry))),
    })),
  };
};

/** What is oldest first, in the order in which it is shown. */
export const inShownOrder = <Item>(items: readonly Item[], order: Order): readonly Item[] =>
  order === 'newest-first' ? items.toReversed() : items;

export type ContentsView = ReturnType<typeof contentsView>;

/**
 * The days and milestones of a list, to go to; on a timeline, whose order is said, the event's other days, too. None where
 * there is nothing to choose from.
 */
const contentsView = (site: OpenSite, of: OpenEvent, shown: readonly Entry[], timeline: Order | false) => {
  const { event, pages } = of;
  const here = Map.groupBy(shown, ({ day }) => day);
  const dates = timeline
    ? inShownOrder(
        pages.days.map(({ date }) => date),
        timeline,
      )
    : [...here.keys()];
  const days = dates.map((date) => ({
    name: wordsIn(event.language).date(date, 'day'),
    link: here.has(date) ? `#on.${date}` : site.to.day(event.slug, date),
    milestones: (here.get(date) ?? []).flatMap((entry) => milestoneLink(event, entry)),
  }));
  return days.length > 1 || days.some(({ milestones }) => milestones.length > 0) ? days : [];
};

const milestoneLink = ({ language }: Event, entry: Entry) => {
  if (!isMilestone(entry)) return [];
  return [{ link: `#${entry.slug}`, name: nameMilestone(entry, language), time: wordsIn(language).time(entry) }];
};
