import { type Diagnostic, shownOf } from './diagnostics.ts';

/** A diagnostic as text of two to four lines: place, severity and rule; message; fix; the corrected line if there is one. */
export const formatDiagnostic = ({
  file,
  line,
  column,
  severity,
  rule,
  message,
  hint,
  corrected,
}: Diagnostic): string =>
  [
    `${file}:${line}:${column} ${severity} ${rule}`,
    `  ${message}.`,
    `  ${hint}`,
    ...(corrected === undefined ? [] : corrected.split('\n').map((one) => `  > ${one}`)),
  ].join('\n');

/** Diagnostics one below the other, and a line that counts them. */
export const formatDiagnostics = (diagnostics: readonly Diagnostic[]): string => {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const shown = shownOf(diagnostics).flatMap(({ diagnostic, more }) => [
    formatDiagnostic(diagnostic),
    ...(more > 0 ? [moreOf(diagnostic, more)] : []),
  ]);
  return [...shown, `${count(errors, 'error')}, ${count(warnings, 'warning')}`].join('\n');
};

/** Says that a report leaves others of the same rule out. */
export const moreOf = ({ file, rule }: Pick<Diagnostic, 'file' | 'rule'>, more: number): string =>
  `… and ${more} more of ${rule} in ${file}`;

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
