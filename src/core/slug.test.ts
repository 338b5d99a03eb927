import { describe, expect, it } from 'vitest';
import {
  expectedOfSlug,
  fixSlug,
  foldSlug,
  hasFormOfDate,
  partsOfFileName,
  reservedEntrySlugs,
  reservedEventSlugs,
} from './slug.ts';

const isUsableSlug = (slug: string): boolean => expectedOfSlug(slug) === undefined;

const composed = 'caf\u00e9';
const decomposed = 'cafe\u0301';

describe('the slug in a file name', () => {
  it.each([
    ['ten-billion.md', { slug: 'ten-billion' }],
    ['0029-ten-billion.md', { clock: '00:29', slug: 'ten-billion' }],
    ['002945-ten-billion.md', { clock: '00:29:45', slug: 'ten-billion' }],
    ['2019-11-11-ten-billion.md', { date: '2019-11-11', slug: 'ten-billion' }],
    ['2019-11-11-0029-ten-billion.md', { date: '2019-11-11', clock: '00:29', slug: 'ten-billion' }],
    ['2019-11-11-002945-ten-billion.md', { date: '2019-11-11', clock: '00:29:45', slug: 'ten-billion' }],
    ['0100-12-billion.md', { clock: '01:00', slug: '12-billion' }],
    ['2359-x.md', { clock: '23:59', slug: 'x' }],
    ['2400-x.md', { clock: '24:00', slug: 'x' }],
    ['240000-x.md', { clock: '24:00:00', slug: 'x' }],
  ])('comes after a date and a time: %s', (name, parts) => {
    expect(partsOfFileName(name)).toEqual(parts);
  });

  it.each([
    ['2460-x.md', '2460-x'],
    ['2401-x.md', '2401-x'],
    ['240001-x.md', '240001-x'],
    ['0060-x.md', '0060-x'],
    ['000060-x.md', '000060-x'],
    ['2500-x.md', '2500-x'],
    ['029-x.md', '029-x'],
    ['00294-x.md', '00294-x'],
    ['0029.md', '0029'],
    ['0029x.md', '0029x'],
    ['2019-11-11.md', '2019-11-11'],
    ['x-0029-y.md', 'x-0029-y'],
    ['1969.07.20.md', '1969.07.20'],
    ['x.md.md', 'x.md'],
  ])('is the whole name where that does not begin with a date or a time: %s', (name, slug) => {
    expect(partsOfFileName(name)).toEqual({ slug });
  });

  it('loses a time even where people may read a year', () => {
    expect(partsOfFileName('2019-11-x.md')).toEqual({ clock: '20:19', slug: '11-x' });
  });

  it('loses one time only', () => {
    expect(partsOfFileName('0029-0030-x.md')).toEqual({ clock: '00:29', slug: '0030-x' });
    expect(partsOfFileName('0029-2019-11-11-x.md')).toEqual({ clock: '00:29', slug: '2019-11-11-x' });
  });

  it('is in Unicode form NFC, in whatever form the disk keeps names', () => {
    expect(partsOfFileName(`0029-${decomposed}.md`)).toEqual({ clock: '00:29', slug: composed });
  });
});

describe('a usable slug', () => {
  it.each([
    'ten-billion-dollars',
    '404',
    '双十一',
    '一千亿-2019',
    'العربية',
    'हिन्दी-समाचार',
    'ไทย',
    'straße',
    composed,
    'ελλάς',
    '٢٠١٩',
    'x'.repeat(200),
  ])('holds lower-case letters and digits of any script, and hyphens: %s', (slug) => {
    expect(isUsableSlug(slug)).toBe(true);
    expect(fixSlug(slug)).toBe(slug);
  });
});

it('may hold hyphens anywhere, although nobody would be advised to write it so', () => {
  for (const slug of ['a--b', '-a', 'a-']) expect(isUsableSlug(slug)).toBe(true);
  expect(fixSlug('-A--b-')).toBe('a-b');
});

describe('an unusable slug', () => {
  it.each([
    ['Ten', 'ten'],
    ['ten_billion', 'ten-billion'],
    ['ten billion', 'ten-billion'],
    ['ten.billion', 'ten-billion'],
    ['ten/billion', 'ten-billion'],
    ['¡ten!', 'ten'],
    ['ten–billion', 'ten-billion'],
    ['½', ''],
    ['ÉCLAT', 'éclat'],
    ['ǅ', 'ǆ'],
    ['٢٠١٩ 🚀', '٢٠١٩'],
    ['-', ''],
    ['---', ''],
    ['', ''],
    ['🚀', ''],
  ])('is not made of those, and has a nearest that is: %s', (slug, fixed) => {
    expect(expectedOfSlug(slug)).toBe('lower-case letters, digits and "-"');
    expect(fixSlug(slug)).toBe(fixed);
    expect(fixed === '' || isUsableSlug(fixed)).toBe(true);
  });

  it('is in another Unicode form than NFC', () => {
    expect(expectedOfSlug(decomposed)).toBe('the same in Unicode form NFC');
    expect(fixSlug(decomposed)).toBe(composed);
  });

  it('is longer than 200 bytes, not letters', () => {
    expect(expectedOfSlug('x'.repeat(201))).toBe('at most 200 bytes');
    expect(isUsableSlug('字'.repeat(66))).toBe(true);
    expect(expectedOfSlug('字'.repeat(67))).toBe('at most 200 bytes');
  });

  it('is cut between letters where it is too long, and never ends with a hyphen then', () => {
    expect(fixSlug('字'.repeat(67))).toBe('字'.repeat(66));
    expect(fixSlug(`${'x'.repeat(199)}-yz`)).toBe('x'.repeat(199));
  });
});

describe('addresses that are taken', () => {
  it('are the pages of an event and of the archive', () => {
    expect([...reservedEntrySlugs]).toEqual([
      'milestones',
      'topics',
      'search',
      'oldest-first',
      'newest-first',
      'feed-archive',
      'media',
    ]);
    expect([...reservedEventSlugs]).toEqual([
      'search',
      'feeds',
      'feed-archive',
      'media',
      '404',
      'series',
      'topics',
      'pages',
      'public',
      'theme',
      'admin',
    ]);
  });

  it('are all of the form of a date', () => {
    for (const slug of ['2019-11-11', '9999-99-99']) expect(hasFormOfDate(slug)).toBe(true);
    for (const slug of ['2019-11-11-x', 'x-2019-11-11', '2019-11', '2019', '٢٠١٩-١١-١١'])
      expect(hasFormOfDate(slug)).toBe(false);
  });
});

describe('slugs that only a careful computer tells apart', () => {
  it.each([
    ['case', 'Gala', 'gala'],
    ['Unicode form', decomposed, composed],
    ['full-width letters and digits', 'ｇａｌａ２', 'gala2'],
    ['ligatures', 'ﬁn', 'fin'],
    ['both', 'CAFE\u0301', composed],
  ])('are folded into one: %s', (_, one, other) => {
    expect(foldSlug(one)).toBe(foldSlug(other));
  });

  it('are not those with different letters', () => {
    expect(foldSlug('cafe')).not.toBe(foldSlug(composed));
    expect(foldSlug('straße')).not.toBe(foldSlug('strase'));
  });
});
