import { expect, it } from 'vitest';
import { transcriptPieces } from './pieces.ts';
import { transcriptLinesOf } from './testing.ts';

const reported = (...lines: readonly string[]) => {
  const { pieces, notes } = transcriptPieces(transcriptLinesOf(...lines));
  return {
    kinds: pieces.map(({ kind }) => kind).join(' '),
    rests: pieces.flatMap((one) => ('rest' in one ? one.rest : [])),
    notes,
  };
};

it('tells what each line is', () => {
  expect(reported('2019-11-10', '', '10:18', 'Text.', 'Share', '* * *').kinds).toBe(
    'stamp blank stamp text label rule',
  );
});

it('reads a text behind a time as the beginning of an entry where most times are so', () => {
  expect(reported('10:18 – One', '１０：２０ –  Two  ', '10:22')).toEqual({
    kinds: 'stamp stamp stamp',
    rests: ['One', 'Two'],
    notes: ['Lines 1 and 2 begin with a time and have text behind it: read as the beginning of an entry.'],
  });
});

it('reads it as text where most times are alone in their line', () => {
  expect(reported('10:18', '9:30 The doors open.', '10:20')).toEqual({
    kinds: 'stamp text stamp',
    rests: [],
    notes: [],
  });
});

it('reads one form only', () => {
  expect(reported('10:18 – One', '10:20 – Two', '9:30 The doors open.').kinds).toBe('stamp stamp text');
});

it('reads the forms of a ticker beside each other', () => {
  expect(
    reported('+++ 19.40 Uhr: Es regnet. +', '21:05 Uhr: Es schneit.', 'Update, 20:10 Uhr: Es taut.'),
  ).toMatchObject({
    kinds: 'stamp stamp stamp',
    rests: ['Es regnet. +', 'Es schneit.', 'Es taut.'],
  });
  expect(reported('+++ 19:40 Es regnet +++', '+++ 18:00 Uhr +++').kinds).toBe('stamp stamp');
});

it('reads an update within an entry as its text', () => {
  expect(reported('19:40', 'Es regnet.', 'Update 20:10: Es taut.', '19:20', 'Es schneit.').kinds).toBe(
    'stamp text text stamp text',
  );
});

it('takes the names of services for labels only below another label', () => {
  expect(reported('Share', '', 'Facebook', 'X', 'Text.', 'X').kinds).toBe('label blank label label text text');
});

it('takes a headline with the time of the line below it for a label', () => {
  expect(reported('A bridge falls published at 14:05 BST', '14:05', 'A bridge falls').kinds).toBe('label stamp text');
  expect(reported('A book is published at 15:00', '14:05', 'A bridge falls').kinds).toBe('text stamp text');
});

it('reads numbers with a dot as times where no other times are', () => {
  expect(reported('14.05', 'Text.', '14.20', 'Text.')).toEqual({
    kinds: 'stamp text stamp text',
    rests: [],
    notes: ['Lines 1 and 3 are numbers with a dot, read as times of day.'],
  });
  expect(reported('10:18', 'Text.', '14.20').kinds).toBe('stamp text text');
});

it('says where a weekday stands alone', () => {
  expect(reported('2019-11-10', 'Sunday').notes).toEqual([
    'A weekday alone is read as text (line 2). If it is a day heading, write the date there.',
  ]);
});
