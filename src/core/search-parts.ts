/** How many entries a pack has, which holds what an index shows of them: the newest have a pack of their own. */
export const packSize = 50;

/**
 * Entries, oldest first, in one index or two: the older ones, of which there are a multiple of `step`, and the newest. An entry that
 * comes in behind the others is indexed with the newest only.
 */
export const searchParts = <Item>(entries: readonly Item[], step = packSize): readonly (readonly Item[])[] => {
  const older = Math.floor(Math.max(0, entries.length - 1) / step) * step;
  return [entries.slice(0, older), entries.slice(older)].filter(({ length }) => length > 0);
};
