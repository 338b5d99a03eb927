import { expect, it } from 'vitest';
import { quote } from './quote.ts';

it.each([
  ['One\n two', '"One two"'],
  ['word '.repeat(1_000_000), `"${'word '.repeat(15).trim()}…"`],
])('keeps what a person needs to find a text (%#)', (text, quoted) => {
  expect(quote(text)).toBe(quoted);
});
