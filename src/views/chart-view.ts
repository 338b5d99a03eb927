import type { Chart } from '../charts/chart.ts';
import type { Strip } from '../charts/draw-strip.ts';
import type { MilestoneEntry } from '../core/archive.ts';
import type { OpenEvent } from './open-event-of.ts';
import type { OpenSite } from './open-site.ts';

export type ChartView = ReturnType<typeof chartView>;

/**
 * A chart, each point of which leads to its milestone. It points out the milestone that it is about; one that is about none in
 * particular points out the last.
 */
export const chartView = (site: OpenSite, of: OpenEvent, chart: Chart, about?: MilestoneEntry) => ({
  ...chart,
  language: of.event.language,
  isAbout: about !== undefined,
  points: chart.points.map(({ entry, ...point }, index) => ({
    ...point,
    link: site.to.entry(of.event.slug, entry.slug),
    isOwn: about ? entry === about : index === chart.points.length - 1,
  })),
});

export type StripView = ReturnType<typeof stripView>;

/** Milestones in time, each of which can be gone to; that which the strip is about comes last, so that none covers it. */
export const stripView = (site: OpenSite, of: OpenEvent, strip: Strip, about?: MilestoneEntry) => ({
  ...strip,
  language: of.event.language,
  points: strip.points
    .map(({ entry, ...point }) => ({
      ...point,
      link: site.to.entry(of.event.slug, entry.slug),
      isOwn: entry === about,
    }))
    .toSorted((a, b) => Number(a.isOwn) - Number(b.isOwn)),
});
