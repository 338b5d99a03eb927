import { jsonFault, pageText, referencesOf, xmlFault } from './check-pages.ts';

/** Files, as a verification sees them. */
export type View = {
  /** Whether there is a file of this path. */
  readonly has: (path: string) => boolean;
  /** The places in the page of this path that a link can lead to. */
  readonly placesIn: (path: string) => ReadonlySet<string>;
};

/** A link that leads out of what was verified: the page it stands on, as it stands there, the file and the place it means. */
export type OutwardLink = {
  readonly page: string;
  readonly address: string;
  readonly path: string;
  readonly fragment: string;
};

/** What was found in pages and feeds. */
export type Verified = { readonly faults: readonly string[]; readonly outside: readonly OutwardLink[] };

/** What is wrong in a page or feed itself, the places in a page, and its links that stay in the site. */
type ReadPage = {
  readonly faults: readonly string[];
  readonly places?: ReadonlySet<string>;
  readonly links: readonly OutwardLink[];
};

/** Reads a page or a feed, by its path in a site whose addresses begin with `base`. */
export const readPage = (page: string, bytes: Uint8Array, base: string): ReadPage => {
  const faultIn = page.endsWith('.xml') ? xmlFault : page.endsWith('.json') ? jsonFault : undefined;
  const fault = faultIn?.(pageText(bytes));
  const faults = fault === undefined ? [] : [`${page}: the file is not well-formed: ${fault}`];
  if (!page.endsWith('.html')) return { faults, links: [] };
  const { addresses, ids } = referencesOf(pageText(bytes));
  const links = [...addresses].flatMap((address) => {
    const target = targetOf(address, page, base);
    return target ? { page, address, ...target } : [];
  });
  return { faults, places: ids, links };
};

/**
 * Verifies pages and feeds that have changed, by path: that feeds are well-formed, and that links and fragments lead to
 * something in `view`. Links to anything else come back, one for each place that they lead to. Addresses of the site begin
 * with `base`.
 */
export const verifyFiles = (changed: ReadonlyMap<string, Uint8Array>, view: View, base: string): Verified => {
  const faults: string[] = [];
  const outside = new Map<string, OutwardLink>();
  const ids = new Map<string, ReadonlySet<string>>();
  const pages: ReadPage['links'][] = [];
  for (const [page, bytes] of changed) {
    const { faults: own, places, links } = readPage(page, bytes, base);
    faults.push(...own);
    if (places) ids.set(page, places);
    pages.push(links);
  }
  // By now each of them has been read once.
  for (const links of pages) {
    for (const link of links) {
      if (view.has(link.path)) faults.push(...faultOf(link, view, ids));
      else outside.set(`${link.path}#${link.fragment}`, link);
    }
  }
  return { faults, outside: [...outside.values()] };
};

/** What is wrong with links that led out of what was verified, now that `view` has everything. */
export const verifyOutside = (links: readonly OutwardLink[], view: View): readonly string[] => {
  const ids = new Map<string, ReadonlySet<string>>();
  return links.flatMap((link) => faultOf(link, view, ids));
};

const faultOf = (
  { page, address, path, fragment }: OutwardLink,
  view: View,
  ids: Map<string, ReadonlySet<string>>,
): readonly string[] => {
  if (!view.has(path)) return [`${page}: the link ${address} leads nowhere`];
  if (fragment === '' || !path.endsWith('.html')) return [];
  const known = ids.get(path) ?? view.placesIn(path);
  ids.set(path, known);
  return known.has(fragment) ? [] : [`${page}: the link ${address} leads to a place that is not there`];
};

const host = 'https://site.invalid';

/** The file, and the place in it, that an address on a page means; `undefined` where it leaves the site. */
const targetOf = (address: string, page: string, base: string): { path: string; fragment: string } | undefined => {
  const url = URL.parse(address, `${host}${base}${encodeURI(page.replace(/index\.html$/, ''))}`);
  if (url?.origin !== host) return undefined;
  const path = decode(url.pathname);
  // With the slash before it, it is the path of no file.
  if (!path.startsWith(base)) return { path, fragment: '' };
  const below = path.slice(base.length);
  const file = below === '' || below.endsWith('/') ? `${below}index.html` : below;
  return { path: file, fragment: decode(url.hash.slice(1)) };
};

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
