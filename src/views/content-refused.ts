import { type Diagnostic, hasErrors } from '../core/diagnostics.ts';
import { formatDiagnostics } from '../core/format-diagnostic.ts';

/** The content has errors, and nothing is published. The message is the whole report. */
export class ContentRefused extends Error {
  override readonly name = 'ContentRefused';
  readonly diagnostics: readonly Diagnostic[];
  constructor(folder: string, diagnostics: readonly Diagnostic[]) {
    super(`The content in ${folder} has errors:\n${formatDiagnostics(diagnostics)}`);
    this.diagnostics = diagnostics;
    // The report names the places. Those in the program's own code would only stand in its way.
    this.stack = '';
  }
}

/** Throws `ContentRefused` where there are errors; prints warnings. */
export const refuseErrors = (folder: string, diagnostics: readonly Diagnostic[]): void => {
  if (hasErrors(diagnostics)) throw new ContentRefused(folder, diagnostics);
  if (diagnostics.length > 0) console.warn(formatDiagnostics(diagnostics));
};
