import { describe, expect, it } from 'vitest';
import { readArchive } from '../core/read-archive.ts';
import { anEntry, anEvent, aSite, contentOf } from '../core/testing.ts';
import { bibtexOf, citationText, cslOf, risOf, scholarlyTags, sourceOf } from './citations.ts';

/** An entry of a gala, with its event and its archive. */
const cited = (fields: Record<string, string> = {}, event: Record<string, string> = {}) => {
  const texts = {
    'site.yml': aSite({ publisher: '{name: Press & Co.}', license: 'CC-BY-4.0' }),
    'gala/event.md': anEvent(event),
    'gala/a.md': anEntry({ title: '"100 % {sure}?"', time: '2019-11-11T10:00:05', ...fields }),
  };
  const { archive } = readArchive(contentOf(texts));
  const [gala] = archive.events;
  const [entry] = gala?.entries ?? [];
  if (!gala || !entry) throw new Error('There is no entry.');
  return { gala, entry, site: archive.site, source: sourceOf(gala, entry, archive.site) };
};

describe('an entry that is cited', () => {
  it('is named with its zone, and with its version where it was corrected', () => {
    const { gala, entry, site } = cited();
    expect(citationText(gala, entry, site)).toBe(
      'Press & Co.: 100 % {sure}? Gala. 11 November 2019, 10:00:05, China Standard Time (Asia/Shanghai, UTC+08:00). https://recaps.example.org/gala/a/',
    );
    const later = cited({ author: 'Ada Berg', title: 'Open', corrections: '[{time: 2019-11-12T09:00, note: One.}]' });
    expect(citationText(later.gala, later.entry, later.site)).toBe(
      'Ada Berg: Open. Gala. Press & Co., 11 November 2019, 10:00:05, China Standard Time (Asia/Shanghai, UTC+08:00), version of 12 November 2019, 09:00. https://recaps.example.org/gala/a/',
    );
  });

  it('is known to reference managers', () => {
    const { source } = cited({ corrections: '[{time: 2019-11-12T09:00, note: One.}]' });
    expect(bibtexOf(source)).toBe(
      [
        '@misc{gala-a,',
        '  author = {{Press \\& Co.}},',
        '  title = {{100 \\% \\{sure\\}?}},',
        '  publisher = {Press \\& Co.},',
        '  year = {2019},',
        '  date = {2019-11-11},',
        '  url = {https://recaps.example.org/gala/a/},',
        '  note = {Gala, 2019-11-11T10:00:05+08:00, version of 2019-11-12T09:00+08:00}',
        '}',
      ].join('\n'),
    );
    expect(risOf(source).split('\n')).toEqual([
      ...['TY  - BLOG', 'AU  - Press & Co.', 'TI  - 100 % {sure}?', 'T2  - Gala', 'PB  - Press & Co.', 'PY  - 2019'],
      ...['DA  - 2019/11/11/10:00:05+08:00', 'LA  - en', 'UR  - https://recaps.example.org/gala/a/', 'ER  - '],
    ]);
    expect(JSON.parse(cslOf(source))).toEqual([
      {
        id: 'gala-a',
        type: 'post-weblog',
        author: [{ literal: 'Press & Co.' }],
        title: '100 % {sure}?',
        'container-title': 'Gala',
        publisher: 'Press & Co.',
        issued: { 'date-parts': [[2019, 11, 11]] },
        version: '2019-11-12T09:00+08:00',
        license: 'https://creativecommons.org/licenses/by/4.0/',
        language: 'en',
        URL: 'https://recaps.example.org/gala/a/',
      },
    ]);
  });

  it('of a day alone has no time, and one with letters of another script still has a key', () => {
    const { source } = cited({ time: '2019-11-11', slug: '奔跑', author: 'Ada_B' });
    expect(bibtexOf(source)).toMatch(/^@misc\{gala-,\n {2}author = \{Ada\\_B\},/);
    expect(bibtexOf(source)).toContain('  note = {Gala}\n');
    expect(risOf(source)).toContain('DA  - 2019/11/11/\n');
  });

  it('says so in the head of its page', () => {
    const { source } = cited({ author: 'Ada Berg' });
    const tags = scholarlyTags(source, ['GMV']).map(({ name, property, content }) => `${name ?? property}: ${content}`);
    expect(tags).toEqual([
      'article:published_time: 2019-11-11T10:00:05+08:00',
      'article:section: Gala',
      'article:tag: GMV',
      'citation_title: 100 % {sure}?',
      'citation_author: Ada Berg',
      'citation_publication_date: 2019/11/11',
      'citation_publisher: Press & Co.',
      'citation_language: en',
      'citation_public_url: https://recaps.example.org/gala/a/',
      'DC.title: 100 % {sure}?',
      'DC.creator: Ada Berg',
      'DC.date: 2019-11-11T10:00:05+08:00',
      'DC.publisher: Press & Co.',
      'DC.language: en',
      'DC.identifier: https://recaps.example.org/gala/a/',
      'DC.relation.isPartOf: Gala',
      'DC.rights: https://creativecommons.org/licenses/by/4.0/',
      'DC.type: Text',
    ]);
  });
});
