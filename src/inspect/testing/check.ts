import type { Diagnostic } from '../../core/diagnostics.ts';
import { contentOf } from '../../core/testing.ts';
import type { Content } from '../../io/read-content.ts';
import { type CheckReport, linesOf } from '../report/check-report.ts';

/** An error in the third line of an entry. */
export const aDiagnostic = (fields: Partial<Diagnostic> = {}): Diagnostic => ({
  file: 'gala/a.md',
  line: 3,
  column: 7,
  rule: 'invalid-time',
  severity: 'error',
  message: 'Unexpected time "noon", expected another',
  hint: 'Write 12:00.',
  ...fields,
});

/** A report on these texts, called from the folder above `content/`. */
export const aReport = (
  diagnostics: readonly Diagnostic[],
  texts: Readonly<Record<string, string>> = {},
  more: Partial<CheckReport> = {},
): CheckReport => ({
  diagnostics,
  documents: Object.keys(texts).length,
  elsewhere: false,
  pathOf: (file) => `content/${file}`,
  lineOf: linesOf(contentOf(texts)),
  ...more,
});

/** Content that lies in memory: texts, and other files with their bytes. */
export const aContent = (
  texts: Readonly<Record<string, string>>,
  others: Readonly<Record<string, string>> = {},
): Content => ({
  files: contentOf(texts, Object.fromEntries(Object.keys(others).map((path) => [path, 'file']))),
  readBytes: async (path) => {
    const found = others[path];
    if (found === undefined) throw new Error(`${path} was not there to be read`);
    return new TextEncoder().encode(found);
  },
});

/** The bytes of a picture. */
export const aDrawing = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M0 0h40v30z"/></svg>';
