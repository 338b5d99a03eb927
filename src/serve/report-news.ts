import { type Diagnostic, hasErrors } from '../core/diagnostics.ts';
import { formatDiagnostic, formatDiagnostics } from '../core/format-diagnostic.ts';

/** Tells what is wrong in the content, and of that only what has not been told yet; and when there are no errors any more. */
export const reportNews = (print: (text: string) => void): ((diagnostics: readonly Diagnostic[]) => void) => {
  let told: ReadonlySet<string> = new Set();
  let hadErrors = false;
  return (diagnostics) => {
    const news = diagnostics.filter((one) => !told.has(formatDiagnostic(one)));
    if (news.length > 0) print(formatDiagnostics(news));
    if (hadErrors && !hasErrors(diagnostics)) print('The content has no errors any more.');
    told = new Set(diagnostics.map(formatDiagnostic));
    hadErrors = hasErrors(diagnostics);
  };
};
