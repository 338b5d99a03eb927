import { amountOf } from '../core/figures.ts';
import { milestoneRecords, type RecordContext } from './milestone-data.ts';

/** The milestones of an event as JSON, with the metrics that they count. */
export const milestonesJson = (context: RecordContext): string => {
  const { event, to } = context;
  const metrics = [...event.metrics.values()].map(
    ({ slug, title, unit, cumulative, better, decimals, format, rates, ratesNote, references }) => ({
      slug,
      title,
      unit,
      cumulative,
      better,
      decimals,
      format,
      rates,
      ratesNote,
      references: references.map(({ name, value }) => ({
        name,
        value,
        amount: value && amountOf(value, { unit, rates }),
      })),
    }),
  );
  const { slug, title, timezone, countsFrom } = event;
  const from = Temporal.Instant.fromEpochMilliseconds(countsFrom).toZonedDateTimeISO(timezone);
  const about = {
    slug,
    title,
    url: to.absolute(to.event(slug)),
    timezone,
    countsFrom: from.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
  };
  return `${JSON.stringify({ event: about, metrics, milestones: milestoneRecords(context) }, undefined, 2)}\n`;
};
