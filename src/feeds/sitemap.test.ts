import { expect, it } from 'vitest';
import { eventPages } from '../core/event-pages.ts';
import { permalinks } from '../core/permalinks.ts';
import { type ReadOptions, readArchive } from '../core/read-archive.ts';
import { anEntry, galaWith, instantOf } from '../core/testing.ts';
import { changeOfEvent, sitemapOfEvent, sitemapsOfArchive } from './sitemap.ts';

const mapOf = async (texts: Record<string, string>, options: ReadOptions = {}): Promise<string> => {
  const { archive } = readArchive(galaWith(texts), options);
  const [event] = archive.events;
  if (!event) throw new Error('There is no event.');
  return sitemapOfEvent(event, eventPages(event), permalinks(archive.site.url)).print();
};

it('a correction changes an entry and its lists; a withdrawal changes the lists, and the entry is not to be found', async () => {
  const xml = await mapOf({
    'gala/a.md': anEntry({ time: '2019-11-10T13:00', corrections: '[{time: 2019-11-20T09:00, note: Spelling}]' }),
    'gala/b.md': anEntry({ withdrawn: '{time: 2019-11-21T09:00, reason: A slip}' }),
  });
  const at = (path: string): string | undefined =>
    new RegExp(`<loc>https://recaps.example.org/gala/${path}</loc><lastmod>([^<]*)`).exec(xml)?.[1];
  expect([at(''), at('2019-11-10/'), at('a/'), at('2019-11-11/'), at('b/')]).toEqual([
    '2019-11-21T01:00:00Z',
    '2019-11-20T01:00:00Z',
    '2019-11-20T01:00:00Z',
    '2019-11-21T01:00:00Z',
    undefined,
  ]);
});

it('an event without entries says nothing of a change', async () => {
  expect(changeOfEvent({ entries: [] })).toBeUndefined();
  expect(await mapOf({})).toContain('<url><loc>https://recaps.example.org/gala/</loc></url>');
  const [index] = sitemapsOfArchive([{ slug: 'gala' }], [], permalinks('https://example.org/recaps'));
  expect(await index?.print()).toContain('<sitemap><loc>https://example.org/recaps/gala/sitemap.xml</loc></sitemap>');
});

it('no page changed later than the newest entry that is not in the future; where all are, nothing is known', async () => {
  const texts = { 'gala/a.md': anEntry(), 'gala/b.md': anEntry({ time: '2019-11-11T20:00' }) };
  const xml = await mapOf(texts, { now: instantOf('2019-11-11T03:00Z') });
  expect(new Set(xml.match(/<lastmod>[^<]*/g))).toEqual(new Set(['<lastmod>2019-11-11T02:00:00Z']));
  expect(await mapOf(texts, { now: instantOf('2019-11-11T01:00Z') })).not.toContain('lastmod');
});
