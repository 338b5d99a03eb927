import type { Chart } from '../charts/chart.ts';
import { drawChart, roomsFor } from '../charts/draw-chart.ts';
import { drawStrip, type Strip } from '../charts/draw-strip.ts';
import type { ChartSize } from '../charts/frames.ts';
import { plotSeries } from '../charts/plot-series.ts';
import { type Event, type MilestoneEntry, milestonesOf } from '../core/archive.ts';
import { seriesOf } from '../core/metric-series.ts';
import { once } from '../core/once.ts';

/** The charts of an event. */
export type EventCharts = {
  /** One for each of its metrics that has values. */
  readonly chartsOf: (size: Exclude<ChartSize, 'place'>) => readonly Chart[];
  /** The chart of a milestone's metric, about it; none where the milestone has no value. */
  readonly chartAbout: (about: MilestoneEntry) => Chart | undefined;
  /** Its milestones in time; none where there are too few or too many to show. */
  readonly strip: () => Strip | undefined;
};

/** The charts of an event. They are plotted once, when the first page asks for one: each milestone's page has its own. */
export const eventCharts = (event: Event): EventCharts => {
  const { language } = event;
  const milestones = milestonesOf(event);
  const plots = once(() => seriesOf(event.metrics.values(), milestones).map((series) => plotSeries(series, event)));
  const places = once(
    () =>
      new Map(
        plots().flatMap((plot) => {
          const rooms = roomsFor(plot, 'place');
          return plot.values.map(({ entry }) => [entry, { plot, rooms }] as const);
        }),
      ),
  );
  return {
    chartsOf: (size) => plots().map((plot) => drawChart(plot, { size, language })),
    chartAbout: (about) => {
      const place = places().get(about);
      return place && drawChart(place.plot, { size: 'place', language, about }, place.rooms);
    },
    strip: once(() => drawStrip(event, milestones)),
  };
};
