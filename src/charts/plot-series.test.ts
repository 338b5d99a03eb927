import { describe, expect, test } from 'vitest';
import { drawChart } from './draw-chart.ts';
import { steps } from './frames.ts';
import { galaOf, plotOf, plotsOf } from './testing.ts';

const sum = '{v: {title: Sum, unit: USD, cumulative: true}}';
const level = '{v: {title: Level, unit: °C}}';
const value = (amount: number | string): string => `{metric: v, value: ${amount}}`;
const hourly = (...amounts: readonly number[]) =>
  amounts.map((amount, hour) => [`2019-11-11T${String(hour).padStart(2, '0')}:00`, value(amount)] as const);

describe('a plot', () => {
  test('of one value has one point, at its height over zero', () => {
    const { points, valueTicks, line } = plotOf(galaOf(sum, [['2019-11-11T12:00', value(3e9)]]));
    expect(points.map(({ x, y }) => [x, y])).toEqual([[50, 14.286]]);
    expect(valueTicks.at(-1)?.text).toBe('US$3.5 billion');
    expect(line).toBe('M500,142.9Z');
  });

  test('of equal values is level, at their height over zero', () => {
    for (const metric of [sum, level]) {
      const { points, notes } = plotOf(galaOf(metric, hourly(21, 21, 21)));
      expect(new Set(points.map(({ y }) => y))).toEqual(new Set([16]));
      expect(notes.noZero).toBe(false);
    }
  });

  test('of nothing but zero stays on its ground', () => {
    expect(plotOf(galaOf(sum, hourly(0, 0))).points.map(({ y }) => y)).toEqual([100, 100]);
  });

  test('from 1 to 10¹² is linear over zero: what is small beside the last is on the ground', () => {
    const { points, valueTicks } = plotOf(galaOf(sum, hourly(1, 1e3, 1e6, 1e9, 1e12)));
    expect(points.map(({ y }) => y)).toEqual([100, 100, 100, 99.917, 16.667]);
    expect(valueTicks.map(({ text }) => text)).toEqual(['0', '0.2', '0.4', '0.6', '0.8', '1', 'US$1.2 trillion']);
  });

  test('of negative values has zero between them, and draws straight from one to the next', () => {
    const plot = plotOf(galaOf(level, hourly(-10, 0, 10)));
    expect(plot.shape).toBe('line');
    expect(plot.area).toBeUndefined();
    expect(plot.valueTicks.find(({ kind }) => kind === 'zero')?.y).toBe(50);
    expect(plot.points.map(({ y }) => y).toSorted((a, b) => b - a)).toEqual([83.333, 50, 16.667]);
  });

  test('of values that are close to one another keeps to their range, and says that it does', () => {
    const { notes, valueTicks } = plotOf(galaOf(level, hourly(1000, 1010, 1005)));
    expect(notes.noZero).toBe(true);
    expect(valueTicks[0]?.text).not.toBe('0');
  });

  test('over a gap of days keeps its time true', () => {
    const event = galaOf(
      sum,
      [
        ['2019-11-01T12:00', value(1)],
        ['2019-11-02T00:00', value(2)],
        ['2019-11-20T12:00', value(3)],
      ],
      { starts: '2019-11-01', ends: '2019-11-20' },
    );
    expect(plotOf(event).points.map(({ x }) => x)).toEqual([2.5, 5, 97.5]);
  });

  test('of two metrics is one for each', () => {
    const event = galaOf(
      '{v: {title: One, unit: USD}, w: {title: Two, unit: orders}, none: {title: None, unit: cats}}',
      [
        ['2019-11-11T12:00', value(3)],
        ['2019-11-11T13:00', '{metric: w, value: 4}'],
        ['2019-11-11T14:00', '{metric: none}'],
      ],
    );
    expect(plotsOf(event).map(({ title }) => title)).toEqual(['One', 'Two']);
  });

  test('of a value without a time has it beside the entry that it stands beside', () => {
    const event = galaOf(sum, [
      ['2019-11-11T12:00', value(1)],
      ['2019-11-11', value(2)],
    ]);
    expect(plotOf(event).points.map(({ x, name }) => [x, name.includes('time not known')])).toEqual([
      [50, false],
      [50, true],
    ]);
  });

  test('of hundreds of values goes through all of them and marks sixty', () => {
    const event = galaOf(
      '{v: {title: Sum, unit: USD, cumulative: true, references: [{name: Half, value: 500}]}}',
      Array.from({ length: 1000 }, (_, index) => {
        const time = `2019-11-11T${String(Math.floor(index / 60)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`;
        return [time, index === 500 ? '{metric: v, value: 500, surpasses: [Half]}' : value(index)] as const;
      }),
    );
    const plot = plotOf(event);
    expect(plot.points.length).toBeLessThanOrEqual(60);
    expect(plot.points.length).toBeGreaterThan(50);
    expect([plot.points[0]?.y, plot.points.at(-1)?.entry.slug]).toEqual([100, 'm999']);
    expect(plot.points.map(({ entry }) => entry.slug)).toContain('m500');
    expect(plot.notes.unmarked).toBe(1000 - plot.points.length);
    expect(plot.line.length + (plot.area?.length ?? 0)).toBeLessThan(40_000);
    const about = plot.values[333]?.entry;
    const { points } = drawChart(plot, { size: 'place', language: 'en', ...(about && { about }) });
    expect(points.map(({ entry }) => entry)).toContain(about);
  });
});

describe('a reference', () => {
  const withReferences = (metric: string, references: string) =>
    `{v: {title: V, ${metric}, references: ${references}}}`;

  test('that was not reached goes all the way, and one that is far above is left out and named', () => {
    const metrics = withReferences('unit: USD, cumulative: true', '[{name: Near, value: 15}, {name: Far, value: 5e9}]');
    const { references, notes, summary } = plotOf(galaOf(metrics, hourly(5, 10)));
    expect(references).toEqual([{ name: 'Near', y: 25 }]);
    expect(notes.leftOut).toEqual(['Far (US$5 billion)']);
    expect(summary.at(-1)).toBe('Not reached: Near (US$15), Far (US$5 billion).');
  });

  test('without a value is passed by a claim, and has no line', () => {
    const metrics = withReferences('unit: USD, cumulative: true', '[{name: Last year}]');
    const event = galaOf(metrics, [
      ['2019-11-11T06:00', value(5)],
      ['2019-11-11T07:00', '{metric: v, surpasses: [Last year]}'],
    ]);
    expect(plotOf(event).references).toEqual([]);
    expect(plotOf(event).summary.at(-1)).toBe('Passed on the way: Last year at 07:00.');
  });

  test('of what rises and falls is passed where the line crosses it from below, never where it always was above', () => {
    const metrics = withReferences('unit: °C', '[{name: Record low, value: -5}, {name: Thaw, value: 0}]');
    const { references, summary } = plotOf(galaOf(metrics, hourly(-4, -2, 2)));
    expect(references.map(({ name, crossedAt }) => [name, crossedAt])).toEqual([
      ['Record low', undefined],
      // Half way from the second value to the third: 100 of the 140 minutes that are shown.
      ['Thaw', expect.closeTo(100 / 1.4, 3)],
    ]);
    expect(summary.at(-1)).toBe('Passed on the way: Thaw by 02:00.');
  });
});

test('no two labels touch at any width, and none leaves the plot, whatever the values', () => {
  const crowded = galaOf(
    '{v: {title: Sum, unit: USD, cumulative: true, references: [{name: A, value: 500}, {name: B, value: 510}, {name: A rather long name of a reference that says too much, value: 900}]}}',
    Array.from(
      { length: 16 },
      (_, index) =>
        [
          `2019-11-11T0${Math.floor(index / 10)}:${String((index % 10) * 6).padStart(2, '0')}`,
          value(index * 66),
        ] as const,
    ),
  );
  const { labels } = drawChart(plotOf(crowded), { size: 'full', language: 'en' });
  for (const step of steps) {
    const shown = labels.filter((label) => label.shown.includes(step));
    expect(shown.length).toBeGreaterThan(2);
    expect(new Set(shown.map(({ kind, text, x, y }) => `${kind} ${text} ${x} ${y}`)).size).toBe(shown.length);
  }
});
