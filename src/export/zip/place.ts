import { dirname, relative } from 'node:path/posix';

/** A copy of a site, in which files find each other by relative addresses wherever it lies. */
export type ZipCopy = {
  /** The path of the site on its host, such as `/` or `/recaps/`, and the origin of that host. */
  readonly base: string;
  readonly origin: string;
  /** The files of the whole site, by path. */
  readonly files: ReadonlySet<string>;
  /** Whether readers are led to a file in the copy. */
  readonly leadsTo: (path: string) => boolean;
  /** Hears what a page of the copy shows. */
  readonly need: (path: string) => void;
};

/** What an address on a page is for: `link` leads readers on, `part` is shown with the page. */
export type Use = 'link' | 'part';

const host = 'https://site.invalid';

/**
 * An address that stands in the file `from`, as it stands in a copy: relative, with `index.html` at its end where it leads to a
 * page. What is not in the copy is linked to where the archive is published; what lies elsewhere stays as it is.
 */
export const addressInCopy = (address: string, from: string, use: Use, copy: ZipCopy): string => {
  if (address === '' || address.startsWith('#')) return address;
  const url = URL.parse(address, `${host}${copy.base}${encodePath(from)}`);
  if (url?.origin !== host) return address;
  const { pathname, search, hash } = url;
  const file = fileAt(pathname, copy);
  if (file === undefined || (use === 'link' && !copy.leadsTo(file))) return copy.origin + pathname + search + hash;
  if (use === 'part') copy.need(file);
  return relativeAddress(from, file) + search + hash;
};

/** The file of the site that an address in the file `from` means. */
export const fileMeant = (address: string, from: string, copy: ZipCopy): string | undefined => {
  const url = URL.parse(address, `${host}${copy.base}${encodePath(from)}`);
  return url?.origin === host ? fileAt(url.pathname, copy) : undefined;
};

/** The file of the site at the path of an address. */
const fileAt = (pathname: string, { base, files }: ZipCopy): string | undefined => {
  if (!pathname.startsWith(base)) return undefined;
  const below = decode(pathname.slice(base.length));
  return [below, `${below}index.html`, `${below}/index.html`].find((path) => files.has(path));
};

/** The address that leads from one file to another. */
export const relativeAddress = (from: string, to: string): string => encodePath(relative(dirname(from), to));

const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
