import {
  type Entry,
  type Event,
  type MilestoneEntry,
  milestonesOf,
  type Order,
  standing,
  type Topic,
} from './archive.ts';
import { beforeOfKind, type MilestonePlace, placesOf } from './milestone-place.ts';
import {
  type NamedPart,
  type NameParts,
  otherOrder,
  otherTimelineEntries,
  partNumberAt,
  partsOf,
  timelineEntries,
  timelineSize,
} from './parts.ts';
import { type Beside, besideTimeline, type DayPart, dayPartsOf } from './reading-on.ts';

/** What stands on the pages of an event. Lists are oldest first; pages show them in the event's order. */
export type EventPages = {
  readonly timeline: readonly Entry[];
  /** The timeline in the order that the event does not have. */
  readonly otherwise: { readonly order: Order; readonly timeline: readonly Entry[] };
  /** Whether both timelines show every entry. */
  readonly whole: boolean;
  /** What stands above a timeline: the entries that are pinned, the newest few of them. */
  readonly pinned: readonly Entry[];
  readonly days: readonly { readonly date: string; readonly parts: readonly NamedPart<Entry>[] }[];
  /** The parts of all days in one row. */
  readonly dayParts: readonly DayPart[];
  /** The parts of days at which a timeline that does not show every entry goes on. */
  readonly besideTimeline: (order: Order) => Beside<DayPart>;
  readonly topics: readonly { readonly topic: Topic; readonly parts: readonly NamedPart<Entry>[] }[];
  /** The entries that can be read, as an index lists them. */
  readonly index: readonly NamedPart<Entry>[];
  readonly milestones: readonly MilestoneRow[];
  readonly milestoneParts: readonly NamedPart<MilestoneRow>[];
  /** Whether its milestones are of several metrics, so that each has to say of which. */
  readonly severalMetrics: boolean;
  /** Where each milestone stands among the others. */
  readonly places: ReadonlyMap<MilestoneEntry, MilestonePlace>;
  /**
   * The entries before and after one in time, without those that have been withdrawn, the part of its day it is in, and
   * whether the timeline shows it, too.
   */
  readonly around: (entry: Entry) => Beside<Entry> & { readonly part: number; readonly isOnTimeline: boolean };
};

/** A milestone, and how long it came after the one of its kind before it (milliseconds, and how exactly that is known). */
export type MilestoneRow = {
  readonly entry: MilestoneEntry;
  readonly gap?: { readonly span: number; readonly precision: 'minute' | 'second' };
};

/** How many pinned entries stand on top: more would be a list of their own. */
const mostPinned = 5;

/** Lays the entries of an event out on its pages. Parts of lists get names from `nameParts`. */
export const eventPages = (event: Event, nameParts: NameParts = withoutNames): EventPages => {
  const timeline = timelineEntries(event);
  const whole = timeline.length === event.entries.length;
  const days = event.days.map(({ date, entries }) => ({
    date,
    parts: nameParts(partsOf(entries), (entry) => entry, 'day'),
  }));
  const dayParts = dayPartsOf(days);
  const readable = milestonesOf(event);
  const milestones = milestoneRows(readable);
  const standingEntries = standing(event.entries);
  return {
    timeline,
    otherwise: { order: otherOrder(event), timeline: otherTimelineEntries(event) },
    pinned: standingEntries.filter(({ pinned }) => pinned).slice(-mostPinned),
    whole,
    days,
    dayParts,
    // The event's own timeline shows the newest part in both orders, the other one the part at which its order begins.
    besideTimeline: (order) => (whole ? {} : besideTimeline(dayParts, order === event.order ? 'newest-first' : order)),
    topics: event.topics.map((topic) => ({
      topic,
      parts: nameParts(partsOf(topic.entries), (entry) => entry),
    })),
    index: nameParts(partsOf(standingEntries), (entry) => entry),
    milestones,
    milestoneParts: nameParts(partsOf(milestones), ({ entry }) => entry),
    severalMetrics: new Set(readable.flatMap(({ milestone: { metric } }) => metric ?? [])).size > 1,
    places: placesOf(readable),
    around: aroundIn(event, timeline, standingEntries),
  };
};

/** Finds what lies around each entry of an event, of which `timeline` has those that it shows, and `standing` those that can be read. */
const aroundIn = (event: Event, timeline: readonly Entry[], standing: readonly Entry[]): EventPages['around'] => {
  // Where the timeline outgrows its page, what it shows would change with every new entry.
  const onTimeline = new Set(event.entries.length <= timelineSize ? timeline : []);
  const position = new Map(standing.map((entry, index) => [entry, index]));
  const parts = new Map(
    event.days.flatMap(({ entries }) => entries.map((entry, index) => [entry, partNumberAt(index)] as const)),
  );
  return (entry) => {
    const index = position.get(entry) ?? -1;
    const earlier = index > 0 ? standing[index - 1] : undefined;
    const later = index >= 0 ? standing[index + 1] : undefined;
    const place = { part: parts.get(entry) ?? 1, isOnTimeline: onTimeline.has(entry) };
    return { ...place, ...(earlier && { earlier }), ...(later && { later }) };
  };
};

const withoutNames: NameParts = (parts) => parts.map((part) => ({ ...part, name: '' }));

/** Untimed ones are passed over: how long after them something was is not known. */
const milestoneRows = (entries: readonly MilestoneEntry[]): MilestoneRow[] => {
  const before = beforeOfKind(entries.filter(({ moment }) => moment.instant !== undefined));
  return entries.map((entry): MilestoneRow => {
    const [own, its] = [entry.moment, before.get(entry)?.moment];
    if (own.instant === undefined || its?.instant === undefined) return { entry };
    const precision = own.precision === 'second' && its.precision === 'second' ? 'second' : 'minute';
    return { entry, gap: { span: own.instant - its.instant, precision } };
  });
};
