import { describe, expect, it } from 'vitest';
import { blocksIn } from './testing.ts';
import { timelineOf } from './timeline.ts';

const reported = (...lines: readonly string[]) => {
  const { order, placed, notes } = timelineOf(blocksIn(...lines).blocks);
  return {
    order,
    notes,
    entries: placed.map(({ block, time, untimed }) =>
      [time, untimed, block.lines[0]?.text].filter((part) => part !== undefined).join(' '),
    ),
  };
};

it('sorts entries by day and time, with what they know of it', () => {
  expect(
    reported('2019-11-11', 'Midnight', 'd', '10:18', 'c', '2019-11-10', '10:04:49 EDT', 'b', '9:00 a.m.', 'a').entries,
  ).toEqual(['2019-11-10T09:00 a', '2019-11-10T10:04:49-04:00 b', '2019-11-11T10:18 c', '2019-11-11T24:00 d']);
});

it('keeps the order of the list among equals', () => {
  expect(reported('2019-11-11', '10:18', 'c', '10:18', 'b', '9:30', 'a').entries.join()).toBe(
    '2019-11-11T09:30 a,2019-11-11T10:18 b,2019-11-11T10:18 c',
  );
  expect(reported('2019-11-11', '9:30', 'a', '10:18', 'b', '10:18', 'c').entries.join()).toBe(
    '2019-11-11T09:30 a,2019-11-11T10:18 b,2019-11-11T10:18 c',
  );
});

describe('an entry without a time', () => {
  it('is the last of its day at the head of it, newest first', () => {
    expect(reported('2019-11-11', 'c', '10:18', 'b', '9:30', 'a').entries.at(-1)).toBe('2019-11-11 last c');
  });

  it('is the first of its day at the head of it, oldest first', () => {
    expect(reported('2019-11-11', 'a', '9:30', 'b', '10:18', 'c').entries[0]).toBe('2019-11-11 first a');
  });

  it('is at the other end below a rule', () => {
    const rest = ['2019-11-11', '---', '10:18', 'c', '---', '9:30', 'b', '---', 'a'];
    expect(
      reported('2019-11-11', '---', '10:18', 'c', '---', '9:30', 'b', '---', 'a', '---', '2019-11-10').entries[0],
    ).toBe('2019-11-11 first a');
    expect(reported(...rest).notes).toEqual([]);
  });

  it('comes last where it stands between times, and a note says so', () => {
    const { entries, notes } = reported('2019-11-11', '---', '10:18', 'c', '---', 'b', '---', '9:30', 'a');
    expect(entries.at(-1)).toBe('2019-11-11 last b');
    expect(notes).toEqual([
      'Line 6 begins an entry without a time between others that have one. It comes last in the day.',
    ]);
  });

  it('stands where readers saw it where the order cannot be known', () => {
    expect(reported('2019-11-11', 'b', '10:18', 'a')).toEqual({
      order: undefined,
      notes: [],
      entries: ['2019-11-11T10:18 a', '2019-11-11 last b'],
    });
  });
});

describe('a time that goes back', () => {
  it('by more than 12 hours is of the next day, and a note says so', () => {
    expect(
      reported('2019-11-10', '9:00 p.m.', 'b', '11:50 p.m.', 'c', '12:10 a.m.', 'd', '12:20 a.m.', 'e'),
    ).toMatchObject({
      entries: ['2019-11-10T21:00 b', '2019-11-10T23:50 c', '2019-11-11T00:10 d', '2019-11-11T00:20 e'],
      notes: [
        'Line 6 goes on behind a midnight: from there on the entries are of the day after. Look whether that is right.',
      ],
    });
  });

  it('is known by its lines in a list that is newest first', () => {
    expect(
      reported('2019-11-10', '18:00', 'a', '19:00', 'b', '17:00', 'c', '16:00', 'd', '16:30', 'e', '15:00', 'f').notes,
    ).toEqual([
      'Lines 2 and 8 have an earlier time than the entry below them, in a list that is newest first. They keep their days and are sorted by time.',
    ]);
  });
});
