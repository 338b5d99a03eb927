import type { Diagnostic } from '../core/diagnostics.ts';
import { formatDiagnostics } from '../core/format-diagnostic.ts';
import type { OpenSite } from './open-site.ts';

/** The content has errors, and nothing is published. The message is the whole report. */
export class ContentRefused extends Error {
  override readonly name = 'ContentRefused';
  readonly diagnostics: readonly Diagnostic[];
  /** What the development server says above the report. */
  readonly title = 'The content has errors';
  constructor(folder: string, diagnostics: readonly Diagnostic[]) {
    super(`The content in ${folder} has errors:\n${formatDiagnostics(diagnostics)}`);
    this.diagnostics = diagnostics;
    // The report names the places. Those in the program's own code would only stand in its way.
    this.stack = '';
  }
}

/** The warnings that have been printed last. */
let printed = '';

/**
 * Gives the site of a content. Throws `ContentRefused` where errors left none; prints warnings, where they are not the same as
 * the last time.
 */
export const refuseErrors = (folder: string, diagnostics: readonly Diagnostic[], site?: OpenSite): OpenSite => {
  if (!site) throw new ContentRefused(folder, diagnostics);
  const warnings = diagnostics.length > 0 ? formatDiagnostics(diagnostics) : '';
  if (warnings !== printed && warnings !== '') console.warn(warnings);
  printed = warnings;
  return site;
};
