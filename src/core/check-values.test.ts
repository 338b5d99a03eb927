import { describe, expect, it } from 'vitest';
import { anEntry, anEvent, aSite, faultsIn, galaWith } from './testing.ts';

const inEntry = (fields: Record<string, string | undefined>): string =>
  faultsIn(galaWith({ 'gala/a.md': anEntry(fields) }));
const inEvent = (fields: Record<string, string | undefined>): string =>
  faultsIn(galaWith({ 'gala/event.md': anEvent(fields) }));
const inSite = (fields: Record<string, string | undefined>): string =>
  faultsIn(galaWith({ 'site.yml': aSite(fields) }));

describe('a value of the wrong type', () => {
  it('is a number for text, which needs quotes as it is written', () => {
    expect(inEntry({ title: '2019', label: '1.10', author: '1e3' })).toMatchInlineSnapshot(`
      "gala/a.md:2:8 error invalid-value
        Unexpected number 2019 in "title", expected text.
        Put it in quotes to make it text.
        > title: "2019"
      gala/a.md:4:8 error invalid-value
        Unexpected number 1.1 in "label", expected text.
        Put it in quotes to make it text.
        > label: "1.10"
      gala/a.md:5:9 error invalid-value
        Unexpected number 1000 in "author", expected text.
        Put it in quotes to make it text.
        > author: "1e3"
      3 errors, 0 warnings"
    `);
  });

  it('is true or false for text', () => {
    expect(inEntry({ title: 'True' })).toMatchInlineSnapshot(`
      "gala/a.md:2:8 error invalid-value
        Unexpected true in "title", expected text.
        Put it in quotes to make it text.
        > title: "True"
      1 error, 0 warnings"
    `);
  });

  it('is text for true or false', () => {
    expect(inEntry({ draft: 'no', pinned: '"Yes"' })).toMatchInlineSnapshot(`
      "gala/a.md:4:8 error invalid-value
        Unexpected text "no" in "draft", expected true or false.
        Write false.
        > draft: false
      gala/a.md:5:9 error invalid-value
        Unexpected text "Yes" in "pinned", expected true or false.
        Write true.
        > pinned: true
      2 errors, 0 warnings"
    `);
    expect(inEntry({ draft: 'perhaps' })).toMatchInlineSnapshot(`
      "gala/a.md:4:8 error invalid-value
        Unexpected text "perhaps" in "draft", expected true or false.
        Write true or false.
      1 error, 0 warnings"
    `);
  });

  it('is text for a number: 10_000 is no number in YAML 1.2', () => {
    expect(inEntry({ sequence: '10_000' })).toMatchInlineSnapshot(`
      "gala/a.md:4:11 error invalid-value
        Unexpected text "10_000" in "sequence", expected a whole number.
        Write 10000.
        > sequence: 10000
      1 error, 0 warnings"
    `);
    expect(inEntry({ milestone: '{metric: gmv, value: 91_200_000_000}' })).toMatchInlineSnapshot(`
      "gala/a.md:4:33 error invalid-value
        Unexpected text "91_200_000_000" in "milestone.value", expected a number such as 38.4e9, or numbers by unit such as {CNY: 268.4e9}.
        Write 91200000000.
        > milestone: {metric: gmv, value: 91200000000}
      1 error, 0 warnings"
    `);
    expect(inEntry({ sequence: '1.5' })).toMatchInlineSnapshot(`
      "gala/a.md:4:11 error invalid-value
        Unexpected number 1.5 in "sequence", expected a whole number.
        Write a whole number.
      1 error, 0 warnings"
    `);
  });

  it('is text for a list, a list for text, a list for a group', () => {
    expect(inEntry({ topics: 'gmv', author: '[A, B]', withdrawn: '[]' })).toMatchInlineSnapshot(`
      "gala/a.md:4:9 error invalid-value
        Unexpected text "gmv" in "topics", expected a list, such as [a, b].
        Write [gmv].
        > topics: [gmv]
      gala/a.md:5:9 error invalid-value
        Unexpected list in "author", expected text.
        Write "A, B".
        > author: "A, B"
      2 errors, 0 warnings"
    `);
  });

  it('is nothing', () => {
    expect(inEntry({ title: '', label: 'null', topics: '~' })).toMatchInlineSnapshot(`
      "gala/a.md:2:8 error invalid-value
        Unexpected nothing in "title", expected text.
        Write text.
      1 error, 0 warnings"
    `);
  });

  it('is empty text, or text on several lines', () => {
    expect(inEntry({ title: '" "', label: '|-\n  A\n  B' })).toMatchInlineSnapshot(`
      "gala/a.md:2:8 error invalid-value
        Unexpected text " " in "title", expected text that is not empty.
        Write text that is not empty.
      gala/a.md:4:8 error invalid-value
        Unexpected text "A↵B" in "label", expected text on one line.
        Write label: A B in the place of these lines.
      2 errors, 0 warnings"
    `);
  });

  it('is a milestone that is neither true nor a group', () => {
    expect(inEntry({ milestone: 'yes' })).toMatchInlineSnapshot(`
      "gala/a.md:4:12 error invalid-value
        Unexpected text "yes" in "milestone", expected true, or a group of metric, value and surpasses.
        Write true.
        > milestone: true
      1 error, 0 warnings"
    `);
    expect(inEntry({ milestone: '{metric: gmv, value: a lot}' })).toMatchInlineSnapshot(`
      "gala/a.md:4:33 error invalid-value
        Unexpected text "a lot" in "milestone.value", expected a number such as 38.4e9, or numbers by unit such as {CNY: 268.4e9}.
        Write a number such as 38.4e9, or numbers by unit such as {CNY: 268.4e9}.
      1 error, 0 warnings"
    `);
    expect(inEntry({ milestone: '{metric: gmv, value: {CNY: a lot}, surpasses: [2015]}' })).toMatchInlineSnapshot(`
      "gala/a.md:4:39 error invalid-value
        Unexpected text "a lot" in "milestone.value.CNY", expected a number, such as 91.2e9.
        Write a number, such as 91.2e9.
      gala/a.md:4:59 error invalid-value
        Unexpected number 2015 in "milestone.surpasses.0", expected a name in quotes, such as "2018".
        Put it in quotes to make it text.
        > milestone: {metric: gmv, value: {CNY: a lot}, surpasses: ["2015"]}
      2 errors, 0 warnings"
    `);
  });

  it('is one of none of the words that are allowed', () => {
    expect(inEntry({ untimed: 'middle' })).toMatchInlineSnapshot(`
      "gala/a.md:4:10 error invalid-value
        Unexpected text "middle" in "untimed", expected first or last.
        Write first or last.
      1 error, 0 warnings"
    `);
    expect(faultsIn(galaWith({ 'pages/imprint.md': '---\ntitle: Imprint\nin: foter\n---\n\nText.\n' }))).toContain(
      '  Write footer.\n  > in: footer\n',
    );
    expect(inEvent({ order: 'newest' })).toMatchInlineSnapshot(`
      "gala/event.md:7:8 error invalid-value
        Unexpected text "newest" in "order", expected newest-first or oldest-first.
        Write newest-first.
        > order: newest-first
      1 error, 0 warnings"
    `);
  });

  it('is no address, no language, no time of day, no rate', () => {
    expect(inSite({ url: 'recaps.example.org', language: 'English' })).toMatchInlineSnapshot(`
      "site.yml:3:6 error invalid-value
        Unexpected text "recaps.example.org" in "url", expected an address that begins with https:// or http://.
        Write https://recaps.example.org.
        > url: https://recaps.example.org
      site.yml:4:11 error invalid-value
        Unexpected text "English" in "language", expected a language tag such as en, zh-Hans or de-CH.
        Write en.
        > language: en
      2 errors, 0 warnings"
    `);
    expect(
      inEvent({ 'day-starts-at': '4:00', metrics: '{gmv: {title: GMV, unit: USD, rates: {CNY: 0}}}' }),
    ).toMatchInlineSnapshot(`
      "gala/event.md:8:16 error invalid-value
        Unexpected text "4:00" in "day-starts-at", expected a time of day in quotes, such as "04:00".
        Write 04:00.
        > day-starts-at: 04:00
      gala/event.md:9:53 error invalid-value
        Unexpected number 0 in "metrics.gmv.rates.CNY", expected a number above zero.
        Write a number above zero.
      2 errors, 0 warnings"
    `);
  });

  it('is named shortly where it is long', () => {
    expect(inEntry({ untimed: 'x'.repeat(100) })).toContain(`Unexpected text "${'x'.repeat(59)}…" in "untimed"`);
  });
});

it('front matter that is a list or a sentence is reported, and expected to be fields', () => {
  expect(faultsIn(galaWith({ 'gala/a.md': '---\n- title\n---\n' }))).toMatchInlineSnapshot(`
    "gala/a.md:2:1 error invalid-value
      Unexpected list, expected a group of fields.
      Write a group of fields.
    1 error, 0 warnings"
  `);
  expect(faultsIn(galaWith({ 'gala/a.md': '---\nA song\n---\n' }))).toMatchInlineSnapshot(`
    "gala/a.md:2:1 error invalid-value
      Unexpected text "A song", expected a group of fields.
      Write a group of fields.
    1 error, 0 warnings"
  `);
});
