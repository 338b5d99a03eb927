import { samplesFolder } from '../../scripts/testing/samples.ts';
import type { Event } from '../core/archive.ts';
import { milestonesOf } from '../core/archive.ts';
import { seriesOf } from '../core/metric-series.ts';
import { readArchive } from '../core/read-archive.ts';
import { anEntry, anEvent, galaWith } from '../core/testing.ts';
import { readContent } from '../io/read-content.ts';
import { type Plot, plotSeries } from './plot-series.ts';

/** The event Gala on 11 November 2019 in Shanghai, whose milestones are given by their time and what they say. */
export const galaOf = (
  metrics: string,
  milestones: readonly (readonly [time: string, milestone: string])[],
  settings: Readonly<Record<string, string>> = {},
): Event => {
  const entries = milestones.map(([time, milestone], index) => [`gala/m${index}.md`, anEntry({ time, milestone })]);
  const event = anEvent({ starts: '2019-11-11T00:00', ends: '2019-11-11T24:00', ...settings, metrics });
  const { archive, diagnostics } = readArchive(galaWith({ 'gala/event.md': event, ...Object.fromEntries(entries) }));
  const [found] = archive.events;
  if (!found || diagnostics.length > 0)
    throw new Error(`The content of this test has errors: ${JSON.stringify(diagnostics)}`);
  return found;
};

/** An event of the samples of the tests. */
export const sampleEvent = async (slug: string): Promise<Event> => {
  const { archive } = readArchive((await readContent(samplesFolder)).files, {});
  const event = archive.events.find((one) => one.slug === slug);
  if (!event) throw new Error(`There is no event ${slug}`);
  return event;
};

/** The plots of an event's metrics. */
export const plotsOf = (event: Event): readonly Plot[] =>
  seriesOf(event.metrics.values(), milestonesOf(event)).map((series) => plotSeries(series, event));

/** The plot of an event with one metric that has values. */
export const plotOf = (event: Event): Plot => {
  const [plot] = plotsOf(event);
  if (!plot) throw new Error('No metric of this test has values');
  return plot;
};
