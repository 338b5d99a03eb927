import { describe, expect, it } from 'vitest';
import { contentOf } from '../../core/testing.ts';
import { aDiagnostic } from '../testing/check.ts';
import { checkSummary, inWords, linesOf } from './check-report.ts';

describe('the lines of documents', () => {
  const lineOf = linesOf(
    contentOf(
      { 'a.md': 'one\ntwo\r\n\nfour\r', 'empty.md': '', 'bom.md': '\ufeffone' },
      { 'picture.png': 'file', 'link.md': 'link', 'bytes.md': Uint8Array.of(0x61, 0xff, 0x0a, 0x62) },
    ),
  );

  it('are counted from 1, and come without their breaks', () => {
    expect([0, 1, 2, 3, 4, 5, -1].map((line) => lineOf('a.md', line))).toEqual([
      undefined,
      'one',
      'two',
      '',
      'four\r',
      undefined,
      undefined,
    ]);
  });

  it('are those of the text: without a byte order mark, and with a sign for a byte that is none of UTF-8', () => {
    expect([lineOf('bom.md', 1), lineOf('bytes.md', 1), lineOf('bytes.md', 2)]).toEqual(['one', 'a\ufffd', 'b']);
  });

  it('are there for documents alone', () => {
    expect(['empty.md', 'picture.png', 'link.md', 'gone.md'].map((file) => lineOf(file, 1))).toEqual([
      '',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the summary', () => {
  const warning = aDiagnostic({ severity: 'warning' });
  const reported = (errors: number, warnings: number, documents: number, elsewhere = false): string =>
    checkSummary({
      diagnostics: [...Array.from({ length: errors }, () => aDiagnostic()), ...Array(warnings).fill(warning)],
      documents,
      elsewhere,
    });

  it('counts errors, warnings and files', () => {
    expect([reported(0, 0, 0), reported(1, 1, 1), reported(2, 0, 3), reported(0, 12, 1)]).toEqual([
      'no errors and no warnings in no files.',
      '1 error and 1 warning in 1 file.',
      '2 errors and no warnings in 3 files.',
      'no errors and 12 warnings in 1 file.',
    ]);
  });

  it('says where the files that were not asked for have errors', () => {
    expect(reported(0, 0, 1, true)).toBe(
      'no errors and no warnings in 1 file. Other files have errors, too: check without names of files shows them.',
    );
  });
});

describe('a diagnostic in running text', () => {
  it('is its message and its cure, or its message alone', () => {
    expect(inWords(aDiagnostic())).toBe('Unexpected time "noon", expected another. Write 12:00.');
    expect(inWords(aDiagnostic({ hint: '' }))).toBe('Unexpected time "noon", expected another.');
  });
});
