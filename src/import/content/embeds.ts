import type { Element, ElementContent } from 'hast';
import { attribute, element, hasClass, isElement, rewrite, textElement } from './element.ts';
import { type EmbedLink, embedLink, embedScriptAddress, writtenAddress } from './embed-address.ts';
import { markedAddress, quotedPost } from './embed-quotes.ts';
import type { Pass } from './pass.ts';

/**
 * Makes a link of everything that shows what lies elsewhere: frames, players, posts of networks. What is quoted of a post
 * is kept as a quotation with the link below.
 */
export const linkEmbeds = (body: Element, pass: Pass): void => {
  rewrite(body, (found, parent) => {
    if (found.tagName === 'blockquote') return quotedPost(found, pass);
    const kind = kinds.get(found.tagName);
    const marked = isEmptyFrame(found) ? markedAddress(found) : '';
    if (kind === undefined && marked === '' && found.tagName !== 'script') return undefined;
    if (hasClass(found, 'wp-embedded-content') && hasQuotation(parent)) return [];
    const inside = found.children.filter((child) => isElement(child) && isEmbedLink(child));
    if (found.tagName === 'object' && inside.length > 0) return inside;
    const written = marked || (embedScriptAddress(found) ?? writtenAddress(found));
    const title = attribute(found, 'title');
    const link = embedLink(written, pass.base, kind ?? 'Embed', isTelling(title) ? title : '');
    if (link) return asLink(link, pass);
    const left = found.tagName === 'object' ? found.children : [];
    if (left.length === 0) pass.note('An embed without an address of the web is left out.');
    return left;
  });
};

const kinds: ReadonlyMap<string, string> = new Map([
  ['iframe', 'Embedded page'],
  ['frame', 'Embedded page'],
  ['embed', 'Embed'],
  ['object', 'Embed'],
  ['video', 'Video'],
  ['audio', 'Audio'],
  ['amp-iframe', 'Embedded page'],
  ['amp-video', 'Video'],
  ['amp-audio', 'Audio'],
  ['oembed', 'Embed'],
]);

/** WordPress shows a quotation with a link first, and the frame of the same page in its place later. */
const hasQuotation = ({ children }: Element): boolean =>
  children.some((child) => isElement(child, 'blockquote') && hasClass(child, 'wp-embedded-content'));

/** An old player that holds another, which has become a link. */
const isEmbedLink = ({ children: [link] }: Element): boolean =>
  isElement(link, 'a') && link.properties.dataEmbed === true;

/** Whether nothing would be lost with an element but the links of what it frames. */
const isEmptyFrame = ({ children }: Element): boolean =>
  children.every((child) =>
    child.type === 'element'
      ? child.tagName === 'a' || (child.tagName !== 'img' && isEmptyFrame(child))
      : child.type !== 'text' || child.value.trim() === '',
  );

const isTelling = (title: string): boolean => title.length <= 200 && /\s/.test(title);

/** A paragraph of its own: frames stand between paragraphs. */
const asLink = ({ label, address }: EmbedLink, { note }: Pass): ElementContent[] => {
  note(`An embed has become a link: ${label}.`);
  return [element('p', {}, [element('a', { href: address, dataEmbed: true }, [textElement(label)])])];
};
