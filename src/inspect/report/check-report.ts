import type { ContentFiles } from '../../core/content-files.ts';
import type { Diagnostic } from '../../core/diagnostics.ts';
import type { CheckResult } from '../check-content.ts';

/** What a reporter prints. */
export type CheckReport = CheckResult & {
  /** A file of the content as the reader of the report names it: by its path from where the command was called. */
  readonly pathOf: (file: string) => string;
  /** A line of a file, counted from 1, without its line break. */
  readonly lineOf: (file: string, line: number) => string | undefined;
};

/** Makes the lines of a content folder's documents readable for reporters. */
export const linesOf = (files: ContentFiles): CheckReport['lineOf'] => {
  const split = new Map<string, readonly string[]>();
  return (file, line) => {
    const bytes = files.get(file);
    if (!(bytes instanceof Uint8Array)) return undefined;
    const lines = split.get(file) ?? new TextDecoder().decode(bytes).split(/\r?\n/);
    split.set(file, lines);
    return lines[line - 1];
  };
};

/** What was found, counted in one sentence. */
export const checkSummary = ({ diagnostics, documents, elsewhere }: CheckResult): string => {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const counted = `${count(errors, 'error')} and ${count(diagnostics.length - errors, 'warning')} in ${count(documents, 'file')}.`;
  return elsewhere ? `${counted} Other files have errors, too: check without names of files shows them.` : counted;
};

const count = (number: number, noun: string): string =>
  `${number === 0 ? 'no' : number} ${noun}${number === 1 ? '' : 's'}`;

/** The sentence and the cure of a diagnostic as running text. */
export const inWords = ({ message, hint }: Diagnostic): string => `${message}. ${hint}`.trim();
