import { describe, expect, test } from 'vitest';
import type { Entry } from '../core/archive.ts';
import { readArchive } from '../core/read-archive.ts';
import { anEntry, galaWith } from '../core/testing.ts';
import { entryTimeOf } from './entry-time.ts';
import { knownEntries } from './known-entries.ts';
import type { Update } from './live-blog.ts';
import { anUpdate } from './testing/readings.ts';

const zone = 'Asia/Shanghai';

/** The entries of a gala, each by its file's name, title, time and further fields. */
const entriesOf = (...written: readonly (readonly [string, Record<string, string>])[]): readonly Entry[] =>
  readArchive(galaWith(Object.fromEntries(written.map(([name, fields]) => [`gala/${name}.md`, anEntry(fields)]))))
    .archive.events[0]?.entries ?? [];

const known = (updates: readonly (Partial<Update> & { title: string })[], entries: readonly Entry[]): unknown[] => {
  const timed = updates.map(({ title, ...fields }) => {
    const update = anUpdate(fields);
    return { update, at: entryTimeOf(update.time, zone, false), title };
  });
  const found = knownEntries(timed, entries);
  return timed.map((one) => found.get(one)?.slug);
};

describe('an update that has been imported before', () => {
  test('is known by its own address, wherever its time and title have been corrected to', () => {
    const entries = entriesOf(['a', { title: 'Corrected', time: '2019-11-11T09:00', source: 'https://a.test/#1' }]);
    const updates = [
      { title: 'A', source: 'https://a.test/#1' },
      { title: 'Corrected', time: '2019-11-11T09:00', source: 'https://a.test/#2' },
    ];
    expect(known(updates, entries)).toEqual(['a', undefined]);
  });

  test('is known by its day and time where it has no address', () => {
    const entries = entriesOf(['a', { time: '2019-11-11T10:18' }], ['b', { time: '2019-11-10', untimed: 'first' }]);
    const updates: (Partial<Update> & { title: string })[] = [
      { title: 'A' },
      { title: 'B', time: '2019-11-11T02:18Z' },
      { title: 'C', time: '2019-11-10', untimed: 'first' },
      { title: 'D', time: '2019-11-10', untimed: 'last' },
    ];
    expect(known(updates, entries)).toEqual(['a', undefined, 'b', undefined]);
  });

  test('is known among equals by its title, and then by its place', () => {
    const time = '2019-11-11T10:18';
    const entries = entriesOf(['a', { title: 'One', time }], ['b', { title: 'Two', time }]);
    expect(known([{ title: 'Two' }, { title: 'One' }], entries)).toEqual(['b', 'a']);
    expect(known([{ title: 'Uno' }, { title: 'Two' }, { title: 'Tre' }], entries)).toEqual(['a', 'b', undefined]);
  });

  test('is not that of the midnight on the other side', () => {
    const entries = entriesOf(['a', { time: '2019-11-10T24:00' }]);
    expect(known([{ title: 'A', time: '2019-11-11T00:00' }], entries)).toEqual([undefined]);
    expect(known([{ title: 'A', time: '2019-11-10T24:00' }], entries)).toEqual(['a']);
  });

  test('is not looked for at a time that the zone never had', () => {
    expect(known([{ title: 'A', time: '2019-13-11T10:18' }], entriesOf(['a', {}]))).toEqual([undefined]);
  });
});
