import { describe, expect, it, test } from 'vitest';
import fc from '../../scripts/testing/fast-check.ts';
import { nameEntry, slugOf } from './name-entry.ts';
import { expectedOfSlug, foldSlug, hasFormOfDate, partsOfFileName, reservedEntrySlugs } from './slug.ts';

const day = '2019-11-11';
const nameOf = (title: string, clock?: string, ...taken: string[]): string =>
  nameEntry({ title, day, ...(clock !== undefined && { clock }) }, new Set(taken.map(foldSlug))).file;

describe('the name of an entry', () => {
  it.each([
    ['00:29', '2019-11-11/0029-ten-billion-dollars.md'],
    ['00:29:45', '2019-11-11/002945-ten-billion-dollars.md'],
    ['24:00', '2019-11-11/2400-ten-billion-dollars.md'],
    ['24:00:00', '2019-11-11/240000-ten-billion-dollars.md'],
    [undefined, '2019-11-11/ten-billion-dollars.md'],
  ])('begins with its time, as precise as that is known: %s', (clock, file) => {
    expect(nameOf('Ten billion dollars', clock)).toBe(file);
  });

  it('has a number where its slug is taken', () => {
    expect(nameOf('A song', '10:18', 'a-song')).toBe('2019-11-11/1018-a-song-2.md');
    expect(nameOf('A song', '10:18', 'a-song', 'A-SONG-2')).toBe('2019-11-11/1018-a-song-3.md');
  });

  it('counts on, however many entries have one title', () => {
    const taken = new Set<string>();
    const slugs = Array.from({ length: 100 }, () => {
      const { slug } = nameEntry({ title: 'Update', day, clock: '10:18' }, taken);
      taken.add(foldSlug(slug));
      return slug;
    });
    expect(slugs).toEqual(['update', ...Array.from({ length: 99 }, (_, index) => `update-${index + 2}`)]);
  });

  it('is never the address of a page of its own', () => {
    expect(nameOf('Topics', '10:18')).toBe('2019-11-11/1018-entry-topics.md');
    expect(nameOf('2019-11-11', '10:18')).toBe('2019-11-11/1018-entry-2019-11-11.md');
    expect(nameOf('2019-11', '10:18', '2019-11', ...Array.from({ length: 8 }, (_, at) => `2019-11-${at + 2}`))).toBe(
      '2019-11-11/1018-entry-2019-11-10.md',
    );
  });

  it('is not read as a time or date that the entry does not have', () => {
    expect(nameOf('1234 people')).toBe('2019-11-11/entry-1234-people.md');
    expect(nameOf('2019-11-10: the eve')).toBe('2019-11-11/entry-2019-11-10-the-eve.md');
    expect(nameOf('1234 people', '10:18')).toBe('2019-11-11/1018-1234-people.md');
    expect(nameOf('1234 people', undefined, '1234-people')).toBe('2019-11-11/entry-1234-people.md');
    expect(nameOf('1949')).toBe('2019-11-11/1949.md');
    expect(nameOf('1949', undefined, '1949')).toBe('2019-11-11/entry-1949-2.md');
    expect(nameOf('2500 people')).toBe('2019-11-11/2500-people.md');
  });

  it('is not that of the settings of the event', () => {
    expect(nameOf('Event')).toBe('2019-11-11/entry-event.md');
    expect(nameOf('Event', '10:18')).toBe('2019-11-11/1018-event.md');
  });
});

describe('the slug of a title', () => {
  it.each([
    ['GMV passes US$10 billion', 'gmv-passes-us-10-billion'],
    ["Apple's and Lands’ End’s day", 'apples-and-lands-ends-day'],
    ["L'Oréal prépare", 'loréal-prépare'],
    ['L\u0027Ore\u0301al', 'loréal'],
    ['双十一：成交额突破100亿', '双十一-成交额突破100亿'],
    ['Привет, мир!', 'привет-мир'],
    ['Ｆｕｌｌ　ｗｉｄｔｈ ①', 'full-width-1'],
    ['1️⃣ I ❤️ it 👩‍👩‍👧 🇨🇳', '1-i-it'],
    ['🎉❤️', ''],
    ['…', ''],
  ])('keeps letters and digits of any script: %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it.each([
    [
      'The sale opens at midnight, and it is the eleventh of its kind, says everybody',
      'the-sale-opens-at-midnight-and-it-is-the-eleventh-of-its',
    ],
    [`${'a'.repeat(60)} b`, 'a'.repeat(60)],
    [`a ${'b'.repeat(80)}`, `a-${'b'.repeat(58)}`],
    ['双'.repeat(80), '双'.repeat(60)],
    ['\u{20000}'.repeat(80), '\u{20000}'.repeat(45)],
    ['นี่'.repeat(40), 'นี่'.repeat(20)],
  ])('is cut between words, and never within a character: %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });
});

test('whatever the title, the file name gives back a slug that is usable and free', () => {
  const title = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 90 }),
    fc.string({ unit: 'grapheme', maxLength: 90 }),
    fc.stringMatching(/^[0-9 -]{0,12}$/),
    fc.constantFrom(...reservedEntrySlugs, 'event', 'entry', '\ud83c', 'İI\u0307', 'ΟΔΟΣ'),
  );
  const clock = fc.constantFrom(undefined, '00:00', '10:18', '10:04:49', '24:00', '24:00:00');
  fc.assert(
    fc.property(title, clock, fc.nat({ max: 3 }), (title, clock, before) => {
      const taken = new Set(before > 1 ? [foldSlug(slugOf(title))] : []);
      const next = () => nameEntry({ title, day, ...(clock !== undefined && { clock }) }, taken);
      for (let number = 0; number < before; number++) taken.add(foldSlug(next().slug));
      const { file, slug } = next();
      const name = file.slice(day.length + 1);
      expect(partsOfFileName(name)).toEqual({ slug, ...(clock !== undefined && { clock }) });
      expect(expectedOfSlug(slug)).toBeUndefined();
      expect(taken.has(foldSlug(slug)) || reservedEntrySlugs.has(slug) || hasFormOfDate(slug)).toBe(false);
      expect(name).not.toBe('event.md');
    }),
    { numRuns: 2000 },
  );
});
