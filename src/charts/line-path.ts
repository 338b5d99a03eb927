import { area, curveLinear, curveStepAfter, line } from 'd3-shape';

/** A place in percent of the plot. */
export type LinePlace = { readonly x: number; readonly y: number };

/** The paths of a line through places, and of what is between it and `base`, in the chart's `viewBox`. */
export const linePaths = (
  kept: readonly LinePlace[],
  shape: 'steps' | 'line',
  base: number,
): { readonly line: string; readonly area: string } => {
  const curve = shape === 'steps' ? curveStepAfter : curveLinear;
  const [x, y] = [({ x }: LinePlace) => x * 10, ({ y }: LinePlace) => y * 10];
  return {
    line: line<LinePlace>(x, y).curve(curve).digits(1)(kept) ?? '',
    area:
      area<LinePlace>(x, base * 10, y)
        .curve(curve)
        .digits(1)(kept) ?? '',
  };
};

/** Of the places in each of 200 columns the first, the lowest, the highest and the last: nobody could see the others. */
export const thinPlaces = (places: readonly LinePlace[]): readonly LinePlace[] => {
  if (places.length <= 400) return places;
  const columns = Map.groupBy(places, ({ x }) => Math.floor(x * 2));
  return [...columns.values()].flatMap((column) => {
    const byHeight = column.toSorted((a, b) => a.y - b.y);
    const kept = new Set([column[0], byHeight[0], byHeight.at(-1), column.at(-1)]);
    return column.filter((one) => kept.has(one));
  });
};
