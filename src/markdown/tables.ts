import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** Lets a wide table scroll within itself, by keyboard too, and aligns its cells by class instead of attribute. */
export const wrapTables = (tree: Root): void => {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName === 'th' || node.tagName === 'td') alignByClass(node);
    if (node.tagName === 'pre') node.properties.tabIndex = 0;
    if (node.tagName !== 'table' || index === undefined || !parent) return undefined;
    visit(node, 'element', (cell) => {
      if (cell.tagName === 'th' || cell.tagName === 'td') alignByClass(cell);
    });
    const properties = { className: ['table'], tabIndex: 0 };
    parent.children[index] = { type: 'element', tagName: 'div', properties, children: [node] };
    return [SKIP, index + 1];
  });
};

const alignByClass = (cell: Element): void => {
  const { align, ...properties } = cell.properties;
  cell.properties = properties;
  if (align === 'right' || align === 'center') properties.className = [`align-${align}`];
  if (cell.tagName === 'th') properties.scope ??= 'col';
};
