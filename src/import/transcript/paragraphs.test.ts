import { expect, it } from 'vitest';
import { haveLineParagraphs, paragraphText } from './paragraphs.ts';
import { linesOf } from './testing.ts';

const long = 'x '.repeat(100).trim();

it('leaves one blank line between paragraphs and breaks within them', () => {
  expect(paragraphText(linesOf('', 'a', 'b', '', '', 'c', ''), false)).toBe('a\nb\n\nc');
  expect(paragraphText(linesOf('', ''), false)).toBe('');
});

it('can make a paragraph of each line', () => {
  expect(paragraphText(linesOf('a', 'b', '', 'c'), true)).toBe('a\n\nb\n\nc');
});

it('takes each line for a paragraph where no blank ones stand between them and they are too long to be broken', () => {
  expect(haveLineParagraphs([linesOf('', long, 'b', '')])).toBe(true);
  expect(haveLineParagraphs([linesOf(long, 'b'), linesOf('c', '', 'd')])).toBe(false);
  expect(haveLineParagraphs([linesOf('a', 'b')])).toBe(false);
});
