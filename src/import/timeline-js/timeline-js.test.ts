import { describe, expect, it } from 'vitest';
import { timelineJs } from './timeline-js.ts';

const read = async (json: unknown) => timelineJs.read({ text: JSON.stringify(json) });
const day = { year: 2019, month: 11, day: 11 };
const anEvent = (fields: object = {}) => ({
  start_date: { ...day, hour: 10, minute: 18 },
  text: { headline: 'A record', text: 'GMV passes.' },
  ...fields,
});
const only = async (fields: object) => (await read({ events: [anEvent(fields)] })).updates[0];

it('reads a timeline of version 3', async () => {
  const timeline = {
    scale: 'human',
    title: {
      text: { headline: 'Singles &amp; <b>Day</b>', text: '<p>All of it.</p>' },
      media: { url: 'https://example.org/a.jpg', caption: 'The hall' },
    },
    events: [
      anEvent({
        start_date: { year: '2019', month: '11', day: '11', hour: '10', minute: '18', second: '30', millisecond: '5' },
        end_date: { year: '2019', month: '11', day: '12' },
        display_date: 'Midnight',
        group: 'GMV',
        unique_id: 'one',
        autolink: false,
        media: { url: 'https://example.org/wool.png?w=2', caption: 'A <i>runner</i>', credit: 'Ana', alt: 'Shoes' },
      }),
      anEvent({
        start_date: day,
        text: { headline: 'It begins', text: '<ul><li>x</li></ul>' },
        background: { url: 'b.jpg' },
      }),
    ],
    eras: [{ start_date: day, end_date: day, text: { headline: 'The night' } }],
  };
  expect(timelineJs.recognises({ text: JSON.stringify(timeline) })).toBe(true);
  expect(await read(timeline)).toEqual({
    title: 'Singles & Day',
    introduction: {
      kind: 'html',
      value:
        '<p>All of it.</p>\n<figure><img src="https://example.org/a.jpg" alt=""><figcaption>The hall</figcaption></figure>',
    },
    updates: [
      {
        time: '2019-11-11',
        headline: 'It begins',
        content: { kind: 'html', value: '<ul><li>x</li></ul>' },
        pictures: [],
        topics: [],
        key: false,
        pinned: false,
      },
      {
        time: '2019-11-11T10:18:30',
        label: 'Midnight',
        headline: 'A record',
        content: { kind: 'html', value: '<p>GMV passes.</p>' },
        pictures: [{ address: 'https://example.org/wool.png?w=2', alt: 'Shoes', caption: 'A runner', credit: 'Ana' }],
        topics: ['GMV'],
        key: false,
        pinned: false,
      },
    ],
    order: 'oldest-first',
    skipped: [{ what: 'era "The night"', why: 'It is a span of time and no event.', updates: 0 }],
    notes: [
      '1 event has an end, which is not imported: an entry has one time. Where it matters, say it in the text.',
      '1 event has a picture in the background, which is not imported.',
    ],
  });
});

it('reads a timeline of version 2', async () => {
  const timeline = {
    timeline: {
      headline: 'Singles Day',
      type: 'default',
      text: 'All of it.',
      date: [
        {
          startDate: '2019,11,11,10,18,30',
          endDate: '2019,11,11,10,18,30',
          headline: 'A record',
          text: 'x',
          tag: 'GMV',
        },
        {
          startDate: '2019,11,11',
          endDate: '2019,11,12',
          headline: 'It begins',
          asset: { media: 'https://example.org/1' },
        },
        { startDate: '11/10/2019 9:05', headline: 'Before' },
        { startDate: '2019', headline: 'A year' },
      ],
      era: [{ startDate: '2019,11,10', endDate: '2019,11,11', headline: 'The night' }],
    },
  };
  expect(timelineJs.recognises({ text: JSON.stringify(timeline) })).toBe(true);
  const { title, introduction, updates, skipped, notes } = await read(timeline);
  expect([title, introduction]).toEqual(['Singles Day', { kind: 'html', value: '<p>All of it.</p>' }]);
  expect(updates.map(({ time, headline, topics, content }) => [time, headline, topics, content.value])).toEqual([
    ['2019-11-10T09:05', 'Before', [], ''],
    ['2019-11-11', 'It begins', [], '<p><a href="https://example.org/1">https://example.org/1</a></p>'],
    ['2019-11-11T10:18:30', 'A record', ['GMV'], '<p>x</p>'],
  ]);
  expect(skipped).toEqual([
    { what: 'event "A year"', why: 'Its date "2019" has no month and no day, and an entry needs one.' },
    { what: 'era "The night"', why: 'It is a span of time and no event.', updates: 0 },
  ]);
  expect(notes).toEqual([
    '1 event has an end, which is not imported: an entry has one time. Where it matters, say it in the text.',
  ]);
});

it('leaves out seconds that are always zero', async () => {
  expect((await only({ start_date: { ...day, hour: 10, minute: 18, second: 0 } }))?.time).toBe('2019-11-11T10:18');
});

describe('what an event shows', () => {
  const shown = async (media: object) => {
    const { updates, skipped } = await read({ events: [anEvent({ media })] });
    return { content: updates[0]?.content.value, pictures: updates[0]?.pictures, skipped };
  };

  it('is a picture by the ending of its address, wherever it is', async () => {
    expect(await shown({ url: 'media/a.JPG' })).toMatchObject({ pictures: [{ address: 'media/a.JPG' }], skipped: [] });
  });

  it.each([
    ['https://example.org/watch?v=1&t=2', 'https://example.org/watch?v=1&amp;t=2'],
    [
      '<iframe width="5" src="https://example.org/embed?a=1&amp;b=2"></iframe>',
      'https://example.org/embed?a=1&amp;b=2',
    ],
    ['//example.org/v', 'https://example.org/v'],
  ])('is a link where it is a video or a page: %s', async (url, address) => {
    expect(await shown({ url, caption: 'The start', credit: '<a href="https://example.org">Ana</a>' })).toEqual({
      content: `<p>GMV passes.</p>\n<p><a href="${address}">${address}</a></p>\n<p>The start</p>\n<p><a href="https://example.org">Ana</a></p>`,
      pictures: [],
      skipped: [],
    });
  });

  it('is a quotation as it stands', async () => {
    const url = '<blockquote>Done.</blockquote>';
    expect((await shown({ url })).content).toBe(`<p>GMV passes.</p>\n${url}`);
  });

  it.each([
    ['javascript:alert(1)', 'Its address is none of the web: javascript:alert(1)'],
    ['javascript:alert(1).png', 'Its address is none of the web: javascript:alert(1).png'],
    ['two words', 'It is neither an address nor a quotation.'],
    ['<iframe></iframe>', 'It is neither an address nor a quotation.'],
  ])('is left out where it is none of these: %s', async (url, why) => {
    expect(await shown({ url })).toEqual({
      content: '<p>GMV passes.</p>',
      pictures: [],
      skipped: [{ what: 'media of event "A record"', why, updates: 0 }],
    });
  });
});

it('skips what is no update, and says why', async () => {
  const { updates, skipped } = await read({
    events: [
      anEvent(),
      7,
      anEvent({ start_date: { year: 2019, month: 11 }, text: null }),
      anEvent({ start_date: null }),
      anEvent({ start_date: { year: -44, month: 3, day: 15 } }),
      anEvent({ start_date: { year: 2019, month: 2, day: 30, hour: 5 } }),
      anEvent({ text: { headline: [], text: {} }, media: 'x' }),
    ],
  });
  expect(updates).toHaveLength(1);
  expect(skipped).toEqual([
    { what: 'event 2', why: 'It is no object with a date and a text.' },
    { what: 'event 3', why: 'Its date "2019-11" has no day, and an entry needs one.' },
    { what: 'event "A record"', why: 'It has no date.' },
    { what: 'event "A record"', why: 'There is no such date as "-44-3-15".' },
    { what: 'event "A record"', why: 'There is no such date as "2019-2-30" with the time "05:00".' },
    { what: 'event 7', why: 'It has no headline, no text and no picture.' },
  ]);
});

describe('a file that is no timeline', () => {
  it.each([[{ events: [] }], [{ events: 7 }], [{ timeline: { date: [] } }], [{ timeline: null }], [[]], [null]])(
    'is refused: %j',
    async (json) => {
      await expect(async () => read(json)).rejects.toThrow(
        'Unexpected JSON without events, expected a TimelineJS timeline: a list "events", or "timeline" with a list "date".',
      );
    },
  );

  it.each(['{"events":[]}', '<p>"events" "start_date"</p>', '["events","start_date"]', ''])(
    'is not recognised: %s',
    (text) => {
      expect(timelineJs.recognises({ text })).toBe(false);
    },
  );

  it('may be nested as deep as it likes', async () => {
    const deep = `${'{"media":['.repeat(10_000)}${']}'.repeat(10_000)}`;
    const text = `{"events":[{"__proto__":{"group":"x"},"start_date":{"year":2019,"month":11,"day":11},"text":{"headline":"A"},"media":${deep}}]}`;
    expect((await timelineJs.read({ text })).updates).toMatchObject([{ headline: 'A', topics: [] }]);
  });
});
