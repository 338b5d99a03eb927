import type { Finding, Report } from './diagnostics.ts';

/** What is said of the first part of a line that is not published as it is: where it stands, from 0, and what is wrong. */
export type LeftOut = Pick<Finding, 'rule' | 'message' | 'hint'> & { readonly at: number };

/** A line as it is published; `first` where that is not as it was written. */
export type CleanedLine = { readonly text: string; readonly first?: LeftOut };

/** A text whose lines are cleaned. Each that changes is reported once, for its first part, with the line as it is then. */
export const leaveOut = (
  file: string,
  lines: readonly string[],
  clean: (line: string, index: number) => CleanedLine,
  report: Report,
): string =>
  lines
    .map((line, index) => {
      const { text, first } = clean(line, index);
      if (!first) return line;
      const { at, ...said } = first;
      report({ file, line: index + 1, column: at + 1, ...said, corrected: text.replace(/\r$/, '') });
      return text;
    })
    .join('\n');

/** A line in which other text stands in the place of some parts, which come in their order. */
export const replaceParts = (
  line: string,
  parts: readonly { readonly at: number; readonly length: number; readonly instead: string }[],
): string => {
  const kept: string[] = [];
  let end = 0;
  for (const { at, length, instead } of parts) {
    kept.push(line.slice(end, at), instead);
    end = at + length;
  }
  return [...kept, line.slice(end)].join('');
};
