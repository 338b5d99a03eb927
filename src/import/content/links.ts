import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { addressIn, attribute, element, findElement, rewrite, textElement } from './element.ts';
import type { Pass } from './pass.ts';
import { pageAddress, protocolOf } from './web-address.ts';

/**
 * Makes links absolute. One that leads nowhere a reader can follow keeps its text alone: scripts, data, calls, parts of
 * the page, and relative ones where it is not known what to.
 */
export const resolveSourceLinks = (body: Element, { base, note }: Pass): void => {
  rewrite(body, (found) => {
    if (found.tagName !== 'a') return undefined;
    const written = addressIn(found, 'href');
    const hasContent = textOf(found).trim() !== '' || findElement(found, 'img') !== undefined;
    if (written === '' || written.startsWith('#')) return found.children;
    const address = mailAddress(written) ?? pageAddress(written, base);
    if (address === undefined) {
      if (hasContent) note(reasonFor(written, base));
      return found.children;
    }
    const name = attribute(found, 'ariaLabel') || attribute(found, 'title');
    if (!hasContent && name === '') {
      note('A link without a text is left out.');
      return found.children;
    }
    const { dataEmbed } = found.properties;
    const properties = { href: address, ...(dataEmbed !== undefined && { dataEmbed }) };
    return [element('a', properties, hasContent ? found.children : [textElement(name)])];
  });
};

const mailAddress = (written: string): string | undefined =>
  /^mailto:[^\s<>"\\]+@[^\s<>"\\]+$/i.test(written) ? written.replace(/^mailto/i, 'mailto') : undefined;

const reasonFor = (written: string, base: string | undefined): string => {
  const protocol = protocolOf(written);
  if (protocol === undefined && base === undefined)
    return 'A relative link keeps only its text, because the source does not say which address it is relative to.';
  return `A link that does not lead to a page of the web (${protocol && !/^https?$/.test(protocol) ? `${protocol.slice(0, 20)}:` : 'a faulty address'}) keeps only its text.`;
};
