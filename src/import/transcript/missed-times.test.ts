import { expect, it } from 'vitest';
import { readLines } from './testing.ts';

const doubtsOf = (...lines: readonly string[]) => readLines(...lines).doubts;

it.each([
  ['Gegen 11 Uhr: Ankunft'],
  ['**11.30**: Ankunft'],
  ['A las 11:30 - Llega'],
  ['Vers 11 h 30 : arrivée'],
  ['Alle ore 11.30: arrivo'],
  ["11 o'clock: Break"],
  ['At 11:30 – the boats'],
  ['8:05am Doors open'],
  ['8:07 * mara waves'],
  ['20 h Mi-temps'],
  ['yesterday'],
  ['Avant-hier'],
  ['Last week'],
  ['Gestern'],
  ['3d'],
  ['a few minutes ago'],
  ['vor Kurzem'],
])('doubts a line that begins like an update: %s', (line) => {
  expect(doubtsOf('2021-06-02', '9:05', 'A.', '', line, 'B.', '', '9:30', 'C.', '9:40', 'D.', '9:50', 'E.')).toEqual([
    'Line 5 may begin an update of its own and is read as text of the one above. If so, write the time in a line of its own above, and import into a new event.',
  ]);
});

it('doubts the updates of a ticker that stand on one line', () => {
  expect(doubtsOf('2021-06-02', '+++ 9:05 It begins +++ 9:40 A vote +++ 10:05 A break +++')).toEqual([
    'Line 2 may begin an update of its own and is read as text of the one above. If so, write the time in a line of its own above, and import into a new event.',
  ]);
  expect(doubtsOf('2021-06-02', '+++ 9:05 It begins +++', '+++ 9:40 A vote +++')).toEqual([]);
});

it('refuses a text of which it misses more than it reads, with the lines', () => {
  expect(() => readLines('2021-06-02', '14 Uhr', 'A.', '', '15.10: Ziel', '', '15.45: Ehrung')).toThrow(
    'Unexpected times within the text in lines 5 and 7, expected each in a line of its own above its text: only 1 time could be read',
  );
});

it.each([
  [['At 15:00 the boats will start.']],
  [['We meet at', '15:00 and go on.']],
  [['Um 15 Uhr beginnt das Rennen.']],
  [['10.50 Euro Eintritt']],
  [['24 hours of racing']],
  [['Yesterday it rained.']],
  [['Today:', '- 15:00 Start', '- 16:00: Turn', '- 18 Uhr Ziel']],
])('has no doubt about %j', (lines) => {
  expect(doubtsOf('2021-06-02', '9:05', 'A.', '', ...lines, '', '9:30', 'B.', '9:40', 'C.')).toEqual([]);
});
