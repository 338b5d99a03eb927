import { describe, expect, it } from 'vitest';
import { anEntry, anEvent, faultsIn, galaWith } from './testing.ts';

const inEntries = (entries: Record<string, Record<string, string>>): string =>
  faultsIn(
    galaWith(Object.fromEntries(Object.entries(entries).map(([name, fields]) => [`gala/${name}`, anEntry(fields)]))),
  );

describe('an unusable slug', () => {
  it('in a file name is reported with the name it could have', () => {
    expect(inEntries({ '1000-Ten_Billion.md': {} })).toMatchInlineSnapshot(`
      "gala/1000-Ten_Billion.md:1:1 error unusable-slug
        Unexpected file name "Ten_Billion", expected lower-case letters, digits and "-".
        Rename the file so that its slug is "ten-billion", or give it the field slug: ten-billion
      1 error, 0 warnings"
    `);
    expect(inEntries({ '🚀.md': {} })).toMatchInlineSnapshot(`
      "gala/🚀.md:1:1 error unusable-slug
        Unexpected file name "🚀", expected lower-case letters, digits and "-".
        Give it at least one letter or digit.
      1 error, 0 warnings"
    `);
  });

  it('in a field is corrected in its line', () => {
    expect(
      inEntries({ 'a.md': { slug: 'Ten Billion', aliases: '[ok, "Old_One"]', topics: '[New Retail]' } }),
    ).toMatchInlineSnapshot(`
      "gala/a.md:4:7 error unusable-slug
        Unexpected slug "Ten Billion", expected lower-case letters, digits and "-".
        Write "ten-billion".
        > slug: ten-billion
      gala/a.md:5:15 error unusable-slug
        Unexpected alias "Old_One", expected lower-case letters, digits and "-".
        Write "old-one".
        > aliases: [ok, "old-one"]
      gala/a.md:6:10 error unusable-slug
        Unexpected topic "New Retail", expected lower-case letters, digits and "-".
        Write "new-retail".
        > topics: [new-retail]
      3 errors, 0 warnings"
    `);
  });

  it('is corrected in quotes where it would be read as a number', () => {
    expect(inEntries({ 'a.md': { aliases: '["2019!", 2019_]' } })).toMatchInlineSnapshot(`
      "gala/a.md:4:11 error unusable-slug
        Unexpected alias "2019!", expected lower-case letters, digits and "-".
        Write "2019".
        > aliases: ["2019", 2019_]
      gala/a.md:4:20 error unusable-slug
        Unexpected alias "2019_", expected lower-case letters, digits and "-".
        Write "2019".
        > aliases: ["2019!", "2019"]
      2 errors, 0 warnings"
    `);
  });

  it('is reported as another Unicode form, which nobody can see', () => {
    expect(inEntries({ 'a.md': { slug: 'cafe\u0301' } })).toContain(
      '  Unexpected slug "cafe\u0301", expected the same in Unicode form NFC.\n  Write "caf\u00e9".\n  > slug: caf\u00e9\n',
    );
  });

  it('is reported as too long', () => {
    expect(inEntries({ 'a.md': { slug: 'x'.repeat(201) } })).toContain(
      `expected at most 200 bytes.\n  Write "${'x'.repeat(200)}".\n  > slug: ${'x'.repeat(200)}\n`,
    );
  });

  it('of a topic in event.md is corrected in its line', () => {
    expect(
      faultsIn(galaWith({ 'gala/event.md': anEvent({ topics: '{New Retail: New retail}' }) })),
    ).toMatchInlineSnapshot(`
      "gala/event.md:8:10 error unusable-slug
        Unexpected topic "New Retail", expected lower-case letters, digits and "-".
        Write "new-retail".
        > topics: {new-retail: New retail}
      1 error, 0 warnings"
    `);
  });

  it('of an event is reported with the name its folder could have', () => {
    expect(faultsIn(galaWith({ 'Gala Night/event.md': anEvent() }))).toMatchInlineSnapshot(`
      "Gala Night/event.md:1:1 error unusable-slug
        Unexpected folder name "Gala Night", expected lower-case letters, digits and "-".
        Rename the folder to "gala-night".
      1 error, 0 warnings"
    `);
  });
});

describe('a reserved slug', () => {
  it('is a page of the event', () => {
    expect(inEntries({ '0900-search.md': {}, 'b.md': { aliases: '[topics]' } })).toMatchInlineSnapshot(`
      "gala/0900-search.md:1:1 error reserved-slug
        Unexpected file name "search", expected another: this address is a page of its own.
        Choose another, for example with a word more.
      gala/0900-search.md:3:7 warning file-time-disagrees
        Unexpected time 2019-11-11 10:00, expected 09:00 as in the file name.
        Correct "time", or rename the file; its slug stays the same.
      gala/b.md:4:11 error reserved-slug
        Unexpected alias "topics", expected another: this address is a page of its own.
        Remove it, or choose another.
      2 errors, 1 warning"
    `);
  });

  it('is anything of the form of a date', () => {
    expect(inEntries({ '2019-11-11.md': {}, 'b.md': { slug: '2019-99-99' } })).toMatchInlineSnapshot(`
      "gala/2019-11-11.md:1:1 error reserved-slug
        Unexpected file name "2019-11-11", expected another: this address is a page of its own.
        Choose another, for example with a word more.
      gala/b.md:4:7 error reserved-slug
        Unexpected slug "2019-99-99", expected another: this address is a page of its own.
        Choose another, for example with a word more.
      2 errors, 0 warnings"
    `);
  });

  it('is a page or a file of the archive, for an event', () => {
    const files = galaWith({
      'feeds/event.md': anEvent({ aliases: '["404"]' }),
      'portrait/event.md': anEvent(),
      '2019-11-11/event.md': anEvent(),
    });
    expect(faultsIn(files, { publicNames: ['portrait'] })).toMatchInlineSnapshot(`
      "feeds/event.md:1:1 error reserved-slug
        Unexpected folder name "feeds", expected another: this address is a page of its own.
        Choose another, for example with a word more.
      feeds/event.md:8:11 error reserved-slug
        Unexpected alias "404", expected another: this address is a page of its own.
        Remove it, or choose another.
      portrait/event.md:1:1 error reserved-slug
        Unexpected folder name "portrait", expected another: this address is a page of its own.
        Choose another, for example with a word more.
      3 errors, 0 warnings"
    `);
  });

  it('is that of another kind of page only there', () => {
    expect(inEntries({ 'feeds.md': {}, '404.md': {} })).toBe('0 errors, 0 warnings');
  });
});

describe('a slug that is taken', () => {
  it('is that of another file of the event, in whatever folder', () => {
    expect(inEntries({ '10/0900-ten.md': { time: '2019-11-11T09:00' }, '11/1000-ten.md': {} })).toMatchInlineSnapshot(`
      "gala/11/1000-ten.md:1:1 error duplicate-slug
        Unexpected file name "ten", expected one that is free: it is the file name of gala/10/0900-ten.md.
        Rename one of the two files, or give one a field "slug".
      1 error, 0 warnings"
    `);
  });

  it('is an alias, before or after', () => {
    expect(
      inEntries({ 'a.md': { aliases: '[b, a]' }, 'b.md': {}, 'c.md': { aliases: '[a, c-old, c-old]' } }),
    ).toMatchInlineSnapshot(`
      "gala/a.md:4:14 error duplicate-slug
        Unexpected alias "a", expected one that is free: it is the file name of gala/a.md.
        Remove the alias.
      gala/b.md:1:1 error duplicate-slug
        Unexpected file name "b", expected one that is free: it is the alias of gala/a.md.
        Remove the alias in gala/a.md, or choose another slug.
      gala/c.md:4:11 error duplicate-slug
        Unexpected alias "a", expected one that is free: it is the file name of gala/a.md.
        Remove the alias.
      gala/c.md:4:21 error duplicate-slug
        Unexpected alias "c-old", expected one that is free: it is the alias of gala/c.md.
        Remove the alias.
      4 errors, 0 warnings"
    `);
  });

  it('is that of an event whose alias it is', () => {
    expect(
      faultsIn(
        galaWith({
          'a/event.md': anEvent({ aliases: '[gala, b-old]' }),
          'b/event.md': anEvent({ aliases: '[b-old]' }),
        }),
      ),
    ).toMatchInlineSnapshot(`
      "b/event.md:8:11 error duplicate-slug
        Unexpected alias "b-old", expected one that is free: it is the alias of a/event.md.
        Remove the alias.
      gala/event.md:1:1 error duplicate-slug
        Unexpected folder name "gala", expected one that is free: it is the alias of a/event.md.
        Remove the alias in a/event.md, or choose another slug.
      2 errors, 0 warnings"
    `);
  });

  it('is free in another event', () => {
    expect(faultsIn(galaWith({ 'gala/a.md': anEntry(), 'other/event.md': anEvent(), 'other/a.md': anEntry() }))).toBe(
      '0 errors, 0 warnings',
    );
  });

  it('is claimed even by a file that cannot be read', () => {
    expect(inEntries({ '0900-a.md': { time: 'never' }, '1000-a.md': {} })).toMatchInlineSnapshot(`
      "gala/0900-a.md:3:7 error invalid-time
        Unexpected time "never", expected the form 2019-11-11T10:18, with :SS where seconds are known, or a date alone.
        Write the date as YYYY-MM-DD, then T, then HH:MM.
      gala/1000-a.md:1:1 error duplicate-slug
        Unexpected file name "a", expected one that is free: it is the file name of gala/0900-a.md.
        Rename one of the two files, or give one a field "slug".
      2 errors, 0 warnings"
    `);
  });
});

describe('a slug like another', () => {
  it('differs by full-width letters', () => {
    expect(inEntries({ 'gala2.md': {}, 'ｇａｌａ２.md': {} })).toMatchInlineSnapshot(`
      "gala/ｇａｌａ２.md:1:1 error similar-slug
        Unexpected file name "ｇａｌａ２", expected one that differs more from "gala2", the file name of gala/gala2.md.
        Rename one of the two files, or give one a field "slug".
      1 error, 0 warnings"
    `);
  });

  it('differs by case, and is unusable as well', () => {
    expect(inEntries({ 'Ten.md': {}, 'ten.md': {} })).toMatchInlineSnapshot(`
      "gala/Ten.md:1:1 error unusable-slug
        Unexpected file name "Ten", expected lower-case letters, digits and "-".
        Rename the file so that its slug is "ten", or give it the field slug: ten
      gala/ten.md:1:1 error similar-slug
        Unexpected file name "ten", expected one that differs more from "Ten", the file name of gala/Ten.md.
        Rename one of the two files, or give one a field "slug".
      2 errors, 0 warnings"
    `);
  });

  it('differs by the Unicode form of the file name: that is the same slug', () => {
    expect(inEntries({ 'cafe\u0301.md': {}, 'caf\u00e9.md': {} })).toContain(
      'error duplicate-slug\n  Unexpected file name "caf\u00e9", expected one that is free: it is the file name of gala/cafe\u0301.md.',
    );
  });

  it('can be a folder', () => {
    expect(faultsIn(galaWith({ 'Gala/event.md': anEvent() }))).toMatchInlineSnapshot(`
      "Gala/event.md:1:1 error unusable-slug
        Unexpected folder name "Gala", expected lower-case letters, digits and "-".
        Rename the folder to "gala".
      gala/event.md:1:1 error similar-slug
        Unexpected folder name "gala", expected one that differs more from "Gala", the folder name of Gala/event.md.
        Rename one of the two folders.
      2 errors, 0 warnings"
    `);
  });
});
