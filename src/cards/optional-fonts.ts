import packed from './optional-fonts.json' with { type: 'json' };

/** Code points, from the first to the last. */
export type CodePoints = readonly [first: number, last: number];

/** Whether a code point is among some. */
export const holds = (ranges: readonly CodePoints[], codePoint: number): boolean =>
  ranges.some(([first, last]) => first <= codePoint && codePoint <= last);

/** Code points as a text: of each range the distance from the one before, and its length where it has more than one. */
export const packRanges = (ranges: readonly CodePoints[]): string => {
  const merged: [number, number][] = [];
  for (const [first, last] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const before = merged.at(-1);
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else merged.push([first, last]);
  }
  const startOf = (index: number): number => merged[index - 1]?.[1] ?? 0;
  return merged
    .map(([first, last], index) => [first - startOf(index), last - first].map((one) => one.toString(36)).join('-'))
    .join(' ')
    .replaceAll('-0', '');
};

const unpackRanges = (text: string): readonly CodePoints[] => {
  let before = 0;
  return text.split(' ').map((range) => {
    const [distance = 0, length = 0] = range.split('-').map((one) => Number.parseInt(one, 36));
    const first = before + distance;
    before = first + length;
    return [first, before];
  });
};

/** The families whose packages are installed only where an archive needs them, and which characters they have. */
export const optionalFonts: ReadonlyMap<string, readonly CodePoints[]> = new Map(
  Object.entries(packed).map(([name, ranges]) => [name, unpackRanges(ranges)]),
);
