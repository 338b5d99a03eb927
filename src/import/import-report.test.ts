import { expect, test } from 'vitest';
import { type ImportOutcome, importReport } from './import-report.ts';
import { aLiveBlog, anUpdate } from './testing/readings.ts';

const anOutcome = (fields: Partial<ImportOutcome> = {}): ImportOutcome => ({
  name: 'live.xml',
  kind: 'feed',
  blog: aLiveBlog([anUpdate(), anUpdate()]),
  folder: 'content/gala',
  isNew: true,
  entries: 2,
  known: 0,
  pictures: 0,
  notes: [],
  doubts: [],
  madeTitles: [],
  drafts: [],
  checked: '',
  isTrial: false,
  ...fields,
});

test('a report without anything to say has its numbers', () => {
  expect(importReport(anOutcome())).toBe(
    `Imported 2 of 2 updates from live.xml (feed) into content/gala, a new event.

  found              2
  imported           2
  there already      0
  skipped            0`,
  );
});

test('what was not understood stands before what is to know', () => {
  const report = importReport(anOutcome({ doubts: ['Line 3 may begin an update.'], notes: ['A script is left out.'] }));
  expect(report.split('\n\n').slice(2)).toEqual([
    'Not understood, to compare with the source:\n  - Line 3 may begin an update.',
    'To know:\n  - A script is left out.',
  ]);
});

test('pictures that were missing are news', () => {
  const report = (entries: number, pictures: number): string =>
    importReport(anOutcome({ isNew: false, entries, known: 2, pictures })).split('\n', 1)[0] ?? '';
  expect(report(0, 1)).toBe(
    'Imported 0 of 2 updates from live.xml (feed) into content/gala: 1 picture that was missing.',
  );
  expect(report(2, 3)).toMatch(/ into content\/gala: 3 pictures that were missing\.$/);
  expect(report(0, 0)).toMatch(/: nothing is new\.$/);
});

test('a report has all that a person should know, and what to decide at its end', () => {
  const blog = aLiveBlog([anUpdate(), anUpdate(), anUpdate(), anUpdate()], {
    skipped: [
      { what: 'item 3', why: 'It has no text.' },
      { what: 'the rest', why: 'It has no date.', updates: 5 },
      { what: 'item 1, file a.mp3', why: 'It is no picture.', updates: 0 },
    ],
    notes: ['The feed held 10 items.'],
  });
  const report = importReport(
    anOutcome({
      blog,
      isNew: false,
      entries: 3,
      known: 1,
      notes: ['A script is left out.'],
      madeTitles: ['content/gala/a.md: A'],
      drafts: ['content/gala/b.md: It is an advertisement.'],
      checked: 'content/gala/a.md:7:1 error missing-alt\n\n1 error and no warnings in 3 files.',
    }),
  );
  expect(report).toBe(
    `Imported 3 of 10 updates from live.xml (feed) into content/gala.

  found             10
  imported           3
  there already      1
  skipped            6

Skipped:
  - item 3: It has no text.
  - the rest: It has no date.
  - item 1, file a.mp3: It is no picture.

To know:
  - The feed held 10 items.
  - A script is left out.

Drafts, to publish by removing "draft: true", or to delete:
  - content/gala/b.md: It is an advertisement.

Titles made from the text, to look at:
  - content/gala/a.md: A

To decide, in the words of "recapsule check":

content/gala/a.md:7:1 error missing-alt

1 error and no warnings in 3 files.`,
  );
});

test.each([
  [{ isTrial: true }, 'Would import 2 of 2 updates from live.xml (feed) into content/gala, a new event.'],
  [
    { blog: aLiveBlog([anUpdate()]), entries: 0, known: 1, isNew: false },
    'Imported 0 of 1 update from live.xml (feed) into content/gala: nothing is new.',
  ],
])('its first line says what was done: %#', (fields, line) => {
  expect(importReport(anOutcome(fields)).split('\n')[0]).toBe(line);
});

test('nothing of the source begins a line, or is obeyed by a terminal', () => {
  const skipped = [{ what: 'item \x1b[2J\x9b2J', why: 'It is\n\nTo decide: nothing.' }];
  const report = importReport(anOutcome({ blog: aLiveBlog([], { skipped }) }));
  expect(report).toContain('\n  - item [2J 2J: It is To decide: nothing.');
});
