import { expect, it } from 'vitest';
import { haveLineParagraphs, paragraphText } from './paragraphs.ts';
import { transcriptLinesOf } from './testing.ts';

const long = 'x '.repeat(100).trim();

it('leaves one blank line between paragraphs and breaks within them', () => {
  expect(paragraphText(transcriptLinesOf('', 'a', 'b', '', '', 'c', ''), false)).toBe('a\nb\n\nc');
  expect(paragraphText(transcriptLinesOf('', ''), false)).toBe('');
});

it('can make a paragraph of each line', () => {
  expect(paragraphText(transcriptLinesOf('a', 'b', '', 'c'), true)).toBe('a\n\nb\n\nc');
});

it('takes each line for a paragraph where no blank ones stand between them and they are too long to be broken', () => {
  expect(haveLineParagraphs([transcriptLinesOf('', long, 'b', '')])).toBe(true);
  expect(haveLineParagraphs([transcriptLinesOf(long, 'b'), transcriptLinesOf('c', '', 'd')])).toBe(false);
  expect(haveLineParagraphs([transcriptLinesOf('a', 'b')])).toBe(false);
});
