import { expect, it } from 'vitest';
import { aDiagnostic, aReport } from '../testing/check.ts';
import { json } from './json.ts';

it('the diagnostics are data, with paths from where the command was called', () => {
  const report = aReport(
    [
      aDiagnostic({ corrected: 'time: 2019-11-11T12:00' }),
      aDiagnostic({ rule: 'duplicate-slug', related: 'gala/b.md' }),
    ],
    { 'gala/a.md': '', 'gala/b.md': '' },
  );
  expect(json(report)).toMatchInlineSnapshot(`
    "{
      "diagnostics": [
        {
          "file": "content/gala/a.md",
          "line": 3,
          "column": 7,
          "rule": "invalid-time",
          "severity": "error",
          "message": "Unexpected time \\"noon\\", expected another",
          "hint": "Write 12:00.",
          "corrected": "time: 2019-11-11T12:00"
        },
        {
          "file": "content/gala/a.md",
          "line": 3,
          "column": 7,
          "rule": "duplicate-slug",
          "severity": "error",
          "message": "Unexpected time \\"noon\\", expected another",
          "hint": "Write 12:00.",
          "related": "content/gala/b.md"
        }
      ],
      "documents": 2,
      "elsewhere": false,
      "summary": "2 errors and no warnings in 2 files."
    }"
  `);
});

it('nothing found is an empty list', () => {
  expect(JSON.parse(json(aReport([], { 'gala/a.md': '' }, { elsewhere: true })))).toEqual({
    diagnostics: [],
    documents: 1,
    elsewhere: true,
    summary:
      'no errors and no warnings in 1 file. Other files have errors, too: check without names of files shows them.',
  });
});

it('what stands in names and messages is what comes out again', () => {
  const odd = aDiagnostic({ file: 'a "b"\n\\\u001b.md', message: '\u2028\0"', hint: '双十一 🚀' });
  expect(JSON.parse(json(aReport([odd], {}, { pathOf: (file) => file }))).diagnostics).toEqual([odd]);
});
