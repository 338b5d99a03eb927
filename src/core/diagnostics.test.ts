import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { collectDiagnostics, compare, type Diagnostic, hasErrors, sortDiagnostics } from './diagnostics.ts';
import { formatDiagnostic, formatDiagnostics } from './format-diagnostic.ts';
import { rules } from './rules.ts';

const one: Diagnostic = {
  file: 'gala/a.md',
  line: 3,
  column: 7,
  rule: 'invalid-time',
  severity: 'error',
  message: 'Unexpected time "noon", expected another',
  hint: 'Write 12:00.',
};

describe('diagnostics', () => {
  it('take their severity from the rule', () => {
    const { report, diagnostics } = collectDiagnostics();
    const { severity: _, ...finding } = one;
    report(finding);
    report({ ...finding, rule: 'outside-coverage' });
    expect(diagnostics()).toEqual([one, { ...one, rule: 'outside-coverage', severity: 'warning' }]);
  });

  it('are in order of file, line, column, rule and message', () => {
    const sorted: Diagnostic[] = [
      { ...one, file: 'Gala/z.md', line: 9 },
      { ...one, line: 2, column: 9 },
      { ...one, line: 3, column: 1 },
      { ...one, line: 3, column: 7, rule: 'ambiguous-time' },
      { ...one, message: 'A' },
      one,
      { ...one, line: 10 },
      { ...one, file: 'gala/ä.md', line: 1 },
    ];
    expect(sortDiagnostics([...sorted].reverse())).toEqual(sorted);
  });

  it('are reported once where two are equal', () => {
    expect(sortDiagnostics([one, { ...one }])).toEqual([one]);
  });

  it('stop a release where one of them is an error', () => {
    expect(hasErrors([])).toBe(false);
    expect(hasErrors([{ ...one, severity: 'warning' }])).toBe(false);
    expect(hasErrors([{ ...one, severity: 'warning' }, one])).toBe(true);
  });
});

describe('diagnostics as text', () => {
  it('show place, severity, rule, message, cure and the corrected line', () => {
    expect(formatDiagnostic({ ...one, corrected: 'time: 2019-11-11T12:00' })).toBe(
      'gala/a.md:3:7 error invalid-time\n  Unexpected time "noon", expected another.\n  Write 12:00.\n  > time: 2019-11-11T12:00',
    );
    expect(formatDiagnostic(one)).not.toContain('>');
  });

  it('are counted at the end', () => {
    const warning: Diagnostic = { ...one, severity: 'warning' };
    const lastLine = (...diagnostics: Diagnostic[]) => formatDiagnostics(diagnostics).split('\n').at(-1);
    expect(lastLine()).toBe('0 errors, 0 warnings');
    expect(lastLine(one, warning, warning)).toBe('1 error, 2 warnings');
    expect(lastLine(one, one, warning)).toBe('2 errors, 1 warning');
  });

  it('leave out what was reported twenty times of one file, and say how many there are', () => {
    const many = Array.from({ length: 50_000 }, (_, index): Diagnostic => ({ ...one, line: index + 1 }));
    const lines = formatDiagnostics([...many, { ...one, file: 'gala/b.md' }]).split('\n');
    expect(lines.filter((line) => line.includes(' error '))).toHaveLength(21);
    expect(lines).toContain('… and 49980 more of invalid-time in gala/a.md');
    expect(lines.at(-1)).toBe('50001 errors, 0 warnings');
  });
});

it('texts are compared by code units, whatever the locale', () => {
  expect(['ä', 'z', 'a', 'Z', '10', '9', ''].sort(compare)).toEqual(['', '10', '9', 'Z', 'a', 'z', 'ä']);
});

describe('the table of rules', () => {
  const sources = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts'));
  const textOf = (name: string): string => readFileSync(`${import.meta.dirname}/${name}`, 'utf8');

  it('has a test that shows the text of every rule that the core reports', () => {
    const core = sources.filter((name) => !name.endsWith('.test.ts')).map(textOf);
    const tests = sources
      .filter((name) => name.endsWith('.test.ts'))
      .map(textOf)
      .join('\n');
    const reported = Object.entries(rules).filter(([rule]) =>
      core.some((text) => text.includes(`'${rule}'`) && !text.includes('export const rules')),
    );
    expect(reported.length).toBeGreaterThan(25);
    const unshown = reported.filter(
      ([rule, { severity }]) => !new RegExp(`:\\d+:\\d+ ${severity} ${rule}\\n`).test(tests),
    );
    expect(unshown.map(([rule]) => rule)).toEqual([]);
  });

  it('explains each rule in a sentence', () => {
    for (const { meaning } of Object.values(rules)) expect(meaning).toMatch(/^[A-Z].*\.$/);
  });
});
