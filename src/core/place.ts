import type { Finding, Report } from './diagnostics.ts';

/** A place in a file. `corrected` gives the place's line with another value, in quotes where it needs them. */
export type ReportPlace = Pick<Finding, 'file' | 'line' | 'column'> & {
  readonly corrected: (instead: Instead) => string | undefined;
};

/** What comes instead of a value: the value itself, or how it is to be written. */
export type Instead = string | boolean | number | { readonly yaml: string };

/** The place of a fault that lies in a file's name or in the file as a whole. */
export const placeOfFile = (file: string): ReportPlace => ({ file, line: 1, column: 1, corrected: () => undefined });

/** What is wrong at a place, and the value that was meant there, where that is sure. */
type Words = Omit<Finding, 'file' | 'line' | 'column' | 'corrected'> & {
  readonly corrected?: string | undefined;
  readonly meant?: Instead | undefined;
};

/** Reports what is wrong at a place, with the line as it stands with the value that was meant. */
export const reportAt = (place: ReportPlace, report: Report, { meant, corrected: own, ...words }: Words): void => {
  const { corrected, ...where } = place;
  const line = own ?? (meant === undefined ? undefined : corrected(meant));
  report({ ...where, ...words, ...(line !== undefined && { corrected: line }) });
};
