import { describe, expect, it } from 'vitest';
import { aBody } from './testing.ts';

/** The rules that a body breaks, and where. */
const faultsOf = (markdown: string): readonly string[] =>
  aBody(markdown).diagnostics.map(({ line, rule, message }) => `${line} ${rule}: ${message}`);

describe('a text that would keep the parser busy for minutes', () => {
  it.each([
    [
      'brackets',
      `a\n\n${'[a](<'.repeat(20_000)}`,
      '5 long-body: Unexpected text of 60002 lines and marks, expected at most 22000',
    ],
    [
      'footnotes',
      '[^1]'.repeat(20_000),
      '5 long-body: Unexpected text of 40001 lines and marks, expected at most 22000',
    ],
    ['stars', '**a'.repeat(20_000), '5 long-body: Unexpected text of 40001 lines and marks, expected at most 22000'],
    [
      'escapes',
      '\\<!--'.repeat(20_000),
      '5 long-body: Unexpected text of 40001 lines and marks, expected at most 22000',
    ],
    [
      'quotations',
      `> ${'> '.repeat(10_000)}`,
      '5 deep-nesting: Unexpected nesting of more than 100 levels, expected a text',
    ],
    [
      'notes in a line',
      '[^a]: '.repeat(5000),
      '5 deep-nesting: Unexpected nesting of more than 100 levels, expected a text',
    ],
    [
      'notes in a note',
      `[^a]: Note\n\n${'    [^b]: Note\n'.repeat(900)}`,
      '5 long-body: Unexpected text of 900 lines in quotations, or in lists and notes within others, expected fewer',
    ],
    ['headings', '# a\n'.repeat(8000), '5 long-body: Unexpected text of 24000 lines and marks, expected at most 22000'],
    ['items', '- a\n'.repeat(20_000), '5 long-body: Unexpected text of 40000 lines and marks, expected at most 22000'],
    ['paragraphs', 'a\n\n'.repeat(20_000), '5 long-body: Unexpected 20000 paragraphs, expected at most 5000'],
    ['letters', 'a'.repeat(1_100_000), '5 long-body: Unexpected 1100 KB of Markdown, expected at most 524 KB'],
    ['words', ' a'.repeat(150_000), '5 long-body: Unexpected text of 150000 words, expected at most 100000'],
    ['empty lines', '\n'.repeat(60_000), '5 long-body: Unexpected 60001 lines, expected at most 50000'],
    [
      'links',
      '[a](b) [c](d) [e](f)\n\n'.repeat(4999),
      '5 long-body: Unexpected text of 34993 lines and marks, expected at most 22000',
    ],
    [
      'quotations apart',
      '> a\n\n'.repeat(4000),
      '5 long-body: Unexpected text of 4000 lines in quotations, or in lists and notes within others, expected fewer',
    ],
    [
      'lists in lists',
      `${'- '.repeat(9)}a\n\n`.repeat(1000),
      '5 long-body: Unexpected text of 1000 lines in quotations, or in lists and notes within others, expected fewer',
    ],
    [
      'bold that is never closed',
      Array.from({ length: 200 }, (_, id) => `<b id="${id}">x\n\n`)
        .join('')
        .repeat(5),
      '5 deep-nesting: Unexpected nesting of more than 100 levels, expected a text',
    ],
    [
      'brackets behind code',
      `\`\`\`\na\n\`\`\`\n${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      '5 long-body: Unexpected text of 40001 lines and marks, expected at most 22000',
    ],
    [
      'a table whose short rows are filled up',
      `a\n\n|${'a|'.repeat(5000)}\n|${'-|'.repeat(5000)}\n${'a|\n'.repeat(5000)}`,
      '7 long-body: Unexpected table of 25010000 cells, expected at most 31000 in the tables of a text',
    ],
    [
      'tables in a quotation and in a list',
      `> ${'a | '.repeat(100)}\n> ${'- | '.repeat(100)}\n${'> a |\n'.repeat(200)}\n- ${'a|'.repeat(100)}\n  ${'-|'.repeat(100)}\n${'  a\n'.repeat(150)}`,
      '5 long-body: Unexpected table of 35400 cells, expected at most 31000 in the tables of a text',
    ],
    [
      'code between marks of growing length',
      Array.from({ length: 1000 }, (_, length) => '`'.repeat(length)).join('a'),
      '5 long-body: Unexpected text of 499501 lines and marks, expected at most 22000',
    ],
    [
      'an address with tails without number',
      'www.a.b/!'.repeat(50_000),
      '5 long-body: Unexpected text of 100001 lines and marks, expected at most 22000',
    ],
    ['pictures', '<img src=a alt=b>'.repeat(5000), '5 long-body: Unexpected 5000 pictures, expected at most 2000'],
  ])('is refused: %s', (_, markdown, fault) => {
    expect(faultsOf(markdown)).toEqual([fault]);
  });

  it.each([
    ['a fence that ends with its list', '- a\n  ```\n'],
    ['a fence in a list, and its end', '- a\n\n  ```\n     ```\n  '],
    ['a fence in HTML', '<div>\n```\n\n'],
    ['a fence in a comment', '<!--\n\n```\n-->\n\n'],
    ['lines that end as on old machines', '~~~\r~~~\r'],
    ['a fence that is not at the margin', ' ```\na\n```\n'],
    ['a fence behind a mark of the order of bytes', '\ufeff```\na\n```\n'],
    ['a fence that is closed by more than itself', '```\n```\u00a0\n```\n'],
    ['a fence in HTML in a list', '- a\n  <div>\n```\n```\n'],
  ])('is refused behind what only looks like code: %s', (_, before) => {
    expect(faultsOf(`${before}${`${'[a]('.repeat(300)}\n`.repeat(60)}`)).toEqual([
      expect.stringContaining('long-body: Unexpected'),
    ]);
  });

  it('is one paragraph, where a line only looks empty', () => {
    expect(faultsOf(`${'[a]('.repeat(300)}\n\u00a0\n`.repeat(60))).toEqual([
      expect.stringContaining('long-body: Unexpected'),
    ]);
  });

  it.each([
    [
      'prose of 200 KB',
      'The quick brown fox *jumps* over the lazy dog, as it does each day, and the dog sleeps on.\n\n'.repeat(2200),
    ],
    ['a paragraph of 4,000 lines', 'The quick brown fox jumps over the dog.\n'.repeat(4000)],
    ['a paragraph of 500 links', 'A **[song](https://example.org/a "Its title")**, '.repeat(500)],
    [
      'a table of 30 × 500 cells',
      `|${' a |'.repeat(30)}\n|${' - |'.repeat(30)}\n${`|${' abc |'.repeat(30)}\n`.repeat(500)}`,
    ],
    ['a table of emphasis', `|${' a |'.repeat(20)}\n|${' - |'.repeat(20)}\n${`|${' *a* |'.repeat(20)}\n`.repeat(500)}`],
    ['an opening bracket that is none', `[sic ${'The quick brown fox jumps over the dog. '.repeat(100)}`],
    ['links', 'A [song](https://example.org/a) and *another* one.\n\n'.repeat(1000)],
    ['a list of links', '- A [song](https://example.org/a)\n'.repeat(1000)],
    ['a table', `| a | b |\n| - | - |\n${'| *c* | [d](https://example.org/e) |\n'.repeat(900)}`],
    ['code', `\`\`\`\n${'a[b](c) &amp; ***\n'.repeat(5000)}\`\`\`\n`],
  ])('is none that people write: %s', (_, markdown) => {
    expect(faultsOf(markdown)).toEqual([]);
  });
});
