import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkRehype from 'remark-rehype';
import { visit } from 'unist-util-visit';
import { lowerProtocols } from './protocols.ts';
import { reportUnsafe } from './report-unsafe.ts';
import { schema } from './schema.ts';

/** HTML inside Markdown is parsed where there is any: parsing a tree again costs more than all the rest. */
const rawWhereNeeded = () => {
  const parseRaw = rehypeRaw();
  return (tree: Root, file: Parameters<typeof parseRaw>[1]): Root | undefined => {
    let found = false;
    visit(tree, 'raw', () => {
      found = true;
      return false;
    });
    return found ? (parseRaw(tree, file) as Root) : undefined;
  };
};

/**
 * From Markdown to a sanitised HTML tree, in this order and no other. What comes out depends on the text alone: links
 * and pictures are resolved afterwards, by `finishBody`.
 */
export const pipeline = remark()
  .use(remarkGfm, { singleTilde: false })
  .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: '' })
  .use(rawWhereNeeded)
  .use(lowerProtocols)
  .use(reportUnsafe)
  .use(rehypeSanitize, schema)
  .freeze();
