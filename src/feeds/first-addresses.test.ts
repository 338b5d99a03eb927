import { describe, expect, it } from 'vitest';
import { anEntry, anEvent, aSite, galaWith } from '../core/testing.ts';
import type { Feed } from './feed.ts';
import { feedsFrom, textsFrom } from './testing/open-feeds.ts';

const at = (time: string, fields = {}): string => anEntry({ time, ...fields });

describe('the id of an item', () => {
  const idsIn = (feed: Feed): string[] => [feed.id, ...feed.items.map(({ id }) => id)];
  const entry = { 'gala/a.md': at('2019-11-11T10:00') };

  it('is the address that its entry had first, through renames of entry, event and host, in all formats', async () => {
    const moved = {
      'site.yml': aSite({
        url: 'https://new.example/recaps',
        'former-urls': '[http://old.example, https://old.example/x]',
      }),
      'gala/event.md': anEvent({ aliases: '[first-gala, second-gala]', topics: '{gmv: GMV}' }),
      'gala/now.md': at('2019-11-11T10:00', { aliases: '[erste-ü, then]', topics: '[gmv]', milestone: 'true' }),
    };
    const feedBeside = (page: string): Feed => {
      const found = feedsFrom(galaWith(moved)).ofEvents.get(`/recaps/gala/${page}`);
      if (!found) throw new Error(`There is no feed beside ${page}`);
      return found.feed;
    };
    const first = 'http://old.example/first-gala/erste-%C3%BC/';
    expect(idsIn(feedBeside('topics/gmv/'))).toEqual(['http://old.example/first-gala/topics/gmv/', first]);
    expect(idsIn(feedBeside('milestones/'))).toEqual(['http://old.example/first-gala/milestones/', first]);
    const files = await textsFrom(galaWith(moved));
    expect(files.get('/recaps/rss.xml')).toContain(
      `<link>https://new.example/recaps/gala/now/</link><guid isPermaLink="false">${first}</guid>`,
    );
    expect(files.get('/recaps/atom.xml')).toContain(`<id>http://old.example/</id>`);
    expect(files.get('/recaps/atom.xml')).toContain(`<entry><id>${first}</id>`);
    expect(files.get('/recaps/feed.json')).toContain(`{"id":"${first}","url":"https://new.example/recaps/gala/now/"`);
  });

  it('does not depend on the host that the archive is built for', () => {
    const { ofArchive } = feedsFrom(galaWith(entry), { siteUrl: 'http://preview.example/x' });
    expect(ofArchive.items.map(({ id, link }) => [id, link])).toEqual([
      ['https://recaps.example.org/gala/a/', 'http://preview.example/x/gala/a/'],
    ]);
  });
});
