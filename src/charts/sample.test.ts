import { describe, expect, test } from 'vitest';
import { milestonesOf } from '../core/archive.ts';
import { drawChart } from './draw-chart.ts';
import { drawStrip } from './draw-strip.ts';
import { plotOf, plotsOf, sampleEvent } from './testing.ts';

describe('the chart of 11.11 2019', async () => {
  const event = await sampleEvent('11-11-2019');
  const plot = plotOf(event);
  const at = (slug: string) => {
    const point = plot.points.find(({ entry }) => entry.slug === slug);
    return point && [point.x, point.y];
  };

  test('is one, because delivery orders have no values', () => {
    expect(plotsOf(event).map(({ slug, shape }) => [slug, shape])).toEqual([['gmv', 'steps']]);
  });

  // The day has 86,400 seconds from left to right; 40 billion dollars are the height, measured from the top.
  test.each([
    ['ten-billion-dollars', 1785 / 864, 100 - 100 * (10 / 40)],
    ['twelve-billion-dollars', 3600 / 864, 70],
    ['past-the-total-of-2015', 3692 / 864, 100 - 100 * (91.2 / 6.99 / 40)],
    ['twenty-billion-dollars', 23_280 / 864, 50],
    ['the-whole-of-2018', 59_472 / 864, 100 - 100 * (213.5 / 6.99 / 40)],
    ['final-total', 100, 4],
  ])('has %s where a ruler would put it', (slug, x, y) => {
    expect(at(slug)).toEqual([expect.closeTo(x, 3), expect.closeTo(y, 3)]);
  });

  test('begins at zero and ends at 40 billion, with the day every three hours', () => {
    expect(plot.valueTicks.map(({ y, text }) => [y, text])).toEqual([
      [100, '0'],
      [75, '10'],
      [50, '20'],
      [25, '30'],
      [0, 'US$40 billion'],
    ]);
    const wide = plot.timeTicks.filter(({ shown }) => shown.includes('wide'));
    expect(wide.map(({ x, text }) => [x, text])).toEqual([
      [0, '00:00'],
      [12.5, '03:00'],
      [25, '06:00'],
      [37.5, '09:00'],
      [50, '12:00'],
      [62.5, '15:00'],
      [75, '18:00'],
      [87.5, '21:00'],
      [100, '24:00'],
    ]);
    expect(wide.flatMap(({ within = [] }) => within)).toEqual(['11 November 2019']);
  });

  test('crosses each earlier year where its milestone says so, at the height of what was compared', () => {
    expect(plot.references.map(({ name, crossedAt, y, passed }) => [name, crossedAt, y, passed])).toEqual([
      ['2014', expect.closeTo(1785 / 864, 3), expect.closeTo(100 - 100 * (57.1 / 6.99 / 40), 3), 'passed by 00:29:45'],
      ['2015', at('past-the-total-of-2015')?.[0], at('past-the-total-of-2015')?.[1], 'passed at 01:01:32'],
      ['2016', at('past-the-total-of-2016')?.[0], at('past-the-total-of-2016')?.[1], 'passed at 01:26:07'],
      ['2017', at('more-than-all-of-2017')?.[0], at('more-than-all-of-2017')?.[1], 'passed at 10:04:49'],
      ['2018', at('the-whole-of-2018')?.[0], at('the-whole-of-2018')?.[1], 'passed at 16:31:12'],
    ]);
  });

  test('marks what was converted, and says from what', () => {
    expect(plot.points.filter(({ converted }) => converted).map(({ entry }) => entry.slug)).toEqual([
      'past-the-total-of-2015',
      'past-the-total-of-2016',
      'more-than-all-of-2017',
      'the-whole-of-2018',
    ]);
    expect(plot.notes).toEqual({
      converted: {
        units: ['CNY'],
        ratesNote: 'The ratio of the two final totals of 2019, RMB 268.4 billion and US$38.4 billion.',
      },
      noZero: false,
      unmarked: 0,
      leftOut: [],
    });
  });

  test('tells in sentences what it shows', () => {
    expect(plot.summary.join(' ')).toMatchInlineSnapshot(
      `"9 values, from US$10 billion (00:29:45) to US$38.4 billion (Midnight). Passed on the way: 2014 by 00:29:45, 2015 at 01:01:32, 2016 at 01:26:07, 2017 at 10:04:49, 2018 at 16:31:12."`,
    );
  });

  test('names each point by its figure, its time and its entry', () => {
    expect(plot.points[2]?.name).toBe(
      'CN¥91.2 billion (about US$13 billion), 11 November 2019, 01:01:32: The total of 2015 falls after 61 minutes and 32 seconds',
    );
  });

  test('goes up in steps from the first report and ends at the last', () => {
    expect(plot.line.startsWith('M20.7,750L41.7,750L41.7,700')).toBe(true);
    expect(plot.line.endsWith('L1000,40')).toBe(true);
    expect(plot.area?.endsWith('Z')).toBe(true);
  });

  test('says the final value large at every width, and every year', () => {
    const { labels } = drawChart(plot, { size: 'full', language: 'en' });
    for (const step of ['narrow', 'medium', 'wide'] as const) {
      const shown = labels.filter((label) => label.shown.includes(step));
      expect(shown.filter(({ kind }) => kind === 'main').map(({ text }) => text)).toEqual(['US$38.4 billion']);
      const references = shown.filter(({ kind }) => kind === 'reference').map(({ text }) => text);
      expect(references.toSorted()).toEqual(['2014', '2015', '2016', '2017', '2018']);
    }
  });

  test('on the page of a milestone points that one out', () => {
    const about = milestonesOf(event).find(({ slug }) => slug === 'twenty-billion-dollars');
    const { labels } = drawChart(plot, { size: 'place', language: 'en', ...(about && { about }) });
    expect(new Set(labels.filter(({ kind }) => kind === 'main').map(({ text }) => text))).toEqual(
      new Set(['US$20 billion']),
    );
  });
});

describe('Apollo 11', async () => {
  const event = await sampleEvent('apollo-11');

  test('has no chart, because its milestones count nothing', () => {
    expect(plotsOf(event)).toEqual([]);
  });

  // From lift-off at 13:32 UTC to the end of coverage, 24 July 17:00 UTC, there are 703,680 seconds.
  test('has a strip of its eight milestones over the time of the flight', () => {
    const strip = drawStrip(event, milestonesOf(event));
    expect(strip?.points.map(({ entry, x }) => [entry.slug, x])).toEqual([
      ['lift-off', 0],
      ['on-the-way-to-the-moon', expect.closeTo(10_213 / 7036.8, 3)],
      ['behind-the-moon', expect.closeTo(272_990 / 7036.8, 3)],
      ['touchdown', expect.closeTo(369_940 / 7036.8, 3)],
      ['first-step', expect.closeTo(393_855 / 7036.8, 3)],
      ['hatch-closed', expect.closeTo(401_953 / 7036.8, 3)],
      ['the-burn-for-home', expect.closeTo(487_422 / 7036.8, 3)],
      ['splashdown', expect.closeTo(703_115 / 7036.8, 3)],
    ]);
  });

  test('has a mark at each midnight in New York, which was four hours behind UTC', () => {
    const wide = drawStrip(event, milestonesOf(event))?.timeTicks.filter(({ shown }) => shown.includes('wide'));
    expect(wide?.map(({ text }) => text)).toEqual(['17', '18', '19', '20', '21', '22', '23', '24']);
    // From 13:32 to 04:00 UTC of the next day: 14 h 28 min.
    expect(wide?.[0]).toMatchObject({ x: expect.closeTo(52_080 / 7036.8, 3), within: 'July 1969' });
  });

  test('has none of a single milestone, nor of more than a hundred', () => {
    expect(drawStrip(event, milestonesOf(event).slice(0, 1))).toBeUndefined();
    expect(
      drawStrip(
        event,
        Array.from({ length: 101 }, () => milestonesOf(event))
          .flat()
          .slice(0, 101),
      ),
    ).toBeUndefined();
  });
});
