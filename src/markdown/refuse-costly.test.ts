import { describe, expect, it } from 'vitest';
import { processorTime } from '../../scripts/testing/processor-time.ts';
import { aBody } from './testing.ts';

/** The rules that a body breaks, and where. */
const faultsOf = (markdown: string): readonly string[] =>
  aBody(markdown).diagnostics.map(({ line, rule, message }) => `${line} ${rule}: ${message}`);

describe('a text that would keep the parser busy for minutes', () => {
  it.each([
    [
      'brackets',
      `a\n\n${'[a](<'.repeat(20_000)}`,
      '7 deep-nesting: Unexpected 20000 brackets and stars in one paragraph, expected a text',
    ],
    [
      'footnotes',
      '[^1]'.repeat(20_000),
      '5 deep-nesting: Unexpected 20000 brackets and stars in one paragraph, expected a text',
    ],
    [
      'stars',
      '**a'.repeat(20_000),
      '5 deep-nesting: Unexpected 40000 brackets and stars in one paragraph, expected a text',
    ],
    ['escapes', '\\<!--'.repeat(20_000), '5 long-body: Unexpected paragraph of 40001 lines and marks, expected fewer'],
    ['entities', '&amp;'.repeat(20_000), '5 long-body: Unexpected paragraph of 20001 lines and marks, expected fewer'],
    [
      'quotations',
      `> ${'> '.repeat(10_000)}`,
      '5 deep-nesting: Unexpected nesting of more than 100 levels, expected a text',
    ],
    ['items', '- a\n'.repeat(20_000), '5 long-body: Unexpected paragraph of 20000 lines and marks, expected fewer'],
    ['paragraphs', 'a\n\n'.repeat(20_000), '5 long-body: Unexpected 20000 paragraphs, expected at most 5000'],
    ['words', 'a '.repeat(100_000), '5 long-body: Unexpected paragraph of 100000 words, expected fewer'],
    ['letters', 'a'.repeat(1_100_000), '5 long-body: Unexpected 1100 KB of Markdown, expected at most 524 KB'],
    ['empty lines', '\n'.repeat(60_000), '5 long-body: Unexpected 60001 lines, expected at most 50000'],
    [
      'links',
      '[a](b) [c](d) [e](f)\n\n'.repeat(4999),
      '5 long-body: Unexpected text of 34993 lines and marks, expected fewer',
    ],
    [
      'quotations apart',
      '> a\n\n'.repeat(4000),
      '5 long-body: Unexpected text of 4000 lines in quotations or lists in lists, expected fewer',
    ],
    [
      'lists in lists',
      `${'- '.repeat(9)}a\n\n`.repeat(1000),
      '5 long-body: Unexpected text of 1000 lines in quotations or lists in lists, expected fewer',
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
      '8 deep-nesting: Unexpected 20000 brackets and stars in one paragraph, expected a text',
    ],
  ])('is refused before it is parsed: %s', (_, markdown, fault) => {
    const began = processorTime();
    expect(faultsOf(markdown)).toEqual([fault]);
    expect(processorTime() - began).toBeLessThan(1000);
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
      expect.stringContaining('brackets and stars'),
    ]);
  });

  it('is one paragraph, where a line only looks empty', () => {
    expect(faultsOf(`${'[a]('.repeat(300)}\n\u00a0\n`.repeat(60))).toEqual([
      expect.stringContaining('brackets and stars in one paragraph'),
    ]);
  });

  it.each([
    ['links', 'A [song](https://example.org/a) and *another* one.\n\n'.repeat(1000)],
    ['a list of links', '- A [song](https://example.org/a)\n'.repeat(1000)],
    ['a table', `| a | b |\n| - | - |\n${'| *c* | [d](https://example.org/e) |\n'.repeat(900)}`],
    ['code', `\`\`\`\n${'a[b](c) &amp; ***\n'.repeat(5000)}\`\`\`\n`],
  ])('is none that people write: %s', (_, markdown) => {
    expect(faultsOf(markdown)).toEqual([]);
  });
});
