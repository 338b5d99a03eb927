import { describe, expect, it } from 'vitest';
import type { ContentFiles } from './content-files.ts';
import { readArchive } from './read-archive.ts';
import { anEntry, anEvent, aSite, faultsIn, galaWith } from './testing.ts';

const metrics = '{gmv: {title: GMV, unit: USD, rates: {CNY: 7}, references: [{name: Last year, value: 1}]}}';

/** The files with every faulty line replaced by the corrected one, and how many those were. */
const corrected = (files: ContentFiles): { files: ContentFiles; count: number } => {
  const { diagnostics } = readArchive(files);
  const result = new Map(files);
  for (const { file, line, corrected } of diagnostics) {
    const bytes = result.get(file);
    if (!(bytes instanceof Uint8Array) || corrected === undefined) continue;
    const lines = new TextDecoder().decode(bytes).split('\n');
    result.set(file, new TextEncoder().encode(lines.with(line - 1, corrected).join('\n')));
  }
  return { files: result, count: diagnostics.length };
};

describe('the corrected line of a diagnostic', () => {
  it.each([
    ['a title with a colon', { title: 'GMV: a record' }],
    ['a title that begins with a quotation', { title: '"Ten" billion' }],
    ['a title with both kinds of quotes', { title: `"It's" ten` }],
    ['a title in brackets', { title: '[Video] The gala' }],
    ['a title with an at sign', { title: '@home' }],
    ['a title with an exclamation mark', { title: '!important' }],
    ['a title that is a number', { title: '2019' }],
    ['a title that is true', { title: 'true' }],
    ['a label that is a decimal', { label: '1.10 # to one' }],
    ['a field with a typing error', { topcis: '[gmv]' }],
    ['a quoted field with a typing error', { "'lable'": 'Midnight' }],
    ['a draft that is no', { draft: 'no' }],
    ['a sequence with underscores', { sequence: '10_000' }],
    ['a time with a blank', { time: '2019-11-11 9:05 p.m.' }],
    ['a time in quotes', { time: "'2019/11/11'" }],
    ['a day with a time', { day: '2019-11-10T10:00' }],
    ['an alias in upper case', { aliases: '[Old_One, ok]' }],
    ['an alias that becomes a number', { aliases: '["1e3!"]' }],
    ['a topic that becomes null', { topics: '["Null"]' }],
    ['a slug in another Unicode form', { slug: 'cafe\u0301' }],
    ['a milestone with a typing error', { milestone: '{metrics: gmv}' }],
    ['a metric with a typing error', { milestone: '{metric: gvm, value: 1}' }],
    ['a unit with a typing error', { milestone: '{metric: gmv, value: {CYN: 7}}' }],
    ['a value with underscores', { milestone: '{metric: gmv, value: {CNY: 91_200_000_000}}' }],
    ['a reference in lower case', { milestone: '{metric: gmv, surpasses: ["last year"]}' }],
    ['a reference that is a number', { milestone: '{metric: gmv, surpasses: [0.5]}' }, 'unknown-reference'],
  ])('fixes an entry: %s', (_, fields, then?: string) => {
    const files = galaWith({ 'gala/event.md': anEvent({ metrics }), 'gala/a.md': anEntry(fields) });
    const fixed = corrected(files);
    expect(fixed.count).toBe(1);
    if (then) expect(faultsIn(fixed.files)).toContain(` error ${then}\n`);
    else expect(faultsIn(fixed.files)).toBe('0 errors, 0 warnings');
  });

  it.each([
    ['a zone with a typing error', { timezone: 'Asia/Shanghia' }],
    ['a topic in upper case', { topics: '{New Retail: New retail}' }],
    ['a start with slashes', { starts: '2019/11/10 12:00' }],
    ['a live that is Yes', { live: '"Yes"' }],
    ['tabs', { hero: '\n\tpicture: a.png\n\talt: A' }],
  ])('fixes the settings of an event: %s', (_, fields) => {
    const fixed = corrected(galaWith({ 'gala/event.md': anEvent(fields) }));
    expect(fixed.count).toBeGreaterThan(0);
    expect(faultsIn(fixed.files)).toBe('0 errors, 0 warnings');
  });

  it('fixes the lines around the fields', () => {
    for (const text of [
      anEntry().replace('---\n', '---js\n'),
      anEntry().replace('---\n', '----\n'),
      anEntry().replace('---\n\n', '---foo\n\n'),
    ])
      expect(faultsIn(corrected(galaWith({ 'gala/a.md': text })).files)).toBe('0 errors, 0 warnings');
  });

  it('fixes site.yml', () => {
    const fixed = corrected(
      galaWith({ 'site.yml': aSite({ title: 'Recaps: all', link: '[]' }).replace('\ndes', '\nDes') }),
    );
    expect(fixed.count).toBe(1);
    const again = corrected(fixed.files);
    // The field with a capital is one mistake, not another one for the field that is missing.
    expect(again.count).toBe(2);
    expect(faultsIn(again.files)).toBe('0 errors, 0 warnings');
  });
});
