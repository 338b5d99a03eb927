import { expect, test } from 'vitest';
import { liveFile, liveUntil } from './live-file.ts';
import { readArchive } from './read-archive.ts';
import { anEntry, anEvent, galaWith, instantOf } from './testing.ts';

const eventWith = (fields: Record<string, string>, count = 2) => {
  const entries = Array.from({ length: count }, (_, index) => [
    `gala/e${index}.md`,
    anEntry({ time: `2019-11-11T10:${String(index).padStart(2, '0')}` }),
  ]);
  const [event] = readArchive(galaWith({ 'gala/event.md': anEvent(fields), ...Object.fromEntries(entries) })).archive
    .events;
  if (!event) throw new Error('The content of this test has errors');
  return event;
};

test('names the newest 50 entries, oldest first', () => {
  expect(liveFile(eventWith({}))).toBe('{"entries":["e0","e1"]}');
  expect(JSON.parse(liveFile(eventWith({}, 60))).entries).toEqual(
    Array.from({ length: 50 }, (_, index) => `e${index + 10}`),
  );
});

test('is asked for until an hour after the end, of a day or of a moment', () => {
  expect(liveUntil(eventWith({ ends: '2019-11-11T22:00' }))).toBe(instantOf('2019-11-11T15:00Z'));
  expect(liveUntil(eventWith({ ends: '2019-11-11' }))).toBe(instantOf('2019-11-11T17:00Z'));
});
