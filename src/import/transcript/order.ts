import type { TranscriptBlock } from './blocks.ts';
import { endingMidnights } from './midnights.ts';
import { type Point, pointsOf } from './points.ts';
import { isMidnight } from './written-clock.ts';

/** How a transcript lists what happened. */
export type TimeOrder = 'newest-first' | 'oldest-first';

/**
 * The order of a transcript: what most pairs of neighbours have. A midnight can begin its day or end it, so it counts only
 * where nothing else tells; it is then the one that is nearer to the time beside it. `undefined` where it cannot be known.
 */
export const orderOf = (blocks: readonly TranscriptBlock[]): TimeOrder | undefined => {
  const plain = pointsOf(
    blocks.filter(({ clock }) => !clock || !isMidnight(clock)),
    new Set(),
  );
  return (
    majority(plain, (before, point) => !mayPassMidnight(before, point)) ??
    majority(plain) ??
    majority(pointsOf(blocks, nearestMidnights(blocks))) ??
    // Days with nothing but a midnight each.
    majority(pointsOf(blocks, endingMidnights(blocks).ending))
  );
};

/** Whether a midnight may lie between two neighbours, so that they do not tell the order. */
const mayPassMidnight = (a: Point, b: Point): boolean =>
  b.block.isDayOfHeading === true && a.day === b.day && Math.abs((a.seconds ?? 0) - (b.seconds ?? 0)) > 12 * 3600;

const majority = (
  points: readonly Point[],
  counts: (before: Point, point: Point) => boolean = () => true,
): TimeOrder | undefined => {
  let balance = 0;
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (before && counts(before, point)) balance += comparePoints(before, point);
  }
  return balance === 0 ? undefined : balance < 0 ? 'oldest-first' : 'newest-first';
};

/** Below 0 where `a` happened before `b`, 0 where that cannot be known; a time to the minute is not before its seconds. */
export const comparePoints = (a: Point, b: Point): -1 | 0 | 1 => {
  if (a.day !== b.day) return sign(a.day - b.day);
  if (a.seconds === undefined || b.seconds === undefined) return 0;
  const isExact = a.block.clock?.seconds !== undefined && b.block.clock?.seconds !== undefined;
  return isExact ? sign(a.seconds - b.seconds) : sign(Math.floor(a.seconds / 60) - Math.floor(b.seconds / 60));
};

const sign = (difference: number): -1 | 0 | 1 => (difference < 0 ? -1 : difference > 0 ? 1 : 0);

/** The midnights beside a time of the second half of their day. */
const nearestMidnights = (blocks: readonly TranscriptBlock[]): ReadonlySet<TranscriptBlock> => {
  const isLate = (block: TranscriptBlock | undefined, date: string): boolean =>
    block?.clock !== undefined && block.date === date && !isMidnight(block.clock) && block.clock.hours >= 12;
  return new Set(
    blocks.filter(({ clock, date }, index) => {
      if (!clock || !isMidnight(clock)) return false;
      return clock.hours === 24 || isLate(blocks[index - 1], date) || isLate(blocks[index + 1], date);
    }),
  );
};
