import { expect, it } from 'vitest';
import { readLines } from './testing.ts';
import { transcript } from './transcript.ts';

it('doubts names of accounts at the end of texts, and hours that may be an age', () => {
  const post = (age: string): string[] => ['Quay Press', '@quay', '·', age, 'A text.', ''];
  expect(readLines(...post('May 7, 2024'), ...post('2h')).doubts).toEqual([
    'Line 8 is the name of an account, which may stand above a post of its own, and is read as text of the update above. If so, write the day and the time of each post above its name, and import into a new event.',
    'Line 10 is read as a time of day, but may say how long ago a post was. If so, write the day and the time instead, such as 2019-11-11 14:05, and import into a new event.',
  ]);
});

it('takes hours alone for times of day elsewhere, but not beside the moment of a copy', () => {
  const lines = ['2024-05-07', '19h', 'A.', '20h', 'Thanks to @quay for this.'];
  expect(readLines(...lines).doubts).toEqual([]);
  expect(transcript.read({ text: lines.join('\n'), savedAt: '2024-05-07T21:00' })).toMatchObject({
    doubts: [expect.stringMatching(/^Lines 2 and 4 are read as times of day, but may say how long ago a post was\./)],
  });
});

it('has no doubt about one name alone, such as a credit', () => {
  expect(readLines('2024-05-07', '19:00', 'A.', '@quay', '20:00', 'B.').doubts).toEqual([]);
});
