import type { Archive } from './archive.ts';
import { hasFormOfDate, reservedEntrySlugs } from './slug.ts';

/** An address that readers could see, and the file by which they could, as far as it is known. */
export type LastingAddress = { readonly address: string; readonly file?: string };

/**
 * The addresses that may not vanish, from the root of the archive: of each event, each entry and each page by its slug and its
 * aliases, and of each file that is copied.
 * Those of entries below an alias of their event are left out where each is wanted once: they go with that alias.
 */
export const lastingAddresses = ({ events, pages, copies }: Archive, isEachOnce = false): readonly LastingAddress[] => [
  ...pages.flatMap(({ slug, aliases, body }) =>
    [slug, ...aliases].map((own) => ({ address: `/${own}/`, file: body.file })),
  ),
  ...copies.map((path) => ({ address: `/${path}`, file: `public/${path}` })),
  ...events.flatMap(({ slug: event, folder, aliases, entries }) => {
    const tops = [event, ...aliases];
    return [
      ...tops.map((top) => ({ address: `/${top}/`, file: `${folder}/event.md` })),
      ...entries.flatMap(({ formerAddresses, file }) => formerAddresses.map((address) => ({ address, file }))),
      ...(isEachOnce ? [event] : tops).flatMap((top) =>
        entries.flatMap(({ slug, aliases, file }) =>
          [slug, ...aliases].map((own) => ({ address: `/${top}/${own}/`, file })),
        ),
      ),
    ];
  }),
];

/**
 * The address of a page by the path of its file, where it may not vanish. Lists of days, topics and milestones follow from
 * entries, and may go with them.
 */
export const lastingAddressOf = (path: string): string | undefined => {
  const [, name = '', ...rest] = path.split('/');
  const isEntry = rest.join('/') === 'index.html' && !reservedEntrySlugs.has(name) && !hasFormOfDate(name);
  return name === 'index.html' || isEntry ? `/${path.slice(0, -'index.html'.length)}` : undefined;
};

/** The path of the file at such an address. */
export const pageAt = (address: string): string => address.slice(1).replace(/(^|\/)$/, '$1index.html');
