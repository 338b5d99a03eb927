import type { TranscriptBlock } from './blocks.ts';
import { startWithLines } from './line-list.ts';
import type { TimeOrder } from './order.ts';
import { isMidnight, secondsOf } from './written-clock.ts';

/** Blocks with the days that they are on, what a person should know, and what cannot be known. */
type PassedMidnights = {
  readonly blocks: readonly TranscriptBlock[];
  readonly notes: readonly string[];
  readonly doubts: readonly string[];
};

/** More than half a day: no list leaves so much out against its own order, but where a midnight lies between. */
const jump = 12 * 3600;

/**
 * Tells where, below one day heading, the list goes on into another day: where its times otherwise only rise, or only
 * fall, and one goes the other way by more than 12 hours. A midnight sharp has the day of what happened before it. What
 * would then be beyond the next heading keeps its day, and so does a list that goes up and down, or goes either way by more than 12
 * hours only: these are doubts.
 */
export const passMidnights = (blocks: readonly TranscriptBlock[], order: TimeOrder | undefined): PassedMidnights => {
  if (order === undefined) return { blocks, notes: [], doubts: [] };
  const step = order === 'oldest-first' ? 1 : -1;
  const moved = new Map<TranscriptBlock, string>();
  const begins: number[] = [];
  const unclear: number[] = [];
  const groups = groupsOf(blocks);
  for (const [index, group] of groups.entries()) {
    const { jumps, isRegular } = jumpsIn(group, step);
    if (jumps.size === 0) continue;
    const days = daysOf(group, jumps, step);
    const isBeyond = passes(group, days, groups[index + 1]?.[0], step);
    const numbers = [...jumps].map(({ line }) => line.number);
    if (!isRegular || isBeyond) unclear.push(...numbers);
    else {
      begins.push(...numbers);
      for (const [place, block] of group.entries()) moved.set(block, days[place] ?? block.date);
    }
  }
  return {
    blocks: blocks.map((block) => ({ ...block, date: moved.get(block) ?? block.date })),
    notes: noteOfStarted(begins, order),
    doubts: doubtOf(unclear, order),
  };
};

/** Whether the last block of a group would come behind the one that follows in the list. */
const passes = (
  group: readonly TranscriptBlock[],
  days: readonly string[],
  next: TranscriptBlock | undefined,
  step: 1 | -1,
): boolean => {
  const last = group.at(-1);
  if (!last || !next) return false;
  const [ours, theirs] = [days.at(-1) ?? '', next.date];
  if (ours !== theirs) return step > 0 ? ours > theirs : ours < theirs;
  return last.clock && next.clock ? (secondsOf(last.clock) - secondsOf(next.clock)) * step > 0 : false;
};

/** Neighbours whose day is that of one heading. */
const groupsOf = (blocks: readonly TranscriptBlock[]): readonly (readonly TranscriptBlock[])[] => {
  const groups: TranscriptBlock[][] = [];
  for (const block of blocks) {
    if (!block.isDayOfHeading) groups.push([]);
    else if (groups.at(-1)?.at(-1)?.date === block.date) groups.at(-1)?.push(block);
    else groups.push([block]);
  }
  return groups.filter((group) => group.length > 0);
};

/** The blocks before which a midnight lies, in list order, and whether the rest of the list goes one way. */
const jumpsIn = (
  group: readonly TranscriptBlock[],
  step: 1 | -1,
): { readonly jumps: ReadonlySet<TranscriptBlock>; readonly isRegular: boolean } => {
  const jumps = new Set<TranscriptBlock>();
  let isRegular = true;
  let [hasGap, hasStep] = [false, false];
  let before: number | undefined;
  for (const block of group) {
    if (!block.clock || isMidnight(block.clock)) continue;
    const at = Math.floor(secondsOf(block.clock) / 60) * 60;
    const back = before === undefined ? 0 : (before - at) * step;
    if (back > jump) jumps.add(block);
    else if (back > 0) isRegular = false;
    // In a list of the other order, a midnight would lie here.
    if (-back > jump) hasGap = true;
    else if (back < 0) hasStep = true;
    before = at;
  }
  return { jumps, isRegular: isRegular && (hasStep || !hasGap) };
};

const daysOf = (group: readonly TranscriptBlock[], jumps: ReadonlySet<TranscriptBlock>, step: 1 | -1): string[] => {
  let day = Temporal.PlainDate.from(group[0]?.date ?? '');
  const days = group.map((block) => {
    if (jumps.has(block)) day = day.add({ days: step });
    return day.toString();
  });
  if (step > 0) return days;
  // In a list that falls, what happened before a midnight stands below it.
  return days.map((own, index) => {
    const clock = group[index]?.clock;
    return clock && isMidnight(clock) ? (days[index + 1] ?? own) : own;
  });
};

const noteOfStarted = (numbers: readonly number[], order: TimeOrder): string[] =>
  numbers.length === 0
    ? []
    : [
        `${startWithLines(numbers)} ${numbers.length === 1 ? 'goes' : 'go'} on behind a midnight: from there on the entries are of the day ${order === 'oldest-first' ? 'after' : 'before'}. Look whether that is right.`,
      ];

const doubtOf = (numbers: readonly number[], order: TimeOrder): string[] =>
  numbers.length === 0
    ? []
    : [
        `${startWithLines(numbers)} ${numbers.length === 1 ? 'goes' : 'go'} against the order of the list, which is ${order === 'newest-first' ? 'newest' : 'oldest'} first, by more than 12 hours. Where another day begins, write it in a line of its own above; the entries have the day of the heading now.`,
      ];
