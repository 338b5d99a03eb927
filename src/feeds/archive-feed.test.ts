import { describe, expect, it } from 'vitest';
import type { Entry } from '../core/archive.ts';
import { permalinks } from '../core/permalinks.ts';
import { readArchive } from '../core/read-archive.ts';
import { anEntry, anEvent, galaWith } from '../core/testing.ts';
import { emptyBody } from '../markdown/body.ts';
import type { Feed } from './feed.ts';
import { feedSlots } from './feed-items.ts';
import { feedsFrom } from './testing/open-feeds.ts';

const utc = (time: string): number => Temporal.Instant.from(time).epochMilliseconds;

/** The feed of the archive, or of the page at a path of it. */
const feedFrom = (texts: Readonly<Record<string, string>>, path?: string, now?: number): Feed => {
  const { ofArchive, ofEvents, to } = feedsFrom(galaWith(texts), now === undefined ? {} : { now });
  const found = path === undefined ? ofArchive : ofEvents.get(`${to.home()}${path}/`)?.feed;
  if (!found) throw new Error(`There is no feed beside ${path}`);
  return found;
};

const at = (time: string, fields = {}): string => anEntry({ time, ...fields });
const titlesOf = ({ items }: Feed): string[] => items.map(({ title }) => title);

describe('the feeds beside that of an event', () => {
  const texts = {
    'gala/event.md': anEvent({ topics: '{gmv: Gross merchandise volume}' }),
    'gala/a.md': at('2019-11-11T09:00', { title: 'both', topics: '[gmv]', milestone: 'true' }),
    'gala/b.md': at('2019-11-11T10:00', { title: 'topic', topics: '[gmv]' }),
    'gala/c.md': at('2019-11-11T11:00', { title: 'neither' }),
  };

  it('are one of its milestones, and one of each topic', () => {
    expect(titlesOf(feedFrom(texts, 'gala/milestones'))).toEqual(['both']);
    expect(titlesOf(feedFrom(texts, 'gala/topics/gmv'))).toEqual(['topic', 'both']);
  });

  it('differ from it by their titles and pages', () => {
    expect(feedFrom(texts, 'gala/topics/gmv')).toMatchObject({
      title: 'Gross merchandise volume – Gala',
      page: 'https://recaps.example.org/gala/topics/gmv/',
    });
    expect(feedFrom(texts, 'gala/milestones')).toMatchObject({
      title: 'Milestones – Gala',
      page: 'https://recaps.example.org/gala/milestones/',
      items: [{ link: 'https://recaps.example.org/gala/a/' }],
    });
  });
});

describe('the feed of the archive', () => {
  const fest = { 'fest/event.md': anEvent({ title: 'Fest', timezone: 'UTC' }) };

  it('has the title, text, language and address of the archive', () => {
    expect(feedFrom(fest)).toEqual({
      id: 'https://recaps.example.org/',
      sheet: '/feeds/feed.css',
      title: 'Recaps',
      description: 'Worth keeping.',
      page: 'https://recaps.example.org/',
      language: 'en',
      author: 'Recaps',
      since: 0,
      items: [],
    });
  });

  it('has one item for a past event, and one for each entry that was published after it', async () => {
    const texts = {
      'launch/event.md': anEvent({
        title: 'Launch',
        starts: '1969-07-16',
        ends: '1969-07-24',
        published: '2024-05-03T12:00',
      }),
      'launch/a.md': at('1969-07-16T10:00', { title: 'Lift-off' }),
      'launch/b.md': at('1969-07-20T10:00', { title: 'Late', published: '2024-06-01T09:00' }),
      'gala/a.md': at('2019-11-11T10:00', { title: 'Song' }),
    };
    const feed = feedFrom(texts);
    expect(titlesOf(feed)).toEqual(['Late', 'Launch', 'Song']);
    expect(feed.items[1]).toMatchObject({
      id: 'https://recaps.example.org/launch/',
      link: 'https://recaps.example.org/launch/',
      published: utc('2024-05-03T04:00:00Z'),
      updated: utc('2024-05-03T04:00:00Z'),
      content: '<p>A night of songs.</p>\n<p>All of it.</p>',
    });
    expect(titlesOf(feedFrom(texts, 'launch'))).toEqual(['Late', 'Lift-off']);
  });

  it('mixes the events by the instants of their entries', () => {
    const texts = {
      ...fest,
      'gala/a.md': at('2019-11-11T10:00', { title: 'Gala at 2 in UTC' }),
      'gala/b.md': at('2019-11-11T12:00', { title: 'Gala at 4 in UTC' }),
      'fest/a.md': at('2019-11-11T03:00', { title: 'Fest at 3 in UTC' }),
    };
    expect(titlesOf(feedFrom(texts))).toEqual(['Gala at 4 in UTC', 'Fest at 3 in UTC', 'Gala at 2 in UTC']);
  });
});

it('an entry has its place by when readers first saw it, where that is known, and keeps its time of publication', () => {
  const texts = { 'gala/a.md': at('2019-11-11T09:00'), 'gala/b.md': at('2019-11-11T10:00') };
  const { site, events } = readArchive(galaWith(texts)).archive;
  const [event] = events;
  if (!event) throw new Error('There is no event.');
  const seenAt = ({ slug }: Entry) => (slug === 'a' ? Date.UTC(2019, 10, 12) : undefined);
  const slots = feedSlots(event, { site, to: permalinks(site.url), bodyOf: () => emptyBody, seenAt });
  expect(slots.map(({ entry, item }) => [entry.slug, item.placed, item.published])).toEqual([
    ['b', Date.UTC(2019, 10, 11, 2), Date.UTC(2019, 10, 11, 2)],
    ['a', Date.UTC(2019, 10, 12), Date.UTC(2019, 10, 11, 1)],
  ]);
});
