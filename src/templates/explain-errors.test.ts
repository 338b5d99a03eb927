import { expect, test } from 'vitest';
import { entryFile, settings, temporaryFolder, writeFiles } from '../../scripts/testing/temporary-content.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import { diskSource } from '../io/content-source.ts';
import { explainErrors } from './explain-errors.ts';

const at = '2020-03-02T10:00';
const content = {
  'site.yml': settings.site,
  'fair/event.md': settings.event('aliases: [gala]\n'),
  'fair/first.md': entryFile('First', at, 'See [it](/shwo/first/).'),
  'gala/event.md': settings.event(),
  'gala/wrong.md': entryFile('Wrong', at, 'x', 'topcis: []\n'),
  'show/event.md': settings.event(),
  'show/first.md': entryFile('First', at),
  'show/draft.md': entryFile('Draft', at, 'See [it](nowhere.md).', 'draft: true\n'),
};

/** What is found where nothing is known of other events. */
const found: Diagnostic = {
  file: 'fair/first.md',
  line: 5,
  column: 5,
  rule: 'broken-link',
  severity: 'error',
  message: 'Unexpected link',
  hint: 'Correct the address.',
};

test('errors of an event are told in the words of a check, with what other events have to do with them', async () => {
  const source = await diskSource(await writeFiles(temporaryFolder(), content));
  const reported = await explainErrors([found], ['fair'], { source, options: {} });
  expect(reported.map(({ file, rule, hint }) => [file, rule, hint])).toEqual([
    ['fair/first.md', 'broken-link', 'Did you mean "/show/first/"?'],
    ['gala/event.md', 'duplicate-slug', 'Remove the alias in fair/event.md, or choose another slug.'],
  ]);
});

test('what a check does not say stays as it was found; what it says of drafts stops nobody', async () => {
  const source = await diskSource(await writeFiles(temporaryFolder(), content));
  const odd: Diagnostic = { ...found, file: 'show/first.md', rule: 'unreadable-picture' };
  expect(await explainErrors([odd], ['show'], { source, options: {} })).toEqual([odd]);
});
