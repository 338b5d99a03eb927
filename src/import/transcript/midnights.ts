import type { TranscriptBlock } from './blocks.ts';
import { startWithLines } from './line-list.ts';
import { isMidnight } from './written-clock.ts';

/** The midnights of a transcript that end the day they stand in, and what a person should know about the others. */
type Midnights = { readonly ending: ReadonlySet<TranscriptBlock>; readonly notes: readonly string[] };

/**
 * Tells which midnights end their day: those that come, in the order in which things happened, behind a time of the
 * second half of their day, or are the last of a day with other times. One that is alone in its day begins it.
 */
export const endingMidnights = (happened: readonly TranscriptBlock[]): Midnights => {
  const ending = new Set<TranscriptBlock>();
  const alone: number[] = [];
  const days = Map.groupBy(happened, ({ date }) => date);
  for (const blocks of days.values()) {
    const timed = blocks.flatMap((block) => (block.clock ? { block, clock: block.clock } : []));
    const isOther = timed.map(({ clock }) => !isMidnight(clock));
    const lastOther = isOther.lastIndexOf(true);
    let before: number | undefined;
    for (const [index, { block, clock }] of timed.entries()) {
      if (isOther[index]) before = clock.hours;
      else if (clock.hours === 24 || (before !== undefined && (before >= 12 || index > lastOther))) ending.add(block);
      else if (clock.label !== undefined && lastOther === -1) alone.push(block.line.number);
    }
  }
  return { ending, notes: noteOfAlone(alone) };
};

const noteOfAlone = (numbers: readonly number[]): string[] =>
  numbers.length === 0
    ? []
    : [
        `${startWithLines(numbers)} ${numbers.length === 1 ? 'is the only time of its day' : 'are the only times of their days'}, read as the midnight that begins it. If it ends the day, write 24:00.`,
      ];
