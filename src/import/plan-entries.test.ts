import { describe, expect, test } from 'vitest';
import type { Entry } from '../core/archive.ts';
import { readArchive } from '../core/read-archive.ts';
import { anEntry, galaWith } from '../core/testing.ts';
import { printMarkdown } from './content/prepare-content.ts';
import type { Update } from './live-blog.ts';
import { type EntryPlanContext, planEntries } from './plan-entries.ts';
import { aLiveBlog, anUpdate } from './testing/readings.ts';

/** What is planned for updates of an event in Shanghai. */
const plan = (updates: readonly Partial<Update>[], context: Partial<EntryPlanContext> = {}) =>
  planEntries(aLiveBlog(updates.map(anUpdate)), {
    zone: 'Asia/Shanghai',
    keepOffset: false,
    dayStartsAt: '00:00',
    language: 'en',
    existing: [],
    ...context,
  });

const planned = (update: Partial<Update>, context?: Partial<EntryPlanContext>) => plan([update], context).entries[0];

/** The fields of the one entry that are not left out. */
const fieldsOf = (update: Partial<Update>, context?: Partial<EntryPlanContext>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(planned(update, context)?.fields ?? {}).filter(([, value]) => value !== undefined));

const existing = (...entries: readonly (readonly [string, Record<string, string>])[]): readonly Entry[] =>
  readArchive(galaWith(Object.fromEntries(entries.map(([file, fields]) => [`gala/${file}`, anEntry(fields)]))), {
    drafts: true,
  }).archive.events[0]?.entries ?? [];

describe('an entry of an update', () => {
  test('has what the update says, and nothing else', () => {
    expect(fieldsOf({ headline: 'The doors open', content: { kind: 'text', value: 'Come in.' } })).toEqual({
      title: 'The doors open',
      time: '2019-11-11T10:18',
    });
    expect(
      fieldsOf({
        time: '2019-11-10T24:00',
        label: ' Midnight\n',
        headline: ' The\tdoors\u202e open ',
        source: 'https://gala.test/#1',
        author: 'Ann\nBo',
        topics: ['New Retail', 'new retail', '双十一', '!'],
        key: true,
        pinned: true,
        doubt: 'It is an advertisement.',
      }),
    ).toEqual({
      title: 'The doors open',
      time: '2019-11-10T24:00',
      label: 'Midnight',
      topics: ['new-retail', '双十一'],
      author: 'Ann Bo',
      pinned: true,
      draft: true,
      source: 'https://gala.test/#1',
      milestone: true,
    });
  });

  test('says why it is a draft', () => {
    expect(planned({ doubt: 'It is an advertisement.' })?.doubt).toBe('It is an advertisement.');
    expect(planned({})).not.toHaveProperty('doubt');
  });

  test('has the page as its source where it has no address of its own', () => {
    expect(fieldsOf({}, { page: 'https://gala.test/live' })).toMatchObject({ source: 'https://gala.test/live' });
    expect(fieldsOf({ source: 'https://gala.test/#1' }, { page: 'https://gala.test/live' })).toMatchObject({
      source: 'https://gala.test/#1',
    });
  });

  test('has links that are relative to the page', () => {
    const content = { kind: 'html', value: '<a href="../pad">The pad</a>' } as const;
    const markdownOf = (context?: Partial<EntryPlanContext>): string => {
      const entry = planned({ content }, context);
      return entry ? printMarkdown(entry.body, () => undefined) : '';
    };
    expect(markdownOf({ page: 'https://gala.test/a/b' })).toBe('[The pad](https://gala.test/pad)\n');
    expect(markdownOf()).toBe('The pad\n');
  });

  test('is named after its time in the zone of the event, and lies in the folder of its event day', () => {
    const files = (time: string, context?: Partial<EntryPlanContext>) =>
      planned({ time, headline: 'A' }, context)?.file;
    expect(files('2019-11-11T17:18:30Z')).toBe('2019-11-12/011830-a.md');
    expect(files('2019-11-11T17:18:30Z', { dayStartsAt: '04:00' })).toBe('2019-11-11/011830-a.md');
    expect(files('2019-11-11')).toBe('2019-11-11/a.md');
    expect(files('2019-11-11T24:00')).toBe('2019-11-11/2400-a.md');
  });

  test('keeps a time that its zone never had, so that a check can ask for another', () => {
    const berlin = { zone: 'Europe/Berlin' };
    expect(planned({ time: '2019-03-31T02:30', headline: 'A' }, berlin)?.file).toBe('2019-03-31/0230-a.md');
    expect(fieldsOf({ time: '2019-03-31T02:30' }, berlin)).toMatchObject({ time: '2019-03-31T02:30' });
  });

  test('keeps its offset where the zone is only a guess', () => {
    const time = '2019-11-11T10:18+08:00';
    expect(fieldsOf({ time }, { zone: 'UTC', keepOffset: true })).toMatchObject({ time });
    expect(fieldsOf({ time })).toMatchObject({ time: '2019-11-11T10:18' });
  });
});

describe('an entry without a headline', () => {
  test('has its first sentence as title, and is reported', () => {
    expect(planned({ headline: ' \u200b ' })).toMatchObject({
      fields: { title: 'The doors open' },
      hasMadeTitle: true,
      isTitleAlone: false,
    });
    expect(planned({ headline: 'Doors' })).toMatchObject({ hasMadeTitle: false, isTitleAlone: false });
  });

  test('has no body where that is all', () => {
    expect(planned({ content: { kind: 'text', value: 'The doors open.' } })).toMatchObject({
      fields: { title: 'The doors open' },
      isTitleAlone: true,
    });
    expect(planned({ content: { kind: 'html', value: 'The <b>doors</b> open.' } })?.isTitleAlone).toBe(false);
    const pictures = [{ address: 'https://gala.test/a.png' }];
    expect(planned({ content: { kind: 'text', value: 'The doors open.' }, pictures })?.isTitleAlone).toBe(false);
  });

  test('nor a text is called by its time', () => {
    const content = { kind: 'html', value: '<img src="https://gala.test/a.png">' } as const;
    expect(planned({ content })?.fields).toMatchObject({ title: 'Entry of 2019-11-11 10:18' });
  });
});

describe('the entries of an import', () => {
  test('with the same time are kept in order', () => {
    const { entries } = plan([
      { headline: 'Z' },
      { headline: 'A' },
      { headline: 'M', time: '2019-11-11T02:18Z' },
      { headline: 'N', time: '2019-11-11T10:18:01' },
      { headline: 'O', time: '2019-11-11' },
      { headline: 'P', time: '2019-11-11', untimed: 'last' },
      { headline: 'Q', time: '2019-11-11', untimed: 'first' },
    ]);
    expect(entries.map(({ fields }) => [fields['title'], fields['sequence'], fields['untimed']])).toEqual([
      ['Z', undefined, undefined],
      ['A', 1, undefined],
      ['M', 2, undefined],
      ['N', undefined, undefined],
      ['O', undefined, undefined],
      ['P', 1, undefined],
      ['Q', undefined, 'first'],
    ]);
  });

  test('with the same title have different slugs, which the event has not had either', () => {
    const entries = existing(
      ['doors.md', { aliases: '[open]' }],
      ['1018-gates.md', { slug: 'portal', time: '2019-11-11T10:18', title: 'Another' }],
    );
    const files = plan(
      ['Doors', 'Doors', 'Open', 'Gates', 'Portal', 'Milestones'].map((headline) => ({
        headline,
        time: '2019-11-11T11:00',
      })),
      { existing: entries },
    ).entries.map(({ file }) => file);
    expect(files.map((file) => file.replace('2019-11-11/1100-', ''))).toEqual([
      'doors-2.md',
      'doors-3.md',
      'open-2.md',
      'gates-2.md',
      'portal-2.md',
      'entry-milestones.md',
    ]);
  });

  test('are those that the event does not have', () => {
    const { entries, known } = plan([{ headline: 'A' }, { headline: 'B', time: '2019-11-11T10:19' }], {
      existing: existing(['a.md', { title: 'A', time: '2019-11-11T10:18' }]),
    });
    expect(entries.map(({ fields }) => fields['title'])).toEqual(['B']);
    expect(known.map(({ slug }) => slug)).toEqual(['a']);
  });
});

describe('an update that cannot be an entry is skipped with the reason', () => {
  test.each([
    ['9999-12-31T24:00Z', 'UTC'],
    ['9999-12-31T20:00Z', 'Asia/Shanghai'],
    ['9999-12-31T24:00', 'Asia/Shanghai'],
    ['0001-01-01T00:00Z', 'America/New_York'],
  ])('where its time leaves the calendar: %s in %s', (time, zone) => {
    const { entries, skipped, updates } = plan([{ time, headline: 'Late' }, {}], { zone });
    expect(skipped).toEqual([
      { what: `update of ${time} "Late"`, why: `Its time is not in the years 1 to 9999 of ${zone}.` },
    ]);
    expect([entries.length, updates.length]).toEqual([1, 1]);
  });

  test('where its day leaves the calendar, because days start later', () =>
    expect(plan([{ time: '0001-01-01T01:00' }], { dayStartsAt: '06:00' }).entries).toEqual([]));

  test('and those at the ends of the calendar are none of them', () =>
    expect(plan([{ time: '9999-12-31' }, { time: '9999-12-31T23:59' }, { time: '0001-01-01T12:00' }]).skipped).toEqual(
      [],
    ));

  test.each([
    ['a'.repeat(262_145), 'Its text has 257 KB, and at most 256 KB can be imported: make several of it.'],
    ['['.repeat(50_000), 'Its text cannot be an entry: Unexpected'],
  ])('where its text is too much: %.5s', (value, why) => {
    const [skipped] = plan([{ content: { kind: 'text', value } }]).skipped;
    expect(skipped?.why).toContain(why);
  });
});
