/** How many entries a pack has, which holds what an index shows of them: the newest have a pack of their own. */
export const packSize = 50;

/** In how many indexes at once a reader looks for the words of texts. */
const mostIndexes = 6;

/**
 * Whether so many indexes come of events with so many entries that readers look through titles first, which are in an index of
 * their own.
 */
export const hasTitleIndex = (counts: readonly number[]): boolean =>
  counts.reduce((sum, count) => sum + partEnds(count, packSize).length, 0) > mostIndexes;

/** How many steps one index has at most: to make one of 5,000 entries takes 650 MB, and twice as much of 10,000. */
const mostSteps = 100;

/** Where the indexes of so many entries end. */
const partEnds = (count: number, step: number): readonly number[] => {
  const older = Math.floor(Math.max(0, count - 1) / step) * step;
  const most = step * mostSteps;
  const whole = Array.from({ length: Math.ceil(older / most) }, (_, index) => Math.min(older, (index + 1) * most));
  return count === 0 ? [] : [...whole, count];
};

/**
 * Entries, oldest first, in one index or several: the older ones, of which there are a multiple of `step`, and the newest. An entry
 * that comes in behind the others is indexed with the newest only.
 */
export const searchParts = <Item>(entries: readonly Item[], step = packSize): readonly (readonly Item[])[] =>
  partEnds(entries.length, step).map((end, index, ends) => entries.slice(ends[index - 1] ?? 0, end));
