import { expect, it } from 'vitest';
import { transcriptPieces } from './pieces.ts';
import { rolesOf } from './roles.ts';
import { transcriptLinesOf } from './testing.ts';

const reported = (...lines: readonly string[]) => rolesOf(transcriptPieces(transcriptLinesOf(...lines)).pieces);

it('takes the time of a change for none of an entry where others have times', () => {
  const { roles, changed, notes } = reported(
    'Updated 11:52',
    '2019-11-10',
    '10:18',
    'Updated 10:20',
    'x',
    '9:30',
    'y',
    'Updated at 9:40',
    '9:00',
    'z',
  );
  expect(roles.join(' ')).toBe('nothing begins begins nothing belongs begins belongs nothing begins belongs');
  expect(changed).toEqual([
    {
      what: 'lines 1, 4 and 8',
      why: 'It says when the page or an entry was published or changed, and no entry begins there.',
      updates: 0,
    },
  ]);
  expect(notes).toEqual([]);
});

it('takes it for the time of an entry where a text stands above and below it', () => {
  const { roles, notes } = reported('2019-11-10', '10:18', 'x', 'Updated 9:30', 'y');
  expect(roles[3]).toBe('begins');
  expect(notes).toEqual(['Line 4 says when something was changed, and a text follows: read as the time of an entry.']);
});

it('takes it for the time of an entry where there are no others', () => {
  expect(reported('Updated Nov. 10, 2019, 10:18', 'x', 'Updated Nov. 10, 2019, 9:30', 'y').roles.join(' ')).toBe(
    'begins belongs begins belongs',
  );
});

it('knows when the page was published by the days below it', () => {
  expect(reported('Published Nov. 9, 2019', 'x', '2019-11-10', '10:18', 'y').roles[0]).toBe('nothing');
  expect(reported('Published Nov. 9, 2019', 'x', '10:18', 'y').roles[0]).toBe('begins');
});

it('lets rules divide where most of them stand above a time', () => {
  expect(reported('2019-11-10', '10:18', 'x', '---', '9:30', 'y', '***', 'z', '---', '8:00').roles.join(' ')).toBe(
    'begins begins belongs divides begins belongs divides belongs divides begins',
  );
  expect(reported('2019-11-10', '10:18', '---', 'x', '---', 'y', '---').roles.join(' ')).toBe(
    'begins begins nothing belongs belongs belongs nothing',
  );
});
