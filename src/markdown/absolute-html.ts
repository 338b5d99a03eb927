import type { Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

const compiler = unified().use(rehypeStringify).freeze();

/**
 * A finished tree as HTML that can be read away from its page: every address is absolute. `page` is the page's own. The
 * tree is used up.
 */
export const absoluteHtml = (tree: Root, page: string): string => {
  visit(tree, 'element', ({ properties }) => {
    for (const name of ['href', 'src', 'cite'] as const) {
      const address = properties[name];
      if (typeof address === 'string') properties[name] = URL.parse(address, page)?.href ?? address;
    }
    delete properties.tabIndex;
  });
  return compiler.stringify(tree);
};
