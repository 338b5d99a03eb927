import type { Head, Place, TitledLink } from './archive.ts';
import type { SiteFields } from './schema/site.ts';
import type { FieldPath, Fields } from './yaml.ts';

/** Links with their titles, as settings name them. */
export const readLinks = (fields: Fields, links: readonly Omit<TitledLink, 'place'>[] = []): readonly TitledLink[] =>
  links.map((link, index) => ({ ...link, ...ownPlace(fields, ['links', index, 'url'], link.url) }));

/** What settings add to the head of every page. */
export const readHead = (fields: Fields, { scripts = [], meta = [] }: NonNullable<SiteFields['head']> = {}): Head => ({
  scripts: scripts.map((script, index) => ({
    attributes: Object.fromEntries(
      Object.entries(script).flatMap(([name, value]): [string, string | true][] =>
        typeof value === 'string' || value === true ? [[name, value]] : [],
      ),
    ),
    ...ownPlace(fields, ['head', 'scripts', index, 'src'], script.src),
  })),
  meta,
});

/** Where an address within the site is named. */
const ownPlace = (fields: Fields, path: FieldPath, address: string): { readonly place?: Place } => {
  if (!address.startsWith('/')) return {};
  const { file, line, column } = fields.placeOf(path);
  return { place: { file, line, column } };
};
