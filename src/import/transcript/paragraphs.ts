import type { TranscriptLine } from './lines.ts';

/**
 * Whether each line of these texts is a paragraph of its own: where no blank line stands within any of them, and lines are
 * too long to be broken ones.
 */
export const haveLineParagraphs = (texts: readonly (readonly TranscriptLine[])[]): boolean => {
  const own = texts.map(withoutEdges);
  return own.every((lines) => lines.every(({ text }) => text !== '')) && own.some((lines) => lines.some(isLong));
};

const isLong = ({ isShort }: TranscriptLine): boolean => !isShort;

/** Lines without the blank ones before and after them. */
export const withoutEdges = (lines: readonly TranscriptLine[]): readonly TranscriptLine[] =>
  lines.slice(
    Math.max(
      0,
      lines.findIndex(({ text }) => text !== ''),
    ),
    lines.findLastIndex(({ text }) => text !== '') + 1,
  );

/** The text of lines, with one blank line between paragraphs. */
export const paragraphText = (lines: readonly TranscriptLine[], areParagraphs: boolean): string => {
  if (areParagraphs) return lines.flatMap(({ text }) => (text === '' ? [] : text)).join('\n\n');
  const texts: string[] = [];
  for (const { text } of withoutEdges(lines)) if (text !== '' || texts.at(-1) !== '') texts.push(text);
  return texts.join('\n');
};
