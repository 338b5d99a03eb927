import type { Root, RootContent } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import { remark } from 'remark';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkRehype from 'remark-rehype';
import { bareAddresses } from './bare-addresses.ts';
import { eachElement } from './each-element.ts';
import { friendlyEmphasis } from './friendly-emphasis.ts';
import { type Tag, tagsOf } from './html-tags.ts';
import { meterParser } from './meter.ts';
import { reportUnsafe } from './report-unsafe.ts';
import { schema } from './schema.ts';
import { showEmoji } from './show-emoji.ts';
import { showHighlights } from './show-highlights.ts';
import { isTooCostly } from './weigh-tags.ts';

/** No page that may be so long holds more. */
const mostElements = 50_000;

/**
 * HTML inside Markdown is parsed where there is any: parsing a tree again costs more than all the rest. Throws a
 * `RangeError`, as the parser itself does, where it would become a tree that is too deep or too large.
 */
const rawWhereNeeded = () => {
  const parseRaw = rehypeRaw();
  return (tree: Root, file: Parameters<typeof parseRaw>[1]): Root | undefined => {
    if (!String(file).includes('<') || !hasRaw(tree)) return undefined;
    if (isTooCostly(tagsIn(tree), mostElements)) throw new RangeError('HTML that opens more than it closes');
    return parseRaw(tree, file);
  };
};

const hasRaw = (node: Root | RootContent): boolean =>
  node.type === 'raw' || ('children' in node && node.children.some(hasRaw));

function* tagsIn(node: Root | RootContent): Generator<Tag> {
  if (node.type === 'raw') yield* tagsOf(node.value);
  if (node.type === 'element') yield { name: node.tagName, ends: false, isEmpty: false };
  if ('children' in node) for (const child of node.children) yield* tagsIn(child);
  if (node.type === 'element') yield { name: node.tagName, ends: true, isEmpty: false };
}

/** Writes the protocol of every address in lower case, as a phone may not have done: `rehype-sanitize` knows no other. */
const lowerProtocols =
  () =>
  (tree: Root): void => {
    eachElement(tree, ({ properties }) => {
      for (const name of ['href', 'src', 'cite'] as const) {
        const address = properties[name];
        if (typeof address === 'string')
          properties[name] = address.replace(/^[a-z][a-z0-9+.-]*:/i, (protocol) => protocol.toLowerCase());
      }
    });
  };

/**
 * From Markdown to a sanitised HTML tree, in this order and no other. What comes out depends on the text alone: links
 * and pictures are resolved afterwards, by `finishBody`.
 */
export const pipeline = remark()
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough, { singleTilde: false })
  .use(friendlyEmphasis)
  .use(bareAddresses)
  .use(showEmoji)
  .use(showHighlights)
  .use(meterParser)
  .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: '' })
  .use(rawWhereNeeded)
  .use(lowerProtocols)
  .use(reportUnsafe)
  .use(rehypeSanitize, schema)
  .freeze();
