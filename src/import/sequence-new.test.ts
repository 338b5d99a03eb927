import { describe, expect, test } from 'vitest';
import type { Entry } from '../core/archive.ts';
import { readArchive } from '../core/read-archive.ts';
import { anEntry, galaWith } from '../core/testing.ts';
import { placeInTime, sequenceNew } from './sequence-new.ts';

/** The entries of a gala at 10:18, by their slugs, each with its `sequence`. */
const there = (sequences: Readonly<Record<string, number>>): readonly Entry[] =>
  readArchive(
    galaWith(
      Object.fromEntries(
        Object.entries(sequences).map(([name, sequence]) => [
          `gala/${name}.md`,
          anEntry({ title: name, time: '2019-11-11T10:18', sequence: `${sequence}` }),
        ]),
      ),
    ),
  ).archive.events[0]?.entries ?? [];

const at = '2019-11-11T10:18';

/** The sequences of updates at 10:18; those with the name of an entry are known. */
const sequencesOf = (updates: readonly string[], entries: readonly Entry[]): Record<string, number> => {
  const place = entries[0] ? placeInTime(entries[0]) : at;
  const known = new Map(entries.map((entry) => [entry.slug, entry]));
  return Object.fromEntries(sequenceNew(new Map(updates.map((one) => [one, place])), known, entries));
};

describe('updates of the same time', () => {
  test('are counted in order', () => expect(sequencesOf(['z', 'a', 'm'], [])).toEqual({ z: 0, a: 1, m: 2 }));

  test('come behind all that is there, whether the source has it or not', () => {
    expect(sequencesOf(['a', 'n', 'm'], there({ a: 0 }))).toEqual({ n: 1, m: 2 });
    expect(sequencesOf(['c', 'n'], there({ a: 0, b: 1, c: 2 }))).toEqual({ n: 3 });
    expect(sequencesOf(['n', 'm'], there({ a: 4 }))).toEqual({ n: 5, m: 6 });
    expect(sequencesOf(['n'], there({ a: -3 }))).toEqual({ n: 0 });
  });

  test('come before it where the source has them there', () => {
    expect(sequencesOf(['n', 'm', 'a', 'o'], there({ a: 0, b: 1 }))).toEqual({ n: -2, m: -1, o: 2 });
  });

  test('are not counted with those of another time', () => {
    expect(
      sequenceNew(
        new Map([
          ['a', 'one'],
          ['b', 'two'],
          ['c', 'one'],
        ]),
        new Map(),
        there({ d: 7 }),
      ),
    ).toEqual(
      new Map([
        ['a', 0],
        ['c', 1],
        ['b', 0],
      ]),
    );
  });
});
