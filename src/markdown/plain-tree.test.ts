import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import fc from '../../scripts/testing/fast-check.ts';
import { pipeline } from './pipeline.ts';
import { plainTree } from './plain-tree.ts';
import { reportLost } from './report-lost.ts';

/** The tree that the pipeline makes, with the places of links alone, and what it reports. */
const parsed = (markdown: string): { readonly tree: Root; readonly reported: readonly string[] } => {
  const file = new VFile(markdown);
  const reported: string[] = [];
  const source = pipeline.parse(file);
  reportLost({ file: 'a.md', line: 1, markdown }, source, ({ message }) => reported.push(message));
  const tree = pipeline.runSync(source, file);
  visit(tree, (node) => {
    if (node.type !== 'element' || node.tagName !== 'a') delete node.position;
  });
  return { tree, reported: [...reported, ...file.messages.map(({ reason }) => reason)] };
};

const expectSame = (markdown: string, made: Root | undefined): void => {
  expect({ tree: made, reported: [] }, markdown).toEqual(parsed(markdown));
};

test.each([
  '\nOne paragraph.\n',
  'Of two\nlines, and *emphasis*,\n\n\n**strong words** (*both*).\n\n“Quoted” — 12% of 2.5 at 10:30: it’s so!',
  '\n\nA [link](../gala/2019-a_b.md), and\nanother [one](https://example.org/a#b).\n\n(*[*not*]*)'.replace(
    '(*[*not*]*)',
    '',
  ),
  '- one\n- **two**\nwith [more](./a.md)\n- three\n\nBehind.',
  '2.5 seconds\n\n11.11 is *the day.* It is.',
  '幕が上がる。「速い」と言う。\n\nبدأ الحفل، أخيرًا.\u00a0',
])('%j has the tree that the pipeline makes of it', (markdown) => expectSame(markdown, plainTree(markdown)));

test.each([
  'A break  \nof a line',
  'A blank at the end ',
  'On www.example.org',
  'So :100: it was',
  'A [link](mailto:a)',
  'A [link](javascript:a)',
  'A [link](a%20b.md)',
  'Of two\r\nlines',
  'A list\n- within',
  '- a\n\n- loose list',
  '1. one',
  '`code`',
])('%j is left to the pipeline', (markdown) => expect(plainTree(markdown)).toBeUndefined());

test('prose of any words and marks has the tree that the pipeline makes of it, and nothing that is to be reported', () => {
  const pieces =
    'a|a|b c|Ä|新|、|。|）|“|”|’|\'|"|\u00a0|\n|\n|\n\n|\n\n|\n- |\n\n- |- | *a b* | **c.** |*d*|**|*| [e f](g.md) |[h](https://i.org/j_k)|[|](|)|.|, |;|:|: |!|?|1|1|9|%|(|-|–|h2.| '.split(
      '|',
    );
  const text = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 30 }).map((parts) => parts.join(''));
  let made = 0;
  fc.assert(
    fc.property(text, (markdown) => {
      const tree = plainTree(markdown);
      if (!tree) return;
      made += 1;
      expectSame(markdown, tree);
    }),
    { numRuns: 3000 },
  );
  expect(made).toBeGreaterThan(100);
});
