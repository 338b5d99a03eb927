import type { Chart } from '../charts/chart.ts';
import { drawChart, roomsFor } from '../charts/draw-chart.ts';
import { drawStrip, type Strip } from '../charts/draw-strip.ts';
import type { ChartSize } from '../charts/frames.ts';
import { plotSeries } from '../charts/plot-series.ts';
import { type Event, type MilestoneEntry, milestonesOf } from '../core/archive.ts';
import { seriesOf } from '../core/metric-series.ts';
import { once } from '../core/once.ts';

/** The charts of an event. They are plotted once, when the first page asks for one: each milestone's page has its own. */
export const eventCharts = (event: Event) => {
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
  const strip = once(() => drawStrip(event, milestones));
  return {
    chartsOf: (size: ChartSize): readonly Chart[] => plots().map((plot) => drawChart(plot, { size, language })),
    chartAbout: (about: MilestoneEntry): Chart | undefined => {
      const place = places().get(about);
      return place && drawChart(place.plot, { size: 'place', language, about }, place.rooms);
    },
    strip: (): Strip | undefined => strip(),
  };
};
