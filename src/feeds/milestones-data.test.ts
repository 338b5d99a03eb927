import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { milestonesOf } from '../core/archive.ts';
import { placesOf } from '../core/milestone-place.ts';
import { permalinks } from '../core/permalinks.ts';
import { readArchive } from '../core/read-archive.ts';
import { anEntry, anEvent, galaWith } from '../core/testing.ts';
import { root } from '../io/settings.ts';
import { milestonesCsv } from './milestones-csv.ts';
import { milestonesJson } from './milestones-json.ts';

const to = permalinks('https://example.org/recaps');

const contextOf = (entries: Readonly<Record<string, Record<string, string>>>, live = 'false') => {
  const metrics =
    '{gmv: {title: GMV, unit: USD, cumulative: true, rates: {CNY: 6.99}, references: [{name: "2018", value: {CNY: 6.99e9}}]}}';
  const files = Object.entries(entries).map(([slug, fields]) => [`gala/${slug}.md`, anEntry(fields)]);
  const { archive, diagnostics } = readArchive(
    galaWith({
      'gala/event.md': anEvent({ metrics, live, 'counts-from': '2019-11-11T00:00' }),
      ...Object.fromEntries(files),
    }),
  );
  const [event] = archive.events;
  if (!event || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  const milestones = milestonesOf(event);
  const places = placesOf(milestones);
  return { event, milestones, placeOf: (entry: (typeof milestones)[number]) => places.get(entry), to };
};

const gala = contextOf({
  first: { title: 'First', time: '2019-11-11T00:01:08', milestone: 'true' },
  passed: {
    title: 'Past "2018", in a minute',
    time: '2019-11-11T01:00',
    milestone: '{metric: gmv, value: {CNY: 6.99e9}, surpasses: ["2018"]}',
  },
  gone: {
    title: 'Gone',
    time: '2019-11-11T02:00',
    milestone: '{metric: gmv, value: 2e9}',
    withdrawn: '{time: 2019-11-12, reason: A slip}',
  },
  final: {
    title: 'Final',
    time: '2019-11-11T24:00',
    label: 'Midnight',
    milestone: '{metric: gmv, value: {USD: 4e9, CNY: 27.96e9}}',
  },
});

/** Reads CSV as RFC 4180 has it, and refuses what it does not allow. */
const readCsv = (marked: string): string[][] => {
  const text = marked.replace(/^\ufeff/, '');
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const row: string[] = [];
    for (let open = true; open; ) {
      const [all = '', quoted, bare = ''] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))/.exec(text.slice(at)) ?? [];
      row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
      at += all.length;
      open = text[at] === ',';
      if (open) at += 1;
    }
    if (text.slice(at, at + 2) !== '\r\n') throw new Error(`Unexpected ${JSON.stringify(text.slice(at, at + 9))}`);
    at += 2;
    rows.push(row);
  }
  return rows;
};

describe('milestones as CSV', () => {
  test('are read back by a reader of RFC 4180, with a column for each unit', () => {
    const [header = [], ...rows] = readCsv(milestonesCsv(gala));
    expect(header[0]).toBe('slug');
    const records = rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]])));
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([header.length]));
    expect(records.map(({ slug }) => slug)).toEqual(['first', 'passed', 'final']);
    expect(records[1]).toEqual({
      slug: 'passed',
      title: 'Past "2018", in a minute',
      day: '2019-11-11',
      datetime: '2019-11-11T01:00+08:00',
      precision: 'minute',
      label: '',
      elapsedMilliseconds: '3600000',
      metric: 'gmv',
      unit: 'USD',
      amount: '1000000000',
      converted: 'true',
      shareOfLast: '0.25',
      standing: '',
      surpasses: '2018',
      url: 'https://example.org/recaps/gala/passed/',
      'value CNY': '6990000000',
      'value USD': '',
    });
    expect(records[2]).toMatchObject({
      shareOfLast: '1',
      standing: 'final',
      converted: 'false',
      label: 'Midnight',
      datetime: '2019-11-12T00:00+08:00',
    });
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '=HYPERLINK("http://a.example","b"),x'])(
    'keep a spreadsheet from running %j',
    (title) => {
      const [, row] = readCsv(
        milestonesCsv(contextOf({ a: { title: JSON.stringify(title), time: '2019-11-11T01:00', milestone: 'true' } })),
      );
      expect(row?.[1]).toBe(`'${title}`);
    },
  );

  test('keep negative numbers numbers, and write large ones without an exponent', () => {
    const event = (value: string) =>
      contextOf({ a: { time: '2019-11-11T01:00', milestone: `{metric: gmv, value: ${value}}` } });
    expect(readCsv(milestonesCsv(event('-5')))[1]).toContain('-5');
    expect(readCsv(milestonesCsv(event('1e21')))[1]).toContain('1000000000000000000000');
  });

  test('write the smallest with all of their zeros', () => {
    const cells = (value: string) =>
      readCsv(
        milestonesCsv(contextOf({ a: { time: '2019-11-11T01:00', milestone: `{metric: gmv, value: ${value}}` } })),
      )[1];
    expect(cells('1.5e-10')).toContain('0.00000000015');
    expect(cells('-1e-7')).toContain('-0.0000001');
    expect(cells('1.25e22')).toContain('12500000000000000000000');
    expect(cells('1e300')).toContain(`1${'0'.repeat(300)}`);
  });

  test('call nothing final while the event is live', () => {
    const entries = {
      a: { time: '2019-11-11T01:00', milestone: '{metric: gmv, value: 1e9}' },
      b: { time: '2019-11-11T02:00', milestone: '{metric: gmv, value: 4e9}' },
    };
    const [live, over] = [contextOf(entries, 'true'), contextOf(entries)];
    const column = (text: string) => readCsv(text).map((row) => row[readCsv(text)[0]?.indexOf('standing') ?? -1]);
    expect(column(milestonesCsv(live))).toEqual(['standing', '', 'so far']);
    expect(column(milestonesCsv(over))).toEqual(['standing', '', 'final']);
    expect(milestonesCsv(live) + milestonesJson(live)).not.toMatch(/final/i);
    expect(milestonesJson(over)).toContain('"standing": "final"');
  });

  test('have the columns that the manual lists, and no others, and so have the fields of the JSON', () => {
    const manual = readFileSync(join(root, 'docs/addresses.md'), 'utf8');
    const [, section = ''] = /## Milestones as data\n(.*)/s.exec(manual) ?? [];
    const listed = [...section.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`(\w+)`/g)].flatMap(([, name = '']) => name),
    );
    const columns = (readCsv(milestonesCsv(gala))[0] ?? []).map((name) => name.replace(/^value \w+$/, 'value'));
    expect(new Set(columns)).toEqual(new Set(listed));
    const { milestones } = JSON.parse(milestonesJson(gala)) as { milestones: readonly object[] };
    expect(new Set(milestones.flatMap(Object.keys))).toEqual(new Set(listed));
  });

  test('begin with one byte order mark, by which a spreadsheet knows that they are UTF-8', () => {
    expect(milestonesCsv(gala).split('\ufeff')).toEqual(['', expect.stringMatching(/^slug,title,/)]);
  });

  test('of an event without any are the header alone', () => {
    expect(readCsv(milestonesCsv(contextOf({ a: {} })))).toHaveLength(1);
  });
});

describe('milestones as JSON', () => {
  test('are read back with the event and what it counts', () => {
    expect(JSON.parse(milestonesJson(gala))).toEqual({
      event: {
        slug: 'gala',
        title: 'Gala',
        url: 'https://example.org/recaps/gala/',
        timezone: 'Asia/Shanghai',
        countsFrom: '2019-11-11T00:00:00+08:00',
      },
      metrics: [
        {
          slug: 'gmv',
          title: 'GMV',
          unit: 'USD',
          cumulative: true,
          better: 'higher',
          decimals: 0,
          format: 'number',
          rates: { CNY: 6.99 },
          references: [{ name: '2018', value: { CNY: 6.99e9 }, amount: 1e9 }],
        },
      ],
      milestones: [
        {
          slug: 'first',
          url: 'https://example.org/recaps/gala/first/',
          title: 'First',
          day: '2019-11-11',
          datetime: '2019-11-11T00:01:08+08:00',
          precision: 'second',
          elapsedMilliseconds: 68_000,
          surpasses: [],
        },
        {
          slug: 'passed',
          url: 'https://example.org/recaps/gala/passed/',
          title: 'Past "2018", in a minute',
          day: '2019-11-11',
          datetime: '2019-11-11T01:00+08:00',
          precision: 'minute',
          elapsedMilliseconds: 3_600_000,
          metric: 'gmv',
          unit: 'USD',
          value: { CNY: 6.99e9 },
          amount: 1e9,
          converted: true,
          shareOfLast: 0.25,
          surpasses: ['2018'],
        },
        {
          slug: 'final',
          url: 'https://example.org/recaps/gala/final/',
          title: 'Final',
          day: '2019-11-11',
          datetime: '2019-11-12T00:00+08:00',
          precision: 'minute',
          label: 'Midnight',
          elapsedMilliseconds: 86_400_000,
          metric: 'gmv',
          unit: 'USD',
          value: { USD: 4e9, CNY: 27.96e9 },
          amount: 4e9,
          converted: false,
          shareOfLast: 1,
          standing: 'final',
          surpasses: [],
        },
      ],
    });
  });

  test('leave out what has been withdrawn', () => {
    expect(milestonesJson(gala)).not.toContain('Gone');
  });
});
