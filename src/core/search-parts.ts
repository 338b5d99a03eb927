/** How many entries come to an event before all of it is indexed again. */
const step = 64;

/**
 * The entries of an event, oldest first, in one index or two: the older ones, of which there are a multiple of 64, and the
 * newest. An entry that comes in while the event is on is indexed with the newest only.
 */
export const searchParts = <Item>(entries: readonly Item[]): readonly (readonly Item[])[] => {
  const older = Math.floor(Math.max(0, entries.length - 1) / step) * step;
  return [entries.slice(0, older), entries.slice(older)].filter(({ length }) => length > 0);
};
