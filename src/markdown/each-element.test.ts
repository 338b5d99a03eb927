import type { Element, Root } from 'hast';
import { expect, test } from 'vitest';
import { eachElement } from './each-element.ts';

const element = (tagName: string, ...children: Element['children']): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});

const aTree = (): Root => ({
  type: 'root',
  children: [element('p', { type: 'text', value: 'a' }, element('em', element('b'))), element('ul', element('li'))],
});

test('every element is looked at, each before those within it', () => {
  const seen: string[] = [];
  eachElement(aTree(), ({ tagName }, index, { type }) => {
    seen.push(`${tagName} ${index} ${type}`);
    return undefined;
  });
  expect(seen).toEqual(['p 0 root', 'em 1 element', 'b 0 element', 'ul 1 root', 'li 0 element']);
});

test('what has been put in the place of an element is not looked at, and neither is what stands within', () => {
  const seen: string[] = [];
  const tree = aTree();
  eachElement(tree, ({ tagName }, index, parent) => {
    seen.push(tagName);
    if (tagName !== 'p') return undefined;
    parent.children.splice(index, 1, element('hr'), element('h1'));
    return index + 2;
  });
  expect(seen).toEqual(['p', 'ul', 'li']);
});
