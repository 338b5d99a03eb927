import type { Diagnostic } from '../core/diagnostics.ts';
import { formatDiagnostics } from '../core/format-diagnostic.ts';
import type { OpenSite } from './open-site.ts';

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

/** Gives the site of a content, and prints warnings. Throws `ContentRefused` where errors left none. */
export const refuseErrors = (folder: string, diagnostics: readonly Diagnostic[], site?: OpenSite): OpenSite => {
  if (!site) throw new ContentRefused(folder, diagnostics);
  if (diagnostics.length > 0) console.warn(formatDiagnostics(diagnostics));
  return site;
};
