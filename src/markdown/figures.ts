import type { Element, Root, RootContent } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** Makes a paragraph that holds nothing but pictures into figures, one a picture; its title becomes the caption. */
export const makeFigures = (tree: Root): void => {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'p' || index === undefined || !parent) return undefined;
    const content = node.children.filter(
      (child) => !isElement(child, 'br') && !(child.type === 'text' && child.value.trim() === ''),
    );
    const pictures = content.filter((child): child is Element => isElement(child, 'img'));
    if (pictures.length === 0 || pictures.length < content.length) return undefined;
    parent.children.splice(index, 1, ...pictures.map(figure));
    return [SKIP, index + pictures.length];
  });
};

const figure = (picture: Element): Element => {
  const { title, ...properties } = picture.properties;
  const caption: Element[] =
    typeof title === 'string' && title.trim() !== ''
      ? [{ type: 'element', tagName: 'figcaption', properties: {}, children: [{ type: 'text', value: title }] }]
      : [];
  return { type: 'element', tagName: 'figure', properties: {}, children: [{ ...picture, properties }, ...caption] };
};

const isElement = (node: RootContent, name: string): node is Element =>
  node.type === 'element' && node.tagName === name;
