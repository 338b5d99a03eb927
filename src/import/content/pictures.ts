import type { Element, ElementContent } from 'hast';
import { addressIn, attribute, element, findElement, hasClass, isElement, rewrite, textElement } from './element.ts';
import type { Pass } from './pass.ts';
import { pictureSourcesOf } from './picture-sources.ts';
import { pictureAddress } from './web-address.ts';

/**
 * Gives every picture its real address, and no other attributes but its text, title and size. Of one that is loaded late
 * and its copy for readers without scripts one is kept. Pictures of emoji become the emoji.
 */
export const settlePictures = (body: Element, { base, note }: Pass): void => {
  joinCopies(body);
  rewrite(body, (found, parent) => {
    if (hasClass(found, 'wp-caption')) return [{ ...found, tagName: 'figure' }];
    if (hasClass(found, 'wp-caption-text')) return [{ ...found, tagName: 'figcaption' }];
    if (found.tagName === 'a') enlarge(found, base);
    if (!isPicture(found)) return undefined;
    const alt = attribute(found, 'alt').replace(/ +/g, ' ');
    if (isEmoji(alt)) return [textElement(alt)];
    const [address] = pictureSourcesOf(found, parent).flatMap((written) => pictureAddress(written, base) ?? []);
    if (address === undefined) {
      note('A picture without an address that leads to a file is left out.');
      return [];
    }
    const title = attribute(found, 'title');
    const telling = title !== alt && /\s/.test(title) && { title };
    return [element('img', { src: address, alt, ...telling })];
  });
};

/** WordPress links a small copy (`gala-300x200.jpg`) to the picture that it is of (`gala.jpg`), which is better. */
const enlarge = (link: Element, base: string | undefined): void => {
  const whole = pictureAddress(addressIn(link, 'href'), base);
  for (const child of link.children) {
    if (!isElement(child, 'img')) continue;
    const { src } = child.properties;
    if (whole !== undefined && String(src).replace(/-\d{2,4}x\d{2,4}(?=\.\w{3,4}$)/, '') === whole)
      child.properties.src = whole;
  }
};

const isPicture = (node: ElementContent | undefined): node is Element => isElement(node, 'img', 'image', 'amp-img');

const isEmoji = (alt: string): boolean => alt.length <= 40 && /^(?:\p{RGI_Emoji}\s*)+$/v.test(alt);

/** Where a picture and a `noscript` with a picture stand side by side, they are one: that with an address is kept. */
const joinCopies = (parent: Element): void => {
  const nodes = parent.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const dropped = new Set<ElementContent>();
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'element') continue;
    joinCopies(node);
    const copy = node.tagName === 'noscript' ? findElement(node, 'img') : undefined;
    const beside = [nodes[index - 1], nodes[index + 1]].find((one) => isPicture(one) && !dropped.has(one));
    if (!copy || !isPicture(beside)) continue;
    const hasOwn = pictureSourcesOf(beside, parent).some((address) => !/^(?:data|about|blob):/i.test(address));
    dropped.add(hasOwn ? node : beside);
  }
  if (dropped.size > 0) parent.children = parent.children.filter((child) => !dropped.has(child));
};
