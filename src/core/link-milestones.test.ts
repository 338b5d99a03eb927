import { describe, expect, it } from 'vitest';
import type { Entry } from './archive.ts';
import { readArchive } from './read-archive.ts';
import { anEntry, anEvent, faultsIn, galaWith } from './testing.ts';

const metrics = `
  gmv:
    title: Gross merchandise volume
    unit: USD
    cumulative: true
    rates: {CNY: 7}
    references: [{name: "2018", value: {CNY: 210e9}}, {name: "2017"}, {name: Last year, value: 40e9}]
  viewers: {title: Viewers, unit: viewers}`;

type Named = Record<string, Record<string, string>>;

const filesOf = (entries: Named, ofEvent: Record<string, string> = { metrics }) =>
  galaWith({
    'gala/event.md': anEvent(ofEvent),
    ...Object.fromEntries(Object.entries(entries).map(([name, fields]) => [`gala/${name}.md`, anEntry(fields)])),
  });

const faultsOf = (milestone: string, ofEvent?: Record<string, string>): string =>
  faultsIn(filesOf({ a: { milestone } }, ofEvent));

const at = (time: string, milestone: string, more: Record<string, string> = {}): Record<string, string> => ({
  time: `2019-11-11T${time}`,
  milestone,
  ...more,
});

describe('a milestone', () => {
  const entryOf = (milestone: string, time = '2019-11-11T01:00'): Entry | undefined => {
    const files = filesOf({ a: { time, milestone } }, { metrics, 'counts-from': '2019-11-11T00:00' });
    const { archive, diagnostics } = readArchive(files);
    expect(diagnostics).toEqual([]);
    return archive.events[0]?.entries[0];
  };

  it('is linked to its metric and references, converted, and measured from the start', () => {
    const { milestone } = entryOf('{metric: gmv, value: {CNY: 280e9}, surpasses: ["2018", "2017"]}') ?? {};
    expect(milestone?.metric?.title).toBe('Gross merchandise volume');
    expect(milestone).toEqual({
      metric: milestone?.metric,
      value: { CNY: 280e9 },
      amount: 40e9,
      surpasses: [{ name: '2018', value: { CNY: 210e9 } }, { name: '2017' }],
      elapsed: 3_600_000,
      standing: 'final',
    });
  });

  it('takes a bare number in the main unit', () => {
    const { milestone } = entryOf('{metric: viewers, value: 12}') ?? {};
    expect(milestone).toMatchObject({ value: { viewers: 12 }, amount: 12 });
    expect(milestone).not.toHaveProperty('standing');
  });

  it('may be a moment and nothing more', () => {
    expect(entryOf('true')?.milestone).toEqual({ surpasses: [], elapsed: 3_600_000 });
    expect(entryOf('true', '2019-11-11')?.milestone).toEqual({ surpasses: [] });
    expect(entryOf('true', '2019-11-10T23:59:59')?.milestone?.elapsed).toBe(-1000);
  });
});

describe('the last value', () => {
  const standingsOf = (entries: Named, live = 'false'): Record<string, string> => {
    const { archive } = readArchive(filesOf(entries, { metrics, live }));
    return Object.fromEntries(
      (archive.events[0]?.entries ?? []).flatMap(({ slug, milestone: { standing } = {} }) =>
        standing === undefined ? [] : [[slug, standing]],
      ),
    );
  };

  it('is that of a cumulative metric that has a value and can be read, and is final', () => {
    expect(
      standingsOf({
        a: at('10:00', '{metric: gmv, value: 1e9}'),
        b: at('11:00', '{metric: gmv, value: {CNY: 14e9}}'),
        c: at('12:00', '{metric: gmv, surpasses: ["2017"]}'),
        d: at('13:00', '{metric: gmv, value: 3e9}', { withdrawn: '{time: 2019-11-11T14:00, reason: Wrong}' }),
        e: at('14:00', '{metric: gmv, value: 4e9}', { draft: 'true' }),
        f: at('15:00', '{metric: viewers, value: 5}'),
        g: at('16:00', 'true'),
      }),
    ).toEqual({ b: 'final' });
  });

  it('is what is known so far while the event is live', () => {
    const entries = { a: at('10:00', '{metric: gmv, value: 1e9}'), b: at('11:00', '{metric: gmv, value: 2e9}') };
    expect(standingsOf(entries, 'true')).toEqual({ b: 'so far' });
    expect(standingsOf(entries)).toEqual({ b: 'final' });
  });

  it('is none where no value is known', () => {
    expect(standingsOf({ a: at('10:00', '{metric: gmv}') })).toEqual({});
  });
});

describe('an unknown metric', () => {
  it('is reported with the one that was meant', () => {
    expect(faultsOf('{metric: gvm, value: 1}')).toMatchInlineSnapshot(`
      "gala/a.md:4:21 error unknown-metric
        Unexpected metric "gvm", expected gmv or viewers.
        Did you mean "gmv"?
        > milestone: {metric: gmv, value: 1}
      1 error, 0 warnings"
    `);
  });

  it('is reported with those that the event has', () => {
    expect(faultsOf('{metric: parcels, value: 1}')).toMatchInlineSnapshot(`
      "gala/a.md:4:21 error unknown-metric
        Unexpected metric "parcels", expected gmv or viewers.
        Add the metric to event.md, or correct its name.
      1 error, 0 warnings"
    `);
    expect(faultsOf('{metric: parcels, value: 1}', {})).toMatchInlineSnapshot(`
      "gala/a.md:4:21 error unknown-metric
        Unexpected metric "parcels", expected none: the event has no metrics.
        Add the metric to event.md, or correct its name.
      1 error, 0 warnings"
    `);
  });

  it('is none where there should be one', () => {
    expect(faultsOf('{value: 10e9}')).toMatchInlineSnapshot(`
      "gala/a.md:4:12 error missing-field
        Unexpected end of the fields in "milestone", expected "metric": what the value counts.
        Add metric: followed by gmv or viewers.
      1 error, 0 warnings"
    `);
  });
});

describe('an unknown reference', () => {
  it('is reported with the one that was meant', () => {
    expect(faultsOf('{metric: gmv, surpasses: [last year]}')).toMatchInlineSnapshot(`
      "gala/a.md:4:38 error unknown-reference
        Unexpected reference "last year", expected a reference of "gmv": 2018 or 2017 or Last year.
        Did you mean "Last year"?
        > milestone: {metric: gmv, surpasses: [Last year]}
      1 error, 0 warnings"
    `);
  });

  it('that is a year is not guessed', () => {
    expect(faultsOf('{metric: gmv, surpasses: ["2016"]}')).toMatchInlineSnapshot(`
      "gala/a.md:4:38 error unknown-reference
        Unexpected reference "2016", expected a reference of "gmv": 2018 or 2017 or Last year.
        Add the reference to the metric in event.md, or correct its name.
      1 error, 0 warnings"
    `);
  });

  it('is reported at the metric that has none', () => {
    expect(faultsOf('{metric: viewers, surpasses: ["2018"]}')).toMatchInlineSnapshot(`
      "gala/a.md:4:42 error unknown-reference
        Unexpected reference "2018", expected none: "viewers" has no references.
        Add the reference to the metric in event.md, or correct its name.
      1 error, 0 warnings"
    `);
  });
});

describe('an unknown unit', () => {
  it('of a value is reported with the one that was meant', () => {
    expect(faultsOf('{metric: gmv, value: {CYN: 1e9}}')).toMatchInlineSnapshot(`
      "gala/a.md:4:34 error unknown-unit
        Unexpected unit "CYN", expected USD or CNY.
        Did you mean "CNY"?
        > milestone: {metric: gmv, value: {CNY: 1e9}}
      1 error, 0 warnings"
    `);
  });

  it('of a value is reported with those that the metric has', () => {
    expect(faultsOf('{metric: gmv, value: {EUR: 1e9}}')).toMatchInlineSnapshot(`
      "gala/a.md:4:34 error unknown-unit
        Unexpected unit "EUR", expected USD or CNY.
        Give the value in USD, or add a rate for EUR to the metric in event.md.
      1 error, 0 warnings"
    `);
  });

  it('of a reference is reported in event.md', () => {
    expect(
      faultsOf('true', { metrics: '{gmv: {title: GMV, unit: USD, references: [{name: "2018", value: {CNY: 1}}]}}' }),
    ).toMatchInlineSnapshot(`
      "gala/event.md:8:76 error unknown-unit
        Unexpected unit "CNY", expected USD.
        Give the value in USD, or add a rate for CNY to the metric in event.md.
      1 error, 0 warnings"
    `);
  });

  it('is a currency that does not exist', () => {
    expect(faultsOf('true', { metrics: '{gmv: {title: GMV, unit: UDS, rates: {RMB: 7}}}' })).toMatchInlineSnapshot(`
      "gala/event.md:8:35 error unknown-unit
        Unexpected currency "UDS", expected a code of ISO 4217, or a noun in lower case.
        Did you mean "USD"?
      gala/event.md:8:48 error unknown-unit
        Unexpected currency "RMB", expected a code of ISO 4217, or a noun in lower case.
        Write a currency such as USD, or what is counted, such as orders.
      2 errors, 0 warnings"
    `);
  });
});

describe('a cumulative metric', () => {
  it('may not fall, also in units that are converted', () => {
    expect(
      faultsIn(
        filesOf({
          a: at('10:00', '{metric: gmv, value: 10e9}'),
          b: at('11:00', '{metric: gmv, value: {CNY: 63e9}}'),
          c: at('12:00', '{metric: gmv, value: 9.5e9}'),
        }),
      ),
    ).toMatchInlineSnapshot(`
      "gala/b.md:4:33 error falling-metric
        Unexpected value 63000000000 CNY (9000000000 USD), expected at least 10000000000 USD as in gala/a.md: the metric is cumulative.
        Correct the value or the time of one of the two, or remove "cumulative" from the metric.
      gala/c.md:4:33 error falling-metric
        Unexpected value 9500000000 USD, expected at least 10000000000 USD as in gala/a.md: the metric is cumulative.
        Correct the value or the time of one of the two, or remove "cumulative" from the metric.
      2 errors, 0 warnings"
    `);
  });

  it('is compared in the unit that both values are given in', () => {
    const rising = {
      a: at('10:00', '{metric: gmv, value: {CNY: 70e9, USD: 10.1e9}}'),
      b: at('11:00', '{metric: gmv, value: {CNY: 70.5e9}}'),
    };
    expect(faultsIn(filesOf(rising))).toBe('0 errors, 0 warnings');
    expect(faultsIn(filesOf({ ...rising, c: at('12:00', '{metric: gmv, value: {CNY: 70.4e9}}') }))).toContain(
      'Unexpected value 70400000000 CNY, expected at least 70500000000 CNY as in gala/b.md',
    );
  });

  it('may stay, and does not count what is withdrawn, a draft or without a value', () => {
    const withdrawn = { withdrawn: '{time: 2019-11-11T20:00, reason: Wrong}' };
    expect(
      faultsIn(
        filesOf({
          a: at('09:00', '{metric: gmv, value: 99e9}', withdrawn),
          b: at('09:30', '{metric: gmv, value: 98e9}', { draft: 'true' }),
          c: at('10:00', '{metric: gmv, value: 10e9}'),
          d: at('11:00', '{metric: gmv, value: 10e9}'),
          e: at('11:30', '{metric: gmv}'),
          f: at('12:00', '{metric: gmv, value: 1e9}', withdrawn),
          g: at('12:30', '{metric: gmv, value: 1e9}', { draft: 'true' }),
          h: at('13:00', '{metric: gmv, value: 11e9}'),
        }),
      ),
    ).toBe('0 errors, 0 warnings');
  });

  it('is the only kind that may not fall', () => {
    expect(
      faultsIn(
        filesOf({ a: at('10:00', '{metric: viewers, value: 9}'), b: at('11:00', '{metric: viewers, value: 8}') }),
      ),
    ).toBe('0 errors, 0 warnings');
  });
});

describe('a claim to have surpassed a reference', () => {
  it('is doubted where the value is lower, also when it has to be converted', () => {
    expect(faultsOf('{metric: gmv, value: 29e9, surpasses: ["2018", Last year]}')).toMatchInlineSnapshot(`
      "gala/a.md:4:51 warning not-surpassed
        Unexpected reference "2018" of 210000000000 CNY (30000000000 USD), expected one that the value of 29000000000 USD has passed.
        Correct the value, or remove the reference.
      gala/a.md:4:59 warning not-surpassed
        Unexpected reference "Last year" of 40000000000 USD, expected one that the value of 29000000000 USD has passed.
        Correct the value, or remove the reference.
      0 errors, 2 warnings"
    `);
  });

  it('is believed where a sum is as high, or either is not known', () => {
    for (const milestone of [
      '{metric: gmv, value: 30e9, surpasses: ["2018"]}',
      '{metric: gmv, value: {CNY: 210e9}, surpasses: ["2018", "2017"]}',
      '{metric: gmv, surpasses: ["2018"]}',
    ])
      expect(faultsOf(milestone)).toBe('0 errors, 0 warnings');
  });
});
