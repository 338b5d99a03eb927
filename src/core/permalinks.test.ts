import { describe, expect, it } from 'vitest';
import { permalinks } from './permalinks.ts';

describe('permalinks', () => {
  const to = permalinks('https://recaps.example.org');

  it('are the addresses of docs/addresses.md', () => {
    expect(to.base).toBe('');
    expect([
      to.home(),
      to.event('gala'),
      to.day('gala', '2019-11-11'),
      to.entry('gala', 'ten-billion'),
      to.milestones('gala'),
      to.topic('gala', 'gmv'),
      to.beside(to.home(), 'rss.xml'),
      to.beside(to.event('gala'), 'feed-archive', '1.xml'),
      to.feeds(),
    ]).toEqual([
      '/',
      '/gala/',
      '/gala/2019-11-11/',
      '/gala/ten-billion/',
      '/gala/milestones/',
      '/gala/topics/gmv/',
      '/rss.xml',
      '/gala/feed-archive/1.xml',
      '/feeds/',
    ]);
    expect(to.media('gala', 'stage.1280.webp')).toBe('/gala/media/stage.1280.webp');
  });

  it('number parts from the second', () => {
    expect(to.day('gala', '2019-11-11', 1)).toBe('/gala/2019-11-11/');
    expect(to.day('gala', '2019-11-11', 2)).toBe('/gala/2019-11-11/2/');
    expect(to.topic('gala', 'gmv', 3)).toBe('/gala/topics/gmv/3/');
    expect(to.milestones('gala', 2)).toBe('/gala/milestones/2/');
  });

  it('encode what is not ASCII', () => {
    expect(to.entry('双十一', 'straße')).toBe('/%E5%8F%8C%E5%8D%81%E4%B8%80/stra%C3%9Fe/');
    expect(to.media('gala', 'a b#c?.png')).toBe('/gala/media/a%20b%23c%3F.png');
    expect(decodeURIComponent(to.topic('gala', 'हिन्दी'))).toBe('/gala/topics/हिन्दी/');
  });

  it('get the host where they leave the site', () => {
    expect(to.absolute(to.entry('gala', 'a'))).toBe('https://recaps.example.org/gala/a/');
  });
});

describe('permalinks below a path', () => {
  it('begin with it, however the address of the site ends', () => {
    for (const address of ['https://example.org/press/recaps', 'https://example.org/press/recaps//']) {
      const to = permalinks(address);
      expect(to.base).toBe('/press/recaps');
      expect([to.home(), to.entry('gala', 'a'), to.feeds(), to.beside(to.event('gala'), 'rss.xml')]).toEqual([
        '/press/recaps/',
        '/press/recaps/gala/a/',
        '/press/recaps/feeds/',
        '/press/recaps/gala/rss.xml',
      ]);
      expect(to.absolute(to.home())).toBe('https://example.org/press/recaps/');
    }
  });

  it('keep the port of the host', () => {
    const to = permalinks('http://localhost:4321/r/');
    expect(to.absolute(to.event('gala'))).toBe('http://localhost:4321/r/gala/');
  });
});
