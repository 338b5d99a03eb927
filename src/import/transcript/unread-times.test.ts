import { describe, expect, it } from 'vitest';
import { readLines } from './testing.ts';

const doubtsOf = (...lines: readonly string[]) => readLines(...lines).doubts;

describe('refuses a text of which it reads fewer times than it sees, with their lines', () => {
  it.each([
    ['dots without a mark', ['20.15 Der Zug hält.', '19.40 Der Zug fährt.', '18.05 Der Zug wartet.'], '2, 3 and 4'],
    ['names before times', ['Mara Quist  9:05 AM', 'We begin.', 'Pia Holm  9:12 AM', 'More come.'], '2 and 4'],
    ['dates before times', ['02.06.2021, 9:05 - Mara: We begin.', '02.06.2021, 9:12 - Pia: More come.'], '2 and 3'],
    ['dates behind times', ['[9:05, 02/06/2021] Mara: We begin.', '[9:12, 02/06/2021] Pia: More come.'], '2 and 3'],
    ['relative times behind names', ['@mara · 5m', 'We begin.', '@pia · 12m', 'More come.'], '2 and 4'],
    ['relative times before texts', ['5 min ago We begin.', '12 min ago More come.'], '2 and 3'],
  ])('%s', (_, lines, where) => {
    expect(() => readLines('2021-06-02', ...lines)).toThrow(
      `Unexpected times within the text in lines ${where}, expected each in a line of its own above its text: no time could be read, so that updates would become one. Write each of these times in a line of its own, such as 14:05, below the day in a line of its own, such as 2019-11-11.`,
    );
  });

  it('in one line', () => {
    expect(() => readLines('2021-06-02', '9:05 – We begin. 9:12 More come. 9:30 All are here.')).toThrow(
      'Unexpected times within the text in line 2, expected each in a line of its own above its text: only 1 time could be read',
    );
  });
});

it('doubts a time that fits between those above and below it', () => {
  expect(doubtsOf('2021-06-02', '9:05', 'A.', '9:12 – B.', '9:30', 'C.', '9:40', 'D.')).toEqual([
    'Line 4 may begin an update of its own and is read as text of the one above. If so, write the time in a line of its own above, and import into a new event.',
  ]);
  expect(doubtsOf('2021-06-02', '9:40', 'D.', '9:30', 'C.', '9:12 – B.', '9:05', 'A.')).toHaveLength(1);
});

it('takes a programme for text, and a note says so', () => {
  const { updates, doubts, notes } = readLines(
    ...['2021-06-02', '9:05', 'Today:', '10:00 Welcome', '11:00 Races', '12:30 Lunch', '9:20', 'A.', '9:40', 'B.'],
  );
  expect(updates).toHaveLength(3);
  expect(doubts).toEqual([]);
  expect(notes).toEqual([
    'Lines 4, 5 and 6 begin with what may be a time, but are read as text: they do not fit between the times above and below.',
  ]);
});

it.each([
  [['9:05', 'The race was to begin at 9:10', 'but the wind was against it.', '9:20', 'B.', '9:40', 'C.', '9:50', 'D.']],
  [['9:05', 'A. At 9:10 it rained, at 9:12 it did not.', '9:20', 'B.']],
  [['9:05', '2:1 for the visitors', '9:20', 'B.']],
  [['9:05', '10.50 euros a ticket', '9:20', 'B.']],
  [['9:05', 'Five minutes ago it rained.', '9:20', 'B.']],
])('has no doubt about %j', (lines) => {
  expect(doubtsOf('2021-06-02', ...lines)).toEqual([]);
});

it('doubts a text in which no time can be read', () => {
  expect(doubtsOf('2021-06-02', '12. Minute: Tor.', '20. Minute: Tor.')).toEqual([
    'No time of day could be read, so that all of it is one entry, with lines 2 and 3 in its text. If there are several updates, write the time of each in a line of its own above it, such as 14:05, and import into a new event.',
  ]);
  expect(doubtsOf('2021-06-02', 'It rains.', '2021-06-03', 'It does not.')).toEqual([]);
});

it('refuses times that stand below their texts', () => {
  expect(() => readLines('2021-06-02', 'A.', '9:05', 'B.', '9:12', 'C.', '9:30')).toThrow(
    'Unexpected time "9:30" in line 7 with no text below it, while a text stands above the first time: expected each time above its text. Write the times above the texts.',
  );
});
