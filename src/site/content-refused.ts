import { join } from 'node:path';
import { type Diagnostic, hasErrors } from '../core/diagnostics.ts';
import { formatDiagnostics } from '../core/format-diagnostic.ts';

/** The content has errors, and nothing is published. The message is the whole report. */
export class ContentRefused extends Error {
  override readonly name = 'ContentRefused';
  readonly diagnostics: readonly Diagnostic[];
  /** Where the first error is: the development server shows the place and opens it in an editor. */
  readonly loc: { readonly file: string; readonly line: number; readonly column: number } | undefined;
  constructor(folder: string, diagnostics: readonly Diagnostic[]) {
    super(`The content in ${folder} has errors:\n${formatDiagnostics(diagnostics)}`);
    this.diagnostics = diagnostics;
    const first = diagnostics.find(({ severity }) => severity === 'error');
    this.loc = first && { file: join(folder, first.file), line: first.line, column: first.column };
  }
}

/** Throws `ContentRefused` where there are errors; prints warnings. */
export const refuseErrors = (folder: string, diagnostics: readonly Diagnostic[]): void => {
  if (hasErrors(diagnostics)) throw new ContentRefused(folder, diagnostics);
  if (diagnostics.length > 0) console.warn(formatDiagnostics(diagnostics));
};
