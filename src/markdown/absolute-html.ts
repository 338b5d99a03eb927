import type { Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Body } from './body.ts';

const compiler = unified().use(rehypeStringify).freeze();

/** The body as HTML that can be read away from its page: every address is absolute. `page` is the page's own. */
export const absoluteHtml = ({ tree }: Body, page: string): string => {
  const copy: Root = structuredClone(tree);
  visit(copy, 'element', ({ properties }) => {
    for (const name of ['href', 'src', 'cite'] as const) {
      const address = properties[name];
      if (typeof address === 'string') properties[name] = URL.parse(address, page)?.href ?? address;
    }
    delete properties.tabIndex;
  });
  return compiler.stringify(copy);
};
