import { visit } from 'unist-util-visit';
import { expect, it } from 'vitest';
import fc from '../../scripts/testing/fast-check.ts';
import { pipeline } from './pipeline.ts';
import { blocksOf, linesOfBlocks } from './text-blocks.ts';

/** The numbers of the lines of each block. */
const blockLines = (markdown: string): readonly (readonly number[])[] =>
  [...blocksOf(linesOfBlocks(markdown))].map(({ line, texts }) => texts.map((_, index) => line + index));

it('leaves out code between fences at the margin', () => {
  expect(blockLines('a\n```\nb\n\nc\n```\nd\n\ne\nf')).toEqual([[1], [7], [9, 10]]);
});

it('leaves out nothing behind a fence in doubt', () => {
  expect(blockLines('- ```\n  a\n```\nb\n```\nc')).toEqual([[1, 2, 3, 4, 5, 6]]);
});

const starts = ['', '', ' ', '   ', '    ', '- ', '> ', '1. ', '  ', '\t', '[^a]: ', '\ufeff', '| '];
const middles = ['a', '', '```', '````', '~~~', '``` x', '``` ` ', '~~~ `', '<div>', '<!--', '-->', '<pre>', '\u00a0'];
const ends = ['\n', '\n', '\n\n', '\r', '\r\n', '\n\n'];
const text = fc
  .array(fc.tuple(fc.constantFrom(...starts), fc.constantFrom(...middles), fc.constantFrom(...ends)), { maxLength: 12 })
  .map((lines) => lines.flat().join(''));

it('holds each paragraph that a parser finds in one of its blocks', () => {
  fc.assert(
    fc.property(text, (markdown) => {
      const blocks = blockLines(markdown);
      visit(pipeline.parse(markdown), (node) => {
        if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'html') return;
        const [first, last] = [node.position?.start.line ?? 0, node.position?.end.line ?? 0];
        const isIn = (block: readonly number[]): boolean =>
          block.includes(first) && (node.type === 'html' || block.includes(last));
        expect(blocks.some(isIn)).toBe(true);
      });
    }),
    { numRuns: 1000 },
  );
});
