import type { Element, Root, RootContent } from 'hast';
import { type Direction, directionOf, hasRightToLeft } from '../core/direction.ts';
import { isRightToLeft } from '../words/locale.ts';

/**
 * Gives blocks that are not read in the direction of their page their own: paragraphs, lists, tables, quotations and
 * headings by their text, code from left to right always. What a writer has set with `dir` stays.
 */
export const setDirections = (tree: Root, language: string): void => {
  setWithin(tree.children, isRightToLeft(language) ? 'rtl' : 'ltr');
};

/** Whether a text may need that: one in the letters of its page does not. */
export const mayTurn = (markdown: string, language: string): boolean =>
  isRightToLeft(language) || hasRightToLeft(markdown) || /&|dir=/i.test(markdown);

const setWithin = (nodes: readonly RootContent[], around: Direction): void => {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const { tagName, properties } = node;
    const given = properties.dir;
    const own = isDirection(given) ? given : given === undefined ? ownDirection(node, around) : around;
    if (own !== around && given === undefined) properties.dir = own;
    if (!code.test(tagName)) setWithin(node.children, own);
  }
};

const ownDirection = (node: Element, around: Direction): Direction => {
  if (code.test(node.tagName)) return 'ltr';
  return blocks.has(node.tagName) ? (directionOf(textOf(node), around) ?? around) : around;
};

/** Code in a line is kept apart, too: brackets in it would change sides. */
const code = /^(?:pre|code|kbd|samp)$/;

const blocks = new Set(
  'address blockquote caption dd details dl dt figcaption figure h1 h2 h3 h4 h5 h6 li ol p summary table td th ul'.split(
    ' ',
  ),
);

/**
 * What says which way an element is read: its words without code, which is the same in every language, and without what
 * pages say of a file, or what is heard in it.
 */
const textOf = (node: Element): string =>
  node.children
    .map((child) => {
      if (child.type === 'text') return child.value;
      if (child.type === 'element' && [child.properties.className].flat().some((name) => isApart.has(name))) return ' ';
      return child.type === 'element' && !code.test(child.tagName) && child.tagName !== 'bdi' ? textOf(child) : ' ';
    })
    .join('');

const isApart: ReadonlySet<unknown> = new Set(['file', 'transcript']);

const isDirection = (value: unknown): value is Direction => value === 'ltr' || value === 'rtl';
