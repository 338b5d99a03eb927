import { describe, expect, it } from 'vitest';
import { readArchive } from './read-archive.ts';
import { anEntry, anEvent, aSite, faultsIn, galaWith } from './testing.ts';

const faultsOf = (text: string): string => faultsIn(galaWith({ 'gala/a.md': text }));
const faultsOfFields = (fields: Record<string, string>): string => faultsOf(anEntry(fields));

describe('broken YAML', () => {
  it('is a colon in a value without quotes', () => {
    expect(faultsOfFields({ title: 'GMV: a record' })).toMatchInlineSnapshot(`
      "gala/a.md:2:8 error front-matter-syntax
        Unexpected ":" in a value without quotes.
        Put the whole value in quotes.
        > title: "GMV: a record"
      1 error, 0 warnings"
    `);
  });

  it('is a value that begins with a mark of YAML', () => {
    expect(faultsOfFields({ title: '@home', author: '%x', label: '!A' })).toMatchInlineSnapshot(`
      "gala/a.md:2:8 error front-matter-syntax
        Unexpected "@" at the beginning of a value without quotes.
        Put the whole value in quotes.
        > title: "@home"
      gala/a.md:4:9 error front-matter-syntax
        Unexpected "%" at the beginning of a value without quotes.
        Put the whole value in quotes.
        > author: "%x"
      gala/a.md:5:8 error front-matter-syntax
        Unexpected tag "!A", expected a value.
        Put the value in quotes if the "!" belongs to it.
        > label: "!A"
      3 errors, 0 warnings"
    `);
  });

  it('is a value that goes on behind its end', () => {
    expect(
      faultsOfFields({ title: '"Ten" billion', label: '[Video] The gala', author: '*A* and B' }),
    ).toMatchInlineSnapshot(`
      "gala/a.md:2:14 error front-matter-syntax
        Unexpected text after the end of a value.
        Put the whole value in quotes.
        > title: "\\"Ten\\" billion"
      gala/a.md:4:16 error front-matter-syntax
        Unexpected text after the end of a value.
        Put the whole value in quotes.
        > label: "[Video] The gala"
      gala/a.md:5:13 error front-matter-syntax
        Unexpected text after the end of a value.
        Put the whole value in quotes.
        > author: "*A* and B"
      3 errors, 0 warnings"
    `);
  });

  it('is a quote that is not closed, reported where it opens', () => {
    expect(faultsOfFields({ title: '"Ten billion' })).toMatchInlineSnapshot(`
      "gala/a.md:2:8 error front-matter-syntax
        Unexpected end of the text, expected the quote that closes it.
        Put " behind the text.
        > title: "Ten billion"
      1 error, 0 warnings"
    `);
    expect(faultsOfFields({ title: "'Ten billion" })).toMatchInlineSnapshot(`
      "gala/a.md:2:8 error front-matter-syntax
        Unexpected end of the text, expected the quote that closes it.
        Put ' behind the text.
        > title: 'Ten billion'
      1 error, 0 warnings"
    `);
  });

  it('is a list or group that is not closed, reported where it opens', () => {
    expect(faultsOf('---\ntitle: A\ntopics: [gmv, gala\ntime: 2019-11-11\n---\n')).toMatchInlineSnapshot(`
      "gala/a.md:3:9 error front-matter-syntax
        Unexpected end of the value, expected "]".
        Put ] behind the last value.
        > topics: [gmv, gala]
      1 error, 0 warnings"
    `);
    expect(faultsOf('---\ntitle: A\nwithdrawn: {time: 2019-11-11\ntime: 2019-11-11\n---\n')).toMatchInlineSnapshot(`
      "gala/a.md:3:12 error front-matter-syntax
        Unexpected end of the value, expected "}".
        Put } behind the last value. Add reason: followed by text.
      1 error, 0 warnings"
    `);
  });

  it('is a tab as indentation', () => {
    expect(faultsOfFields({ withdrawn: '\n\ttime: 2019-11-11\n\treason: Wrong' })).toMatchInlineSnapshot(`
      "gala/a.md:5:1 error front-matter-syntax
        Unexpected tab, expected blanks.
        Indent with blanks.
        >   time: 2019-11-11
      gala/a.md:6:1 error front-matter-syntax
        Unexpected tab, expected blanks.
        Indent with blanks.
        >   reason: Wrong
      2 errors, 0 warnings"
    `);
  });

  it('is a tab in each line of long front matter, of which the first 20 are reported, all with the same blanks', () => {
    const faults = faultsOf(
      `---\ntitle: A\n${Array.from({ length: 900 }, (_, index) => `\tk${index}: 1\n`).join('')}---\n`,
    );
    expect(faults.match(/> k\d+: 1/g)).toHaveLength(20);
  });

  it('is a field inside a value, by its indentation', () => {
    expect(faultsOf('---\ntitle: A\n  time: 2019-11-11\n---\n')).toMatchInlineSnapshot(`
      "gala/a.md:3:3 error front-matter-syntax
        Unexpected blanks before the name of a field, expected all fields of a group in the same column.
        Begin the line where the other fields begin.
        > time: 2019-11-11
      1 error, 0 warnings"
    `);
  });

  it('is a name without a blank behind its colon', () => {
    expect(faultsOf('---\ntitle:A\ntime: 2019-11-11\n---\n')).toMatchInlineSnapshot(`
      "gala/a.md:2:1 error front-matter-syntax
        Unexpected ":" without a blank after it.
        Put a blank after the ":".
        > title: A
      1 error, 0 warnings"
    `);
  });

  it('is text that is no field', () => {
    expect(faultsOf('---\nA song\ntime: 2019-11-11\n---\n')).toMatchInlineSnapshot(`
      "gala/a.md:2:1 error front-matter-syntax
        Unexpected text, expected the name of a field and ":".
        Write name: value, or indent text that goes on.
      1 error, 0 warnings"
    `);
  });

  it('is a field that is there twice', () => {
    expect(faultsOf('---\ntitle: A\ntime: 2019-11-11\ntitle: B\n---\n')).toMatchInlineSnapshot(`
      "gala/a.md:4:1 error front-matter-syntax
        Unexpected second "title", expected each field once.
        Keep one of the two.
      1 error, 0 warnings"
    `);
  });

  it('is a backslash that means nothing', () => {
    expect(faultsOfFields({ title: '"C:\\people"' })).toMatchInlineSnapshot(`
      "gala/a.md:2:11 error front-matter-syntax
        Unexpected "\\" between double quotes, expected a backslash sequence of YAML.
        Write two backslashes for one.
        > title: "C:\\\\people"
      1 error, 0 warnings"
    `);
  });

  it('is a list as a name', () => {
    expect(faultsOf('---\n? [a]\n: b\n---\n')).toMatchInlineSnapshot(`
      "gala/a.md:2:3 error front-matter-syntax
        Unexpected list or group as the name of a field, expected text.
        Write the name as text.
      1 error, 0 warnings"
    `);
  });

  it('is a second document in site.yml', () => {
    expect(faultsIn(galaWith({ 'site.yml': `${aSite()}---\ncolour: red\n` }))).toMatchInlineSnapshot(`
      "site.yml:5:1 error front-matter-syntax
        Unexpected "---" between fields, expected one block of fields.
        Remove the line.
      1 error, 0 warnings"
    `);
  });

  it('is anything else that the parser refuses, in its words', () => {
    expect(faultsOfFields({ title: '|x\n  A' })).toMatchInlineSnapshot(`
      "gala/a.md:2:9 error front-matter-syntax
        Unexpected YAML: Block scalar header includes extra characters: |x.
        Put text that holds ": ", "#" or quotes between quotes; indent with blanks, not tabs.
      1 error, 0 warnings"
    `);
  });
});

describe('aliases', () => {
  it('repeat a value', () => {
    const { archive, diagnostics } = readArchive(
      galaWith({ 'gala/a.md': anEntry({ label: '&x Song', author: '*x' }) }),
    );
    expect(diagnostics).toEqual([]);
    expect(archive.events[0]?.entries[0]).toMatchObject({ label: 'Song', author: 'Song' });
  });

  it('need an anchor', () => {
    expect(faultsOfFields({ author: '*news' })).toMatchInlineSnapshot(`
      "gala/a.md:4:9 error front-matter-syntax
        Unexpected alias "*news", expected an anchor "&news" above it.
        Put the value in quotes if the "*" belongs to it.
        > author: "*news"
      1 error, 0 warnings"
    `);
  });

  it('may not multiply like a bomb', () => {
    const nine = (what: string): string => `[${Array(9).fill(what).join(', ')}]`;
    expect(
      faultsOfFields({ a: `&a ${nine('x')}`, b: `&b ${nine('*a')}`, c: `&c ${nine('*b')}`, d: nine('*c') }),
    ).toMatchInlineSnapshot(`
      "gala/a.md:5:8 error front-matter-aliases
        Unexpected aliases that repeat one another, expected at most 100 repeated values.
        Write the values out instead of repeating them with *.
      1 error, 0 warnings"
    `);
  });

  it('may not hold themselves', () => {
    expect(faultsOfFields({ topics: '&a [*a]' })).toMatchInlineSnapshot(`
      "gala/a.md:4:13 error invalid-value
        Unexpected list in "topics.0", expected text.
        Write text.
      1 error, 0 warnings"
    `);
  });
});

describe('the names of fields', () => {
  it('are nothing but names, even those that every object has', () => {
    expect(faultsOfFields({ __proto__x: 'a', constructor: 'b', '<<': '{draft: true}' })).toMatchInlineSnapshot(`
      "gala/a.md:4:1 error unknown-key
        Unexpected field "__proto__x", expected one of the fields of entry.
        Remove it, or correct its name.
      gala/a.md:5:1 error unknown-key
        Unexpected field "constructor", expected one of the fields of entry.
        Remove it, or correct its name.
      gala/a.md:6:1 error unknown-key
        Unexpected field "<<", expected one of the fields of entry.
        Remove it, or correct its name.
      3 errors, 0 warnings"
    `);
    expect(faultsOfFields({ ['__proto__']: '{draft: true}' })).toMatchInlineSnapshot(`
      "gala/a.md:4:1 error unknown-key
        Unexpected field "__proto__", expected another name.
        Remove it, or correct its name.
      1 error, 0 warnings"
    `);
  });

  it('cannot be __proto__ where writers choose them either', () => {
    expect(
      faultsIn(galaWith({ 'gala/event.md': anEvent({ metrics: '{__proto__: {title: A, unit: USD}}' }) })),
    ).toMatchInlineSnapshot(`
      "gala/event.md:8:11 error unknown-key
        Unexpected field "__proto__", expected another name.
        Remove it, or correct its name.
      1 error, 0 warnings"
    `);
  });

  it('may be those that every object has, where writers choose them', () => {
    const files = galaWith({
      'gala/event.md': anEvent({
        topics: '{valueof: Values}',
        metrics: '{constructor: {title: A, unit: constructor, rates: {valueOf: 2}}}',
      }),
      'gala/a.md': anEntry({
        topics: '[constructor, valueof]',
        milestone: '{metric: constructor, value: {valueOf: 4}}',
      }),
    });
    const { archive, diagnostics } = readArchive(files);
    expect(diagnostics).toEqual([]);
    const [event] = archive.events;
    expect(event?.topics.map(({ title }) => title)).toEqual(['Values', 'constructor']);
    expect(event?.entries[0]?.milestone).toMatchObject({ value: { valueOf: 4 }, amount: 2 });
  });
});

describe('YAML 1.2', () => {
  it('reads 10e9 as a number', () => {
    const files = galaWith({
      'gala/event.md': anEvent({ metrics: '{gmv: {title: GMV, unit: USD}}' }),
      'gala/a.md': anEntry({ milestone: '{metric: gmv, value: 10e9}' }),
    });
    const { archive, diagnostics } = readArchive(files);
    expect(diagnostics).toEqual([]);
    expect(archive.events[0]?.entries[0]?.milestone?.value).toEqual({ USD: 10_000_000_000 });
  });

  it.each(['21:30', 'no', 'On', '10_000', '2019-11-11', '0o7x', '1,000'])('reads %s as text', (text) => {
    const { archive, diagnostics } = readArchive(galaWith({ 'gala/a.md': anEntry({ label: text }) }));
    expect(diagnostics).toEqual([]);
    expect(archive.events[0]?.entries[0]?.label).toBe(text);
  });
});
