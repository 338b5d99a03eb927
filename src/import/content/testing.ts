import type { Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { aBody } from '../../markdown/testing.ts';
import type { UpdatePicture } from '../live-blog.ts';
import { type PreparedContent, prepareContent, printMarkdown } from './prepare-content.ts';

/** HTML of a page at `https://example.org/live/`, prepared. */
export const ofHtml = (
  value: string,
  pictures: readonly UpdatePicture[] = [],
  base: string | undefined = 'https://example.org/live/',
): PreparedContent => prepareContent({ kind: 'html', value }, pictures, base);

/** A plain text, prepared. */
export const ofText = (value: string): PreparedContent => prepareContent({ kind: 'text', value }, [], undefined);

/** The Markdown of a content whose pictures are all to be had, each under its own file name. */
export const print = (content: PreparedContent): string =>
  printMarkdown(content, (address) => address.slice(address.lastIndexOf('/') + 1));

/** HTML of a page at `https://example.org/live/` as Markdown. */
export const markdownOf = (html: string): string => print(ofHtml(html));

const parser = remark().use(remarkGfm, { singleTilde: false }).freeze();

/** Markdown as a tree, as the product parses it. */
export const parsed = (markdown: string): Root => parser.parse(markdown);

/** What people read of a tree, without any white space. */
export const readWordsOf = (node: Nodes): string => {
  if ('value' in node) return node.value.replace(/\s+/g, '');
  return 'children' in node ? node.children.map(readWordsOf).join('') : '';
};

/** What people read of Markdown on the site, without any white space, and the rules that it breaks. */
export const onTheSite = (markdown: string): { readonly words: string; readonly rules: readonly string[] } => {
  const { text, diagnostics } = aBody(markdown);
  return { words: text.replace(/\s+/g, ''), rules: [...new Set(diagnostics.map(({ rule }) => rule))] };
};
