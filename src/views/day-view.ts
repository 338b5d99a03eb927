import type { DayPart } from '../core/reading-on.ts';
import { wordsIn } from '../words/words.ts';
import { listView } from './list-view.ts';
import type { OpenEvent } from './open-event-of.ts';
import type { OpenSite } from './open-site.ts';
import { eventLink, pageView } from './page-view.ts';
import { besideDay, partsView, readOnView, toolsView } from './reading-view.ts';

/** A page of an event that shows some of its entries in a list: those of a day, or of a topic. */
export type ListPageView = ReturnType<typeof dayView>;

/** A part of an event day. `room` is what the texts of its entries may take, in bytes. */
export const dayView = (site: OpenSite, of: OpenEvent, shown: DayPart, room: number) => {
  const { event, pages } = of;
  const { date, part } = shown;
  const words = wordsIn(event.language);
  const link = (number: number): string => site.to.day(event.slug, date, number);
  const name = words.date(date, 'weekday');
  const all = pages.days.find((day) => day.date === date)?.parts ?? [];
  const parts = partsView(event.language, { name, part, parts: all, link });
  const page = { title: `${parts.title} – ${event.title}`, path: link(part.number) };
  return {
    page: pageView(site, {
      ...page,
      description: words.texts.ofDay(event.title, name),
      of,
      trail: [eventLink(site, of)],
    }),
    language: event.language,
    kicker: event.title,
    name,
    parts,
    zones: words.zones(event),
    tools: toolsView(site, of),
    list: listView(site, of, { entries: part.items, hideDays: true, page, room }),
    readOn: readOnView(site, of, { beside: besideDay(site, of, shown), whole: true, leadsHome: true }),
  };
};
