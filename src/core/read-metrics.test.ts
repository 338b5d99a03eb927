import { describe, expect, it } from 'vitest';
import type { Metric } from './archive.ts';
import { readArchive } from './read-archive.ts';
import { anEntry, anEvent, faultsIn, galaWith } from './testing.ts';

const filesOf = (metric: string, value = '3') =>
  galaWith({
    'gala/event.md': anEvent({ metrics: `{lap: {title: Lap, ${metric}}}` }),
    'gala/a.md': anEntry({ milestone: `{metric: lap, value: ${value}}` }),
  });
const faultsOf = (metric: string, value?: string): string => faultsIn(filesOf(metric, value));
const metricOf = (metric: string): Metric | undefined =>
  readArchive(filesOf(metric)).archive.events[0]?.metrics.get('lap');
const milestoneOf = (metric: string, value: string) =>
  readArchive(filesOf(metric, value)).archive.events[0]?.entries[0]?.milestone;

const duration = 'unit: s, format: duration';

describe('a metric', () => {
  it('says which values are better, how many decimals they have, and how they are shown', () => {
    expect(metricOf('unit: s')).toMatchObject({ better: 'higher', decimals: 0, format: 'number' });
    expect(metricOf('unit: s, better: lower, decimals: 3, format: duration')).toMatchObject({
      better: 'lower',
      decimals: 3,
      format: 'duration',
    });
  });

  it('is refused with other words, and with decimals that no number has', () => {
    expect(faultsOf('unit: s, better: less, decimals: 2.5, format: time')).toMatchInlineSnapshot(`
      "gala/event.md:8:46 error invalid-value
        Unexpected text "less" in "metrics.lap.better", expected higher or lower.
        Write lower.
        > metrics: {lap: {title: Lap, unit: s, better: lower, decimals: 2.5, format: duration}}
      gala/event.md:8:62 error invalid-value
        Unexpected number 2.5 in "metrics.lap.decimals", expected a whole number from 0 to 15.
        Write a whole number from 0 to 15.
      gala/event.md:8:75 error invalid-value
        Unexpected text "time" in "metrics.lap.format", expected duration.
        Write duration.
        > metrics: {lap: {title: Lap, unit: s, better: lower, decimals: 2.5, format: duration}}
      3 errors, 0 warnings"
    `);
    expect(faultsOf('unit: s, decimals: 16')).toContain(
      'Unexpected number 16 in "metrics.lap.decimals", expected a whole number from 0 to 15.',
    );
    expect(faultsOf('unit: s, decimals: -1')).toContain('expected a whole number from 0 to 15.');
    expect(faultsOf('unit: s, decimals: 0')).toBe('0 errors, 0 warnings');
  });

  it('of durations counts in seconds, minutes or hours', () => {
    for (const unit of ['s', 'min', 'h'])
      expect(faultsOf(`unit: ${unit}, format: duration`)).toBe('0 errors, 0 warnings');
    expect(faultsOf('unit: seconds, format: duration')).toMatchInlineSnapshot(`
      "gala/event.md:8:35 error unknown-unit
        Unexpected unit "seconds" of durations, expected s, min or h.
        Write s, and give the values in it or as text such as 1:21.900.
        > metrics: {lap: {title: Lap, unit: s, format: duration}}
      1 error, 0 warnings"
    `);
    expect(faultsOf('unit: USD, format: duration')).toContain(
      'Unexpected unit "USD" of durations, expected s, min or h.',
    );
  });
});

describe('a value', () => {
  it('of a metric of durations may be written as one', () => {
    for (const written of ['1:21.900', '"1:21.900"', "'1:21.900'", '{s: 1:21.900}', '81.900'])
      expect(milestoneOf(duration, written)).toMatchObject({ value: { s: 81.9 }, decimals: { s: 3 }, amount: 81.9 });
    expect(milestoneOf('unit: h, format: duration', '2:30:00')).toMatchObject({ value: { h: 2.5 } });
    expect(milestoneOf('unit: min, format: duration', '1:30')).toMatchObject({ value: { min: 1.5 } });
    // The digits of seconds are kept, those of minutes and hours say nothing about seconds.
    expect(milestoneOf('unit: min, format: duration', '1:30.00')?.decimals).toEqual({ min: 2 });
    expect(milestoneOf('unit: min, format: duration', '61.25')?.decimals).toBeUndefined();
    expect(milestoneOf('unit: h, format: duration', '2.50')?.decimals).toBeUndefined();
  });

  it('keeps the digits that were written behind its point, but of no power of ten', () => {
    expect(milestoneOf('unit: s', '81.9')?.decimals).toEqual({ s: 1 });
    expect(milestoneOf('unit: s', '-4.50')?.decimals).toEqual({ s: 2 });
    expect(milestoneOf('unit: s, rates: {ms: 1000}', '{s: 4, ms: 4000.0}')?.decimals).toEqual({ ms: 1 });
    for (const written of ['81', '1.20e3', '12.0e9']) expect(milestoneOf('unit: s', written)?.decimals).toBeUndefined();
  });

  it('that is nearly a duration is reported as it is written', () => {
    expect(faultsOf(duration, '"1:21,900"')).toMatchInlineSnapshot(`
      "gala/a.md:4:33 error invalid-value
        Unexpected text "1:21,900" in "milestone.value", expected a number of s, or a duration such as 1:21.900 or 2:04:31.
        Write 1:21.900.
        > milestone: {metric: lap, value: "1:21.900"}
      1 error, 0 warnings"
    `);
    expect(faultsOf(duration, '1:75')).toMatchInlineSnapshot(`
      "gala/a.md:4:33 error invalid-value
        Unexpected text "1:75" in "milestone.value", expected a number of s, or a duration such as 1:21.900 or 2:04:31.
        Write a number.
      1 error, 0 warnings"
    `);
  });

  it('that is a duration without its metric being of durations is reported as a number', () => {
    expect(faultsOf('unit: s', '1:21.900')).toMatchInlineSnapshot(`
      "gala/a.md:4:33 error invalid-value
        Unexpected text "1:21.900" in "milestone.value", expected a number of s.
        Write 81.9, or add "format: duration" to the metric in event.md, whose values can be written so.
        > milestone: {metric: lap, value: 81.9}
      1 error, 0 warnings"
    `);
    expect(faultsOf('unit: min, rates: {s: 60}', '{s: 1 min 30 s}')).toContain(
      '> milestone: {metric: lap, value: {s: 90}}',
    );
    expect(faultsOf('unit: visitors', '1:21')).toMatchInlineSnapshot(`
      "gala/a.md:4:33 error invalid-value
        Unexpected text "1:21" in "milestone.value", expected a number of visitors.
        Write a number.
      1 error, 0 warnings"
    `);
  });

  it('that its rate makes larger than any number is refused, and so is a reference', () => {
    expect(faultsOf('unit: USD, rates: {EUR: 1e-300}', '{EUR: 1e300}')).toMatchInlineSnapshot(`
      "gala/a.md:4:33 error invalid-value
        Unexpected value in "milestone.value" that its rate makes larger than any number in USD, expected a smaller one.
        Correct the value, or the rate of its unit in event.md.
      1 error, 0 warnings"
    `);
    expect(faultsOf('unit: USD, rates: {EUR: 1e-300}, references: [{name: Then, value: {EUR: 1e10}}]', '1')).toContain(
      'invalid-value',
    );
  });
});

describe('where less is better', () => {
  const lower = (value: string, reference = '82.417', more = '') =>
    faultsIn(
      galaWith({
        'gala/event.md': anEvent({
          metrics: `{lap: {title: Lap, unit: s, ${more}references: [{name: Record, value: ${reference}}]}}`,
        }),
        'gala/a.md': anEntry({ milestone: `{metric: lap, value: ${value}, surpasses: [Record]}` }),
      }),
    );

  it('a value passes the references that it is below', () => {
    expect(lower('81.900', '82.417', 'better: lower, ')).toBe('0 errors, 0 warnings');
    expect(lower('-5', '-4', 'better: lower, ')).toBe('0 errors, 0 warnings');
    expect(lower('90', '82.417', 'better: lower, ')).toMatchInlineSnapshot(`
      "gala/a.md:4:49 warning not-surpassed
        Unexpected reference "Record" of 82.417 s, expected one that the value of 90 s has passed, of which less is better.
        Correct the value, or remove the reference.
      0 errors, 1 warning"
    `);
  });

  it('or more is, a value that is the same has only equalled the reference', () => {
    expect(lower('82.417', '82.417', 'better: lower, ')).toMatchInlineSnapshot(`
      "gala/a.md:4:53 warning not-surpassed
        Unexpected reference "Record" of 82.417 s, expected one that the value of 82.417 s has passed, not only equalled, of which less is better.
        Correct the value, or remove the reference.
      0 errors, 1 warning"
    `);
    expect(lower('82.417', '82.417')).toMatchInlineSnapshot(`
      "gala/a.md:4:53 warning not-surpassed
        Unexpected reference "Record" of 82.417 s, expected one that the value of 82.417 s has passed, not only equalled.
        Correct the value, or remove the reference.
      0 errors, 1 warning"
    `);
    expect(lower('82.417', '82.417', 'cumulative: true, ')).toBe('0 errors, 0 warnings');
  });

  it('and nothing says so, the warning does', () => {
    expect(lower('81.900')).toMatchInlineSnapshot(`
      "gala/a.md:4:53 warning not-surpassed
        Unexpected reference "Record" of 82.417 s, expected one that the value of 81.9 s has passed.
        Correct the value, remove the reference, or add "better: lower" to the metric where less is better.
      0 errors, 1 warning"
    `);
    expect(lower('81', '82', 'cumulative: true, ')).not.toContain('better: lower');
  });

  it('a sum may still not fall', () => {
    const strokes = (first: number, second: number) =>
      faultsIn(
        galaWith({
          'gala/event.md': anEvent({
            metrics: '{strokes: {title: Strokes, unit: strokes, cumulative: true, better: lower}}',
          }),
          'gala/a.md': anEntry({ time: '2019-11-11T10:00', milestone: `{metric: strokes, value: ${first}}` }),
          'gala/b.md': anEntry({ time: '2019-11-11T11:00', milestone: `{metric: strokes, value: ${second}}` }),
        }),
      );
    expect(strokes(68, 139)).toBe('0 errors, 0 warnings');
    expect(strokes(139, 68)).toContain('falling-metric');
  });
});
