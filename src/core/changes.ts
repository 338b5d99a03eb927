import type { Entry } from './archive.ts';
import { firstInstant, lastInstant, type Moment } from './moment.ts';

/**
 * A correction or withdrawal, as formats need it that demand an instant (milliseconds since 1970). `since` is the first
 * that it can mean.
 */
export type Change = { readonly instant: number; readonly since: number; readonly datetime: string };

/**
 * When an entry was corrected and withdrawn, the earliest first. A date alone is the start of that day in `zone`, or its last
 * second where the entry is of the same day, so that whoever follows hears of it.
 */
export const changesOf = (
  { corrections, withdrawn, demandedInstant }: Pick<Entry, 'corrections' | 'withdrawn' | 'demandedInstant'>,
  zone: string,
): readonly Change[] =>
  [...corrections, ...(withdrawn ? [withdrawn] : [])]
    .map(({ moment }) => ({
      instant: instantBehind(moment, demandedInstant, zone),
      since: firstInstant(moment, zone),
      datetime: moment.datetime,
    }))
    .toSorted((a, b) => a.instant - b.instant);

/** When an entry changed last, in milliseconds since 1970: published, corrected or withdrawn. */
export const lastChange = (entry: Parameters<typeof changesOf>[0], zone: string): number =>
  Math.max(entry.demandedInstant, changesOf(entry, zone).at(-1)?.instant ?? entry.demandedInstant);

const instantBehind = (moment: Moment, published: number, zone: string): number => {
  if (moment.instant !== undefined) return moment.instant;
  const start = firstInstant(moment, zone);
  return start > published ? start : lastInstant(moment, zone) - 1000;
};
