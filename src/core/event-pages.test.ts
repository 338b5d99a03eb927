import { describe, expect, test } from 'vitest';
import { partNamesIn } from '../words/describe-parts.ts';
import type { Event } from './archive.ts';
import { eventPages } from './event-pages.ts';
import { partNumberAt, partsOf, pathsOf, timelineEntries } from './parts.ts';
import { permalinks } from './permalinks.ts';
import { readArchive } from './read-archive.ts';
import type { Beside, PartOfDay } from './reading-on.ts';
import { redirectsOf } from './redirects.ts';
import { anEntry, anEvent, galaWith } from './testing.ts';

const archiveOf = (entries: Readonly<Record<string, string>>, event: Record<string, string> = {}) =>
  readArchive(
    galaWith({ 'gala/event.md': anEvent({ starts: '2019-11-01', ends: '2019-11-30', ...event }), ...entries }),
  ).archive;

const eventOf = (entries: Readonly<Record<string, string>>, event: Record<string, string> = {}): Event => {
  const [found] = archiveOf(entries, event).events;
  if (!found) throw new Error('The content of this test has errors');
  return found;
};

/** `count` entries of a day, a minute apart, with the slugs `<day>-0`, `<day>-1`, … */
const day = (date: string, count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const time = `${date}T${String(Math.floor(index / 60)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`;
      return [`gala/d${date.slice(-2)}-${index}.md`, anEntry({ time })];
    }),
  );
const slugs = (entries: readonly { readonly slug: string }[]): string[] => entries.map(({ slug }) => slug);

describe('parts', () => {
  test('are counted from the oldest, so that a new entry moves none', () => {
    const before = partsOf(Array.from({ length: 250 }, (_, index) => index));
    const after = partsOf(Array.from({ length: 251 }, (_, index) => index));
    expect(before.map(({ number, of, items }) => [number, of, items[0], items.length])).toEqual([
      [1, 3, 0, 100],
      [2, 3, 100, 100],
      [3, 3, 200, 50],
    ]);
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
  });

  test('of nothing are one that is empty', () => {
    expect(partsOf([])).toEqual([{ number: 1, of: 1, items: [] }]);
  });

  test('an item is found in its part', () => {
    expect([0, 99, 100, 250].map((index) => partNumberAt(index))).toEqual([1, 1, 2, 3]);
  });
});

describe('the milestones', () => {
  const metrics = '{lap: {title: Lap, unit: s}, crowd: {title: Crowd, unit: people}}';
  const at = (time: string, milestone: string) => anEntry({ time: `2019-11-11T${time}`, milestone });

  test('are each measured from the one of their own metric before, and key moments from one another', () => {
    const event = eventOf(
      {
        'gala/a.md': at('10:00', 'true'),
        'gala/b.md': at('10:10:00', '{metric: lap, value: 82}'),
        'gala/c.md': at('10:20', '{metric: crowd, value: 5}'),
        'gala/d.md': at('10:30:05', '{metric: lap, value: 81}'),
        'gala/e.md': at('10:40', 'true'),
        'gala/f.md': at('10:50', '{metric: crowd, value: 6}'),
      },
      { metrics },
    );
    const { milestones, severalMetrics } = eventPages(event);
    expect(milestones.map(({ entry, gap }) => [entry.slug, gap?.span, gap?.precision])).toEqual([
      ['a', undefined, undefined],
      ['b', undefined, undefined],
      ['c', undefined, undefined],
      ['d', 1_205_000, 'second'],
      ['e', 2_400_000, 'minute'],
      ['f', 1_800_000, 'minute'],
    ]);
    expect(severalMetrics).toBe(true);
  });

  test('of one metric among key moments need not say of which', () => {
    const entries = { 'gala/a.md': at('10:00', 'true'), 'gala/b.md': at('10:10', '{metric: lap, value: 82}') };
    expect(eventPages(eventOf(entries, { metrics })).severalMetrics).toBe(false);
  });
});

describe('the timeline', () => {
  test('shows every entry up to 150', () => {
    const event = eventOf({ ...day('2019-11-10', 100), ...day('2019-11-11', 50) });
    expect(timelineEntries(event)).toHaveLength(150);
    expect(eventPages(event).whole).toBe(true);
  });

  test('of a longer event shows the newest part of its last day', () => {
    const event = eventOf({ ...day('2019-11-10', 40), ...day('2019-11-11', 111) });
    expect(slugs(timelineEntries(event))).toEqual(Array.from({ length: 11 }, (_, index) => `d11-${100 + index}`));
    expect(eventPages(event).whole).toBe(false);
  });
});

describe('reading on', () => {
  const long = { ...day('2019-11-10', 140), ...day('2019-11-12', 111), ...day('2019-11-13', 3) };
  const describePage = (page: PartOfDay | undefined) => page && `${page.date} ${page.part.name || 'whole'}`;
  const describeBeside = ({ earlier, later }: Beside<PartOfDay>) => [describePage(earlier), describePage(later)];

  test('leads from each part of a day to those that end and begin where it begins and ends, across days', () => {
    const { dayParts } = eventPages(eventOf(long), partNamesIn('en'));
    expect(dayParts.map((own) => [describePage(own), ...describeBeside(own)])).toEqual([
      ['2019-11-10 00:00–01:39', undefined, '2019-11-10 01:40–02:19'],
      ['2019-11-10 01:40–02:19', '2019-11-10 00:00–01:39', '2019-11-12 00:00–01:39'],
      ['2019-11-12 00:00–01:39', '2019-11-10 01:40–02:19', '2019-11-12 01:40–01:50'],
      ['2019-11-12 01:40–01:50', '2019-11-12 00:00–01:39', '2019-11-13 whole'],
      ['2019-11-13 whole', '2019-11-12 01:40–01:50', undefined],
    ]);
  });

  test('leads from a timeline to the part beside that which it shows, in either order', () => {
    for (const order of ['newest-first', 'oldest-first'] as const) {
      const { besideTimeline } = eventPages(eventOf(long, { order }), partNamesIn('en'));
      expect(describeBeside(besideTimeline('newest-first'))).toEqual(['2019-11-12 01:40–01:50', undefined]);
      expect(describeBeside(besideTimeline('oldest-first'))).toEqual(
        order === 'oldest-first' ? ['2019-11-12 01:40–01:50', undefined] : [undefined, '2019-11-10 01:40–02:19'],
      );
    }
  });

  test('leads nowhere from a timeline that shows every entry', () => {
    const { besideTimeline } = eventPages(eventOf({ ...day('2019-11-10', 20), ...day('2019-11-11', 20) }));
    expect([besideTimeline('newest-first'), besideTimeline('oldest-first')]).toEqual([{}, {}]);
  });

  test('leads back from an entry to the timeline, where that shows all entries and will not lose it', () => {
    const onTimeline = (event: Event) =>
      event.entries.filter((entry) => eventPages(event).around(entry).isOnTimeline).length;
    expect([onTimeline(eventOf(long)), onTimeline(eventOf(day('2019-11-10', 3)))]).toEqual([0, 3]);
  });
});

describe('the timeline in the other order', () => {
  const long = { ...day('2019-11-10', 140), ...day('2019-11-11', 111) };

  test('shows every entry up to 150, too', () => {
    expect(eventPages(eventOf(day('2019-11-10', 150))).otherwise).toMatchObject({ order: 'oldest-first' });
    expect(eventPages(eventOf(day('2019-11-10', 150))).otherwise.timeline).toHaveLength(150);
  });

  test('of a longer event shows the part at which that order begins', () => {
    const { order, timeline } = eventPages(eventOf(long)).otherwise;
    expect(order).toBe('oldest-first');
    expect(slugs(timeline)).toEqual(Array.from({ length: 100 }, (_, index) => `d10-${index}`));
    const reversed = eventPages(eventOf(long, { order: 'oldest-first' })).otherwise;
    expect(reversed.order).toBe('newest-first');
    expect(slugs(reversed.timeline)).toEqual(Array.from({ length: 11 }, (_, index) => `d11-${100 + index}`));
  });
});

test('the newest five of the pinned entries stand on top, without those that have been withdrawn', () => {
  const pinned = (hour: number, more = {}) => anEntry({ time: `2019-11-11T1${hour}:00`, pinned: 'true', ...more });
  const entries = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`gala/p${index}.md`, pinned(index)]));
  const event = eventOf({
    ...entries,
    'gala/gone.md': pinned(7, { withdrawn: '{time: 2019-11-12, reason: A slip}' }),
    'gala/other.md': anEntry({ time: '2019-11-11T18:00' }),
  });
  expect(slugs(eventPages(event).pinned)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5']);
});

describe('the entries around an entry', () => {
  const event = eventOf({
    'gala/a.md': anEntry({ time: '2019-11-11T10:00' }),
    'gala/b.md': anEntry({ time: '2019-11-11T11:00', withdrawn: '{time: 2019-11-12, reason: A slip}' }),
    'gala/c.md': anEntry({ time: '2019-11-12T10:00' }),
  });
  const around = (slug: string) => {
    const entry = event.entries.find((one) => one.slug === slug);
    if (!entry) throw new Error(`There is no entry ${slug}`);
    const { earlier, later, part } = eventPages(event).around(entry);
    return [earlier?.slug, later?.slug, part];
  };

  test('are those before and after it in time, without the withdrawn', () => {
    expect(around('a')).toEqual([undefined, 'c', 1]);
    expect(around('c')).toEqual(['a', undefined, 1]);
  });

  test('a withdrawn entry has none', () => {
    expect(around('b')).toEqual([undefined, undefined, 1]);
  });
});

test('a milestone tells how long it came after the one before that has a time, as exactly as both are known', () => {
  const { milestones } = eventPages(
    eventOf({
      'gala/a.md': anEntry({ time: '2019-11-11T10:00:10', milestone: 'true' }),
      'gala/b.md': anEntry({ time: '2019-11-11T10:02:15', milestone: 'true' }),
      'gala/c.md': anEntry({ time: '2019-11-11T11:00', milestone: 'true' }),
      'gala/d.md': anEntry({ time: '2019-11-11', milestone: 'true' }),
      'gala/e.md': anEntry({ time: '2019-11-12T11:00:01', milestone: 'true' }),
    }),
  );
  expect(milestones.map(({ entry, gap }) => [entry.slug, gap?.span, gap?.precision])).toEqual([
    ['a', undefined, undefined],
    ['b', 125_000, 'second'],
    ['c', 3_465_000, 'minute'],
    ['d', undefined, undefined],
    ['e', 86_401_000, 'minute'],
  ]);
});

describe('addresses', () => {
  const to = permalinks('https://press.example/recaps');
  const content = {
    ...day('2019-11-11', 101),
    'gala/moved.md': anEntry({ time: '2019-11-12T10:00', topics: '[songs]', aliases: '[first-name]' }),
  };

  test('of an event are all of its pages and its feeds, below the path of the archive', () => {
    const paths = pathsOf(eventOf(content), to);
    for (const path of [
      '',
      'milestones/',
      'oldest-first/',
      'rss.xml',
      'atom.xml',
      'milestones/feed.json',
      'topics/songs/rss.xml',
      '2019-11-11/',
      '2019-11-11/2/',
      '2019-11-12/',
      'topics/songs/',
      'd11-0/',
      'moved/',
    ]) {
      expect(paths).toContain(`/recaps/gala/${path}`);
    }
    expect(paths).not.toContain('/recaps/gala/2019-11-11/3/');
  });

  test('that were earlier ones redirect: of an entry its aliases, of an event all of its pages', () => {
    const redirects = redirectsOf(archiveOf(content, { aliases: '[old-gala]' }), to);
    const found = (event: string, old?: string) =>
      redirects.find((one) => one.event === event && one.old === old)?.path;
    expect(found('gala', 'first-name')).toBe('/recaps/gala/moved/');
    expect(found('old-gala')).toBe('/recaps/gala/');
    expect(found('old-gala', '2019-11-11/2')).toBe('/recaps/gala/2019-11-11/2/');
    expect(found('old-gala', 'topics/songs')).toBe('/recaps/gala/topics/songs/');
    expect(found('old-gala', 'milestones')).toBe('/recaps/gala/milestones/');
    expect(found('old-gala', 'oldest-first')).toBe('/recaps/gala/oldest-first/');
    expect(found('old-gala', 'first-name')).toBe('/recaps/gala/moved/');
    expect(found('gala', 'newest-first')).toBe('/recaps/gala/');
    expect(found('old-gala', 'newest-first')).toBe('/recaps/gala/');
    expect(redirects).toHaveLength(2 + 1 + 1 + 1 + 1 + 2 + 3 + 1 + 103);
  });
});
