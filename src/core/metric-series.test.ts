import { describe, expect, test } from 'vitest';
import { describeSeries } from '../words/describe-series.ts';
import { milestonesOf } from './archive.ts';
import { type Series, seriesOf } from './metric-series.ts';
import { readArchive } from './read-archive.ts';
import { anEntry, anEvent, galaWith } from './testing.ts';

const gmv = (references: string, more = ''): string =>
  `{gmv: {title: GMV, unit: USD, cumulative: true, rates: {CNY: 7}, references: ${references}${more}}}`;

const seriesFor = (metrics: string, milestones: Readonly<Record<string, string>>): readonly Series[] => {
  const entries = Object.entries(milestones).map(([time, milestone], index) => [
    `gala/m${index}.md`,
    anEntry({ time: `2019-11-${time}`, milestone }),
  ]);
  const { archive, diagnostics } = readArchive(
    galaWith({ 'gala/event.md': anEvent({ metrics }), ...Object.fromEntries(entries) }),
  );
  expect(diagnostics).toEqual([]);
  return archive.events.flatMap((event) => seriesOf(event.metrics.values(), milestonesOf(event)));
};
const crossingsFor = (metrics: string, milestones: Readonly<Record<string, string>>) =>
  seriesFor(metrics, milestones)[0]?.crossings.map(({ reference, amount, passedBy, exact }) => [
    reference.name,
    amount,
    passedBy?.slug,
    exact,
  ]);

describe('a series', () => {
  test('holds the values of a metric in its main unit, and says what they were converted from', () => {
    const [series] = seriesFor(gmv('[]'), {
      '11T01:00': '{metric: gmv, value: 10}',
      '11T02:00': '{metric: gmv, value: {CNY: 140}}',
      '11T03:00': '{metric: gmv, value: {CNY: 210, USD: 29}}',
      '11T04:00': '{metric: gmv}',
    });
    expect(series?.values.map(({ amount, convertedFrom }) => [amount, convertedFrom])).toEqual([
      [10, undefined],
      [20, 'CNY'],
      [29, undefined],
    ]);
  });

  test('is not there without a value, as where a value has no rate', () => {
    expect(seriesFor(gmv('[]'), { '11T01:00': '{metric: gmv}' })).toEqual([]);
  });
});

describe('a reference', () => {
  test('is passed at some time before a value that is higher, and where it is the same exactly, if the milestone says so', () => {
    const references =
      '[{name: Below, value: {CNY: 35}}, {name: Same, value: {CNY: 140, USD: 21}}, {name: Above, value: 50}, {name: Unknown}]';
    expect(
      crossingsFor(gmv(references), {
        '11T01:00': '{metric: gmv, value: 10}',
        '11T02:00': '{metric: gmv, value: {CNY: 140}, surpasses: [Same]}',
      }),
    ).toEqual([
      ['Below', 5, 'm0', false],
      // Compared in CNY, and therefore drawn at the rate of the value, not at the 21 that are given as well.
      ['Same', 20, 'm1', true],
      ['Above', 50, undefined, false],
      ['Unknown', undefined, undefined, false],
    ]);
  });

  test('is not passed by a value that only equals it, and is by the next that is better', () => {
    const same = { '11T01:00': '{metric: gmv, value: 10}', '11T02:00': '{metric: gmv, value: 12}' };
    const mark = '[{name: Mark, value: 12}]';
    expect(crossingsFor(gmv(mark), same)).toEqual([['Mark', 12, undefined, false]]);
    const more = { ...same, '11T03:00': '{metric: gmv, value: 13}' };
    expect(crossingsFor(gmv(mark), more)).toEqual([['Mark', 12, 'm2', false]]);
    const lap = '{lap: {title: Lap, unit: s, better: lower, references: [{name: Record, value: 12}]}}';
    const laps = {
      '11T01:00': '{metric: lap, value: 13}',
      '11T02:00': '{metric: lap, value: 12}',
      '11T03:00': '{metric: lap, value: 11.9}',
    };
    expect(crossingsFor(lap, laps)).toEqual([['Record', 12, 'm2', false]]);
  });

  test('is passed at the moment of a milestone that says so and has no value', () => {
    expect(
      crossingsFor(gmv('[{name: Last}]'), {
        '11T01:00': '{metric: gmv, value: 1}',
        '11T02:00': '{metric: gmv, surpasses: [Last]}',
      }),
    ).toEqual([['Last', undefined, 'm1', true]]);
  });

  test('of what rises and falls is passed only from below', () => {
    const level = (value: number) => `{v: {title: Level, unit: m, references: [{name: Mark, value: ${value}}]}}`;
    const values = {
      '11T01:00': '{metric: v, value: 3}',
      '11T02:00': '{metric: v, value: 1}',
      '11T03:00': '{metric: v, value: 4}',
    };
    expect(crossingsFor(level(2), values)).toEqual([['Mark', 2, 'm2', false]]);
    expect(crossingsFor(level(0), values)).toEqual([['Mark', 0, undefined, false]]);
  });
});

describe('a series in words', () => {
  const words = (metrics: string, milestones: Readonly<Record<string, string>>, language = 'en', live = false) => {
    const [series] = seriesFor(metrics, milestones);
    return series && describeSeries(series, { language, live }).summary;
  };

  test('tells its course, with the date where it takes several days', () => {
    expect(words(gmv('[]'), { '11T01:00': '{metric: gmv, value: 10}' })).toEqual(['One value, US$10 (01:00).']);
    expect(
      words(gmv('[]'), { '10T13:00': '{metric: gmv, value: 10}', '11T13:00:05': '{metric: gmv, value: 11}' }),
    ).toEqual(['2 values, from US$10 (10 November, 13:00) to US$11 (11 November, 13:00:05).']);
    expect(words(gmv('[]'), { '11T01:00': '{metric: gmv, value: 10}', '11': '{metric: gmv, value: 10}' })).toEqual([
      '2 values, all of them US$10, the first 01:00, the last 11 November.',
    ]);
  });

  test('tells the years where it takes several', () => {
    const event = anEvent({ metrics: gmv('[]'), starts: '1969-07-16', ends: '2019-11-11' });
    const texts = {
      'gala/event.md': event,
      'gala/a.md': anEntry({ time: '1969-07-20T20:17', milestone: '{metric: gmv, value: 1}' }),
      'gala/b.md': anEntry({ time: '2019-01-03T10:26', milestone: '{metric: gmv, value: 8}' }),
    };
    const [gala] = readArchive(galaWith(texts)).archive.events;
    const [series] = gala ? seriesOf(gala.metrics.values(), milestonesOf(gala)) : [];
    expect(series && describeSeries(series, { language: 'en', live: false }).summary[0]).toBe(
      '2 values, from US$1 (20 July 1969, 20:17) to US$8 (3 January 2019, 10:26).',
    );
  });

  test('tells what was passed, and what was not', () => {
    expect(
      words(gmv('[{name: "2017", value: 5}, {name: "2018", value: 10}, {name: "2020", value: 12}]'), {
        '11T01:00': '{metric: gmv, value: 10, surpasses: ["2018"]}',
        '11T02:00': '{metric: gmv, value: 11}',
      })?.slice(1),
    ).toEqual(['Passed on the way: 2017 by 01:00, 2018 at 01:00.', 'Not reached: 2020 (US$12).']);
  });

  test('tells on which day something was passed, where it names the day', () => {
    const passed = (milestones: Readonly<Record<string, string>>, language: string) =>
      words(gmv('[{name: "2018", value: 10}]'), milestones, language)?.[1];
    const withoutTime = { '11': '{metric: gmv, value: 10, surpasses: ["2018"]}' };
    expect(passed(withoutTime, 'en')).toBe('Passed on the way: 2018 on 11 November.');
    const twoDays = {
      '10T13:00': '{metric: gmv, value: 9}',
      '11T13:00': '{metric: gmv, value: 10, surpasses: ["2018"]}',
    };
    expect(passed(twoDays, 'en')).toBe('Passed on the way: 2018 on 11 November, 13:00.');
    expect(passed(twoDays, 'de')).toBe('Unterwegs übertroffen: 2018 am 11. November, 13:00.');
  });
});
