import type { Archive, Entry, Event } from '../archive.ts';
import { eventPages } from '../event-pages.ts';
import { namesOf } from '../names-of.ts';
import type { AddressKind, BuiltAddress } from './ledger.ts';

/** Makes the mark by which the text of an entry is recognised. */
export type MarkText = (entry: Entry) => string;

/**
 * The addresses of an event and of its entries, by their slugs and aliases, each in the order of its names: the oldest first.
 * Those below an alias of the event go with it.
 */
export const addressesOfEvent = (event: Event, markOf: MarkText): readonly BuiltAddress[] => {
  const top = `/${event.slug}/`;
  return [
    ...namesOf(event).map((name) => (name === event.slug ? built('event', top) : redirect('event', `/${name}/`, top))),
    ...event.entries.flatMap((entry) => {
      const own = `${top}${entry.slug}/`;
      const text = entry.withdrawn ? {} : { text: markOf(entry) };
      return namesOf(entry).map((name): BuiltAddress => {
        if (name !== entry.slug) return redirect('entry', name.startsWith('/') ? name : `${top}${name}/`, own);
        return { ...built('entry', own), ...(entry.withdrawn && { now: 'tombstone' }), ...text };
      });
    }),
  ];
};

/** The addresses of the lists of an event: of its days, topics and milestones, of both orders, and of its index. */
export const listsOfEvent = (event: Event): readonly BuiltAddress[] => [
  ...listPaths(event).map((path) => built('list', `/${event.slug}/${path}/`)),
  redirect('list', `/${event.slug}/${event.order}/`, `/${event.slug}/`),
];

/** The paths of the lists of an event below its address, without slashes around them. */
export const listPaths = (event: Event): readonly string[] => {
  const { days, topics, milestoneParts, otherwise, index } = eventPages(event);
  const parts = (path: string, all: readonly { readonly number: number }[]): readonly string[] =>
    all.map(({ number }) => (number === 1 ? path : `${path}/${number}`));
  return [
    otherwise.order,
    ...parts('milestones', milestoneParts),
    ...parts('search', index),
    ...days.flatMap(({ date, parts: own }) => parts(date, own)),
    ...topics.flatMap(({ topic, parts: own }) => parts(`topics/${topic.slug}`, own)),
  ];
};

/** The addresses of an archive that belong to none of its events: where it is and was, its pages, and what is copied. */
export const addressesOfArchive = ({ site, pages, copies }: Omit<Archive, 'events'>): readonly BuiltAddress[] => [
  ...site.formerUrls.filter((url) => url !== site.url).map((url) => redirect('site', `${url}/`, `${site.url}/`)),
  built('site', `${site.url}/`),
  ...pages.flatMap(({ slug, aliases }) => [
    built('page', `/${slug}/`),
    ...aliases.map((alias) => redirect('page', `/${alias}/`, `/${slug}/`)),
  ]),
  ...copies.map((path) => built('copy', `/${path}`)),
];

/** The address of a page or file that is there. */
export const built = (kind: AddressKind, address: string): BuiltAddress => ({
  address,
  kind,
  now: 'page',
  to: '',
  text: '',
});

const redirect = (kind: AddressKind, address: string, to: string): BuiltAddress => ({
  ...built(kind, address),
  now: 'redirect',
  to,
});
