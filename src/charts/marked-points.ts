import type { LinePlace } from './line-path.ts';

/** How many points a chart marks at most. */
const mostPoints = 60;

/**
 * The points that are marked: all of them up to sixty. Of more, the first, the last and those that `matter`, and the last
 * in each of as many columns as are left. The line goes through all of them, and the table has them.
 */
export const markedPoints = <Point extends LinePlace>(
  points: readonly Point[],
  matter: (point: Point) => boolean,
): readonly Point[] => {
  if (points.length <= mostPoints) return points;
  const kept = new Set([points[0], points.at(-1), ...points.filter(matter)].slice(0, mostPoints));
  const columns = mostPoints - kept.size;
  if (columns > 0) {
    const [from = 0, until = 100] = [points[0]?.x, points.at(-1)?.x];
    const column = ({ x }: Point) => Math.min(columns - 1, Math.floor(((x - from) / (until - from || 1)) * columns));
    for (const group of Map.groupBy(points, column).values()) kept.add(group.at(-1));
  }
  return points.filter((point) => kept.has(point));
};
