import { describe, expect, it } from 'vitest';
import type { Diagnostic } from './diagnostics.ts';
import { readArchive } from './read-archive.ts';
import { anEntry, anEvent, faultsIn, galaWith } from './testing.ts';

const metrics = [
  'metrics:',
  '  visitors: {title: Visitors, unit: visitors}',
  '  money: {title: Money, unit: USD, rates: {CNY: 7}}',
  '  run: {title: Run, unit: km}',
  '  votes: {title: Votes, unit: 票}',
  '  share: {title: Share, unit: "%"}',
  '  lap: {title: Lap, unit: s, format: duration}',
];

/** A file of the gala in which one line is the one that is written. */
type Setting = (line: string) => Record<string, string>;

const inEntry: Setting = (line) => ({
  'event.md': anEvent().replace('\n---', `\n${metrics.join('\n')}\n---`),
  'entry.md': anEntry().replace('\n---', `\n${line}\n---`),
});

const inEvent: Setting = (line) => ({
  'event.md': anEvent().replace('\n---', `\n${[...metrics, line].join('\n')}\n---`),
});

const faultsOf = (setting: Setting, line: string): readonly Diagnostic[] =>
  readArchive(galaWith(Object.fromEntries(Object.entries(setting(line)).map(([file, text]) => [`gala/${file}`, text]))))
    .diagnostics;

/** The faults of a line: each with its rule, its hint, and the line as it should stand, which is put in its place and checked. */
const reported = (setting: Setting, line: string): readonly string[] => {
  const found = faultsOf(setting, line);
  return found.map(({ rule, hint, corrected }) => {
    if (corrected !== undefined) {
      expect(corrected).not.toBe(line);
      expect(faultsOf(setting, corrected)).toEqual([]);
    }
    return `${rule} | ${hint} | ${corrected}`;
  });
};

describe('a value that is no number, or another than it seems', () => {
  const of = (metric: string, value: string): string => `milestone: {metric: ${metric}, value: ${value}}`;

  it.each([
    // What is counted and has a point or comma before three digits can be thousands.
    ['visitors', '1.000', 'doubtful-number', '1000', '1'],
    ['visitors', '12.500', 'doubtful-number', '12500', '12.5'],
    ['visitors', '-2.000', 'doubtful-number', '-2000', '-2'],
    ['visitors', '9.875', 'doubtful-number', '9875', '9.8750'],
    ['votes', '1.000', 'doubtful-number', '1000', '1'],
    ['visitors', '"1.000"', 'invalid-value', '1000', '1'],
    ['visitors', '"1,000"', 'invalid-value', '1000', '1'],
    ['visitors', '1.000 visitors', 'invalid-value', '1000', '1'],
    ['money', '"1,000"', 'invalid-value', '1000', '1.000'],
    ['run', '"2,195 km"', 'invalid-value', '2195', '2.195'],
    // Everything else says which it is.
    ['visitors', '1.000.000', 'invalid-value', '1000000'],
    ['visitors', '1 000', 'invalid-value', '1000'],
    ['visitors', '1\u00a0000\u202f000', 'invalid-value', '1000000'],
    ['visitors', "1'000", 'invalid-value', '1000'],
    ['visitors', '1’000', 'invalid-value', '1000'],
    ['visitors', '1_000', 'invalid-value', '1000'],
    ['visitors', '"10,00,000"', 'invalid-value', '1000000'],
    ['visitors', '١٬٠٠٠', 'invalid-value', '1000'],
    ['visitors', '１０００', 'invalid-value', '1000'],
    ['visitors', '−12', 'invalid-value', '-12'],
    ['visitors', '"1000"', 'invalid-value', '1000'],
    ['visitors', '1000 visitors', 'invalid-value', '1000'],
    ['visitors', '1 visitor', 'invalid-value', '1'],
    ['visitors', '1k', 'invalid-value', '1000'],
    ['visitors', '1.2 million', 'invalid-value', '1.2e6'],
    ['visitors', '1.2 million visitors', 'invalid-value', '1.2e6'],
    ['visitors', '3.5 Mio', 'invalid-value', '3.5e6'],
    ['visitors', '3 lakh', 'invalid-value', '300000'],
    ['votes', '一亿', 'invalid-value', '1e8'],
    ['votes', '38.4亿', 'invalid-value', '38.4e8'],
    ['votes', '30万票', 'invalid-value', '300000'],
    ['money', 'US$38.4 billion', 'invalid-value', '{USD: 38.4e9}'],
    ['money', '$38.4bn', 'invalid-value', '{USD: 38.4e9}'],
    ['money', '5 dollars', 'invalid-value', '{USD: 5}'],
    ['money', 'CN¥91.2 billion', 'invalid-value', '{CNY: 91.2e9}'],
    ['money', '268.4 billion RMB', 'invalid-value', '{CNY: 268.4e9}'],
    ['money', '{USD: US$38.4 billion}', 'invalid-value', '38.4e9'],
    ['run', '42.195 km', 'invalid-value', '42.195', '42195'],
    ['run', '"7,5"', 'invalid-value', '7.5'],
    ['share', '12%', 'invalid-value', '12'],
    ['share', '12.5 %', 'invalid-value', '12.5'],
  ])('%s: %s', (metric, value, rule, first, second?: string) => {
    const line = of(metric, value);
    const hint = second === undefined ? `Write ${first}.` : `Write ${first}, or ${second} if that is what was meant.`;
    const instead = value.startsWith('{USD') ? `{USD: ${first}}` : first;
    expect(reported(inEntry, line)).toEqual([`${rule} | ${hint} | ${of(metric, instead)}`]);
    if (second !== undefined) expect(faultsOf(inEntry, of(metric, second))).toEqual([]);
  });

  it('is none of a metric that says that its values have three decimals, or are durations', () => {
    const metric = (more: string): string =>
      anEvent().replace('\n---', `\nmetrics:\n  load: {title: Load, unit: runners, ${more}}\n---`);
    const found = (more: string): readonly string[] =>
      readArchive(
        galaWith({
          'gala/event.md': metric(more),
          'gala/a.md': anEntry({ milestone: '{metric: load, value: 1.000}' }),
        }),
      ).diagnostics.map(({ rule }) => rule);
    expect(found('decimals: 2')).toEqual(['doubtful-number']);
    expect(found('decimals: 3')).toEqual([]);
    expect(found('format: duration')).not.toContain('doubtful-number');
  });

  it('is shown with both that it can be', () => {
    expect(
      faultsIn(
        galaWith({
          'gala/event.md': inEvent('')['event.md'],
          'gala/a.md': anEntry({ milestone: '{metric: visitors, value: 1.000}' }),
        }),
      ),
    ).toMatchInlineSnapshot(`
      "gala/a.md:4:38 warning doubtful-number
        Unexpected value 1.000 of visitors, expected 1000 or 1: a point begins decimals.
        Write 1000, or 1 if that is what was meant.
        > milestone: {metric: visitors, value: 1000}
      0 errors, 1 warning"
    `);
  });

  it('may have been cut in two by its comma', () => {
    expect(reported(inEntry, of('visitors', '1,000'))).toEqual([
      `unknown-key | Write 1000, or 1 if that is what was meant. | ${of('visitors', '1000')}`,
    ]);
    expect(reported(inEntry, of('visitors', '1,234,567 visitors'))).toEqual([
      `unknown-key | Write 1234567. | ${of('visitors', '1234567')}`,
      `unknown-key | Write 1234567. | ${of('visitors', '1234567')}`,
    ]);
    expect(reported(inEntry, of('visitors', '1,000,000'))).toEqual([
      `front-matter-syntax | Write 1000000. | ${of('visitors', '1000000')}`,
    ]);
    expect(reported(inEntry, of('money', '{CNY: 38,4e9}'))).toEqual([
      `invalid-value | Write 38.4e9. | ${of('money', '{CNY: 38.4e9}')}`,
    ]);
    expect(reported(inEntry, of('run', '7,5'))).toEqual([`unknown-key | Write 7.5. | ${of('run', '7.5')}`]);
    expect(reported(inEntry, of('money', '$1,000'))).toEqual([
      `invalid-value | Write {USD: 1000}, or {USD: 1.000} if that is what was meant. | ${of('money', '{USD: 1000}')}`,
      `unknown-key | Write {USD: 1000}, or {USD: 1.000} if that is what was meant. | ${of('money', '{USD: 1000}')}`,
    ]);
    expect(reported(inEntry, of('visitors', 'some 1,000'))).toMatchInlineSnapshot(`
      [
        "invalid-value | Write a number such as 38.4e9, or numbers by unit such as {CNY: 268.4e9}. | undefined",
        "unknown-key | Put the text before it in quotes if the comma is part of it; otherwise give it a value and a known name. | undefined",
      ]
    `);
    expect(reported(inEntry, of('lap', '1:21,9'))).toEqual([`unknown-key | Write 1:21.9. | ${of('lap', '1:21.9')}`]);
    expect(reported(inEntry, of('lap', "1'21,9"))).toMatchInlineSnapshot(`
      [
        "unknown-key | Write 1:21.9. | milestone: {metric: lap, value: 1:21.9}",
      ]
    `);
  });

  it.each([
    ['visitors', '1000 people', 'Write the number of visitors alone.'],
    ['money', '€5', 'Write the number of USD or CNY alone.'],
    ['run', '5 m', 'Write the number of km alone.'],
    ['visitors', 'about 1000', 'Write the number of visitors alone.'],
    ['visitors', 'many', 'Write a number such as 38.4e9, or numbers by unit such as {CNY: 268.4e9}.'],
    ['visitors', '12 34', 'Write a number such as 38.4e9, or numbers by unit such as {CNY: 268.4e9}.'],
  ])('%s: %s has no line that is surely right', (metric, value, hint) => {
    expect(reported(inEntry, of(metric, value))).toEqual([`invalid-value | ${hint} | undefined`]);
  });

  it('is reported without its metric, too, as far as that goes', () => {
    expect(faultsOf(inEntry, 'milestone: {metric: visitor, value: 1 000}')).toMatchObject([
      { rule: 'invalid-value', corrected: 'milestone: {metric: visitor, value: 1000}' },
    ]);
  });

  it.each([
    ['visitors', ['1', '1000', '1.5', '0.500', '1000.000', '1.0', '12.5000', '1e3', '10e9', '{visitors: 12}']],
    ['money', ['1.000', '38.4e9', '12.345', '{CNY: 1.000}']],
    ['run', ['1.000', '42.195']],
    ['share', ['71.428']],
  ])('is none of %s: %j', (metric, values) => {
    for (const value of values) expect(faultsOf(inEntry, of(metric, value)), value).toEqual([]);
  });
});

describe('an earlier value, or a rate', () => {
  const of = (unit: string, value: string): string =>
    `  other: {title: Other, unit: ${unit}, references: [{name: "2018", value: ${value}}]}`;

  it.each([
    ['orders', '1.000', 'doubtful-number', '1000, or 1 if that is what was meant', '1000'],
    ['orders', '{orders: 1.000}', 'doubtful-number', '1000, or 1 if that is what was meant', '{orders: 1000}'],
    ['orders', '1,000', 'unknown-key', '1000, or 1 if that is what was meant', '1000'],
    ['orders', '1.2 million', 'invalid-value', '1.2e6', '1.2e6'],
    ['USD', '$1 billion', 'invalid-value', '{USD: 1e9}', '{USD: 1e9}'],
  ])('of %s: %s', (unit, value, rule, hint, instead) => {
    expect(reported(inEvent, of(unit, value))).toEqual([`${rule} | Write ${hint}. | ${of(unit, instead)}`]);
  });

  it('of what is measured keeps its decimals', () => {
    for (const unit of [
      's',
      'min',
      'kg',
      'm',
      'EUR',
      '°C',
      'litres',
      'Tonnen',
      'points',
      'kWh',
      '秒',
      'people per km²',
      'million votes',
    ])
      expect(faultsOf(inEvent, of(unit, '1.000')), unit).toEqual([]);
  });

  it('has a decimal comma where it should have a point', () => {
    const line = (rate: string): string => `  other: {title: Other, unit: USD, rates: {EUR: ${rate}}}`;
    expect(reported(inEvent, line('0,92'))).toEqual([
      `invalid-value | Write 0.92. | ${line('0.92')}`,
      `invalid-value | Write 0.92. | ${line('0.92')}`,
    ]);
    expect(reported(inEvent, line('"0,92"'))).toEqual([`invalid-value | Write 0.92. | ${line('0.92')}`]);
    expect(faultsOf(inEvent, line('1.000'))).toEqual([]);
  });
});
