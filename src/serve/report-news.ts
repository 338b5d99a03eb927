import { type Diagnostic, hasErrors } from '../core/diagnostics.ts';
import { formatDiagnostic, formatDiagnostics } from '../core/format-diagnostic.ts';

/** Prints what is wrong in the content, each thing once, and when there are no errors any more. */
export const reportNews = (print: (text: string) => void): ((diagnostics: readonly Diagnostic[]) => void) => {
  let reported: ReadonlySet<string> = new Set();
  let hadErrors = false;
  return (diagnostics) => {
    const news = diagnostics.filter((one) => !reported.has(formatDiagnostic(one)));
    if (news.length > 0) print(formatDiagnostics(news));
    if (hadErrors && !hasErrors(diagnostics)) print('The content has no errors any more.');
    reported = new Set(diagnostics.map(formatDiagnostic));
    hadErrors = hasErrors(diagnostics);
  };
};
