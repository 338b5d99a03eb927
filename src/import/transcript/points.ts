import type { TranscriptBlock } from './blocks.ts';
import { secondsOf, type WrittenClock } from './written-clock.ts';

/** Where a block stands in time. */
export type Point = {
  readonly block: TranscriptBlock;
  /** Days since 1970, and seconds since that day began; a midnight that ends the day has 86,400. No seconds: no time. */
  readonly day: number;
  readonly seconds?: number;
};

/**
 * The points of blocks by one clock, so that times of several zones can be compared: that of the offset that most of them
 * have. Times without an offset are taken to be by this clock. `ending` has the midnights that end their day.
 */
export const pointsOf = (blocks: readonly TranscriptBlock[], ending: ReadonlySet<TranscriptBlock>): Point[] => {
  const common = commonOffset(blocks);
  const dayOf = daysOf(blocks);
  return blocks.map((block) => {
    const day = dayOf.get(block.date) ?? 0;
    if (!block.clock) return { block, day };
    const written = ending.has(block) ? wholeDay : secondsOf(block.clock);
    const shift = common - (offsetOf(block.clock) ?? common);
    if (shift === 0) return { block, day, seconds: written };
    const days = Math.floor((written + shift) / wholeDay);
    return { block, day: day + days, seconds: written + shift - days * wholeDay };
  });
};

const wholeDay = 86_400;

const daysOf = (blocks: readonly TranscriptBlock[]): ReadonlyMap<string, number> => {
  const epoch = Temporal.PlainDate.from('1970-01-01');
  const dates = new Set(blocks.map(({ date }) => date));
  return new Map([...dates].map((date) => [date, epoch.until(date).days]));
};

const commonOffset = (blocks: readonly TranscriptBlock[]): number => {
  const offsets = blocks.flatMap(({ clock }) => (clock && offsetOf(clock)) ?? []);
  const counts = [...Map.groupBy(offsets, (offset) => offset)];
  return counts.sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? 0;
};

/** The offset of a time in seconds, where it has one. */
const offsetOf = ({ zone }: WrittenClock): number | undefined => {
  if (!zone || 'ambiguous' in zone) return undefined;
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(zone.offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60;
};
