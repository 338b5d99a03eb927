import { type CheckReport, checkSummary, inWords } from './check-report.ts';

/**
 * For GitHub Actions, and what reads the same commands, such as Forgejo: one line for each diagnostic, which then stands
 * beside its line in a pull request. https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export const github = (report: CheckReport): string =>
  [
    ...report.diagnostics.map((diagnostic) => {
      const { severity, line, column, rule, file } = diagnostic;
      const place = Object.entries({ file: report.pathOf(file), line, col: column, title: rule });
      const properties = place.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
      return `::${severity} ${properties}::${escapeMessage(inWords(diagnostic))}`;
    }),
    escapeMessage(checkSummary(report)),
  ].join('\n');

const escapeMessage = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string => escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
