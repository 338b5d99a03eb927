import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

/** Elements that run code, load something, take the whole page or send something. */
const elements = new Set(
  (
    'animate applet audio base body button dialog embed fencedframe foreignobject form frame frameset head html iframe ' +
    'link math meta noscript object plaintext portal script select set slot source style svg template textarea title ' +
    'track video xmp'
  ).split(' '),
);
const addresses = ['href', 'src', 'cite', 'action', 'formAction', 'data', 'poster', 'background', 'xLinkHref', 'ping'];
const attributes = new Set(['style', 'srcDoc', 'srcSet', 'is', 'slot', 'target', 'contentEditable', 'autoFocus']);
const protocols = new Set(['http:', 'https:', 'irc:', 'ircs:', 'mailto:', 'xmpp:']);

/** What a browser could run, or load as code, in a piece of HTML: the names of elements and attributes, and addresses. */
export const dangersIn = (html: string): string[] => {
  const found: string[] = [];
  const look = (tree: Root): void =>
    visit(tree, 'element', (element) => {
      found.push(...dangersOf(element));
      if (element.tagName === 'template' && element.content) look(element.content);
    });
  look(fromHtml(html, { fragment: true }));
  return found;
};

/** Whether following an address can do harm: it has a protocol that is none of the web's or of mail. */
export const isDangerousAddress = (address: string): boolean => {
  // `URL` drops tabs, line breaks and leading control characters, as browsers do.
  const url = URL.parse(address, 'https://recaps.test/storm/entry/');
  return url !== null && !protocols.has(url.protocol);
};

const dangersOf = ({ tagName, properties }: Element): string[] => [
  ...(elements.has(tagName) || tagName.includes('-') ? [`<${tagName}>`] : []),
  ...Object.entries(properties).flatMap(([name, value]) => {
    if (/^on/i.test(name) || attributes.has(name)) return [`${tagName} ${name}`];
    return addresses.includes(name) && isDangerousAddress(String(value)) ? [`${tagName} ${name}=${value}`] : [];
  }),
];
