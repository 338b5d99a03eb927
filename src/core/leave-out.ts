import type { Finding, Report } from './diagnostics.ts';

/** A part of a line that is not published as it is: where it stands, what comes instead, and what is said of it. */
export type LeftOut = Pick<Finding, 'rule' | 'message' | 'hint'> & {
  readonly at: number;
  readonly length: number;
  readonly instead: string;
};

/** A text without some parts of its lines. Each line with such is reported once, for the first of them, with the line as it is then. */
export const leaveOut = (
  file: string,
  lines: readonly string[],
  partsOf: (line: number) => readonly LeftOut[],
  report: Report,
): string =>
  lines
    .map((line, index) => {
      const parts = partsOf(index);
      const [first] = parts;
      if (!first) return line;
      const cleaned = parts.reduceRight(
        (text, { at, length, instead }) => text.slice(0, at) + instead + text.slice(at + length),
        line,
      );
      const { rule, message, hint } = first;
      report({
        file,
        line: index + 1,
        column: first.at + 1,
        rule,
        message,
        hint,
        corrected: cleaned.replace(/\r$/, ''),
      });
      return cleaned;
    })
    .join('\n');
