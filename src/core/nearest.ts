/**
 * The candidate that `word` was probably meant to be, or `undefined` where none is near: at most two edits away
 * (one in words of up to three letters), by optimal string alignment distance (a swap of neighbours is one edit).
 */
export const nearest = (word: string, candidates: Iterable<string>): string | undefined => {
  const limit = word.length <= 3 ? 1 : 2;
  const wanted = word.toLowerCase();
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const offered = candidate.toLowerCase();
    if (Math.abs(offered.length - wanted.length) > limit) continue;
    const distance = editDistance(wanted, offered, limit);
    if (distance <= limit && distance < candidate.length && (!best || distance < best.distance))
      best = { candidate, distance };
  }
  return best?.candidate;
};

/** The distance of two words, or infinity as soon as it is certain to be above `limit`. */
const editDistance = (one: string, other: string, limit: number): number => {
  const [from, to] = withoutCommonEnds(one, other);
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(at(above, column) + 1, at(current, column - 1) + 1, at(above, column - 1) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) cost = Math.min(cost, at(before, column - 2) + 1);
      current.push(cost);
    }
    if (Math.min(...current) > limit && Math.min(...above) > limit) return Number.POSITIVE_INFINITY;
    before = above;
    above = current;
  }
  return at(above, to.length);
};

/** What equals at the beginning and at the end costs nothing, and paths have much of it. */
const withoutCommonEnds = (one: string, other: string): [string, string] => {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start++;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)];
};

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;
