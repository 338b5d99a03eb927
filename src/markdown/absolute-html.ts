import type { Element, ElementContent, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { eachElement } from './each-element.ts';

const compiler = unified().use(rehypeStringify).freeze();

/**
 * A finished tree as HTML that can be read away from its page: every address is absolute, a picture is the one file that
 * every program shows, and a video a link behind its poster; a sound is a link. `page` is the page's own. The tree is used up.
 */
export const absoluteHtml = (tree: Root, page: string): string => {
  eachElement(tree, (node, index, parent) => {
    if (node.tagName === 'picture') parent.children[index] = fallbackOf(node);
    else if (/^(?:video|audio)$/.test(node.tagName)) parent.children[index] = linkTo(node);
    else return undefined;
    return index + 1;
  });
  eachElement(tree, (node) => {
    const { tagName, properties } = node;
    for (const name of ['href', 'src', 'cite'] as const) {
      const address = properties[name];
      if (typeof address === 'string') properties[name] = URL.parse(address, page)?.href ?? address;
    }
    delete properties.tabIndex;
    // Away from the page's looks, an alert is set off as a quotation is.
    if (isAlert(node)) node.tagName = 'blockquote';
    if (tagName === 'img') delete properties.className;
  });
  return compiler.stringify(tree);
};

const isAlert = ({ properties: { className } }: Element): boolean =>
  Array.isArray(className) && className[0] === 'alert';

const fallbackOf = (picture: Element): ElementContent => picture.children.find(isNamed('img')) ?? picture;

const linkTo = ({ properties, children }: Element): Element => {
  const { poster, width, height, ariaLabel: alt } = properties;
  const href = properties.src ?? children.find(isNamed('source'))?.properties.src;
  const inside: ElementContent =
    poster === undefined
      ? { type: 'text', value: String(alt) }
      : { type: 'element', tagName: 'img', properties: { src: poster, alt, width, height }, children: [] };
  return { type: 'element', tagName: 'a', properties: { href }, children: [inside] };
};

const isNamed =
  (name: string) =>
  (node: ElementContent): node is Element =>
    node.type === 'element' && node.tagName === name;
