import { describe, expect, it } from 'vitest';
import { formatDiagnostics } from './format-diagnostic.ts';
import { readArchive } from './read-archive.ts';
import { entrySchema } from './schema/entry.ts';
import { anEntry, anEvent, aSite, faultsIn, galaWith } from './testing.ts';

const inEntry = (fields: Record<string, string | undefined>): string =>
  faultsIn(galaWith({ 'gala/a.md': anEntry(fields) }));
const inEvent = (fields: Record<string, string | undefined>): string =>
  faultsIn(galaWith({ 'gala/event.md': anEvent(fields) }));
const inSite = (fields: Record<string, string | undefined>): string =>
  faultsIn(galaWith({ 'site.yml': aSite(fields) }));

describe('an unknown field', () => {
  it('of an entry is reported with the field that was meant', () => {
    expect(inEntry({ topcis: '[gmv]' })).toMatchInlineSnapshot(`
      "gala/a.md:4:1 error unknown-key
        Unexpected field "topcis", expected one of the fields of entry.
        Did you mean "topics"?
        > topics: [gmv]
      1 error, 0 warnings"
    `);
  });

  it('is reported with the names of all fields', () => {
    const { diagnostics } = readArchive(galaWith({ 'gala/a.md': anEntry({ topcis: '[gmv]' }) }));
    const names = Object.keys(entrySchema.shape).join(', ');
    expect(formatDiagnostics(diagnostics)).toContain(`  Unexpected field "topcis", expected one of ${names}.\n`);
  });

  it('is reported without one where none is near', () => {
    expect(inEntry({ colour: 'red' })).toMatchInlineSnapshot(`
      "gala/a.md:4:1 error unknown-key
        Unexpected field "colour", expected one of the fields of entry.
        Remove it, or correct its name.
      1 error, 0 warnings"
    `);
  });

  it('of a milestone is reported at its own place', () => {
    expect(inEntry({ milestone: '{metrics: gmv}' })).toMatchInlineSnapshot(`
      "gala/a.md:4:13 error unknown-key
        Unexpected field "metrics" in "milestone", expected one of metric, value, surpasses.
        Did you mean "metric"?
        > milestone: {metric: gmv}
      1 error, 0 warnings"
    `);
  });

  it('of a metric, and of its references, is reported at its own place', () => {
    expect(
      inEvent({ metrics: '\n  gmv:\n    title: GMV\n    units: USD\n    references: [{nam: "2018", value: 1}]' }),
    ).toMatchInlineSnapshot(`
      "gala/event.md:11:5 error unknown-key
        Unexpected field "units" in "metrics.gmv", expected one of title, unit, cumulative, better, decimals, format, rates, rates-note, references.
        Did you mean "unit"?
        >     unit: USD
      gala/event.md:12:19 error unknown-key
        Unexpected field "nam" in "metrics.gmv.references.0", expected one of name, value.
        Did you mean "name"?
        >     references: [{name: "2018", value: 1}]
      2 errors, 0 warnings"
    `);
  });

  it('of the site is reported', () => {
    expect(inSite({ 'Title ': 'Twice', publisher: '{name: Press, link: https://example.org}' })).toMatchInlineSnapshot(`
      "site.yml:5:1 error unknown-key
        Unexpected field "Title", expected one of the fields of site.
        Remove it: "title" is there already.
      site.yml:6:26 error unknown-key
        Unexpected field "link" in "publisher", expected one of name, url.
        Did you mean "url"?
        > publisher: {name: Press, url: https://example.org}
      2 errors, 0 warnings"
    `);
  });

  it('is not taken for one that is there already', () => {
    expect(inEntry({ titel: 'Twice' })).toMatchInlineSnapshot(`
      "gala/a.md:4:1 error unknown-key
        Unexpected field "titel", expected one of the fields of entry.
        Remove it: "title" is there already.
      1 error, 0 warnings"
    `);
  });

  it('keeps its quotes in the corrected line', () => {
    expect(inEntry({ '"lable"': 'Midnight' })).toMatchInlineSnapshot(`
      "gala/a.md:4:1 error unknown-key
        Unexpected field "lable", expected one of the fields of entry.
        Did you mean "label"?
        > "label": Midnight
      1 error, 0 warnings"
    `);
  });
});

describe('a missing field', () => {
  it('is reported at the top of the file', () => {
    expect(inEntry({ title: undefined, time: undefined })).toMatchInlineSnapshot(`
      "gala/a.md:1:1 error missing-field
        Unexpected end of the fields, expected "time": a time such as 2019-11-11T10:18.
        Add time: followed by a time such as 2019-11-11T10:18.
      gala/a.md:1:1 error missing-field
        Unexpected end of the fields, expected "title": text.
        Add title: followed by text.
      2 errors, 0 warnings"
    `);
    expect(inEvent({ timezone: undefined, order: undefined })).toMatchInlineSnapshot(`
      "gala/event.md:1:1 error missing-field
        Unexpected end of the fields, expected "order": newest-first or oldest-first.
        Add order: followed by newest-first or oldest-first.
      gala/event.md:1:1 error missing-field
        Unexpected end of the fields, expected "timezone": the IANA name of a zone, such as Asia/Shanghai.
        Add timezone: followed by the IANA name of a zone, such as Asia/Shanghai.
      2 errors, 0 warnings"
    `);
    expect(inSite({ url: undefined })).toMatchInlineSnapshot(`
      "site.yml:1:1 error missing-field
        Unexpected end of the fields, expected "url": an address that begins with https:// or http://.
        Add url: followed by an address that begins with https:// or http://.
      1 error, 0 warnings"
    `);
  });

  it('of a group is reported where the group begins', () => {
    expect(inEntry({ withdrawn: '{time: 2019-11-11T12:00}' })).toMatchInlineSnapshot(`
      "gala/a.md:4:12 error missing-field
        Unexpected end of the fields in "withdrawn", expected "reason": text.
        Add reason: followed by text.
      1 error, 0 warnings"
    `);
    expect(
      inEntry({ corrections: '\n  - time: 2019-11-11T12:00\n    note: One\n  - note: Two' }),
    ).toMatchInlineSnapshot(`
      "gala/a.md:7:5 error missing-field
        Unexpected end of the fields in "corrections.1", expected "time": a time such as 2019-11-11T10:18.
        Add time: followed by a time such as 2019-11-11T10:18.
      1 error, 0 warnings"
    `);
  });

  it('is every field of a front matter without any', () => {
    expect(faultsIn(galaWith({ 'gala/a.md': '---\n---\nText.\n' }))).toMatchInlineSnapshot(`
      "gala/a.md:1:1 error missing-field
        Unexpected end of the fields, expected "time": a time such as 2019-11-11T10:18.
        Add time: followed by a time such as 2019-11-11T10:18.
      gala/a.md:1:1 error missing-field
        Unexpected end of the fields, expected "title": text.
        Add title: followed by text.
      2 errors, 0 warnings"
    `);
    expect(faultsIn(galaWith({ 'gala/a.md': '---\n# title: A\n---\nText.\n' }))).toBe(
      faultsIn(galaWith({ 'gala/a.md': '---\n---\nText.\n' })),
    );
  });
});
