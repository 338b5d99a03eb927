import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { interfaceTexts } from '../words/languages/interface-texts.ts';
import { eachElement } from './each-element.ts';
import { type Elsewhere, elsewhereAt } from './elsewhere.ts';

/**
 * Makes a link to a video or a post that stands alone in its paragraph into a card: the title that the writer gave it, and
 * where it leads. Nothing is asked of that site before somebody follows the link.
 */
export const makeCards = (tree: Root, language: string): void => {
  const texts = interfaceTexts(language);
  eachElement(tree, (node) => {
    if (node.tagName !== 'p') return;
    const [link, ...others] = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
    if (link?.type !== 'element' || link.tagName !== 'a' || others.length > 0) return;
    const address = String(link.properties.href ?? '');
    const place = elsewhereAt(address);
    if (!place || textOf(link).trim() === '') return;
    node.properties = { className: ['card', place.kind.toLowerCase()] };
    link.children = cardOf(link, address, texts[named[place.kind]](place.name));
  });
};

const named = { Video: 'videoOn', Post: 'postOn', Sound: 'soundOn', Stream: 'streamOn' } as const satisfies Record<
  Elsewhere['kind'],
  string
>;

/** A bare address is no title: then the card says what it leads to, and shows the address below. */
const cardOf = (link: Element, address: string, source: string): ElementContent[] => {
  const isBare = plain(textOf(link)) === plain(address);
  const title: ElementContent[] = isBare ? [{ type: 'text', value: source }] : link.children;
  return [
    { type: 'element', tagName: 'b', properties: {}, children: title },
    { type: 'text', value: ' ' },
    {
      type: 'element',
      tagName: 'span',
      properties: { className: ['source'] },
      children: [{ type: 'text', value: isBare ? plain(address) : source }],
    },
  ];
};

const plain = (address: string): string => address.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
