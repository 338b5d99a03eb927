import type { LinePlace } from './line-path.ts';

/** A rectangle in pixels from the top left of the plot. */
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

type Pixel = readonly [x: number, y: number];

/** The box around two corners, with a margin. */
export const boxAround = ([ax, ay]: Pixel, [bx, by]: Pixel, margin = 2): Box => ({
  left: Math.min(ax, bx) - margin,
  right: Math.max(ax, bx) + margin,
  top: Math.min(ay, by) - margin,
  bottom: Math.max(ay, by) + margin,
});

export const touch = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The boxes that a line through places takes in a plot of `width` × `height` pixels. */
export const lineBoxes = (
  places: readonly LinePlace[],
  shape: 'steps' | 'line',
  width: number,
  height: number,
): readonly Box[] => {
  const at = places.map(({ x, y }): Pixel => [(x / 100) * width, (y / 100) * height]);
  return at.slice(1).flatMap((to, index) => {
    const from = at[index] ?? to;
    if (shape === 'line') return slopeBoxes(from, to);
    const corner: Pixel = [to[0], from[1]];
    return [boxAround(from, corner), boxAround(corner, to)];
  });
};

/** A slope is a row of small boxes. */
const slopeBoxes = (from: Pixel, to: Pixel): readonly Box[] => {
  const count = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / 10));
  const between = (share: number): Pixel => [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
  return Array.from({ length: count }, (_, index) => boxAround(between(index / count), between((index + 1) / count)));
};
