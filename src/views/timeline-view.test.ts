import { describe, expect, test } from 'vitest';
import { anEntry, anEvent, aSmallArchive, galaWith } from '../core/testing.ts';
import { openGala } from './testing.ts';
import { timelineView } from './timeline-view.ts';

const everything = Number.POSITIVE_INFINITY;
const two = (number: number): string => String(number).padStart(2, '0');

const slugsOf = ({ list }: ReturnType<typeof timelineView>): readonly string[] =>
  list.days.flatMap(({ entries }) => entries.map(({ entry }) => entry.slug));

describe('a timeline', () => {
  test('has its entries under their days, in its order, and is named by the other order only where it is that', async () => {
    const { site, gala } = await openGala(aSmallArchive());
    const newest = timelineView(site, gala, 'newest-first', everything);
    const oldest = timelineView(site, gala, 'oldest-first', everything);
    expect(slugsOf(newest)).toEqual(slugsOf(oldest).toReversed());
    expect(newest.list.days.map(({ name, link }) => [name, link])).toEqual([
      ['Monday, 11 November 2019', '/recaps/gala/2019-11-11/'],
    ]);
    expect(newest.page.fullTitle).toBe('Gala · Recaps');
    expect(newest.page.trail).toEqual([]);
    expect(oldest.page.fullTitle).toBe('Gala – Oldest first · Recaps');
    expect(oldest.page.trail).toEqual([{ title: 'Gala', link: '/recaps/gala/' }]);
    expect(oldest.tools.orders?.map(({ link, isShown }) => [link, isShown])).toEqual([
      ['/recaps/gala/', false],
      ['/recaps/gala/oldest-first/', true],
    ]);
  });

  test('has its milestones and pinned entries above the list, and says how all ends', async () => {
    const { site, gala } = await openGala(aSmallArchive());
    const { milestones, pinned, readOn, nav, header } = timelineView(site, gala, 'newest-first', everything);
    expect(milestones.milestones.map(({ name, when, path }) => [name, when, path])).toEqual([
      ['US$5 billion', '24:00', '/recaps/gala/last/'],
      ['CN¥7 billion', '00:01:08', '/recaps/gala/first/'],
    ]);
    expect(milestones.table).toEqual({ path: '/recaps/gala/milestones/', text: 'The milestones in a table' });
    expect(pinned.entries.map(({ entry, description }) => [entry.slug, description])).toEqual([['word', 'It begins.']]);
    expect(readOn).toMatchObject({ links: [], end: { text: 'Here the coverage begins.', home: undefined } });
    expect(nav.topics.map(({ path }) => path)).toContain('/recaps/gala/topics/gmv/');
    expect(header).toMatchObject({ kicker: expect.stringContaining(' · Hangzhou'), standfirst: '<p>All of it.</p>' });
  });

  test('of a long event is followed where new entries appear, and goes on with the days', async () => {
    const entries = Object.fromEntries(
      Array.from({ length: 160 }, (_, index) => [
        `gala/entry-${index}.md`,
        anEntry({ title: `Entry ${index}`, time: `2019-11-11T${two(Math.floor(index / 60))}:${two(index % 60)}` }),
      ]),
    );
    const { site, gala } = await openGala(galaWith({ 'gala/event.md': anEvent({ live: 'true' }), ...entries }));
    const newest = timelineView(site, gala, 'newest-first', everything);
    const oldest = timelineView(site, gala, 'oldest-first', everything);
    expect([newest.list.followed, oldest.list.followed]).toEqual([true, false]);
    expect([slugsOf(newest)[0], slugsOf(newest).length, slugsOf(oldest)[0]]).toEqual(['entry-159', 60, 'entry-0']);
    expect(newest.readOn?.links[0]).toMatchObject({ path: '/gala/2019-11-11/', rel: 'next', label: 'Earlier' });
    expect(oldest.readOn?.links[0]).toMatchObject({ path: '/gala/2019-11-11/2/', rel: 'next', label: 'Later' });
    expect(newest.page.live).toMatchObject({ file: '/gala/live.json' });
    expect(newest.nav.days.map(({ path, others }) => [path, others.map((other) => other.path)])).toEqual([
      ['/gala/2019-11-11/', ['/gala/2019-11-11/2/']],
    ]);
  });
});
