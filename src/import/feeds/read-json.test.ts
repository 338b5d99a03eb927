import { expect, it } from 'vitest';
import { ImportRefused } from '../live-blog.ts';
import { readJson } from './read-json.ts';

it('reads JSON, a byte order mark aside', () => {
  expect(readJson('\uFEFF{"a": [1]}', 'feed')).toEqual({ a: [1] });
});

it.each([
  ['{"a": [1,\n', 'end of the file'],
  ['{"a"', 'end of the file'],
  ['{"a": "b', 'end of the file'],
  ['', 'end of the file'],
  ['{"a": 1,\n }', 'text in line 2, column 2'],
  ['['.repeat(1_000_000), 'end of the file'],
])('refuses what is none, with the place where that can be known (%#)', (text, found) => {
  expect(() => readJson(text, 'feed')).toThrow(
    new ImportRefused(
      `Unexpected ${found}, expected JSON: the feed is damaged or cut off. Get it again from where it came from.`,
    ),
  );
});
