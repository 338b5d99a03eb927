import type { Paragraph, PhrasingContent, Root } from 'mdast';
import { visibleText } from './visible-text.ts';

/** The tree of a plain text, in which no character means anything: paragraphs, and lines where they are no wrapping. */
export const treeOfText = (value: string): Root => ({
  type: 'root',
  children: visibleText(value)
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => linesOf(paragraph))
    .filter((lines) => lines.length > 0)
    .map(paragraphOf),
});

const linesOf = (paragraph: string): string[] =>
  paragraph
    .split('\n')
    .map((line) => line.replace(/[\t ]+/g, ' ').trim())
    .filter((line) => line !== '');

const paragraphOf = (lines: readonly string[]): Paragraph => {
  const children = (isWrapped(lines) ? [lines.join(' ')] : lines).flatMap((line, index): PhrasingContent[] => {
    const text = { type: 'text', value: line } as const;
    return index === 0 ? [text] : [{ type: 'break' }, text];
  });
  return { type: 'paragraph', children };
};

/** Whether all lines but the last are about as long as the margin of a mail or a text file allows. */
const isWrapped = (lines: readonly string[]): boolean =>
  lines.length > 1 && lines.slice(0, -1).every(({ length }) => length >= 55 && length <= 90);
