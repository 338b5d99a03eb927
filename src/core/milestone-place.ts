import type { Metric, MilestoneEntry } from './archive.ts';
import { sharedUnit } from './figures.ts';

/** A milestone of the same metric with a value, and how far away in time it is (milliseconds; absent where a time is not known). */
export type Neighbour = {
  readonly entry: MilestoneEntry;
  readonly span?: number;
  readonly precision: 'minute' | 'second';
};

/** Where a milestone stands among the others of its event. */
export type MilestonePlace = {
  /** From 1, oldest first. */
  readonly position: number;
  readonly of: number;
  readonly earlier?: MilestoneEntry;
  readonly later?: MilestoneEntry;
  /** The values of the same metric before and after it. */
  readonly valueBefore?: Neighbour;
  readonly valueAfter?: Neighbour;
  /** Its part of the final value of a cumulative metric; absent for the final value itself. */
  readonly share?: { readonly of: MilestoneEntry; readonly ratio: number };
};

/** The places of an event's milestones (oldest first). */
export const placesOf = (milestones: readonly MilestoneEntry[]): ReadonlyMap<MilestoneEntry, MilestonePlace> => {
  const before = valuesBefore(milestones);
  const after = valuesBefore(milestones.toReversed());
  const finals = new Map(
    milestones.filter(({ milestone }) => milestone.final).map((entry) => [entry.milestone.metric, entry]),
  );
  return new Map(
    milestones.map((entry, index) => {
      const [earlier, later] = [milestones[index - 1], milestones[index + 1]];
      const [valueBefore, valueAfter] = [before.get(entry), after.get(entry)];
      const share = shareOf(entry, finals.get(entry.milestone.metric));
      return [
        entry,
        {
          position: index + 1,
          of: milestones.length,
          ...(earlier && { earlier }),
          ...(later && { later }),
          ...(valueBefore && { valueBefore: neighbour(entry, valueBefore) }),
          ...(valueAfter && { valueAfter: neighbour(entry, valueAfter) }),
          ...(share && { share }),
        },
      ];
    }),
  );
};

/** Of each milestone the last one before it in a list that has a value of the same metric. */
const valuesBefore = (
  milestones: readonly MilestoneEntry[],
): ReadonlyMap<MilestoneEntry, MilestoneEntry | undefined> => {
  const last = new Map<Metric, MilestoneEntry>();
  return new Map(
    milestones.map((entry) => {
      const { metric, amount } = entry.milestone;
      const found = metric && last.get(metric);
      if (metric && amount !== undefined) last.set(metric, entry);
      return [entry, found];
    }),
  );
};

/** The part of the final value that a value is, in a unit that both were given in, otherwise in the main unit. */
export const shareOf = ({ milestone }: MilestoneEntry, final: MilestoneEntry | undefined): MilestonePlace['share'] => {
  if (!final || milestone.final || milestone.amount === undefined) return undefined;
  const unit = sharedUnit(milestone.value, final.milestone.value);
  const [part, whole] =
    unit === undefined
      ? [milestone.amount, final.milestone.amount]
      : [milestone.value?.[unit], final.milestone.value?.[unit]];
  return part === undefined || whole === undefined || part < 0 || whole <= 0
    ? undefined
    : { of: final, ratio: part / whole };
};

const neighbour = ({ moment }: MilestoneEntry, other: MilestoneEntry): Neighbour => {
  const precision = moment.precision === 'second' && other.moment.precision === 'second' ? 'second' : 'minute';
  const [own, its] = [moment.instant, other.moment.instant];
  return { entry: other, precision, ...(own !== undefined && its !== undefined && { span: Math.abs(own - its) }) };
};
