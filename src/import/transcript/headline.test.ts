import { expect, it } from 'vitest';
import { headedOf } from './headline.ts';
import { transcriptLinesOf } from './testing.ts';

const long =
  'It went on and on until everyone had left, and then it went on for a while, because nobody had told it to stop there.';
const reported = (...lines: readonly string[]) => {
  const { headline, lines: rest } = headedOf(transcriptLinesOf(...lines));
  return [headline, rest.map(({ text }) => text).join('|')];
};

it.each([
  ['by a blank line', ['Doors open', '', 'All come in.'], ['Doors open', '|All come in.']],
  ['by the length of the text', ['Doors open', `${long} ${long}`], ['Doors open', `${long} ${long}`]],
  ['with blank lines above it', ['', 'Doors open', '', 'x'], ['Doors open', '|x']],
  ['in another script', ['双十一开幕', '', '大家来了。'], ['双十一开幕', '|大家来了。']],
])('takes a first line that is parted from the text: %s', (_, lines, expected) => {
  expect(reported(...lines)).toEqual(expected);
});

it.each([
  ['a sentence', ['Doors open.', '', 'All come in.']],
  ['a quoted sentence', ['“Doors open!”', '', 'x']],
  ['what announces the text', ['She said:', '', 'x']],
  ['all there is', ['Doors open']],
  ['a line that goes on', ['Doors open', 'and all come in']],
  ['the middle of something', ['and doors open', '', 'x']],
  ['an item of a list', ['1. Doors open', '', 'x']],
  ['an address', ['https://example.org/a', '', 'x']],
  ['a long line', [`${long} and on`, '', 'x']],
  ['a sign', ['###', '', 'x']],
])('leaves %s in the text', (_, lines) => {
  expect(reported(...lines)).toEqual([undefined, lines.join('|')]);
});
