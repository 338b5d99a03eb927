import type { Entry, Event } from './archive.ts';

/**
 * What an event or an entry is and was called, the oldest first: its aliases as they are written, and its slug, which is the
 * newest unless it stands among them. Names such as `/fair/first/` are addresses in another event.
 */
export const namesOf = ({
  slug,
  fields: { aliases = [] },
}: Pick<Event, 'slug'> & { readonly fields: Pick<Event['fields'] | Entry['fields'], 'aliases'> }): readonly string[] =>
  aliases.includes(slug) ? aliases : [...aliases, slug];

/** Whether an alias is the slug itself, which says that the aliases behind it are newer. */
export const isOwnName = (aliases: readonly string[], index: number, slug: string): boolean =>
  aliases[index] === slug && index < aliases.length - 1 && aliases.indexOf(slug) === index;
