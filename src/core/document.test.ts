import { describe, expect, it } from 'vitest';
import type { Entry } from './archive.ts';
import { readArchive } from './read-archive.ts';
import { anEntry, aSite, faultsIn, galaWith } from './testing.ts';

const faultsOf = (text: string): string => faultsIn(galaWith({ 'gala/a.md': text }));

const entryOf = (text: string): Entry | undefined => {
  const { archive, diagnostics } = readArchive(galaWith({ 'gala/a.md': text }));
  expect(diagnostics).toEqual([]);
  return archive.events[0]?.entries[0];
};

const fields = 'title: A song\ntime: 2019-11-11T10:00\n';

describe('a document', () => {
  it('gives its body as it is, and the line at which it begins', () => {
    expect(entryOf(`---\n${fields}---\n\nOne.\n\n---\n\nTwo.\n`)?.body).toEqual({
      file: 'gala/a.md',
      line: 5,
      markdown: '\nOne.\n\n---\n\nTwo.\n',
    });
  });

  it('may have no body', () => {
    expect(entryOf(`---\n${fields}---`)?.body).toEqual({ file: 'gala/a.md', line: 4, markdown: '' });
    expect(entryOf(`---\n${fields}---\n`)?.body).toEqual({ file: 'gala/a.md', line: 5, markdown: '' });
  });

  it('may have blanks after ---', () => {
    expect(entryOf(`--- \t\n${fields}---  \nOne.\n`)).toMatchObject({
      title: 'A song',
      body: { line: 4, markdown: '  \nOne.\n' },
    });
  });

  it('may have CRLF and a byte order mark', () => {
    const entry = entryOf(`\uFEFF---\r\n${fields.replaceAll('\n', '\r\n')}draft: false\r\n---\r\nOne.\r\nTwo.\r\n`);
    expect(entry).toMatchObject({
      title: 'A song',
      moment: { clock: '10:00' },
      body: { line: 6, markdown: 'One.\r\nTwo.\r\n' },
    });
  });

  it('may have --- inside a value and comments among its fields', () => {
    expect(entryOf(`---\n# from the newsroom\n${fields}author: "A --- B" # who\n---\n`)?.author).toBe('A --- B');
  });
});

describe('line numbers', () => {
  it('are right in files with CRLF and a byte order mark', () => {
    expect(
      faultsOf(`\uFEFF---\r\n${fields.replaceAll('\n', '\r\n')}colour: red\r\n---\r\nOne.\r\n`),
    ).toMatchInlineSnapshot(`
      "gala/a.md:4:1 error unknown-key
        Unexpected field "colour", expected one of the fields of entry.
        Remove it, or correct its name.
      1 error, 0 warnings"
    `);
  });

  it('are right in site.yml with CRLF and a byte order mark', () => {
    expect(
      faultsIn(galaWith({ 'site.yml': `\uFEFF${aSite({ colour: 'red' }).replaceAll('\n', '\r\n')}` })),
    ).toMatchInlineSnapshot(`
      "site.yml:5:1 error unknown-key
        Unexpected field "colour", expected one of the fields of site.
        Remove it, or correct its name.
      1 error, 0 warnings"
    `);
  });
});

describe('front matter that is not there', () => {
  it('is asked for in a text', () => {
    expect(faultsOf('# A song\n\nIt begins.\n')).toMatchInlineSnapshot(`
      "gala/a.md:1:1 error front-matter-missing
        Unexpected text, expected front matter between two lines "---".
        Begin the file with ---, then the fields, then --- again.
      1 error, 0 warnings"
    `);
  });

  it('is asked for in an empty file', () => {
    expect(faultsOf('')).toMatchInlineSnapshot(`
      "gala/a.md:1:1 error front-matter-missing
        Unexpected empty file, expected front matter between two lines "---".
        Begin the file with ---, then the fields, then --- again.
      1 error, 0 warnings"
    `);
    expect(faultsOf('\n \n')).toBe(faultsOf(''));
  });

  it('is asked for where a line is longer or shorter than ---', () => {
    expect(faultsOf(`----\n${fields}----\n`)).toMatchInlineSnapshot(`
      "gala/a.md:1:1 error front-matter-missing
        Unexpected "----", expected "---".
        Write three hyphens, and nothing else on the line.
        > ---
      gala/a.md:4:1 error front-matter-unclosed
        Unexpected "----", expected "---" alone on the line that ends the front matter.
        Remove what follows --- on its line.
        > ---
      2 errors, 0 warnings"
    `);
    expect(faultsOf(`--\n${fields}--\n`)).toMatchInlineSnapshot(`
      "gala/a.md:1:1 error front-matter-missing
        Unexpected "--", expected "---".
        Write three hyphens, and nothing else on the line.
        > ---
      gala/a.md:4:1 error front-matter-unclosed
        Unexpected "--", expected "---".
        Write three hyphens, and nothing else on the line.
        > ---
      2 errors, 0 warnings"
    `);
    expect(faultsOf(`\n---\n${fields}---\n`)).toMatchInlineSnapshot(`
      "gala/a.md:1:1 error front-matter-missing
        Unexpected blanks before "---", expected front matter between two lines "---".
        Remove what stands before it: --- is the first line of the file.
      1 error, 0 warnings"
    `);
  });

  it('is asked for in event.md', () => {
    expect(faultsIn(galaWith({ 'gala/event.md': 'A night of songs.\n' }))).toMatchInlineSnapshot(`
      "gala/event.md:1:1 error front-matter-missing
        Unexpected text, expected front matter between two lines "---".
        Begin the file with ---, then the fields, then --- again.
      1 error, 0 warnings"
    `);
  });
});

describe('front matter without an end', () => {
  it('is asked for the line below its fields', () => {
    expect(faultsOf(`---\n${fields}topics: [a,\n  b]\n\nNote: it begins.\n`)).toMatchInlineSnapshot(`
      "gala/a.md:6:1 error front-matter-unclosed
        Unexpected end of the fields, expected a line "---" below them.
        Put --- on a line of its own between the fields and the text.
      1 error, 0 warnings"
    `);
  });

  it('is asked for the line that follows, where no blank line stands between', () => {
    expect(faultsOf(`---\n${fields}It begins.\n`)).toMatchInlineSnapshot(`
      "gala/a.md:4:1 error front-matter-unclosed
        Unexpected end of the fields, expected a line "---" below them.
        Put --- on a line of its own between the fields and the text.
      1 error, 0 warnings"
    `);
  });

  it('is found where the file ends with its fields', () => {
    expect(faultsOf(`---\n${fields}`)).toMatchInlineSnapshot(`
      "gala/a.md:4:1 error front-matter-unclosed
        Unexpected end of the fields, expected a line "---" below them.
        Put --- on a line of its own between the fields and the text.
      1 error, 0 warnings"
    `);
    expect(faultsOf('---\n')).toMatchInlineSnapshot(`
      "gala/a.md:2:1 error front-matter-unclosed
        Unexpected end of the fields, expected a line "---" below them.
        Put --- on a line of its own between the fields and the text.
      1 error, 0 warnings"
    `);
  });

  it('is found where something stands behind --- on the closing line', () => {
    expect(faultsOf(`---\n${fields}---foo\nIt begins.\n`)).toMatchInlineSnapshot(`
      "gala/a.md:4:1 error front-matter-unclosed
        Unexpected "---foo", expected "---" alone on the line that ends the front matter.
        Remove what follows --- on its line.
        > ---
      1 error, 0 warnings"
    `);
    expect(faultsOf(`---\n${fields}----\r\nIt begins.\n`)).toMatchInlineSnapshot(`
      "gala/a.md:4:1 error front-matter-unclosed
        Unexpected "----", expected "---" alone on the line that ends the front matter.
        Remove what follows --- on its line.
        > ---
      1 error, 0 warnings"
    `);
  });
});

it('a field behind --- belongs on the next line', () => {
  expect(faultsOf('---title: A song\ntime: 2019-11-11\n---\n')).toMatchInlineSnapshot(`
    "gala/a.md:1:4 error front-matter-language
      Unexpected "title: A song" after "---", expected "---" alone on the first line.
      Put the field on a line of its own below it.
    1 error, 0 warnings"
  `);
});

it('lines may end as old programs for the Mac end them', () => {
  expect(faultsOf('---\rtitle: A song\rtime: 2019-11-11\r---\r\rText\r')).toBe('0 errors, 0 warnings');
  expect(faultsOf('---\rtitle: A song\rtime: noon\r---\r\rText\r')).toContain('gala/a.md:3:7 error invalid-time');
});

describe('front matter in another language', () => {
  it('is refused and never run', () => {
    expect(faultsOf("---js\nthrow new Error('run');\n---\n")).toMatchInlineSnapshot(`
      "gala/a.md:1:4 error front-matter-language
        Unexpected "js" after "---", expected nothing: front matter is YAML.
        Write the fields as YAML, with --- alone on the first line.
        > ---
      1 error, 0 warnings"
    `);
  });

  it.each(['--- javascript', '---json', '---coffee', '---JS', '---yaml', '---\tjs'])(
    'is refused in every spelling: %s',
    (first) => {
      const found = first.slice(3).trim();
      expect(faultsOf(`${first}\nglobalThis.ran = true\n---\n`)).toBe(
        [
          'gala/a.md:1:4 error front-matter-language',
          `  Unexpected "${found}" after "---", expected nothing: front matter is YAML.`,
          '  Write the fields as YAML, with --- alone on the first line.',
          '  > ---',
          '1 error, 0 warnings',
        ].join('\n'),
      );
      expect(globalThis).not.toHaveProperty('ran');
    },
  );
});

it('reads the same text twice with the same result, faults included', () => {
  const broken = galaWith({ 'gala/a.md': anEntry({ title: '"open' }), 'gala/b.md': anEntry({ title: '"open' }) });
  expect(faultsIn(broken)).toMatch(/^gala\/a\.md:2:8 .*\n(.*\n)+gala\/b\.md:2:8 .*\n(.*\n)+2 errors, 0 warnings$/);
});
