import type { Order } from './archive.ts';

/** The paths of an archive's pages and files, from the root of its host. They never change: see docs/addresses.md. */
export type Permalinks = ReturnType<typeof permalinks>;

/** Permalinks below the address `siteUrl`, whose path (`/recaps`) comes before each of them. */
export const permalinks = (siteUrl: string) => {
  const { origin, pathname } = new URL(siteUrl);
  const base = pathname.replace(/\/+$/, '');
  const { join, page } = pathsBelow(base);
  return {
    base,
    home: () => page(),
    /** A page of the archive's own, or its first one. */
    page: (slug?: string) => (slug === undefined ? page() : page(slug)),
    /** An address of the ledger. */
    at: (address: string) => base + address.split('/').map(encodeURIComponent).join('/'),
    /** A file that is copied, by its path below `public/`. */
    copy: (path: string) => join(...path.split('/')),
    event: (event: string) => page(event),
    /** The timeline in the order that the event does not have. */
    ordered: (event: string, order: Order) => page(event, order),
    day: (event: string, date: string, number = 1) => page(event, date, ...part(number)),
    entry: (event: string, entry: string) => page(event, entry),
    milestones: (event: string, number = 1) => page(event, 'milestones', ...part(number)),
    milestonesCsv: (event: string) => join(event, 'milestones', 'milestones.csv'),
    milestonesJson: (event: string) => join(event, 'milestones', 'milestones.json'),
    eventJson: (event: string) => join(event, 'event.json'),
    eventMarkdown: (event: string) => join(event, 'event.md'),
    topic: (event: string, topic: string, number = 1) => page(event, 'topics', topic, ...part(number)),
    /** Search over an event, or over the archive. */
    search: (event?: string, number = 1) =>
      event === undefined ? page('search') : page(event, 'search', ...part(number)),
    /** The folder of the search indexes of an event, or of the archive's own pages, in which what looks through any index lies, too. */
    searchIndex: (event?: string) => page(...inside(event), 'search', 'pagefind'),
    /** The folder of the index of all titles. */
    titleIndex: () => page('search', 'pagefind', 'titles'),
    /** What an open timeline asks for while the event is on. */
    live: (event: string) => join(event, 'live.json'),
    /** A file of an event, or of the archive itself. */
    media: (event: string | undefined, name: string) => join(...inside(event), 'media', name),
    /** A file beside a page, whose path ends with a slash. */
    beside: (path: string, ...names: readonly (string | number)[]) =>
      path + names.map((name) => encodeURIComponent(name)).join('/'),
    /** An address that settings name: one that begins with a slash lies within the site. */
    named: (address: string) => (address.startsWith('/') ? base + address : address),
    feeds: () => page('feeds'),
    /** With the host, for feeds and canonical links. */
    absolute: (path: string) => `${origin}${path}`,
  };
};

/** Makes paths of files and pages below the path of the archive. */
const pathsBelow = (base: string) => {
  const join = (...parts: readonly (string | number)[]): string =>
    `${base}/${parts.map((part) => encodeURIComponent(part)).join('/')}`;
  const page = (...parts: readonly (string | number)[]): string =>
    parts.length === 0 ? `${base}/` : `${join(...parts)}/`;
  return { join, page };
};

const inside = (event: string | undefined): string[] => (event === undefined ? [] : [event]);

const part = (number: number): number[] => (number === 1 ? [] : [number]);
