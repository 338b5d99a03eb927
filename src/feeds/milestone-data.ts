import type { Event, MilestoneEntry } from '../core/archive.ts';
import { conversionOf } from '../core/figures.ts';
import type { MilestonePlace } from '../core/milestone-place.ts';
import type { Permalinks } from '../core/permalinks.ts';

/** A milestone as data. Fields that are not known are not there; docs/addresses.md explains each. */
type MilestoneRecord = {
  readonly slug: string;
  readonly url: string;
  readonly title: string;
  readonly day: string;
  /** With the offset, or a date alone. */
  readonly datetime: string;
  readonly precision: 'day' | 'minute' | 'second';
  readonly label?: string;
  readonly elapsedMilliseconds?: number;
  readonly metric?: string;
  readonly unit?: string;
  /** As it was reported, by unit. */
  readonly value?: Readonly<Record<string, number>>;
  /** In the metric's main unit. */
  readonly amount?: number;
  /** Whether the amount was converted, because the value was given in another unit only. */
  readonly converted?: boolean;
  /** Which part of the last value of its metric it is, from 0 to 1. */
  readonly shareOfLast?: number;
  /** Of that last value: whether more may come. */
  readonly standing?: 'final' | 'so far';
  readonly surpasses: readonly string[];
};

/** What the records of milestones are made of. */
export type RecordContext = {
  readonly event: Event;
  /** Oldest first. */
  readonly milestones: readonly MilestoneEntry[];
  readonly placeOf: (entry: MilestoneEntry) => MilestonePlace | undefined;
  readonly to: Permalinks;
};

/** The milestones of an event as data, oldest first. */
export const milestoneRecords = ({ event, milestones, placeOf, to }: RecordContext): readonly MilestoneRecord[] =>
  milestones.map((entry) => {
    const { slug, title, day, moment, label, milestone } = entry;
    const { metric, value, amount, elapsed, standing, surpasses } = milestone;
    const share = standing ? 1 : placeOf(entry)?.share?.ratio;
    return {
      slug,
      url: to.absolute(to.entry(event.slug, slug)),
      title,
      day,
      datetime: moment.datetime,
      precision: moment.precision,
      ...(label !== undefined && { label }),
      ...(elapsed !== undefined && { elapsedMilliseconds: elapsed }),
      ...(metric && { metric: metric.slug, unit: metric.unit }),
      ...(value && { value }),
      ...(amount !== undefined && { amount: rounded(amount) }),
      ...(metric && value && amount !== undefined && { converted: conversionOf(value, metric) !== undefined }),
      ...(share !== undefined && { shareOfLast: rounded(share) }),
      ...(standing && { standing }),
      surpasses: surpasses.map(({ name }) => name),
    };
  });

/** Twelve digits: what a division adds beyond them is noise. */
const rounded = (number: number): number => Number(number.toPrecision(12));
