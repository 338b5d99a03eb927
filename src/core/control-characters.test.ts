import { describe, expect, it } from 'vitest';
import { collectDiagnostics } from './diagnostics.ts';
import { readDocument } from './document.ts';
import { formatDiagnostics } from './format-diagnostic.ts';

const read = (body: string, title = 'Boats') => {
  const { report, diagnostics } = collectDiagnostics();
  const text = `---\ntitle: ${title}\ntime: 2026-07-01T09:31\n---\n\n${body}\n`;
  const document = readDocument('gala/a.md', new TextEncoder().encode(text), report);
  const { title: read } = (document?.fields.data ?? {}) as { title?: string };
  return { title: read, body: document?.body.trim(), found: diagnostics(), printed: formatDiagnostics(diagnostics()) };
};

describe('a character that is no text', () => {
  it('is named with its place and the line without it, and left out', () => {
    const { body, title, printed } = read('One.\n\nThe \u0001start\u0000 is\u007f at ten.', 'Bo\u0002ats');
    expect([title, body]).toEqual(['Boats', 'One.\n\nThe start is at ten.']);
    expect(printed).toMatchInlineSnapshot(`
      "gala/a.md:2:10 warning control-character
        Unexpected U+0002 (control character), expected text without it: it is left out.
        Remove the invisible character.
        > title: Boats
      gala/a.md:8:5 warning control-character
        Unexpected U+0001 (control character), expected text without it: it is left out.
        Remove the invisible character.
        > The start is at ten.
      0 errors, 2 warnings"
    `);
  });

  it.each([
    ['\ufffe', ''],
    ['\uffff', ''],
    ['\u{1fffe}', ''],
    ['\ufdd0', ''],
    ['\u0008', ''],
    ['\u001f', ''],
    ['\u0090', ''],
    ['\u000b', ' '],
    ['\u000c', ' '],
    ['\u2028', ' '],
    ['\u2029', ' '],
    ['\u0092', '’'],
    ['\u0096', '–'],
    ['\u0085', '…'],
    ['\u001b[31;1m', ''],
  ])('is replaced by what it stands for: %j', (character, instead) => {
    const { body, found } = read(`10${character}000`);
    expect(body).toBe(`10${instead}000`);
    expect(found).toMatchObject([{ rule: 'control-character', line: 6, column: 3, corrected: `10${instead}000` }]);
    expect(read(`10${instead}000`).found).toEqual([]);
  });

  it('is reported with what comes instead', () => {
    expect(read('a\u000bb').printed).toMatchInlineSnapshot(`
      "gala/a.md:6:2 warning control-character
        Unexpected U+000B (vertical tab, the line break of word processors), expected a blank or a line break: a blank is shown.
        Write a blank or begin a new line instead of the invisible character.
        > a b
      0 errors, 1 warning"
    `);
    expect(read('It\u0092s on').printed).toMatchInlineSnapshot(`
      "gala/a.md:6:3 warning control-character
        Unexpected U+0092 (control character), expected "’", which it is in Windows-1252: that is shown.
        Write ’ instead of the invisible character.
        > It’s on
      0 errors, 1 warning"
    `);
    expect(read('```\n\u001b[32mok\u001b[0m\n```').printed).toMatchInlineSnapshot(`
      "gala/a.md:7:1 warning control-character
        Unexpected U+001B (escape, which sets colours of a terminal), expected text without it: it is left out.
        Remove the invisible character.
        > ok
      0 errors, 1 warning"
    `);
  });

  it('is found as YAML escapes it, with the value as it may be', () => {
    const { title, found } = read('One.', '"Bo\\u0001ats\\x92 \\b"');
    expect(title).toBe('Boats’ ');
    expect(found).toMatchObject([{ rule: 'control-character', line: 2, column: 8, corrected: 'title: "Boats’ "' }]);
  });

  it('is neither a tab, a line break of Windows, a mark of scripts and emoji, nor a path with backslashes', () => {
    for (const body of [
      'a\tb',
      'a\r\nb',
      'a\u200db \u200c\u200e\u00ad\u00a0.',
      '👩‍🚀 🏴󠁧󠁢󠁥󠁮󠁧󠁿 \ue000',
      'C:\\bin\\u0001',
      '`"\\u0001"`',
    ])
      expect(read(body)).toMatchObject({ body, found: [] });
    expect(read('One.', '\'"C:\\bin"\'')).toMatchObject({ title: '"C:\\bin"', found: [] });
  });
});
