import type { Diagnostic } from './diagnostics.ts';

/** A diagnostic as text of two to four lines: place, severity and rule; message; cure; the corrected line if there is one. */
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
    ...(corrected === undefined ? [] : [`  > ${corrected}`]),
  ].join('\n');

/** Diagnostics one below the other, and a line that counts them. */
export const formatDiagnostics = (diagnostics: readonly Diagnostic[]): string => {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  return [...diagnostics.map(formatDiagnostic), `${count(errors, 'error')}, ${count(warnings, 'warning')}`].join('\n');
};

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
