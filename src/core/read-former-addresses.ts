import type { Event } from './archive.ts';
import type { Report } from './diagnostics.ts';
import { reportAt } from './place.ts';
import type { SlugClaim } from './read-slugs.ts';
import { expectedOfSlug, hasFormOfDate, reservedEntrySlugs } from './slug.ts';

/** What addresses must not be claimed: those of the events that are known, and the reserved ones at the top. */
type Known = { readonly events: readonly Event[]; readonly reserved: ReadonlySet<string> };

/**
 * Reports every address in another event that an entry claims (`/fair/first/`), and that is not written so, is a page of its own,
 * lies in the entry's own event, or is taken.
 */
export const checkFormerAddresses = (claims: readonly SlugClaim[], known: Known, report: Report): void => {
  if (claims.length === 0) return;
  const taken = takenIn(known.events);
  for (const { slug: alias, placeAt } of claims) {
    const { file, ...place } = placeAt();
    const [, top = '', name = ''] = alias.split('/');
    const owner = taken.get(`/${top}/${name}/`);
    taken.set(`/${top}/${name}/`, owner ?? file);
    const fault = faultOf(alias, { ...known, file, owner });
    if (fault) reportAt({ file, ...place }, report, fault);
  }
};

const faultOf = (
  alias: string,
  { events, reserved, file, owner }: Known & { readonly file: string; readonly owner: string | undefined },
) => {
  const [, top = '', name = ''] = alias.split('/');
  const address = `/${top}/${name}/`;
  const own = events.find(({ slug, aliases }) => slug === top || aliases.includes(top));
  const expected = expectedOfSlug(top) ?? expectedOfSlug(name);
  if (expected !== undefined)
    return {
      rule: 'unusable-slug' as const,
      message: `Unexpected alias "${alias}", expected ${expected} between its slashes`,
      hint: 'Write the address as readers know it, such as /fair/first/.',
    };
  if (reserved.has(top) || reservedEntrySlugs.has(name) || hasFormOfDate(name))
    return {
      rule: 'reserved-slug' as const,
      message: `Unexpected alias "${alias}", expected another: this address is a page of its own`,
      hint: 'Remove it, or choose another.',
    };
  if (own && file.startsWith(`${own.folder}/`))
    return {
      rule: 'unusable-slug' as const,
      message: `Unexpected alias "${alias}" in its own event, expected the slug alone`,
      hint: `Write "${name}".`,
      meant: name,
    };
  if (owner !== undefined)
    return {
      rule: 'duplicate-slug' as const,
      message: `Unexpected alias "${alias}", expected one that is free: it is an address of ${owner}`,
      hint: 'Remove the alias.',
      related: owner,
    };
  return alias === address
    ? undefined
    : {
        rule: 'unusable-slug' as const,
        message: `Unexpected alias "${alias}", expected an address with a slash at its end`,
        hint: `Write "${address}".`,
        meant: address,
      };
};

/** The file that has each address of an entry. */
const takenIn = (events: readonly Event[]): Map<string, string> =>
  new Map(
    events.flatMap(({ slug: event, aliases: tops, entries }) =>
      entries.flatMap(({ slug, aliases, file }) =>
        [event, ...tops].flatMap((top) =>
          [slug, ...aliases].map((name): [string, string] => [`/${top}/${name}/`, file]),
        ),
      ),
    ),
  );
