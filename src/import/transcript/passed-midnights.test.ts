import { expect, it } from 'vitest';
import { orderOf } from './order.ts';
import { passMidnights } from './passed-midnights.ts';
import { blocksIn } from './testing.ts';

const reported = (...lines: readonly string[]) => {
  const { blocks } = blocksIn(...lines);
  const { blocks: passed, notes, doubts } = passMidnights(blocks, orderOf(blocks));
  return { days: passed.map(({ date }) => Number(date.slice(-2))), notes, doubts };
};

const list = (...times: readonly string[]): string[] => times.flatMap((time) => [time, 'Text.']);

it('goes back a day where a list that falls rises by more than 12 hours', () => {
  expect(reported('2021-06-12', ...list('4:10', '1:05', '23:30', '20:00'))).toEqual({
    days: [12, 12, 11, 11],
    notes: [
      'Line 6 goes on behind a midnight: from there on the entries are of the day before. Look whether that is right.',
    ],
    doubts: [],
  });
});

it('passes several midnights below one heading', () => {
  expect(reported('2021-06-12', ...list('21:00', '22:00', '8:00', '9:00', '23:00', '1:00', '2:00')).days).toEqual([
    12, 12, 13, 13, 13, 14, 14,
  ]);
});

it('gives a midnight sharp the day of what happened before it', () => {
  expect(reported('2021-06-12', ...list('22:00', '23:00', 'Midnight', '0:30', '1:00')).days).toEqual([
    12, 12, 12, 13, 13,
  ]);
  expect(reported('2021-06-12', ...list('1:00', '0:30', 'Midnight', '23:00', '22:00')).days).toEqual([
    12, 12, 11, 11, 11,
  ]);
});

it('leaves a day alone whose times go one way, and dates in lines of their own', () => {
  expect(reported('2021-06-12', ...list('1:00', '14:30', '23:00'))).toEqual({
    days: [12, 12, 12],
    notes: [],
    doubts: [],
  });
  expect(reported(...list('2021-06-12 21:00', '2021-06-12 22:00', '2021-06-12 3:00')).days).toEqual([12, 12, 12]);
});

it('moves nothing in a list that goes up and down, which is a doubt', () => {
  expect(reported('2021-06-12', ...list('20:00', '21:00', '20:30', '22:00', '23:00', '1:00', '2:00'))).toEqual({
    days: [12, 12, 12, 12, 12, 12, 12],
    notes: [],
    doubts: [
      'Line 12 goes against the order of the list, which is oldest first, by more than 12 hours. Where another day begins, write it in a line of its own above; the entries have the day of the heading now.',
    ],
  });
});

it('moves nothing beyond the next heading', () => {
  const { days, doubts } = reported(
    '2021-06-12',
    ...list('4:10', '1:05', '23:30', '20:00'),
    '2021-06-11',
    ...list('22:00', '21:00'),
  );
  expect(days).toEqual([12, 12, 12, 12, 11, 11]);
  expect(doubts).toHaveLength(1);
  expect(
    reported('2021-06-12', ...list('4:10', '1:05', '23:30', '20:00'), '2021-06-11', ...list('19:00', '18:00')).days,
  ).toEqual([12, 12, 11, 11, 11, 11]);
});

it('doubts times that go either way by more than 12 hours only', () => {
  const { days, doubts } = reported('2021-06-12', ...list('22:00', '2:00', '23:00', '1:00'));
  expect(days).toEqual([12, 12, 12, 12]);
  expect(doubts).toHaveLength(1);
});
