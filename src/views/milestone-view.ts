import type { MilestoneEntry } from '../core/archive.ts';
import { wordsIn } from '../words/words.ts';
import { chartView, stripView } from './chart-view.ts';
import type { OpenEvent } from './open-event-of.ts';
import type { OpenSite } from './open-site.ts';

export type MilestoneView = ReturnType<typeof milestoneView>;

/** What the page of a milestone says of it beside its text: its figures, and its place among the others. */
export const milestoneView = (site: OpenSite, of: OpenEvent, entry: MilestoneEntry) => {
  const { event, pages, charts } = of;
  const words = wordsIn(event.language);
  const place = pages.places.get(entry);
  const { position, share, distances = [], passed = [] } = place ? words.place(entry, place) : {};
  const chart = charts.chartAbout(entry);
  const strip = chart ? undefined : charts.strip();
  return {
    language: event.language,
    milestone: entry.milestone,
    words: words.milestone(entry),
    place: { position, share, passed },
    distances: distances.map(({ entry: other, ...one }) => ({ ...one, path: site.to.entry(event.slug, other.slug) })),
    allMilestones: site.to.milestones(event.slug),
    chart: chart && chartView(site, of, chart, entry),
    strip: strip && stripView(site, of, strip, entry),
    neighbours: neighboursOf(site, of, entry),
  };
};

/** Like stands beside like; where the next milestone is of another kind, it can be gone to as well. */
const neighboursOf = ({ to }: OpenSite, { event, pages }: OpenEvent, entry: MilestoneEntry) => {
  const { texts } = wordsIn(event.language);
  const { earlier, later, next } = pages.places.get(entry) ?? {};
  return [
    { label: texts.milestoneBefore, other: earlier },
    { label: texts.milestoneAfter, other: later },
    { label: texts.nextMilestone, other: next === later ? undefined : next },
  ].flatMap(({ label, other }) =>
    other
      ? {
          label,
          metric: other.milestone.metric?.title,
          name: nameMilestone(other, event.language),
          key: other === next ? 'm' : undefined,
          path: to.entry(event.slug, other.slug),
          when: whenBeside(entry, other, event.language),
        }
      : [],
  );
};

/** When another milestone was: with its day, where that is not the same. */
const whenBeside = (entry: MilestoneEntry, other: MilestoneEntry, language: string): string => {
  const words = wordsIn(language);
  const isElsewhere = other.day !== entry.day && (other.label !== undefined || other.moment.date === other.day);
  const style = other.day.slice(0, 4) === entry.day.slice(0, 4) ? 'day' : 'date';
  return [isElsewhere ? words.date(other.day, style) : '', words.time(other)].filter(Boolean).join(words.texts.comma);
};

/** What a milestone is called where there is room for little: its figure, where it has one, otherwise its title. */
export const nameMilestone = (entry: MilestoneEntry, language: string): string => {
  const { kind, headline } = wordsIn(language).milestone(entry);
  return (kind === 'value' || kind === 'surpassed' ? headline : undefined) ?? entry.title;
};
