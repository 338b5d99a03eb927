import type { TranscriptBlock } from './blocks.ts';
import { startWithLines } from './line-list.ts';
import { endingMidnights } from './midnights.ts';
import { comparePoints, orderOf, type TimeOrder } from './order.ts';
import { passMidnights } from './passed-midnights.ts';
import { type Point, pointsOf } from './points.ts';
import type { WrittenClock } from './written-clock.ts';

/** A block with the time of its entry, as an update has it. */
export type PlacedLine = {
  readonly block: TranscriptBlock;
  readonly time: string;
  readonly untimed?: 'first' | 'last';
};

/** The blocks of a transcript, oldest first, the order in which it lists them, and what a person should know. */
type Timeline = {
  readonly order?: TimeOrder;
  readonly placed: readonly PlacedLine[];
  readonly notes: readonly string[];
  /** What cannot be known, so that entries are probably on a wrong day. */
  readonly doubts: readonly string[];
};

/**
 * Places blocks in time. Of those with the same time, that one is first which the list says happened first. One that goes
 * against the order of the list, as after midnight below one day heading, keeps its date and is named in a note.
 */
export const timelineOf = (written: readonly TranscriptBlock[]): Timeline => {
  const order = orderOf(written);
  const { blocks, ...passed } = passMidnights(written, order);
  // A list whose order cannot be known is taken as events are shown by default, so that readers see it as it was.
  const happened = order === 'oldest-first' ? blocks : blocks.toReversed();
  const { ending, notes } = endingMidnights(happened);
  const points = pointsOf(happened, ending);
  const { sides, between } = sidesOf(happened);
  const rankOf = ({ block, seconds }: Point): number =>
    seconds !== undefined ? 1 : sides.get(block) === 'first' ? 0 : 2;
  const sorted = points.toSorted(
    (a, b) => a.day - b.day || rankOf(a) - rankOf(b) || (a.seconds ?? 0) - (b.seconds ?? 0),
  );
  return {
    ...(order && { order }),
    placed: sorted.map(({ block }): PlacedLine => {
      const { date, clock } = block;
      const untimed = sides.get(block);
      if (clock) return { block, time: `${date}T${clockOf(clock, ending.has(block))}` };
      return { block, time: date, ...(untimed && { untimed }) };
    }),
    notes: [...passed.notes, ...notes, ...noteOfJumps(points, order), ...noteOfBetween(between)],
    doubts: passed.doubts,
  };
};

const clockOf = (clock: WrittenClock, endsDay: boolean): string => {
  const { hours, minutes, seconds, zone } = clock;
  const parts = [endsDay ? 24 : hours, minutes, ...(seconds === undefined ? [] : [seconds])];
  const offset = zone && 'offset' in zone ? zone.offset : '';
  return `${parts.map((part) => String(part).padStart(2, '0')).join(':')}${offset}`;
};

/**
 * On which side of its day's times each block without a time stands, and those that stand between times. Directly below a
 * day heading is where the list of the day begins; it can be that no time follows.
 */
const sidesOf = (
  happened: readonly TranscriptBlock[],
): { readonly sides: ReadonlyMap<TranscriptBlock, 'first' | 'last'>; readonly between: readonly number[] } => {
  const sides = new Map<TranscriptBlock, 'first' | 'last'>();
  const between: number[] = [];
  for (const blocks of Map.groupBy(happened, ({ date }) => date).values()) {
    const firstTime = blocks.findIndex(({ clock }) => clock);
    const lastTime = blocks.findLastIndex(({ clock }) => clock);
    for (const [index, block] of blocks.entries()) {
      if (block.clock) continue;
      sides.set(block, firstTime !== -1 && index < firstTime ? 'first' : 'last');
      if (index > firstTime && index < lastTime) between.push(block.line.number);
    }
  }
  return { sides, between };
};

const noteOfJumps = (points: readonly Point[], order: TimeOrder | undefined): string[] => {
  const jumps = points.filter((point, index) => {
    const before = points[index - 1];
    return before !== undefined && comparePoints(before, point) > 0;
  });
  if (jumps.length === 0) return [];
  const isOne = jumps.length === 1;
  const where = startWithLines(jumps.map(({ block }) => block.line.number).sort((a, b) => a - b));
  const other = `the entry ${order === 'oldest-first' ? 'above' : 'below'} ${isOne ? 'it' : 'them'}`;
  const list = order === undefined ? '' : `, in a list that is ${order === 'newest-first' ? 'newest' : 'oldest'} first`;
  return [
    `${where} ${isOne ? 'has' : 'have'} an earlier time than ${other}${list}. ${isOne ? 'It keeps its day and is' : 'They keep their days and are'} sorted by time.`,
  ];
};

const noteOfBetween = (numbers: readonly number[]): string[] =>
  numbers.length === 0
    ? []
    : [
        `${startWithLines(numbers)} ${numbers.length === 1 ? 'begins an entry' : 'begin entries'} without a time between others that have one. ${numbers.length === 1 ? 'It comes' : 'They come'} last in the day.`,
      ];
