import { expect, test } from 'vitest';
import { readArchive } from '../core/read-archive.ts';
import { anEntry, galaWith } from '../core/testing.ts';
import { emptyBody } from './body.ts';
import { weightAbove, weightOfOthers } from './list-weight.ts';

test('what has been withdrawn weighs the same, whatever it was: who has only the rest of an event makes the same pages', () => {
  const weights = (fields: Record<string, string>): readonly number[] => {
    const withdrawn = '{time: 2019-11-12T09:00, reason: A slip}';
    const [gala] = readArchive(galaWith({ 'gala/a.md': anEntry({ withdrawn, ...fields }), 'gala/b.md': anEntry() }))
      .archive.events;
    const [entry] = gala?.entries ?? [];
    if (!gala || !entry) throw new Error('There is no entry.');
    return [weightOfOthers(entry), weightAbove(gala, emptyBody)];
  };
  const corrections = '[{time: 2019-11-11T12:00, note: Two}]';
  expect(weights({ title: 'A much longer title than that', label: 'Noon', pinned: 'true', corrections })).toEqual(
    weights({ title: 'Short' }),
  );
});
