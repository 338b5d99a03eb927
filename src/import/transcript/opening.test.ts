import { expect, it } from 'vitest';
import { openingTexts } from './opening.ts';
import { transcriptLinesOf } from './testing.ts';

const reported = (...lines: readonly string[]) => {
  const { title, introduction } = openingTexts(transcriptLinesOf(...lines), false);
  return [title, introduction?.value];
};

it('takes the first line for the title and the rest for the introduction', () => {
  expect(reported('', 'Live', '', 'One.', '', '', 'Two,', 'three.')).toEqual(['Live', 'One.\n\nTwo,\nthree.']);
  expect(reported('Live')).toEqual(['Live', undefined]);
  expect(reported('')).toEqual([undefined, undefined]);
});

it('takes no title from a long line, or from one that goes on in the next', () => {
  const long = 'x '.repeat(100).trim();
  expect(reported(long)).toEqual([undefined, long]);
  expect(reported('The doors', 'open.')).toEqual([undefined, 'The doors\nopen.']);
});
