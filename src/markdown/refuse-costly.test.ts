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
    ['items', '- a\n'.repeat(20_000), '5 long-body: Unexpected paragraph of 9887 lines and marks, expected fewer'],
    ['paragraphs', 'a\n\n'.repeat(20_000), '5 long-body: Unexpected 20000 paragraphs, expected at most 10,000'],
    ['words', 'a '.repeat(100_000), '5 long-body: Unexpected paragraph of 100000 words, expected fewer'],
    ['letters', 'a'.repeat(1_100_000), '5 long-body: Unexpected 1100 KB of Markdown, expected at most 1048 KB'],
    [
      'brackets behind code',
      `\`\`\`\na\n\`\`\`\n${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      '5 deep-nesting: Unexpected 20003 brackets and stars in one paragraph, expected a text',
    ],
  ])('is refused before it is parsed: %s', (_, markdown, fault) => {
    const began = performance.now();
    expect(faultsOf(markdown)).toEqual([fault]);
    expect(performance.now() - began).toBeLessThan(1000);
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
