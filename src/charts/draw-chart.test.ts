import { describe, expect, test } from 'vitest';
import { drawChart } from './draw-chart.ts';
import { framesFor, steps } from './frames.ts';
import { galaOf, plotOf } from './testing.ts';

const at = (hours: readonly string[], values: readonly number[]) =>
  values.map((value, index) => [`2019-11-11T${hours[index]}`, `{metric: gap, value: ${value}}`] as const);
const hours = ['01:00', '05:20', '09:00', '14:00', '20:10'];

/** How far the main figure of a chart stands from its dot, in ems of its own, at each step. */
const distances = (metric: string, values: readonly number[]) => {
  const plot = plotOf(galaOf(`{gap: {title: Gap, unit: s${metric}}}`, at(hours, values)));
  const { labels } = drawChart(plot, { size: 'full', language: 'en' });
  const dot = plot.values.at(-1);
  return steps.map((step) => {
    const main = labels.find(({ kind, shown }) => kind === 'main' && shown.includes(step));
    if (!main || !dot) throw new Error('There is no main figure');
    const { height } = framesFor.full[step];
    return Math.abs(((main.y - dot.y) / 100) * height) / (step === 'narrow' ? 20.4 : 24.65) + Math.abs(main.dy);
  });
};

describe('the main figure of a chart', () => {
  test.each([
    ['falls to the bottom', '', [9.03, 6.2, 4.1, 2.2, 0.318]],
    ['falls little', ', better: lower', [82.9, 82.6, 82.5, 82.1, 81.9]],
    ['rises and falls', '', [1.2, 9, 3, 8.8, 0.2]],
    ['is below zero', '', [-2, -14.5, -3, -9, -20]],
    ['stays', '', [4, 4, 4, 4, 4]],
    ['rises', ', cumulative: true', [1, 20, 300, 4000, 50_000]],
  ])('stands at its dot where the course %s', (_, metric, values) => {
    for (const distance of distances(metric, values)) expect(distance).toBeLessThan(3);
  });
});

describe('references', () => {
  const labelsOf = (references: string) => {
    const plot = plotOf(
      galaOf(`{gap: {title: Gap, unit: s, references: ${references}}}`, at(hours, [1, 20, 30, 40, 71])),
    );
    const { labels } = drawChart(plot, { size: 'full', language: 'en' });
    return labels.filter(({ kind, shown }) => kind === 'reference' && shown.includes('narrow')).map(({ text }) => text);
  };

  test('that lie close together have one label, for the lines of its neighbours would strike one between them through', () => {
    expect(labelsOf('[{name: A, value: 66.1}, {name: B, value: 68.7}, {name: C, value: 63.2}]')).toEqual(['B · A · C']);
  });

  test('of which there are two, or that lie apart, have a label each', () => {
    expect(labelsOf('[{name: A, value: 66.1}, {name: B, value: 68.7}]').toSorted()).toEqual(['A', 'B']);
    expect(labelsOf('[{name: A, value: 10}, {name: B, value: 35}, {name: C, value: 60}]').toSorted()).toEqual([
      'A',
      'B',
      'C',
    ]);
  });
});

test('durations have marks as clocks have them', () => {
  const ticksOf = (metric: string, values: readonly number[]) => {
    const plot = plotOf(galaOf(`{gap: {title: Gap, format: duration, ${metric}}}`, at(hours, values)));
    return plot.valueTicks.map(({ text }) => text);
  };
  expect(ticksOf('unit: s', [90, 85.2, 84, 82, 81.9])).toMatchInlineSnapshot(`
    [
      "1:20",
      "1:22",
      "1:24",
      "1:26",
      "1:28",
      "1:30",
      "1:32",
    ]
  `);
  expect(ticksOf('unit: s', [7900, 7600, 7471])).toMatchInlineSnapshot(`
    [
      "2:04:00",
      "2:06:00",
      "2:08:00",
      "2:10:00",
      "2:12:00",
    ]
  `);
  expect(ticksOf('unit: h, cumulative: true', [0.5, 3, 9])).toMatchInlineSnapshot(`
    [
      "0:00",
      "2:00:00",
      "4:00:00",
      "6:00:00",
      "8:00:00",
      "10:00:00",
    ]
  `);
  expect(ticksOf('unit: min, better: lower', [1.1, 1.05])).toMatchInlineSnapshot(`
    [
      "1:03",
      "1:04",
      "1:05",
      "1:06",
    ]
  `);
  expect(ticksOf('unit: s', [0.32, 0.11])).toMatchInlineSnapshot(`
    [
      "0:00.00",
      "0:00.05",
      "0:00.10",
      "0:00.15",
      "0:00.20",
      "0:00.25",
      "0:00.30",
      "0:00.35",
    ]
  `);
});
