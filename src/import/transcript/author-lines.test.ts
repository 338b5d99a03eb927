import { expect, it } from 'vitest';
import { readLines } from './testing.ts';

const reported = (...lines: readonly string[]) =>
  readLines('2021-06-02', ...lines).updates.map(({ author, headline, key, content }) =>
    [author, headline, key || undefined, content.value].filter((part) => part !== undefined),
  );

it('takes names below the times for authors where one comes twice', () => {
  expect(
    reported(
      '9:05',
      'Mara Quist',
      'We begin',
      '',
      'Now.',
      '9:12',
      'Pia van Holm',
      'More come.',
      '9:30',
      'Mara Quist',
      'All.',
    ),
  ).toEqual([
    ['Mara Quist', 'We begin', 'Now.'],
    ['Pia van Holm', 'More come.'],
    ['Mara Quist', 'All.'],
  ]);
});

it('takes the mark of a key event for none', () => {
  expect(reported('9:05', 'Mara Quist', 'A.', '9:12', 'KEY EVENT', 'B.', '9:30', 'Mara Quist', 'C.')).toEqual([
    ['Mara Quist', 'A.'],
    [true, 'B.'],
    ['Mara Quist', 'C.'],
  ]);
});

it('believes a word that says so', () => {
  expect(reported('9:05 AM By Mara Quist', 'A.', '9:12 AM By Pia Holm', 'B.')).toEqual([
    ['Mara Quist', 'A.'],
    ['Pia Holm', 'B.'],
  ]);
});

it('takes headlines for no names', () => {
  expect(reported('9:05', 'Harbour Race', '', 'A.', '9:12', 'Quiet Water', '', 'B.')).toEqual([
    ['Harbour Race', 'A.'],
    ['Quiet Water', 'B.'],
  ]);
  expect(reported('9:05', 'Mara Quist', 'A.', '9:12', 'Mara Quist', 'B.', '9:30', 'It rains.')).toEqual([
    ['Mara Quist\nA.'],
    ['Mara Quist\nB.'],
    ['It rains.'],
  ]);
});

it('reads the names of a chat in pointed brackets', () => {
  expect(reported('[9:05:10] <mara> We begin.', '[9:12:00] <@pia> More <3 come.')).toEqual([
    ['mara', 'We begin.'],
    ['pia', 'More <3 come.'],
  ]);
});
