import { expect, test } from 'vitest';
import { anEntry, anEvent, aSite, contentOf } from '../core/testing.ts';
import { homeView } from './archive-views.ts';
import { entryView } from './entry-view.ts';
import { openArchive } from './testing.ts';
import { timelineView } from './timeline-view.ts';

const texts = {
  'site.yml': aSite({ language: 'de' }),
  'gala/event.md': anEvent({ language: 'en', translations: '{de: fest}', ends: '2019-11-12' }),
  'gala/curtain.md': anEntry(),
  'gala/song.md': anEntry({ title: 'A song' }),
  'fest/event.md': anEvent({ translations: '{en: gala}' }),
  'fest/vorhang.md': anEntry({ translates: 'curtain' }),
  'solo/event.md': anEvent({ starts: '2018-11-10', ends: '2018-11-11' }),
};
const site = await openArchive(contentOf(texts));
const gala = site.events.find(({ event }) => event.slug === 'gala') ?? expect.fail('gala is not there');
const pageOf = (slug: string) => {
  const entry = gala.event.entries.find((one) => one.slug === slug) ?? expect.fail(`${slug} is not there`);
  return entryView(site, gala, entry).page.languages;
};
const at = (path: string): string => `https://recaps.example.org${path}`;

test('a page leads to the same one in the other language, and names all of them for search engines', () => {
  expect(pageOf('curtain')).toEqual({
    alternates: [
      { language: 'de', address: at('/fest/vorhang/') },
      { language: 'en', address: at('/gala/curtain/') },
      { language: 'x-default', address: at('/fest/vorhang/') },
    ],
    links: [{ language: 'de', name: 'Deutsch', path: '/fest/vorhang/' }],
  });
});

test('a page that is not there in the other language leads to the event, and is the same as none', () => {
  const links = [{ language: 'de', name: 'Deutsch', path: '/fest/' }];
  expect(pageOf('song')).toEqual({ alternates: [], links });
  expect(timelineView(site, gala, 'oldest-first', 1000).page.languages).toEqual({ alternates: [], links });
  expect(timelineView(site, gala, 'newest-first', 1000).page.languages?.alternates).toHaveLength(3);
});

test('the archive shows one card for all languages, in its own, with their names', () => {
  expect(homeView(site).events.map(({ path, languages }) => [path, languages])).toEqual([
    ['/fest/', [{ language: 'en', name: 'English', path: '/gala/' }]],
    ['/solo/', []],
  ]);
});
