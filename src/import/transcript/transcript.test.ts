import { describe, expect, it } from 'vitest';
import { ImportRefused } from '../live-blog.ts';
import { readLines } from './testing.ts';
import { transcript } from './transcript.ts';

/** A regatta of lanterns, invented: time as shown (none: an entry below the day heading), time as imported, text. */
const regatta: readonly (readonly [heading: string, entries: readonly (readonly [string, string, string])[]])[] = [
  [
    'Friday, June 5, 2020',
    [
      ['12:00 p.m.', '2020-06-05T12:00', 'Boats are carried to the water.'],
      ['1:07:30 p.m.', '2020-06-05T13:07:30', 'The first lantern is lit.'],
      ['2:05 PM', '2020-06-05T14:05', 'Wind from the west.'],
      ['14h40', '2020-06-05T14:40', 'The wind drops.'],
      ['15:40 Uhr', '2020-06-05T15:40', 'Forty boats have signed on.'],
      ['4:00 p.m.', '2020-06-05T16:00', 'The judges meet.'],
      ['4:00 p.m.', '2020-06-05T16:00', 'The judges part.'],
      ['6 p.m.', '2020-06-05T18:00', 'Supper on the quay.'],
      ['21:12:05', '2020-06-05T21:12:05', 'A lantern goes out.'],
      ['10:59:59 p.m.', '2020-06-05T22:59:59', 'It burns again.'],
      ['Midnight', '2020-06-05T24:00', 'The harbour closes.'],
    ],
  ],
  [
    'Saturday, June 6, 2020',
    [
      ['Midnight', '2020-06-06T00:00', 'The night race begins.'],
      ['12:01 a.m.', '2020-06-06T00:01', 'All boats are off.'],
      ['12:29:45 a.m.', '2020-06-06T00:29:45', 'The Heron leads.'],
      ['01:00:00', '2020-06-06T01:00:00', 'The Otter leads.'],
      ['03:26', '2020-06-06T03:26', 'Fog.'],
      ['06:28:00', '2020-06-06T06:28:00', 'The fog lifts.'],
      ['9 a.m.', '2020-06-06T09:00', 'The Heron is home.'],
      ['10:04:49', '2020-06-06T10:04:49', 'The Otter is home.'],
      ['10:18', '2020-06-06T10:18', 'All are home but one.'],
      ['Noon', '2020-06-06T12:00', 'The last one is found.'],
      ['5:01 p.m.', '2020-06-06T17:01', 'Prizes.'],
      ['11:40 p.m.', '2020-06-06T23:40', 'Dancing on the quay.'],
      ['24:00', '2020-06-06T24:00', 'The band packs up.'],
    ],
  ],
  [
    'Sunday, June 7',
    [
      ['00:10', '2020-06-07T00:10', 'Somebody sings.'],
      ['7:30 a.m.', '2020-06-07T07:30', 'The quay is swept.'],
      ['8:15 a.m.', '2020-06-07T08:15', 'Boats are carried home.'],
      ['12:00:01 p.m.', '2020-06-07T12:00:01', 'The lanterns are counted: none is lost.'],
    ],
  ],
];
const untimed = ['A word to the boats.', 'Thanks to the town.'];
const rows = regatta.flatMap(([, entries]) => entries.map(([shown, time, text]) => [time, wordOf(shown), text]));

function wordOf(shown: string): string | undefined {
  return /^(?:midnight|noon)$/i.test(shown) ? shown : undefined;
}

const written = (order: 'newest-first' | 'oldest-first'): string => {
  const list = <T>(ones: readonly T[]): readonly T[] => (order === 'newest-first' ? ones.toReversed() : ones);
  return [
    ['Regatta of lanterns', '', 'Three days on the water.', ''],
    ...list(
      regatta.map(([heading, entries], index) => [
        heading,
        '',
        ...(untimed[index] === undefined ? [] : [untimed[index], '']),
        ...list(entries).flatMap(([shown, , text]) => [shown, '', text, '', 'More of it.', '']),
      ]),
    ),
  ]
    .flat()
    .join('\n');
};

describe.each(['newest-first', 'oldest-first'] as const)('a transcript that lists %s', (order) => {
  const text = written(order).replace('June 7\n', order === 'newest-first' ? 'June 7, 2020\n' : 'June 7\n');
  const blog = transcript.read({ text });

  it('is read with its title, introduction and order', () => {
    expect(blog).toMatchObject({
      title: 'Regatta of lanterns',
      introduction: { kind: 'text', value: 'Three days on the water.' },
      order,
      skipped: [],
    });
  });

  it('is read with the exact time of each entry', async () => {
    const { updates } = await blog;
    const timed = updates.filter((update) => update.untimed === undefined);
    expect(
      timed.map(({ time, label, content }) => [time, label, content.value.replace('\n\nMore of it.', '')]),
    ).toEqual(rows);
  });

  it('is read with its entries without a time', async () => {
    const { updates } = await blog;
    const side = order === 'newest-first' ? 'last' : 'first';
    expect(updates).toHaveLength(30);
    expect(
      updates.flatMap((update, index) =>
        update.untimed ? [[index, update.time, update.untimed, update.content.value]] : [],
      ),
    ).toEqual([
      [side === 'last' ? 11 : 0, '2020-06-05', side, untimed[0]],
      [side === 'last' ? 25 : 12, '2020-06-06', side, untimed[1]],
    ]);
  });
});

it('makes an update of an entry with a headline', () => {
  expect(readLines('2020-06-05', '12:00', 'Boats ahoy', '', 'They come.', '', 'And go.').updates).toEqual([
    {
      time: '2020-06-05T12:00',
      headline: 'Boats ahoy',
      content: { kind: 'text', value: 'They come.\n\nAnd go.' },
      pictures: [],
      topics: [],
      key: false,
      pinned: false,
    },
  ]);
});

it('reads a ticker with headlines between plus signs', () => {
  const { title, updates } = readLines(
    'Storm live +++ 14:05 The last ship is in +++',
    '5 June 2020',
    '+++ 14:05 The last ship is in +++',
    'It is the Heron.',
    '+++ 13:07 The harbour is shut +++',
    '+++ 12:00 Wind from the west!',
  );
  expect(title).toBe('Storm live');
  expect(updates.map(({ time, headline, content }) => [time, headline, content.value])).toEqual([
    ['2020-06-05T12:00', undefined, 'Wind from the west!'],
    ['2020-06-05T13:07', 'The harbour is shut', ''],
    ['2020-06-05T14:05', 'The last ship is in', 'It is the Heron.'],
  ]);
});

it('counts yesterday from the day of the heading', () => {
  expect(
    readLines('5 June 2020', 'Today at 12:00', 'A.', 'Yesterday at 23:50', 'B.').updates.map(({ time }) => time),
  ).toEqual(['2020-06-04T23:50', '2020-06-05T12:00']);
});

it('leaves the order away where it cannot be known', () => {
  expect(readLines('2020-06-05', '12:00', 'x')).not.toHaveProperty('order');
});

it('reads entries that begin on the line of their time', () => {
  const { updates } = readLines('5 June 2020', '12:00 – The boats come.', 'More.', '13:07 – They go.');
  expect(updates.map(({ time, content }) => [time, content.value])).toEqual([
    ['2020-06-05T12:00', 'The boats come.\nMore.'],
    ['2020-06-05T13:07', 'They go.'],
  ]);
});

describe('recognises', () => {
  it.each([
    ['a time', 'Live\n11:40 p.m.\nx'],
    ['a day', 'Live\nSunday, Nov. 10, 2019\nx'],
    ['a time with a text', '23:40 – They come.'],
    ['a bracket before', '[Live]\n11:40 p.m.'],
    ['a heart before', '<3\n11:40 p.m.'],
  ])('plain text with %s', (_, text) => {
    expect(transcript.recognises({ text })).toBe(true);
  });

  it.each([
    ['HTML', '<!doctype html>\n11:40 p.m.'],
    ['an element', ' <p>\n11:40 p.m.'],
    ['XML', '<?xml version="1.0"?>\n11:40 p.m.'],
    ['JSON', '{\n"a":\n2019}\n11:40'],
    ['a JSON list', '[\n  1,\n11:40'],
    ['RTF', '{\\rtf1\n11:40\n}'],
    ['text without times', 'At 11:40 p.m. they come.\nOn Nov. 10, 2019 they go.'],
    ['nothing', ''],
  ])('not %s', (_, text) => {
    expect(transcript.recognises({ text })).toBe(false);
  });
});

it('refuses a text of too many lines', () => {
  expect(() => transcript.read({ text: '\n'.repeat(250_001) })).toThrow(
    new ImportRefused(
      'It has more than 250000 lines, and at most so many can be imported. Divide it, each part with its day headings, and import one after the other.',
    ),
  );
});
