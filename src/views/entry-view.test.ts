import { describe, expect, test } from 'vitest';
import { aSmallArchive } from '../core/testing.ts';
import { entryView } from './entry-view.ts';
import { openGala } from './testing.ts';

describe('the page of an entry', () => {
  test('has its text, and the entries before and after it that can be read', async () => {
    const { site, gala, entryAt } = await openGala(aSmallArchive());
    const { page, article, withdrawal, data } = entryView(site, gala, entryAt('last'));
    expect(withdrawal).toBeUndefined();
    expect(article).toMatchObject({
      when: 'Monday, 11 November 2019, 24:00',
      body: '<p>It begins.</p>',
      address: 'https://example.org/recaps/gala/last/',
    });
    expect(article?.neighbours.map((link) => link?.path)).toEqual(['/recaps/gala/first/', '/recaps/gala/word/']);
    expect(page).toMatchObject({
      fullTitle: 'Last – Gala · Recaps',
      isHidden: false,
      trail: [
        { title: 'Gala', link: '/recaps/gala/#last' },
        { title: '11 November 2019', link: '/recaps/gala/2019-11-11/#last' },
      ],
      preview: { type: 'article', description: 'It begins.' },
    });
    expect(data).toContain('"headline":"Last"');
  });

  test('of a milestone says where it stands among the others, and leads to them', async () => {
    const { site, gala, entryAt } = await openGala(aSmallArchive());
    const milestone = entryView(site, gala, entryAt('last')).article?.milestone;
    expect(milestone?.place.position).toBe('2 of 2');
    expect(milestone?.distances.map(({ path }) => path)).toEqual(['/recaps/gala/first/']);
    expect(milestone?.neighbours.map(({ name, path, metric }) => [name, path, metric])).toEqual([
      ['CN¥7 billion', '/recaps/gala/first/', 'GMV'],
    ]);
    expect(milestone?.chart?.points.map(({ link, isOwn }) => [link, isOwn])).toEqual([
      ['/recaps/gala/first/', false],
      ['/recaps/gala/last/', true],
    ]);
  });

  test('that was withdrawn says why, and nothing of what it was', async () => {
    const { site, gala, entryAt } = await openGala(aSmallArchive());
    const view = entryView(site, gala, entryAt('wrong'));
    expect(view).toMatchObject({ article: undefined, data: undefined });
    expect(view.withdrawal).toMatchObject({ reason: 'A slip', list: '/recaps/gala/#wrong' });
    expect(view.page).toMatchObject({ isHidden: true, breadcrumbs: undefined, fullTitle: 'Withdrawn – Gala · Recaps' });
    expect(JSON.stringify(view.page)).not.toContain('Wrong');
  });
});
