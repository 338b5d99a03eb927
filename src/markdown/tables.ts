import type { Element, ElementContent, Root } from 'hast';
import { eachElement } from './each-element.ts';

/** Lets a wide table scroll within itself, by keyboard too, and aligns its cells by class instead of attribute. */
export const wrapTables = (tree: Root): void => {
  eachElement(tree, (node, index, parent) => {
    if (node.tagName === 'th' || node.tagName === 'td') alignByClass(node);
    if (node.tagName === 'pre') node.properties.tabIndex = 0;
    if (node.tagName !== 'table') return undefined;
    node.children = node.children.filter(isNoBreak);
    eachElement(node, (part) => {
      if (part.tagName === 'th' || part.tagName === 'td') alignByClass(part);
      else if (/^t(?:head|body|foot|r)$/.test(part.tagName)) part.children = part.children.filter(isNoBreak);
      return undefined;
    });
    const properties = { className: ['table'], tabIndex: 0 };
    parent.children[index] = { type: 'element', tagName: 'div', properties, children: [node] };
    return index + 1;
  });
};

/** Line breaks between rows and cells are shown nowhere, and weigh. */
const isNoBreak = (node: ElementContent): boolean => node.type !== 'text' || node.value.trim() !== '';

const alignByClass = (cell: Element): void => {
  const { align, ...properties } = cell.properties;
  cell.properties = properties;
  if (align === 'right' || align === 'center') properties.className = [`align-${align}`];
  if (cell.tagName === 'th') properties.scope ??= 'col';
};
