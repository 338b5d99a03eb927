import { describe, expect, it } from 'vitest';
import { anEntry, anEvent, aSite, galaWith } from '../core/testing.ts';
import { atomArchiveOf, atomOf } from './atom.ts';
import { rssOf } from './rss.ts';
import { aFeed, aFeedItem } from './testing/a-feed.ts';
import { textsFrom } from './testing/open-feeds.ts';
import { validateFeed } from './testing/validate-feed.ts';

const nothing = { errors: [], warnings: [] };

describe('a feed validator finds nothing', () => {
  it('in any feed or document of an archive with everything in it', async () => {
    const minutes = Array.from({ length: 60 }, (_, minute) => {
      const clock = `2019-11-11T10:${String(minute).padStart(2, '0')}`;
      return [
        `gala/e${minute}.md`,
        anEntry({ title: `Song ${minute} & more`, time: clock, topics: '[songs]' }),
      ] as const;
    });
    const texts = {
      'site.yml': aSite({
        url: 'https://new.example/recaps',
        'former-urls': '[https://old.example]',
        hub: 'https://hub.example/?a=1&b=2',
        publisher: '{name: "Press & sons"}',
      }),
      'gala/event.md': anEvent({ aliases: '[first-gala]', topics: '{songs: "Songs & live"}' }),
      ...Object.fromEntries(minutes),
      'gala/gone.md': anEntry({
        time: '2019-11-11T09:00',
        aliases: '[old]',
        withdrawn: '{time: 2019-11-12, reason: A "slip"}',
      }),
      'gala/fixed.md': anEntry({
        time: '2019-11-11T12:00',
        milestone: 'true',
        corrections: '[{time: 2019-11-12T09:00, note: Two}]',
      }),
      'gala/bare.md': anEntry({ time: '2019-11-11T12:30', author: '"007"' }, ''),
      'gala/much.md': anEntry(
        { time: '2019-11-11T13:00' },
        '\nSee [the end](fixed.md), H~2~O and ~~this~~[^1].\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n- [x] done\n\n> [!NOTE]\n> Doors open.\n\n[^1]: A note.\n',
      ),
      'bahn/event.md': anEvent({
        language: 'ar',
        title: 'قطار',
        published: '2024-05-03',
        starts: '1969-07-16',
        ends: '1969-07-17',
      }),
      'bahn/a.md': anEntry({ time: '1969-07-16T10:00' }),
    };
    const files = await textsFrom(galaWith(texts), { now: Date.UTC(2025, 0) });
    const feeds = [...files].filter(([path]) => path.endsWith('.xml'));
    expect(feeds.length).toBeGreaterThan(12);
    for (const [path, text] of feeds) expect(validateFeed(text, `https://new.example${path}`), path).toEqual(nothing);
  });

  it('in items with pictures, videos and sounds', async () => {
    const folder = 'https://recaps.example.org/gala/media/';
    const media = [
      { kind: 'image', url: `${folder}a.jpg`, type: 'image/jpeg', alt: 'A & b', width: 640, height: 480 },
      { kind: 'video', url: `${folder}b.mp4`, type: 'video/mp4', size: 2048 },
      { kind: 'audio', url: `${folder}c.mp3`, type: 'audio/mpeg', alt: 'A song' },
    ] as const;
    const feed = aFeed({ items: [aFeedItem({ media, creator: 'Ada' })], rights: 'CC BY 4.0', icon: `${folder}i.png` });
    expect(validateFeed(await rssOf(feed), `${feed.page}rss.xml`)).toEqual(nothing);
    const atom = atomOf(feed).replace(/<link rel="(?:enclosure)"[^>]*>/g, '');
    expect(validateFeed(atom, `${feed.page}atom.xml`)).toEqual(nothing);
    expect(await rssOf(feed)).toContain(`<enclosure url="${folder}b.mp4" length="2048" type="video/mp4"/>`);
    expect(await rssOf(feed)).toContain(
      `<media:content url="${folder}a.jpg" type="image/jpeg" medium="image" width="640" height="480"><media:description>A &amp; b</media:description></media:content>`,
    );
    expect(atomOf(feed).match(/rel="enclosure" type="[a-z]+\/[a-z0-9]+"/g)).toHaveLength(3);
    const self = `${feed.page}feed-archive/1.xml`;
    expect(validateFeed(atomArchiveOf(feed, self), self)).toEqual(nothing);
  });
});

describe('the check of these tests', async () => {
  const page = 'https://recaps.example.org/gala/';
  const rss = await rssOf(aFeed());
  const atom = atomOf(aFeed());
  it.each([
    ['an element that is not known', rss.replace('<item>', '<item><x/>'), '<x> in <item>'],
    ['a second title', rss.replace('<item>', '<item><title>b</title>'), '2 <title> in <item>'],
    ['a date in another form', rss.replace(/<pubDate>[^<]*/, '<pubDate>2019-11-11'), '"2019-11-11" in <pubDate>'],
    [
      'a permalink that is another',
      rss.replace('>https://recaps.example.org/gala/opening/</guid>', '>https://x.example/</guid>'),
      '"https://x.example/" in <guid>',
    ],
    ['an id that is none', atom.replace(/<entry><id>[^<]*/, '<entry><id>a b'), '"a b" in <id>'],
    ['no author', atom.replace(/<author>.*?<\/author>/, ''), '0 <author> in <feed>'],
  ])('sees %s', (_, text, fault) => {
    expect(validateFeed(text, `${page}${text === rss || text.includes('<rss') ? 'rss' : 'atom'}.xml`).errors).toContain(
      fault,
    );
  });

  it.each([
    ['a script', '<p>a</p><script>b</script>', '<script>'],
    ['an event', '<p onclick="a">b</p>', 'onClick of <p>'],
    ['a relative address', '<a href="/x/">b</a>', 'href="/x/"'],
    ['no text', ' ', 'an item without text'],
  ])('sees %s in an item', async (_, content, doubt) => {
    const feed = aFeed({ items: [aFeedItem({ content })] });
    expect(validateFeed(await rssOf(feed), `${page}rss.xml`).warnings).toContain(doubt);
  });
});
