import { expect, test } from 'vitest';
import { anEntry, anEvent, aSite, aSmallArchive, contentOf, galaWith } from '../core/testing.ts';
import { feedsView, homeView, lostView } from './archive-views.ts';
import { dayView } from './day-view.ts';
import { entryView } from './entry-view.ts';
import { milestonesView } from './milestones-view.ts';
import { redirectsIn, redirectView } from './redirect-view.ts';
import { archiveSearchView, searchView } from './search-view.ts';
import { openArchive, openGala } from './testing.ts';
import { topicView } from './topic-view.ts';

const everything = Number.POSITIVE_INFINITY;
const two = (number: number): string => String(number).padStart(2, '0');

const longDay = galaWith({
  ...Object.fromEntries(
    Array.from({ length: 250 }, (_, index) => [
      `gala/entry-${index}.md`,
      anEntry({ time: `2019-11-11T${two(Math.floor(index / 60))}:${two(index % 60)}`, topics: '[songs]' }),
    ]),
  ),
});

test('a part of a day or of a topic leads to those beside it, in the direction of reading', async () => {
  const { site, gala } = await openGala(longDay);
  const [, day] = gala.pages.dayParts;
  const [topic] = gala.pages.topics;
  const [, part] = topic?.parts ?? [];
  if (!day || !topic || !part) throw new Error('There are no parts.');
  const ofDay = dayView(site, gala, day, everything);
  const ofTopic = topicView(site, gala, { ...topic, part }, everything);
  expect(ofDay.parts.title).toBe('Monday, 11 November 2019, 01:40–03:19');
  expect(ofDay.readOn.links.map((link) => link?.path)).toEqual(['/gala/2019-11-11/', '/gala/2019-11-11/3/']);
  expect(ofDay.parts.links).toEqual({
    earlier: { title: '00:00–01:39', path: '/gala/2019-11-11/' },
    later: { title: '03:20–04:09', path: '/gala/2019-11-11/3/' },
  });
  expect(ofTopic.readOn.links.map((link) => link?.path)).toEqual(['/gala/topics/songs/', '/gala/topics/songs/3/']);
  expect(ofTopic.page.feed.formats.map(({ link }) => link)).toEqual([
    '/gala/topics/songs/rss.xml',
    '/gala/topics/songs/atom.xml',
    '/gala/topics/songs/feed.json',
  ]);
  expect([ofDay.list.data === undefined, ofTopic.list.data === undefined]).toEqual([false, true]);
});

test('the page of milestones has their charts, and each of them in a row', async () => {
  const { site, gala } = await openGala(aSmallArchive());
  const [part] = gala.pages.milestoneParts;
  if (!part) throw new Error('There is no part.');
  const { charts, strip, table, files, parts } = milestonesView(site, gala, part);
  expect(charts.map(({ title, points }) => [title, points.map(({ link }) => link)])).toEqual([
    ['GMV', ['/recaps/gala/first/', '/recaps/gala/last/']],
  ]);
  expect({ strip, title: parts.title, rows: files.rows }).toEqual({ strip: undefined, title: 'Milestones', rows: 2 });
  expect(table?.days.flatMap(({ rows }) => rows.map(({ path, gap }) => [path, gap?.text]))).toEqual([
    ['/recaps/gala/last/', '23 h 58 min'],
    ['/recaps/gala/first/', undefined],
  ]);
});

test('search lists the entries of an event, and the days of all', async () => {
  const { site, gala } = await openGala(aSmallArchive());
  const [part] = gala.pages.index;
  if (!part) throw new Error('There is no part.');
  const { list, search } = searchView(site, gala, part);
  expect(list.days.flatMap(({ entries }) => entries.map(({ path }) => path))).toHaveLength(3);
  expect(search).toEqual({ engine: '/recaps/search/pagefind/', below: '/recaps/gala/' });
  const all = archiveSearchView(site);
  expect(all.search).toEqual({ engine: '/recaps/search/pagefind/', below: '/recaps/', title: site.site.title });
  expect(all.events.map(({ title, days }) => [title, days.map(({ link }) => link)])).toEqual([
    ['Later', []],
    ['Gala', ['/recaps/gala/search/#2019-11-11']],
    ['Flight', []],
  ]);
});

test('pages of the archive name its events, newest first, and what can be followed', async () => {
  const { site } = await openGala(aSmallArchive());
  expect(homeView(site).events.map(({ path, isFirst }) => [path, isFirst])).toEqual([
    ['/recaps/later/', true],
    ['/recaps/gala/', false],
    ['/recaps/flight/', false],
  ]);
  expect(homeView(site).page).toMatchObject({ home: undefined, breadcrumbs: undefined, fullTitle: 'Recaps' });
  expect(lostView(site).page).toMatchObject({ isHidden: true, home: { path: '/recaps/' } });
  expect(feedsView(site).offer.formats.map(({ name, address }) => [name, address])).toEqual([
    ['RSS', 'https://example.org/recaps/rss.xml'],
    ['Atom', 'https://example.org/recaps/atom.xml'],
    ['JSON Feed', 'https://example.org/recaps/feed.json'],
  ]);
});

test('of many events the pages of the archive show the newest 60 as a whole, and name those before them by year', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 62 }, (_, index) => [
      `fair-${index}/event.md`,
      anEvent({ title: `Fair ${index}`, starts: `${2000 + index}-05-01`, ends: `${2000 + index}-05-02` }),
    ]),
  );
  const site = await openArchive(contentOf({ 'site.yml': aSite(), ...many }));
  const home = homeView(site);
  expect([home.events.length, home.events.at(-1)?.path]).toEqual([60, '/fair-2/']);
  expect(home.earlier).toEqual([
    { year: '2001', links: [{ title: 'Fair 1', path: '/fair-1/' }] },
    { year: '2000', links: [{ title: 'Fair 0', path: '/fair-0/' }] },
  ]);
  const feeds = feedsView(site);
  expect([feeds.events.length, feeds.events.at(-1)?.path]).toEqual([60, '/fair-2/']);
  expect(feeds.earlier[1]?.links).toEqual([{ title: 'RSS of Fair 0', path: '/fair-0/rss.xml' }]);
});

test('the search over the archive lists the days of its events where there is room for them', async () => {
  const { site } = await openGala(longDay);
  const [record] = site.records;
  const [day] = record?.days ?? [];
  if (!record || !day) throw new Error('There is no day.');
  const daysOf = (events: number, days: number): number => {
    const records = Array.from({ length: events }, () => ({
      ...record,
      days: Array.from({ length: days }, () => day),
    }));
    return archiveSearchView({ ...site, records }).events.flatMap((event) => event.days).length;
  };
  expect([daysOf(1, 1498), daysOf(1, 1499), daysOf(500, 1), daysOf(500, 2)]).toEqual([1498, 0, 500, 0]);
});

test('a page at an earlier address leads on, and says what it leads to', async () => {
  const { site } = await openGala(aSmallArchive());
  const moved = redirectsIn(site).find(({ redirect }) => redirect.event === 'gala' && redirect.old === 'end');
  if (!moved) throw new Error('There is no such page.');
  expect(redirectView(site, moved.of, moved.redirect)).toMatchObject({
    path: '/recaps/gala/last/',
    title: 'Last',
    preview: { type: 'article', description: 'It begins.' },
  });
});

/** The places in a value that JSON would leave out, or would not tell apart. */
const oddIn = (value: unknown, place = ''): readonly string[] => {
  if (value === null || ['undefined', 'string', 'boolean'].includes(typeof value) || Number.isFinite(value)) return [];
  const isPlain =
    typeof value === 'object' && (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype);
  if (!isPlain) return [`${place}: ${String(value)}`];
  return Object.entries(value ?? {}).flatMap(([name, inside]) => oddIn(inside, `${place}/${name}`));
};

test('views by which pages are known again are plain data', async () => {
  const { site, gala } = await openGala(aSmallArchive());
  const views = [
    ...gala.event.entries.map((entry) => entryView(site, gala, entry)),
    ...gala.pages.dayParts.map((shown) => dayView(site, gala, shown, everything)),
    ...gala.pages.topics.flatMap(({ topic, parts }) =>
      parts.map((part) => topicView(site, gala, { topic, parts, part }, everything)),
    ),
  ];
  expect(views.length).toBeGreaterThan(4);
  expect(views.flatMap((view) => oddIn(view))).toEqual([]);
});
