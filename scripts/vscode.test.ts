import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readArchive } from '../src/core/read-archive.ts';
import { anEntry, anEvent, aSite, contentOf } from '../src/core/testing.ts';
import { root } from '../src/io/settings.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(join(root, '.vscode', name), 'utf8'));

const snippetsSchema = z.record(
  z.string().startsWith('Recapsule: '),
  z.strictObject({
    prefix: z.string().startsWith('recap-'),
    scope: z.literal('markdown'),
    description: z.string().min(20),
    body: z.array(z.string()),
  }),
);
const snippets = Object.values(snippetsSchema.parse(read('recapsule.code-snippets')));

/** A moment on a clock in Berlin, as the editor tells it. */
const variables: Readonly<Record<string, string>> = {
  CURRENT_YEAR: '2019',
  CURRENT_MONTH: '11',
  CURRENT_DATE: '11',
  CURRENT_HOUR: '03',
  CURRENT_MINUTE: '18',
  CURRENT_TIMEZONE_OFFSET: '+01:00',
};

/** What a snippet inserts where nobody changes its suggestions. */
const inserted = (prefix: string): string =>
  (snippets.find((one) => one.prefix === prefix)?.body ?? expect.fail(`There is no snippet ${prefix}`))
    .join('\n')
    .replace(/\$\{([A-Z_]+)\}/g, (_, name: string) => variables[name] ?? expect.fail(`There is no variable ${name}`))
    .replace(/\$\{\d\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d:([^}]*)\}/g, '$1')
    .replace(/\$\d/g, '');

const gala = (text: string) =>
  readArchive(
    contentOf({
      'site.yml': aSite(),
      'gala/event.md': anEvent({ metrics: '{gmv: {title: GMV, unit: USD}}' }),
      'gala/a.md': text,
    }),
  );

describe('a snippet', () => {
  test('has a prefix of its own', () => {
    expect(snippets.map(({ prefix }) => prefix).sort()).toEqual([
      'recap-correction',
      'recap-entry',
      'recap-event',
      'recap-milestone',
      'recap-withdrawal',
    ]);
  });

  test('gives an entry of this moment, wherever its writer is', () => {
    const { archive, diagnostics } = gala(inserted('recap-entry'));
    expect(diagnostics).toEqual([]);
    expect(archive.events[0]?.entries).toMatchObject([
      { title: 'What happened', moment: { datetime: '2019-11-11T10:18+08:00' }, topics: ['topic'] },
    ]);
  });

  test('gives a milestone with its figure', () => {
    const { archive, diagnostics } = gala(inserted('recap-milestone'));
    expect(diagnostics).toEqual([]);
    expect(archive.events[0]?.entries).toMatchObject([{ milestone: { amount: 10e9, metric: { slug: 'gmv' } } }]);
  });

  test('gives the settings of an event', () => {
    const { archive, diagnostics } = readArchive(
      contentOf({ 'site.yml': aSite(), 'gala/event.md': inserted('recap-event') }),
    );
    expect(diagnostics).toEqual([]);
    expect(archive.events).toMatchObject([{ starts: { date: '2019-11-11' }, order: 'newest-first', live: true }]);
  });

  test.each([
    ['recap-correction', { corrections: [{ note: 'What was corrected', moment: { clock: '10:18' } }] }],
    ['recap-withdrawal', { withdrawn: { reason: 'Why it was withdrawn', moment: { clock: '10:18' } } }],
  ])('adds fields to an entry: %s', (prefix, fields) => {
    const { archive, diagnostics } = gala(anEntry().replace('\n---\n', () => `\n${inserted(prefix)}\n---\n`));
    expect(diagnostics).toEqual([]);
    expect(archive.events[0]?.entries).toMatchObject([fields]);
  });
});

test('the editor checks site.yml against a schema that is there, and keeps the line breaks of the project', () => {
  const settings = z
    .object({ 'yaml.schemas': z.record(z.string(), z.string()), 'files.eol': z.literal('\n') })
    .parse(read('settings.json'));
  const [[schema, file] = expect.fail('no schema is named'), ...others] = Object.entries(settings['yaml.schemas']);
  expect({ file, others }).toEqual({ file: 'content/site.yml', others: [] });
  expect(existsSync(join(root, schema))).toBe(true);
  expect(read('extensions.json')).toEqual({ recommendations: ['redhat.vscode-yaml'] });
});
