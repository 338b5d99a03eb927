import type { Element, ElementContent, Properties, Text } from 'hast';
import { visibleText } from './visible-text.ts';

/** A new element. */
export const element = (
  tagName: string,
  properties: Properties = {},
  children: readonly ElementContent[] = [],
): Element => ({ type: 'element', tagName, properties, children: [...children] });

/** A new text. */
export const textElement = (value: string): Text => ({ type: 'text', value });

/** Whether a node is an element of one of these names; of any, where none is given. */
export const isElement = (node: ElementContent | undefined, ...names: readonly string[]): node is Element =>
  node?.type === 'element' && (names.length === 0 || names.includes(node.tagName));

/** Whether an element has one of these names. */
export const isElementNamed = ({ tagName }: Element, ...names: readonly string[]): boolean => names.includes(tagName);

/** The value of an attribute, by its name in the tree (`dataSrc`), as text on one line; empty where there is none. */
export const attribute = (found: Element, name: string): string =>
  writtenIn(found, name)
    .replace(/[\t\n]/g, ' ')
    .trim();

/** The address in an attribute, in which browsers see no tabs and line breaks; empty where there is none. */
export const addressIn = (found: Element, name: string): string =>
  writtenIn(found, name)
    .replace(/[\t\n]/g, '')
    .trim();

const writtenIn = ({ properties }: Element, name: string): string => {
  const value = properties[name];
  if (value === undefined || value === null || typeof value === 'boolean') return '';
  return visibleText(Array.isArray(value) ? value.join(' ') : String(value));
};

/** Whether an element has one of these classes. */
export const hasClass = ({ properties }: Element, ...names: readonly string[]): boolean =>
  Array.isArray(properties.className) && properties.className.some((name) => names.includes(String(name)));

/**
 * Replaces elements below `parent` from the inside out: by the nodes that `change` gives for one. Where it gives nothing,
 * the element stays as it is.
 */
export const rewrite = (
  parent: Element,
  change: (found: Element, parent: Element) => readonly ElementContent[] | undefined,
): void => {
  parent.children = parent.children.flatMap((child) => {
    if (child.type !== 'element') return [child];
    rewrite(child, change);
    return change(child, parent) ?? [child];
  });
};

/** The first element of a name below `parent`, in reading order. */
export const findElement = (parent: Element, ...names: readonly string[]): Element | undefined => {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const found = names.includes(child.tagName) ? child : findElement(child, ...names);
    if (found) return found;
  }
  return undefined;
};
