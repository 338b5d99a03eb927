import type { MilestoneRow } from '../core/event-pages.ts';
import type { NamedPart } from '../core/parts.ts';
import type { Counterpart } from '../core/translations.ts';
import { wordsIn } from '../words/words.ts';
import { chartView, stripView } from './chart-view.ts';
import { versionOf } from './entry-item-view.ts';
import { inShownOrder } from './list-view.ts';
import type { OpenEvent } from './open-event-of.ts';
import type { OpenSite } from './open-site.ts';
import { eventLink, pageView } from './page-view.ts';
import { partsView, readOnView, toolsView } from './reading-view.ts';

/** A part of the milestones of an event; the first has their charts. */
export const milestonesView = (site: OpenSite, of: OpenEvent, part: NamedPart<MilestoneRow>) => {
  const { event, pages } = of;
  const { to } = site;
  const { texts, zones } = wordsIn(event.language);
  const link = (number: number): string => to.milestones(event.slug, number);
  const parts = partsView(event.language, { name: texts.milestones, part, parts: pages.milestoneParts, link });
  const charts = part.number === 1 ? of.charts.chartsOf('full') : [];
  const strip = part.number === 1 && charts.length === 0 ? of.charts.strip() : undefined;
  return {
    page: pageView(site, {
      title: `${parts.title} – ${event.title}`,
      description: texts.everyMilestone(event.title),
      path: link(part.number),
      of,
      ...(part.number === 1 && { translated: ({ slug }: Counterpart) => to.milestones(slug) }),
      feed: { title: `${texts.milestones} – ${event.title}`, path: link(1) },
      trail: [eventLink(site, of)],
    }),
    event,
    parts,
    zones: zones(event),
    tools: toolsView(site, of),
    charts: charts.map((chart) => chartView(site, of, chart)),
    strip: strip && stripView(site, of, strip),
    table: part.items.length > 0 ? milestoneTableView(site, of, part.items) : undefined,
    readOn: readOnView(site, of, { beside: parts.beside, leadsHome: true }),
    files: { csv: to.milestonesCsv(event.slug), json: to.milestonesJson(event.slug), rows: pages.milestones.length },
  };
};

export type MilestoneTableView = ReturnType<typeof milestoneTableView>;

/** Milestones under their days, in the event's order. */
const milestoneTableView = (site: OpenSite, of: OpenEvent, rows: readonly MilestoneRow[]) => {
  const { event, pages } = of;
  const words = wordsIn(event.language);
  const shown = inShownOrder(rows, event.order).map(({ entry, gap }) => ({
    entry,
    said: words.milestone(entry),
    gap: gap && words.elapsed(gap.span, gap.precision),
    path: site.to.entry(event.slug, entry.slug),
    version: versionOf(of, entry),
    isUpcoming: site.isUpcoming(event, entry),
  }));
  return {
    language: event.language,
    severalMetrics: pages.severalMetrics,
    days: [...Map.groupBy(shown, ({ entry }) => entry.day)].map(([date, ofDay]) => ({
      date,
      name: words.date(date, 'weekday'),
      rows: ofDay,
    })),
  };
};
