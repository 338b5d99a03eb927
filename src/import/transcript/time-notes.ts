import { quote } from '../feeds/quote.ts';
import { ImportRefused } from '../live-blog.ts';
import type { TranscriptBlock } from './blocks.ts';
import { startWithLines } from './line-list.ts';
import type { WrittenClock } from './written-clock.ts';

/**
 * What a person should know about how times are written: with a zone that can be several, with a zone here and none
 * there, with a.m. or p.m. here and none there. Throws `ImportRefused` where a zone that can be several stands beside others, so that
 * the times cannot all be by the clocks of one place.
 */
export const notesOfTimes = (blocks: readonly TranscriptBlock[]): string[] => {
  const timed = blocks.flatMap((block) => (block.clock ? { ...block, clock: block.clock } : []));
  return [...notesOfZones(timed), ...noteOfPeriods(timed)];
};

/** The zone that can be several, where times have one. */
export const ambiguousZoneOf = (blocks: readonly TranscriptBlock[]): string | undefined =>
  blocks.flatMap(({ clock }) => (clock?.zone && 'ambiguous' in clock.zone ? clock.zone.ambiguous : []))[0];

type Timed = TranscriptBlock & { readonly clock: WrittenClock };

const notesOfZones = (timed: readonly Timed[]): string[] => {
  const unclear = timed.flatMap(({ line, clock: { zone } }) =>
    zone && 'ambiguous' in zone ? { line, name: zone.ambiguous } : [],
  );
  const names = new Set(
    timed.flatMap(({ clock: { zone } }) => zone && ('offset' in zone ? zone.offset : zone.ambiguous)),
  );
  names.delete(undefined);
  const [first] = unclear;
  if (first && names.size > 1)
    throw new ImportRefused(
      `Unexpected zone "${first.name}" in ${quote(first.line.text)} in line ${first.line.number}, expected one that has one meaning only, because other times have other zones. Write the offset instead of it, such as 14:05 +05:30.`,
    );
  const [name] = names;
  const without = timed.flatMap(({ line, clock: { zone } }) => (zone ? [] : line.number));
  return [
    ...(first
      ? [
          `"${first.name}" can mean several zones, so the times are read by the clocks of the event. Say which zone that is with --timezone, unless the event has one already.`,
        ]
      : []),
    ...(name !== undefined && !first && without.length > 0
      ? [
          `${startWithLines(without)} ${without.length === 1 ? 'has a time' : 'have times'} without a zone, others have one. Those without are read by the clocks of the event.`,
        ]
      : []),
  ];
};

/** A time such as 9:30 can be in the evening where others say `p.m.`; 0:30 and 21:30 cannot. */
const noteOfPeriods = (timed: readonly Timed[]): string[] => {
  const isUnclear = ({ hasPeriod, label, hours }: WrittenClock): boolean =>
    !hasPeriod && label === undefined && hours >= 1 && hours <= 12;
  if (!timed.some(({ clock }) => clock.hasPeriod)) return [];
  const unclear = timed.flatMap(({ line, clock }) => (isUnclear(clock) ? line.number : []));
  if (unclear.length === 0) return [];
  return [
    `${startWithLines(unclear)} ${unclear.length === 1 ? 'has a time' : 'have times'} without a.m. or p.m., while others have it: read as a 24-hour clock has it.`,
  ];
};
