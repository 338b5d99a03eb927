import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { ImportRefused, type ImportSource } from '../live-blog.ts';
import { addressOn } from './address.ts';
import { refuseDeepPage } from './page-depth.ts';

/** A page as its parser sees it. */
export type Page = {
  readonly tree: Root;
  /** Its address, where it or the source says so. */
  readonly url?: string;
  /** What its root element says. */
  readonly language?: string;
  readonly title?: string;
  /** The texts of its JSON-LD scripts. */
  readonly scripts: readonly string[];
};

/** Reads a page, a piece of one, or a text that contains one. HTML that no tree can hold is refused. */
export const readPage = ({ text, url }: ImportSource): Page => {
  refuseDeepPage(text);
  const tree = treeOf(text);
  const scripts: string[] = [];
  let canonical: string | undefined;
  let language: string | undefined;
  let title: string | undefined;
  for (const element of elementsOf(tree)) {
    const { lang, rel, href, type } = element.properties;
    if (element.tagName === 'html' && typeof lang === 'string') language = lang;
    else if (element.tagName === 'title') title ??= textOf(element).replace(/\s+/g, ' ').trim();
    else if (element.tagName === 'link' && Array.isArray(rel) && rel.includes('canonical') && typeof href === 'string')
      canonical ??= href;
    else if (element.tagName === 'script' && typeof type === 'string' && /^\s*application\/ld\+json\b/i.test(type))
      scripts.push(textOf(element));
  }
  const address = (canonical && addressOn(canonical, url)) || url;
  return { tree, scripts, ...(address && { url: address }), ...(language && { language }), ...(title && { title }) };
};

const treeOf = (text: string): Root => {
  try {
    return fromHtml(text);
  } catch (error) {
    // What looks shallow may still be nested by the rules for tags in wrong places.
    if (!(error instanceof RangeError)) throw error;
    throw new ImportRefused(
      'Unexpected HTML that is nested too deep to be read, expected a page as a browser saves it.',
    );
  }
};

/** All elements of a tree, parents before children, in the order of the page. */
export function* elementsOf(tree: Root | Element): Generator<Element> {
  const waiting: (RootContent | ElementContent)[] = tree.children.toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type !== 'element') continue;
    yield node;
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child) waiting.push(child);
    }
  }
}
