import { stripVTControlCharacters } from 'node:util';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { aDiagnostic, aReport } from '../testing/check.ts';
import { pretty } from './pretty.ts';

beforeEach(() => {
  vi.stubEnv('FORCE_COLOR', undefined);
  vi.stubEnv('NO_COLOR', undefined);
});

const entry = '---\ntitle: The curtain rises\ntime: noon\n---\nIt begins.\n';

describe('a report for people', () => {
  it('shows each diagnostic with its lines, its cure and the corrected line, and counts them', () => {
    const report = aReport(
      [
        aDiagnostic({ corrected: 'time: 2019-11-11T12:00' }),
        aDiagnostic({ line: 2, column: 1, rule: 'file-time-disagrees', severity: 'warning' }),
        aDiagnostic({ file: 'gala/gone.md', line: 1, column: 1 }),
      ],
      { 'gala/a.md': entry, 'gala/b.md': entry },
    );
    expect(pretty(report)).toMatchInlineSnapshot(`
      "content/gala/a.md:3:7 error invalid-time
        Unexpected time "noon", expected another.
          2 │ title: The curtain rises
        - 3 │ time: noon
            │       ^
          4 │ ---
        Write 12:00.
        + 3 │ time: 2019-11-11T12:00

      content/gala/a.md:2:1 warning file-time-disagrees
        Unexpected time "noon", expected another.
          1 │ ---
        > 2 │ title: The curtain rises
            │ ^
          3 │ time: noon
        Write 12:00.

      content/gala/gone.md:1:1 error invalid-time
        Unexpected time "noon", expected another.
        Write 12:00.

      2 errors and 1 warning in 2 files."
    `);
  });

  it('shows the first and the last line of a file', () => {
    const report = aReport([aDiagnostic({ line: 1, column: 1 }), aDiagnostic({ line: 3, column: 5, hint: '' })], {
      'gala/a.md': 'first\nsecond\nlast',
    });
    expect(pretty(report)).toMatchInlineSnapshot(`
      "content/gala/a.md:1:1 error invalid-time
        Unexpected time "noon", expected another.
        > 1 │ first
            │ ^
          2 │ second
        Write 12:00.

      content/gala/a.md:3:5 error invalid-time
        Unexpected time "noon", expected another.
          2 │ second
        > 3 │ last
            │     ^

      2 errors and no warnings in 1 file."
    `);
  });

  it('keeps numbers of lines in one column', () => {
    const text = Array.from({ length: 12 }, (_, index) => `line ${index + 1}`).join('\n');
    const report = aReport([aDiagnostic({ line: 9, column: 6, corrected: 'line nine' })], { 'gala/a.md': text });
    expect(pretty(report)).toMatchInlineSnapshot(`
      "content/gala/a.md:9:6 error invalid-time
        Unexpected time "noon", expected another.
           8 │ line 8
        -  9 │ line 9
             │      ^
          10 │ line 10
        Write 12:00.
        +  9 │ line nine

      1 error and no warnings in 1 file."
    `);
  });

  it('points to the right place behind tabs and wide characters', () => {
    const report = aReport([aDiagnostic({ line: 1, column: 12 }), aDiagnostic({ line: 2, column: 8 })], {
      'gala/a.md': 'title: 双十一 x\n\t\tday:\tx',
    });
    expect(pretty(report)).toMatchInlineSnapshot(`
      "content/gala/a.md:1:12 error invalid-time
        Unexpected time "noon", expected another.
        > 1 │ title: 双十一 x
            │        　　　 ^
          2 │   day: x
        Write 12:00.

      content/gala/a.md:2:8 error invalid-time
        Unexpected time "noon", expected another.
          1 │ title: 双十一 x
        > 2 │   day: x
            │        ^
        Write 12:00.

      2 errors and no warnings in 1 file."
    `);
  });

  it('says that there is nothing to say', () => {
    expect(pretty(aReport([], { 'gala/a.md': entry }))).toBe('No errors and no warnings in 1 file.');
  });

  it('lets nothing through that steers a terminal: not from content, names, messages or cures', () => {
    const evil = '\u001b]0;owned\u0007\u001b[2J\r\u009b31m\u202e';
    const report = aReport(
      [
        aDiagnostic({
          file: `gala/${evil}.md`,
          line: 2,
          message: `Unexpected "${evil}"`,
          hint: `Write ${evil}\nor not.`,
          corrected: `title: ${evil}`,
        }),
      ],
      { [`gala/${evil}.md`]: `before ${evil}\ntitle: ${evil}\nafter ${evil}` },
    );
    const text = pretty(report);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(text).toMatchInlineSnapshot(`
      "content/gala/␛]0;owned␇␛[2J␍�31m�.md:2:7 error invalid-time
        Unexpected "␛]0;owned␇␛[2J␍�31m�".
          1 │ before ␛]0;owned␇␛[2J␍�31m�
        - 2 │ title: ␛]0;owned␇␛[2J␍�31m�
            │       ^
          3 │ after ␛]0;owned␇␛[2J␍�31m�
        Write ␛]0;owned␇␛[2J␍�31m�␊or not.
        + 2 │ title: ␛]0;owned␇␛[2J␍�31m�

      1 error and no warnings in 1 file."
    `);
  });
});

describe('colours', () => {
  const report = aReport(
    [
      aDiagnostic({ corrected: 'time: 2019-11-11T12:00' }),
      aDiagnostic({ line: 2, severity: 'warning', rule: 'outside-coverage' }),
    ],
    { 'gala/a.md': entry },
  );

  it('are not there where the report goes to no terminal, or where nobody wants them', () => {
    expect(pretty(report)).not.toContain('\u001b');
    vi.stubEnv('NO_COLOR', '1');
    expect(pretty(report)).not.toContain('\u001b');
  });

  it('are there where somebody asks for them, and change no word', () => {
    const plain = pretty(report);
    vi.stubEnv('FORCE_COLOR', '1');
    const coloured = pretty(report);
    expect(stripVTControlCharacters(coloured)).toBe(plain);
    expect(coloured.replaceAll('\u001b', '⎋')).toMatchInlineSnapshot(`
      "⎋[1mcontent/gala/a.md:3:7⎋[22m ⎋[31merror⎋[39m ⎋[2minvalid-time⎋[22m
        Unexpected time "noon", expected another.
          2 │ title: The curtain rises
        - 3 │ time: noon
            │       ^
          4 │ ---
        Write 12:00.
      ⎋[32m  + 3 │ time: 2019-11-11T12:00⎋[39m

      ⎋[1mcontent/gala/a.md:2:7⎋[22m ⎋[33mwarning⎋[39m ⎋[2moutside-coverage⎋[22m
        Unexpected time "noon", expected another.
          1 │ ---
        > 2 │ title: The curtain rises
            │       ^
          3 │ time: noon
        Write 12:00.

      1 error and 1 warning in 1 file."
    `);
  });
});
