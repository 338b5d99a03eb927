import { expect, test } from 'vitest';
import { typeOf } from './type-of.ts';

test.each([
  ['index.html', 'text/html; charset=utf-8'],
  ['fair/rss.xml', 'application/rss+xml'],
  ['fair/atom.xml', 'application/atom+xml'],
  ['fair/feed.json', 'application/feed+json'],
  ['fair/feed-archive/1.xml', 'application/atom+xml'],
  ['sitemap.xml', 'application/xml'],
  ['fair/event.json', 'application/json'],
  ['fair/milestones/milestones.csv', 'text/csv; charset=utf-8'],
  ['fair/media/clip.vtt', 'text/vtt; charset=utf-8'],
  ['fair/media/track.gpx', 'application/gpx+xml'],
  ['fair/media/map.geojson', 'application/geo+json'],
  ['fair/media/dates.ics', 'text/calendar; charset=utf-8'],
  ['fair/media/horn.m4a', 'audio/mp4'],
  ['fair/media/horn.opus', 'audio/ogg'],
  ['_astro/a.js', 'text/javascript; charset=utf-8'],
  ['fair/search/pagefind/1/x.pf_meta', 'application/octet-stream'],
  ['.nojekyll', 'application/octet-stream'],
])('%s is sent as %s', (path, type) => {
  expect(typeOf(path)).toBe(type);
});
