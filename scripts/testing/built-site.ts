import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { buildInfoFile } from '../../src/core/sums.ts';

/** The files of a folder, by path with `/`, sorted. */
export const filesOf = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .sort()
      .map((path) => [path, readFileSync(join(folder, path))]),
  );

/** The files of a site that follow from its content: all but what says by what they were made. */
export const siteFilesOf = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map([...filesOf(folder)].filter(([path]) => path !== buildInfoFile));

/** The HTML pages among some files, parsed. */
export const pagesOf = (files: ReadonlyMap<string, Buffer>): ReadonlyMap<string, Root> =>
  new Map(
    [...files].filter(([path]) => path.endsWith('.html')).map(([path, bytes]) => [path, fromHtml(bytes.toString())]),
  );

/** Every element of a tree that fits. */
export const elements = (tree: Root | Element, fits: (element: Element) => boolean): Element[] => {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (fits(element)) found.push(element);
  });
  return found;
};

/** Every element with one of these names. */
export const byName = (tree: Root | Element, ...names: readonly string[]): Element[] =>
  elements(tree, ({ tagName }) => names.includes(tagName));

/** The text of an element in one line. */
export const textInLine = (element: Root | Element): string => textOf(element).replace(/\s+/g, ' ').trim();

/**
 * The links, pictures and styles of a site that lead to no file or fragment of it, as `page → address`. `base` is the
 * path before every address, without a slash at its end.
 */
export const brokenLinks = (files: ReadonlyMap<string, Buffer>, base = ''): string[] => {
  const pages = pagesOf(files);
  const ids = new Map(
    [...pages].map(([path, tree]) => [
      path,
      new Set(elements(tree, ({ properties }) => 'id' in properties).map(({ properties }) => properties['id'])),
    ]),
  );
  return [...pages].flatMap(([path, tree]) =>
    addressesOf(tree).flatMap((address) => {
      const url = new URL(address, `https://site.test${base}/${encodeURI(path).replace(/index\.html$/, '')}`);
      if (url.origin !== 'https://site.test') return [];
      const below = decodeURIComponent(url.pathname);
      if (!below.startsWith(`${base}/`)) return [`${path} → ${address}`];
      const file = below.slice(base.length + 1).replace(/(^|\/)$/, '$1index.html');
      const fragment = decodeURIComponent(url.hash.slice(1));
      const found = files.has(file) && (fragment === '' || ids.get(file)?.has(fragment));
      return found ? [] : [`${path} → ${address}`];
    }),
  );
};

const addressesOf = (tree: Root): string[] =>
  elements(tree, () => true).flatMap(({ properties, tagName }) => {
    if (tagName === 'meta' && properties['httpEquiv']?.toString() === 'refresh')
      return [String(properties['content']).replace(/^0; url=/i, '')];
    if (tagName === 'link' && String(properties['rel']) === 'canonical') return [];
    const files = [properties['srcSet'] ?? []].flat().map((one) => String(one).trim().split(/\s+/)[0]);
    const addresses = [properties['href'], properties['src'], properties['poster'], ...files];
    return addresses.filter((address) => typeof address === 'string');
  });
