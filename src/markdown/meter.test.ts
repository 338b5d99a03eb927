import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { describe, expect, it } from 'vitest';
import { CostlyText, meterParser } from './meter.ts';
import { aBody } from './testing.ts';

/** Every text here is small: a text that is six times as long is read by a parser that may read forty times as much. */
const parser = remark().use(remarkGfm, { singleTilde: false }).use(meterParser, 1_000_000).freeze();

/** The line at which a parser gives up, if it does. */
const lineOf = (markdown: string): number | undefined => {
  try {
    parser.parse(markdown);
    return undefined;
  } catch (fault) {
    if (fault instanceof CostlyText) return fault.line;
    throw fault;
  }
};

describe('a parser that counts what it reads', () => {
  it.each([
    ['an address with a long tail', `a\n\nwww.a.b/${'!'.repeat(6000)}x`, 3],
    ['an address whose tail is in brackets', `http://a.b/${')'.repeat(6000)}x`, 1],
    ['instructions', `a${`<?${'x'.repeat(28)}`.repeat(1000)}`, 1],
    ['comments', `a\nb${`<!--${'x'.repeat(28)}`.repeat(1000)}`, 2],
    ['declarations', `a${`<!A${'x'.repeat(28)}`.repeat(1000)}`, 1],
    ['titles of links', `a${'[a](b "'.repeat(1000)}`, 1],
    ['emphasis that ends far from where it begins', `${'*a '.repeat(600)}${'a* '.repeat(600)}`, 1],
    ['addresses behind an open bracket', `![a${' b'.repeat(4000)}`, 1],
    ['brackets', 'a] '.repeat(2000), 1],
    ['lines that go on with a list item unindented', `- ${'a\n'.repeat(1500)}`, 573],
    ['lines that go on with a quotation', `b\n\n> ${'a\n=\n'.repeat(1500)}`, 575],
  ])('stops where marks make it read on and on: %s', (_, markdown, line) => {
    expect(lineOf(markdown)).toBe(line);
  });

  it.each([
    ['prose', 'The quick *brown* fox [jumps](https://example.org/) over `the` dog.\n\n'.repeat(300)],
    ['a table', `|${' a |'.repeat(10)}\n|${' - |'.repeat(10)}\n${`|${' *b* |'.repeat(10)}\n`.repeat(100)}`],
    ['items and quotations with a line that is not indented', '- a\nb\n\n> a\nb\n\n'.repeat(300)],
    ['a quotation of a hundred lines', `> ${'The quick brown fox\n'.repeat(100)}`],
    ['code', `\`\`\`\n${'a[b](c) &amp; ***\n'.repeat(1000)}\`\`\`\n`],
  ])('reads to the end what people write: %s', (_, markdown) => {
    expect(lineOf(markdown)).toBeUndefined();
  });

  it('counts for each text anew, and reads the same as one that does not count', () => {
    const markdown = '> *a* [b](c)\n\n- d\n- https://example.org/\n\n[^e]: f\n';
    const plain = remark().use(remarkGfm, { singleTilde: false }).parse(markdown);
    for (let times = 0; times < 3; times++) expect(parser.parse(markdown)).toEqual(plain);
  });

  it('is why an item is refused whose lines are not indented, at one of them', () => {
    expect(aBody(`a\n\n- ${'the quick brown fox\n'.repeat(9000)}`).diagnostics).toMatchObject([
      { line: expect.any(Number), rule: 'long-body', message: expect.stringContaining('are not indented') },
    ]);
  });

  it('is why a body is refused, at its line', () => {
    expect(aBody(`a\n\n${'*a '.repeat(9000)}`).diagnostics).toMatchObject([
      { line: 7, rule: 'long-body', message: expect.stringContaining('never closed in one paragraph') },
    ]);
  });
});
