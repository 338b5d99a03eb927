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
  /** Those of its kind before and after it: of the same metric, or without one as well. */
  readonly earlier?: MilestoneEntry;
  readonly later?: MilestoneEntry;
  /** The one after it of any kind. */
  readonly next?: MilestoneEntry;
  /** The values of the same metric before and after it. */
  readonly valueBefore?: Neighbour;
  readonly valueAfter?: Neighbour;
  /** Its part of the last value of a cumulative metric; absent for the last value itself. */
  readonly share?: { readonly of: MilestoneEntry; readonly ratio: number };
};

/** The places of an event's milestones (oldest first). */
export const placesOf = (milestones: readonly MilestoneEntry[]): ReadonlyMap<MilestoneEntry, MilestonePlace> => {
  const before = valuesBefore(milestones);
  const after = valuesBefore(milestones.toReversed());
  const [earlierOf, laterOf] = [beforeOfKind(milestones), beforeOfKind(milestones.toReversed())];
  const lasts = new Map(
    milestones.filter(({ milestone }) => milestone.standing).map((entry) => [entry.milestone.metric, entry]),
  );
  return new Map(
    milestones.map((entry, index) => {
      const [earlier, later, next] = [earlierOf.get(entry), laterOf.get(entry), milestones[index + 1]];
      const [valueBefore, valueAfter] = [before.get(entry), after.get(entry)];
      const share = shareOf(entry, lasts.get(entry.milestone.metric));
      return [
        entry,
        {
          position: index + 1,
          of: milestones.length,
          ...(earlier && { earlier }),
          ...(later && { later }),
          ...(next && { next }),
          ...(valueBefore && { valueBefore: neighbour(entry, valueBefore) }),
          ...(valueAfter && { valueAfter: neighbour(entry, valueAfter) }),
          ...(share && { share }),
        },
      ];
    }),
  );
};

/** Of each milestone the last one before it in a list that is of the same metric, or of none as well. */
export const beforeOfKind = <M extends Pick<MilestoneEntry, 'milestone'>>(
  milestones: readonly M[],
): ReadonlyMap<M, M | undefined> => {
  const last = new Map<Metric | undefined, M>();
  return new Map(
    milestones.map((entry) => {
      const { metric } = entry.milestone;
      const found = last.get(metric);
      last.set(metric, entry);
      return [entry, found];
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

/** The part of the last value that a value is, in a unit that both were given in, otherwise in the main unit. */
const shareOf = ({ milestone }: MilestoneEntry, last: MilestoneEntry | undefined): MilestonePlace['share'] => {
  if (!last || milestone.standing || milestone.amount === undefined) return undefined;
  const unit = sharedUnit(milestone.value, last.milestone.value);
  const [part, whole] =
    unit === undefined
      ? [milestone.amount, last.milestone.amount]
      : [milestone.value?.[unit], last.milestone.value?.[unit]];
  if (part === undefined || whole === undefined || part < 0 || whole <= 0) return undefined;
  const ratio = part / whole;
  return Number.isFinite(ratio) ? { of: last, ratio } : undefined;
};

const neighbour = ({ moment }: MilestoneEntry, other: MilestoneEntry): Neighbour => {
  const precision = moment.precision === 'second' && other.moment.precision === 'second' ? 'second' : 'minute';
  const [own, its] = [moment.instant, other.moment.instant];
  return { entry: other, precision, ...(own !== undefined && its !== undefined && { span: Math.abs(own - its) }) };
};
