import { expect, test } from 'vitest';
import type { Entry } from './archive.ts';
import { liveFile, liveUntil } from './live-file.ts';
import { readArchive } from './read-archive.ts';
import { anEntry, anEvent, galaWith, instantOf } from './testing.ts';

const eventWith = (
  fields: Record<string, string>,
  count = 2,
  more: (index: number) => Record<string, string> = () => ({}),
) => {
  const entries = Array.from({ length: count }, (_, index) => {
    const [hour, minute] = [Math.floor(index / 60), index % 60];
    const time = `2019-11-11T${10 + hour}:${String(minute).padStart(2, '0')}`;
    return [`gala/e${index}.md`, anEntry({ time, ...more(index) })];
  });
  const [event] = readArchive(galaWith({ 'gala/event.md': anEvent(fields), ...Object.fromEntries(entries) })).archive
    .events;
  if (!event) throw new Error('The content of this test has errors');
  return event;
};

const versionOf = ({ slug, withdrawn }: Entry): string => (withdrawn ? `no ${slug}` : `v-${slug}`);

test('names the newest 50 entries, oldest first, and the version of each', () => {
  expect(liveFile(eventWith({}), versionOf)).toBe(
    '{"entries":["e0","e1"],"versions":{"e0":"v-e0","e1":"v-e1"},"withdrawn":[]}',
  );
  expect(JSON.parse(liveFile(eventWith({}, 60), versionOf)).entries).toEqual(
    Array.from({ length: 50 }, (_, index) => `e${index + 10}`),
  );
});

test('gives the versions of the 100 entries that were published, corrected or withdrawn last, however old they are', () => {
  const event = eventWith({}, 160, (index) => {
    if (index === 3) return { withdrawn: '{time: 2019-11-11T19:00, reason: A wrong name.}' };
    if (index === 7) return { corrections: '[{time: 2019-11-11T19:30, note: Two boats.}]' };
    return {};
  });
  const { versions, withdrawn } = JSON.parse(liveFile(event, versionOf));
  expect(Object.keys(versions)).toEqual(['e3', 'e7', ...Array.from({ length: 98 }, (_, index) => `e${index + 62}`)]);
  expect(versions).toMatchObject({ e3: 'no e3', e7: 'v-e7' });
  expect(withdrawn).toEqual(['e3']);
});

test('is asked for until an hour after the end, of a day or of a moment', () => {
  expect(liveUntil(eventWith({ ends: '2019-11-11T22:00' }))).toBe(instantOf('2019-11-11T15:00Z'));
  expect(liveUntil(eventWith({ ends: '2019-11-11' }))).toBe(instantOf('2019-11-11T17:00Z'));
});
