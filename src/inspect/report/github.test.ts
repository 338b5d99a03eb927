import { expect, it } from 'vitest';
import { aDiagnostic, aReport } from '../testing/check.ts';
import { github } from './github.ts';

it('annotations name severity, place, rule, message and cure, and a summary follows', () => {
  const report = aReport(
    [
      aDiagnostic({ corrected: 'time: 12:00' }),
      aDiagnostic({ severity: 'warning', rule: 'outside-coverage', hint: '' }),
    ],
    { 'gala/a.md': '' },
  );
  expect(github(report)).toMatchInlineSnapshot(`
    "::error file=content/gala/a.md,line=3,col=7,title=invalid-time::Unexpected time "noon", expected another. Write 12:00.
    ::warning file=content/gala/a.md,line=3,col=7,title=outside-coverage::Unexpected time "noon", expected another.
    1 error and 1 warning in 1 file."
  `);
});

it('a percent sign, line breaks, a colon and a comma are escaped where they would mean something', () => {
  const report = aReport([
    aDiagnostic({ file: 'gala/100%, a: b\r\nc.md', message: '50%, a: b\r\nc::error::d', hint: '%0A' }),
  ]);
  expect(github(report)).toMatchInlineSnapshot(`
    "::error file=content/gala/100%25%2C a%3A b%0D%0Ac.md,line=3,col=7,title=invalid-time::50%25, a: b%0D%0Ac::error::d. %250A
    1 error and no warnings in no files."
  `);
});

it('names with blanks and of every script stay as they are', () => {
  const report = aReport([aDiagnostic({ file: '双十一/a b.md' })], {}, { pathOf: (file) => `/home/a b/${file}` });
  expect(github(report)).toMatchInlineSnapshot(`
    "::error file=/home/a b/双十一/a b.md,line=3,col=7,title=invalid-time::Unexpected time "noon", expected another. Write 12:00.
    1 error and no warnings in no files."
  `);
});

it('a name cannot begin a command of its own', () => {
  const report = aReport([
    aDiagnostic({ file: 'a\n::set-env name=PATH::x', message: 'b\n::stop-commands::c', hint: '\r::d' }),
  ]);
  expect(github(report).split(/[\r\n]/)).toHaveLength(2);
});

it('without diagnostics there is the summary alone', () => {
  expect(github(aReport([], {}, { elsewhere: true }))).toBe(
    'no errors and no warnings in no files. Other files have errors, too: check without names of files shows them.',
  );
});
