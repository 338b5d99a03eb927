import type { Root } from 'mdast';
import type { UpdateContent, UpdatePicture } from '../live-blog.ts';
import { linkBareAddresses } from './bare-addresses.ts';
import { treeOfHtml } from './html-tree.ts';
import { picturesIn, withPictures } from './own-pictures.ts';
import type { Pass } from './pass.ts';
import { treeOfText } from './plain-text.ts';
import { printTree } from './print-markdown.ts';

/** A text on its way to Markdown. */
export type PreparedContent = {
  readonly tree: Root;
  /** The addresses of the pictures that it shows, each once, in order: absolute, or relative to the source. */
  readonly pictures: readonly string[];
  /** Whole sentences about what is left out or changed, one for each time. */
  readonly notes: readonly string[];
};

/**
 * Makes of a text what Markdown can say. HTML may be anything: nothing of it is run, shown or kept that is not text,
 * picture, link or the form of a text. Of a plain text every character is kept as itself. `pictures` come below, unless
 * the text shows them itself. Links are relative to `base`; without it relative ones keep their text alone.
 */
export const prepareContent = (
  content: UpdateContent,
  pictures: readonly UpdatePicture[],
  base: string | undefined,
): PreparedContent => {
  const notes: string[] = [];
  const pass: Pass = { base, note: (sentence) => notes.push(sentence) };
  const text = content.kind === 'html' ? treeOfHtml(content.value, pass) : treeOfText(content.value);
  const tree = withPictures(text, pictures, pass);
  linkBareAddresses(tree);
  return { tree, pictures: [...new Set(picturesIn(tree).map(({ url }) => url))], notes };
};

/**
 * The Markdown of a text: empty, or with one line break at its end. A picture of which `pathOf` knows the path, relative
 * to the document, is shown; any other becomes a link to its address.
 */
export const printMarkdown = ({ tree }: PreparedContent, pathOf: (address: string) => string | undefined): string =>
  printTree(tree, pathOf);
