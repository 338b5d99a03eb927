import { describe, expect, test } from 'vitest';
import { printMarkdown } from './content/prepare-content.ts';
import type { LiveBlog } from './live-blog.ts';
import { type EventPlanContext, planEvent } from './plan-event.ts';
import { aLiveBlog, anUpdate } from './testing/readings.ts';

const context: EventPlanContext = { slug: 'gala', zone: 'Asia/Shanghai', keepOffset: false, language: 'en' };

const plan = (fields: Partial<LiveBlog>, more: Partial<EventPlanContext> = {}, times = ['2019-11-11T10:18']) => {
  const blog = aLiveBlog(
    times.map((time) => anUpdate({ time })),
    fields,
  );
  const { fields: planned, ...others } = planEvent(blog, { ...context, ...more });
  const given = Object.entries(planned).filter(([, value]) => value !== undefined);
  return { ...others, fields: Object.fromEntries(given) };
};

/** A live blog without a title or a description. */
const bare = (): LiveBlog => {
  const { title: _, description: __, ...blog } = aLiveBlog();
  return blog;
};

test('an event has what the source says of it', () => {
  const { fields, doubts } = plan({
    title: ' The\ngala ',
    description: 'A night\n of songs.',
    language: 'zh-Hans',
    order: 'oldest-first',
  });
  expect(fields).toEqual({
    title: 'The gala',
    description: 'A night of songs.',
    timezone: 'Asia/Shanghai',
    starts: '2019-11-11T10:18',
    ends: '2019-11-11T10:18',
    order: 'oldest-first',
    language: 'zh-Hans',
  });
  expect(doubts).toEqual([]);
});

test('its standfirst is the introduction, with links that are relative to the page', () => {
  const introduction = { kind: 'html', value: '<p>Welcome to <a href="/pad">the pad</a>.</p>' } as const;
  const { standfirst } = plan({ introduction }, { page: 'https://gala.test/live' });
  expect(printMarkdown(standfirst, () => undefined)).toBe('Welcome to [the pad](https://gala.test/pad).\n');
});

describe('what the source does not say', () => {
  test('is the slug for a title, and the title for a description, with a note', () => {
    const { fields, doubts } = planEvent(bare(), context);
    expect(fields).toMatchObject({ title: 'gala', description: 'gala', order: 'newest-first' });
    expect(doubts).toEqual([
      'The source has no title: the slug stands in "title".',
      'The source has no description: the title stands in "description".',
    ]);
  });

  test('is the first sentence of the introduction for a description', () => {
    const introduction = { kind: 'text', value: 'A night of songs. It is cold.' } as const;
    const { fields, doubts } = planEvent({ ...bare(), title: 'The gala', introduction }, context);
    expect(fields['description']).toBe('A night of songs.');
    expect(doubts).toEqual([]);
  });

  test('is reported where it is that of the zone', () => {
    const { doubts } = plan({}, { zone: 'UTC', keepOffset: true });
    expect(doubts).toEqual([
      'Nobody said in which time zone the event was: "timezone" is UTC, and each time keeps its offset. Import it anew with --timezone, or correct the zone and the times in the names of the files.',
    ]);
  });
});

test.each([
  ['en', undefined],
  ['no language', undefined],
  ['de', 'de'],
])('a language is written where it is one and not that of the archive: %s', (language, expected) => {
  expect(plan({ language }).fields['language']).toBe(expected);
});

describe('the coverage', () => {
  const coverage = (times: readonly string[], fields: Partial<LiveBlog> = {}, more: Partial<EventPlanContext> = {}) => {
    const { starts, ends } = plan(fields, more, [...times]).fields;
    return [starts, ends];
  };

  test('reaches from the first time to the last, whatever their offsets', () => {
    expect(coverage(['2019-11-11T10:18', '2019-11-11T01:00Z', '2019-11-11T23:00+14:00'])).toEqual([
      '2019-11-11T09:00',
      '2019-11-11T17:00',
    ]);
  });

  test('holds whole days where a time is one', () => {
    expect(coverage(['2019-11-10', '2019-11-10T10:18', '2019-11-11T10:18'])).toEqual([
      '2019-11-10',
      '2019-11-11T10:18',
    ]);
    expect(coverage(['2019-11-10T10:18', '2019-11-10'])).toEqual(['2019-11-10', '2019-11-10']);
    expect(coverage(['2019-11-10T10:18', '2019-11-10T24:00'])).toEqual(['2019-11-10T10:18', '2019-11-10T24:00']);
  });

  test('is that of the source where no entry lies outside', () => {
    const reported = { starts: '2019-11-11T01:00Z', ends: '2019-11-11T12:00+08:00' };
    expect(coverage(['2019-11-11T10:18'], reported)).toEqual(['2019-11-11T09:00', '2019-11-11T12:00']);
    expect(coverage(['2019-11-12T10:18'], reported)).toEqual(['2019-11-11T09:00', '2019-11-12T10:18']);
  });

  test('passes by times that the zone never had', () => {
    const berlin = { zone: 'Europe/Berlin' };
    expect(coverage(['2019-03-31T02:30', '2019-03-31T04:30'], {}, berlin)).toEqual([
      '2019-03-31T04:30',
      '2019-03-31T04:30',
    ]);
  });
});

test('topics have a title where their slug does not say it', () => {
  const topics = ['New Retail', 'gmv', 'NEW RETAIL', '双十一', '__proto__', '!'];
  const blog = aLiveBlog([anUpdate({ topics }), anUpdate({ topics: ['GMV'] })]);
  expect(planEvent(blog, context).fields['topics']).toEqual({
    'new-retail': 'New Retail',
    gmv: 'GMV',
    proto: '__proto__',
  });
  expect(plan({}).fields).not.toHaveProperty('topics');
});

test('an introduction that is too long is left out, with a note', () => {
  const { standfirst, doubts } = plan({ introduction: { kind: 'text', value: 'a'.repeat(300_000) } });
  expect(printMarkdown(standfirst, () => undefined)).toBe('');
  expect(doubts).toEqual([expect.stringMatching(/^The introduction is left out\. Its text has 293 KB/)]);
});
