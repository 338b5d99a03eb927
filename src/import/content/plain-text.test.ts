import { expect, test } from 'vitest';
import { ofText, print } from './testing.ts';

test('blank lines end paragraphs, and lines stay lines', () => {
  expect(print(ofText('One\ntwo\r\n\r\n \n\nThree  four\n'))).toBe('One\\\ntwo\n\nThree four\n');
});

test('a paragraph that was wrapped at a margin is one line', () => {
  const line = 'The doors of the festival hall open, and the first ones come in';
  expect(print(ofText(`${line}\n${line}\nas always.`))).toBe(`${line} ${line} as always.\n`);
});

test('what means something in Markdown or HTML is written so that it means itself', () => {
  expect(print(ofText('# 1 *a* <b> [c](d) &amp; `e`\n\n1. f\n\n- g'))).toBe(
    '\\# 1 \\*a\\* \\<b> \\[c]\\(d) \\&amp; \\`e\\`\n\n1\\. f\n\n\\- g\n',
  );
});

test('what means nothing is written as it is', () => {
  const text = 'AT&T, Q&A, ~30%, x_y, $5 – $6, 5 < 6, a | b, #hash @user';
  expect(print(ofText(text))).toBe(`${text}\n`);
});

test('control characters are gone', () => {
  expect(print(ofText('a\u0000b\u0007c\u009fd\ufeff'))).toBe('abcd\n');
});
