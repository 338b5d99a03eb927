import { expect, test } from 'vitest';
import { tableOf, tooSlow, withTable } from './report.ts';
import type { BenchResult } from './rounds.ts';

const aResult = (what: string, seconds: readonly number[], perEntry?: number): BenchResult => ({
  archive: '1,000',
  what,
  measurements: seconds.map((one) => ({ seconds: one, peak: 300e6 })),
  isQuiet: true,
  ...(perEntry !== undefined && { perEntry }),
});

const results = [
  aResult('build, cold', [3, 2, 9]),
  aResult('Hugo', [0.25]),
  aResult('Hugo and Pagefind', [1.5]),
  aResult('files opened, nothing changed', [], 2.154),
];

const table = `\
| entries | what | s | MB | × Hugo | × Hugo and Pagefind | × Eleventy and Pagefind | per entry |
| --- | --- | --: | --: | --: | --: | --: | --: |
| 1,000 | build, cold | 3.00 | 300 | 12.0 | 2.00 | | |
| 1,000 | Hugo | 0.25 | 300 | | | | |
| 1,000 | Hugo and Pagefind | 1.50 | 300 | | | | |
| 1,000 | files opened, nothing changed | | | | | | 2.15 |`;

const documented = '# Performance\n\n<!-- bench -->\n<!-- /bench -->\n\nMore\n';

test('the table has medians, and compares what is ours with each other that was measured', () => {
  expect(tableOf(results)).toBe(table);
});

test('a table replaces the one that a document has between its markers, and nothing else', () => {
  const once = withTable(documented, table);
  expect(once).toBe(`# Performance\n\n<!-- bench -->\n\n${table}\n\n<!-- /bench -->\n\nMore\n`);
  expect(withTable(once, table)).toBe(once);
  expect(() => withTable('# Performance', table)).toThrow('The document has no <!-- bench --> … <!-- /bench -->.');
});

test('a ratio is too high where it is more than 1.5 times the documented one, and may be anything where none is', () => {
  const before = withTable(documented, table);
  expect(tooSlow(table, before)).toEqual([]);
  expect(tooSlow(table, documented)).toEqual([]);
  const slower = [aResult('build, cold', [4.52]), ...results.slice(1, 3), aResult(results[3]?.what ?? '', [], 3.24)];
  expect(tooSlow(tableOf(slower), before)).toEqual([
    '1,000, build, cold, × Hugo: 18.1, documented 12, at most 18.00',
    '1,000, build, cold, × Hugo and Pagefind: 3.01, documented 2, at most 3.00',
    '1,000, files opened, nothing changed, per entry: 3.24, documented 2.15, at most 3.22',
  ]);
});
