import type { Fix, Log, Result } from 'sarif';
import type { Diagnostic } from '../../core/diagnostics.ts';
import { rules } from '../../core/rules.ts';
import { type CheckReport, inWords } from './check-report.ts';

const names = Object.keys(rules);

/**
 * For tools that collect findings, in SARIF 2.1.0: every rule, and each diagnostic with its place and, where it is known,
 * the corrected line as a fix. https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export const sarif = (report: CheckReport): string => {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Recapsule',
            rules: Object.entries(rules).map(([id, { severity, meaning }]) => ({
              id,
              shortDescription: { text: meaning },
              defaultConfiguration: { level: severity },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: report.diagnostics.map((diagnostic) => resultOf(diagnostic, report)),
      },
    ],
  };
  return JSON.stringify(log, null, 2);
};

const resultOf = (diagnostic: Diagnostic, report: CheckReport): Result => {
  const { file, line, column, rule, severity, related } = diagnostic;
  const fix = fixOf(diagnostic, report);
  return {
    ruleId: rule,
    ruleIndex: names.indexOf(rule),
    level: severity,
    message: { text: inWords(diagnostic) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(file, report),
          region: { startLine: line, startColumn: column },
        },
      },
    ],
    ...(related !== undefined && {
      relatedLocations: [{ physicalLocation: { artifactLocation: artifact(related, report) } }],
    }),
    ...(fix && { fixes: [fix] }),
  };
};

const fixOf = ({ file, line, hint, corrected }: Diagnostic, report: CheckReport): Fix | undefined => {
  const wrong = report.lineOf(file, line);
  if (corrected === undefined || wrong === undefined) return undefined;
  const deletedRegion = { startLine: line, startColumn: 1, endLine: line, endColumn: wrong.length + 1 };
  const replacements = [{ deletedRegion, insertedContent: { text: corrected } }];
  return {
    description: { text: hint },
    artifactChanges: [{ artifactLocation: artifact(file, report), replacements }],
  };
};

const artifact = (file: string, { pathOf }: CheckReport): { uri: string } => ({
  uri: pathOf(file).split('/').map(encodeURIComponent).join('/'),
});
