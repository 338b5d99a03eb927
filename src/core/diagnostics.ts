import { type RuleName, rules } from './rules.ts';

/** Something wrong in the content, as data: who prints it, and how, is the business of a reporter. */
export type Diagnostic = {
  /** Path below the content folder, with `/`. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 units. */
  readonly column: number;
  readonly rule: RuleName;
  readonly severity: 'error' | 'warning';
  /** What was found and what was expected, in one sentence without a full stop. */
  readonly message: string;
  /** How to fix it. */
  readonly hint: string;
  /** The line as it should stand, where that can be known. */
  readonly corrected?: string;
  /** Another file without which nothing would be wrong here, such as the one that has the same slug. */
  readonly related?: string;
};

/** What a finder of faults hands over; the severity belongs to the rule. */
export type Finding = Omit<Diagnostic, 'severity'>;

/** Takes a finding. Nothing in the core throws for wrong content: it reports and goes on. */
export type Report = (finding: Finding) => void;

/** A place for findings: give `report` to finders, then ask for the `diagnostics` in file order. */
export const collectDiagnostics = (): { report: Report; diagnostics: () => readonly Diagnostic[] } => {
  const found: Diagnostic[] = [];
  return {
    report: (finding) => found.push({ ...finding, severity: rules[finding.rule].severity }),
    diagnostics: () => sortDiagnostics(found),
  };
};

/** Diagnostics by file, line, column, rule and message; two that are equal become one. */
export const sortDiagnostics = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => {
  const keyed = new Map(
    diagnostics.map((one) => [JSON.stringify([one.file, one.line, one.column, one.rule, one.message]), one]),
  );
  return [...keyed.values()].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.rule, b.rule) ||
      compare(a.message, b.message),
  );
};

/** So many diagnostics of one rule in one file tell a person all there is to learn. */
const mostOfRule = 20;

/** What a report for people prints of diagnostics: of each rule in each file the first few, and how many more there are. */
export const shownOf = (
  diagnostics: readonly Diagnostic[],
): readonly { readonly diagnostic: Diagnostic; readonly more: number }[] => {
  const all = Map.groupBy(diagnostics, ({ file, rule }) => `${rule} ${file}`);
  const last = new Map([...all.values()].map((ones) => [ones[Math.min(ones.length, mostOfRule) - 1], ones.length]));
  const shown = new Set([...all.values()].flatMap((ones) => ones.slice(0, mostOfRule)));
  return diagnostics
    .filter((one) => shown.has(one))
    .map((diagnostic) => ({ diagnostic, more: Math.max(0, (last.get(diagnostic) ?? 0) - mostOfRule) }));
};

/** True where something must be fixed before a release can be built. */
export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === 'error');

/** Order by UTF-16 code units: the same on every machine, whatever its locale. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
