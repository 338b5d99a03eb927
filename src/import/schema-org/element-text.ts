import type { Element, ElementContent } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

const printer = unified().use(rehypeStringify).freeze();

/** What is in an element, as HTML. */
export const htmlIn = (element: Element): string =>
  printer.stringify({ type: 'root', children: element.children }).trim();

const blocks = new Set(
  'address article aside blockquote dd div dl dt figure h1 h2 h3 h4 h5 h6 hr li ol p pre section table tr ul'.split(
    ' ',
  ),
);

/** What an element says, as people would copy it: a line break where a line ends on the page, nothing of scripts. */
export const linesIn = (element: Element): string => {
  const pieces: string[] = [];
  collect(element.children, pieces);
  return pieces
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
};

// A page is read only where it is not nested deep.
const collect = (nodes: readonly ElementContent[], pieces: string[]): void => {
  for (const node of nodes) {
    if (node.type === 'text') pieces.push(node.value.replace(/\s+/g, ' '));
    if (node.type !== 'element' || ['script', 'style', 'template'].includes(node.tagName)) continue;
    const line = node.tagName === 'br' || blocks.has(node.tagName) ? '\n' : '';
    pieces.push(line);
    collect(node.children, pieces);
    pieces.push(line);
  }
};
