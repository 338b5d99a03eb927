/** How many entries a pack has, which holds what an index shows of them: the newest have a pack of their own. */
export const packSize = 50;

/** In how many indexes at once a reader looks for the words of texts. */
const mostIndexes = 6;

/**
 * Whether so many indexes come of events with so many entries that readers look through titles first, which are in an index of
 * their own.
 */
export const hasTitleIndex = (counts: readonly number[]): boolean =>
  counts.reduce((sum, count) => sum + Math.min(2, Math.ceil(count / packSize)), 0) > mostIndexes;

/**
 * Entries, oldest first, in one index or two: the older ones, of which there are a multiple of `step`, and the newest. An entry that
 * comes in behind the others is indexed with the newest only.
 */
export const searchParts = <Item>(entries: readonly Item[], step = packSize): readonly (readonly Item[])[] => {
  const older = Math.floor(Math.max(0, entries.length - 1) / step) * step;
  return [entries.slice(0, older), entries.slice(older)].filter(({ length }) => length > 0);
};
