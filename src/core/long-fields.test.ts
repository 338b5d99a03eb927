import { describe, expect, it } from 'vitest';
import { checkFields } from './check-fields.ts';
import { collectDiagnostics } from './diagnostics.ts';
import { readDocument } from './document.ts';
import { entrySchema } from './schema/entry.ts';
import { faultsIn, galaWith } from './testing.ts';

const faultsOf = (fields: string): readonly string[] => {
  const { report, diagnostics } = collectDiagnostics();
  const whole = `---\ntime: 2024-05-01T10:00\n${fields}\n---\n\nText.\n`;
  const document = readDocument('gala/a.md', Buffer.from(whole), report);
  if (document) checkFields(entrySchema, document.fields, report);
  return diagnostics().map(({ line, column, rule, message }) => `${line}:${column} ${rule}: ${message}`);
};

const many = (length: number, make: (index: number) => string): string =>
  Array.from({ length }, (_, index) => make(index)).join('');

describe('fields that are too long', () => {
  it.each([
    [
      'names by the thousand',
      many(50_000, (index) => `k${index}: 1\n`),
      'long-fields: Unexpected fields of 489 KB, expected at most 64 KB in one file',
    ],
    ['a title of a megabyte', `title: ${'a'.repeat(1e6)}`, 'long-fields: Unexpected fields of 1001 KB'],
    [
      'lines',
      `title: a${'\n#a'.repeat(2990)}\n${'\n'.repeat(20)}`,
      'long-fields: Unexpected fields of more than 3000 lines',
    ],
    [
      'anchors',
      `title: a\n${many(2900, (index) => `k${index}: &a${index} 1\n`)}`,
      'long-fields: Unexpected fields of more than 6000 marks of YAML',
    ],
    [
      'lists in lists',
      `title: a #${'-'.repeat(1000)}\nlabel: ${'['.repeat(9000)}`,
      'long-fields: Unexpected fields of more than 20 levels',
    ],
    ['a title of a page', `title: ${'a'.repeat(501)}`, 'invalid-value: Unexpected text "aaaa'],
    [
      'topics',
      `title: a\ntopics: [${many(501, (index) => `t${index}, `)}]`,
      'invalid-value: Unexpected list in "topics", expected a list of at most 500',
    ],
  ])('are refused: %s', (_, fields, fault) => {
    expect(faultsOf(fields)).toEqual([expect.stringContaining(fault)]);
  });

  it('are reported with what is allowed', () => {
    expect(faultsIn(galaWith({ 'gala/a.md': `---\ntitle: ${'a'.repeat(64_000)}\n---\n` }))).toMatchInlineSnapshot(`
      "gala/a.md:2:64000 error long-fields
        Unexpected fields of 65 KB, expected at most 64 KB in one file.
        Take out what is not needed, or make several entries of it.
      1 error, 0 warnings"
    `);
  });

  it('of which every line is wrong are reported twenty times', () => {
    expect(faultsOf(`title: a\n${'\tlabel: b\n'.repeat(2500)}`)).toHaveLength(20);
  });

  it.each([
    ['a title of 300 letters', `title: ${'語'.repeat(300)}`],
    ['fifty topics', `title: a\ntopics: [${many(50, (index) => `topic-${index}, `)}]`],
    [
      'a hundred corrections',
      `title: a\ncorrections:\n${many(100, (index) => `  - time: 2024-05-01T11:00\n    note: "The figure was wrong: ${index}, not ${index + 1}."\n`)}`,
    ],
  ])('are none that people write: %s', (_, fields) => {
    expect(faultsOf(fields)).toEqual([]);
  });
});
