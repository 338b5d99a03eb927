import type { Nodes, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { pageAddress } from './web-address.ts';

/** Makes a link of every address of the web or of mail that stands in a text: Markdown would, or would have to be kept from it. */
export const linkBareAddresses = (tree: Root): void => {
  visit(tree, (node) => {
    if (node.type === 'link') return 'skip';
    if (holdsPhrasing(node)) node.children = node.children.flatMap(withLinks);
    return undefined;
  });
};

type Phrasing = Extract<Nodes, { type: 'paragraph' | 'heading' | 'emphasis' | 'strong' | 'delete' | 'tableCell' }>;

const holdsPhrasing = (node: Nodes): node is Phrasing =>
  /^(?:paragraph|heading|emphasis|strong|delete|tableCell)$/.test(node.type);

// Where GitHub's Markdown finds them too, whose rules say what may stand before each.
const domain = String.raw`(?:[a-z0-9\-]{1,63}\.){1,10}[a-z]{2,24}`;
const rest = String.raw`(?::\d{1,5})?(?:[\/?#][[!-~\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}]--[<>"\\^\x60\{\|\}]]{0,2000})?`;
const page = String.raw`(?<![a-z])https?:\/\/${domain}${rest}|(?<![^\s\p{P}\p{S}])www\.${domain}${rest}`;
// Underscores are no part of a domain, but Markdown finds such addresses, and no escape keeps it from that.
const mailDomain = String.raw`(?:[\w\-]{1,63}\.){1,10}[\w\-]{0,23}[a-z]`;
const mail = String.raw`(?<![\w.+\-\/])[\w.+\-]{1,64}@${mailDomain}(?![\w\-@])`;
const address = new RegExp(`${page}|${mail}`, 'giv');

const withLinks = (node: PhrasingContent): PhrasingContent[] => {
  if (node.type !== 'text') return [node];
  const nodes: PhrasingContent[] = [];
  let from = 0;
  for (const { 0: found, index } of node.value.matchAll(address)) {
    const value = withoutStops(found);
    const url = targetOf(value);
    if (url === undefined) continue;
    if (index > from) nodes.push({ type: 'text', value: node.value.slice(from, index) });
    nodes.push({ type: 'link', url, children: [{ type: 'text', value }] });
    from = index + value.length;
  }
  if (from === 0) return [node];
  return from < node.value.length ? [...nodes, { type: 'text', value: node.value.slice(from) }] : nodes;
};

/** An address without what ends the sentence or the bracket that it stands in. */
const withoutStops = (found: string): string => {
  const end = [...found].findLastIndex((character) => !stops.has(character)) + 1;
  const value = [...found].slice(0, end).join('');
  const rest = found.slice(value.length);
  const opened = value.split('(').length - value.split(')').length;
  return opened > 0 && rest.startsWith(')'.repeat(opened)) ? value + rest.slice(0, opened) : value;
};

const stops = new Set("!'*),.:;?]_~");

const targetOf = (value: string): string | undefined => {
  if (/^https?:/i.test(value)) return pageAddress(value, undefined);
  return /^www\./i.test(value) && !value.includes('@') ? pageAddress(`http://${value}`, undefined) : `mailto:${value}`;
};
