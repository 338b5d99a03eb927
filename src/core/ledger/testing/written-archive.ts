import { archiveDocuments, type ItemPlace, inArchiveFeed } from '../../../feeds/archive-feed.ts';
import { feedSlots } from '../../../feeds/feed-items.ts';
import { type FeedFrame, feedsOfEvent } from '../../../feeds/feeds-of.ts';
import { emptyBody } from '../../../markdown/body.ts';
import { addressesIn } from '../../../views/addresses-in.ts';
import { keptFiles } from '../../../views/kept-files.ts';
import { eventFiles } from '../../../views/site-files.ts';
import type { Archive, Entry, Event } from '../../archive.ts';
import { eventPages } from '../../event-pages.ts';
import { once } from '../../once.ts';
import { permalinks } from '../../permalinks.ts';
import { readArchive } from '../../read-archive.ts';
import { type Redirect, redirectsOf } from '../../redirects.ts';
import { anEntry, anEvent, aPage, galaWith, instantOf } from '../../testing.ts';
import { addressesOfArchive } from '../built-addresses.ts';
import type { Lead } from '../continue-ledger.ts';
import { type BuiltAddress, topOf } from '../ledger.ts';

/** An entry as writers see it: its names, oldest first and without its own where that is the newest. */
export type WrittenEntry = {
  readonly slug: string;
  readonly names: readonly string[];
  /** What tells entries apart whatever they are called: no part of the product knows it. */
  readonly origin: string;
  readonly day: string;
  readonly sequence: number;
  /** When readers first saw it, in minutes: a late entry says so. */
  readonly published: number;
  readonly topics: readonly string[];
  readonly picture?: string;
  readonly isMilestone?: true;
  readonly isWithdrawn?: true;
  readonly isDraft?: true;
};

export type WrittenEvent = {
  readonly slug: string;
  readonly names: readonly string[];
  readonly order: Event['order'];
  readonly isLive?: true;
  readonly entries: readonly WrittenEntry[];
};

export type WrittenArchive = {
  readonly url: string;
  readonly formerUrls: readonly string[];
  readonly events: readonly WrittenEvent[];
  readonly pages: readonly { readonly slug: string; readonly aliases: readonly string[] }[];
  readonly copies: readonly string[];
};

const { archive: some } = readArchive(
  galaWith({ 'gala/event.md': anEvent(), 'gala/a.md': anEntry(), 'pages/a.md': aPage() }),
);
const [someEvent] = some.events;
const [someEntry] = someEvent?.entries ?? [];
const [somePage] = some.pages;
if (!someEvent || !someEntry || !somePage) throw new Error('There is nothing to begin with.');

const isElsewhere = (name: string): boolean => name.startsWith('/');

const start = instantOf('2019-11-11T10:00:00Z');

const entryOf = (written: WrittenEntry): Entry => {
  const { slug, names, day, sequence, published, topics, isMilestone, isWithdrawn } = written;
  const at = start + published * 60_000;
  return {
    ...someEntry,
    ...{ slug, day, sequence, topics, file: `${slug}.md`, publishedAt: at, changed: at, demandedInstant: at },
    fields: { ...someEntry.fields, ...(names.length > 0 && { aliases: [...names] }) },
    aliases: names.filter((name) => !isElsewhere(name) && name !== slug),
    formerAddresses: names.filter(isElsewhere),
    ...(isMilestone && { milestone: { surpasses: [] } }),
    ...(isWithdrawn && { withdrawn: { moment: someEntry.moment, reason: 'x' } }),
  };
};

const inOrder = (a: WrittenEntry, b: WrittenEntry): number =>
  Number(a.day > b.day) - Number(a.day < b.day) || a.sequence - b.sequence;

const readEvent = ({ slug, names, order, entries: written, isLive }: WrittenEvent): Event => {
  const entries = written
    .filter(({ isDraft }) => !isDraft)
    .toSorted(inOrder)
    .map(entryOf);
  const standing = entries.filter(({ withdrawn }) => !withdrawn);
  const topics = [...new Set(standing.flatMap((entry) => entry.topics))].sort();
  return {
    ...someEvent,
    ...{ slug, folder: slug, order, entries, live: isLive === true, aliases: names.filter((name) => name !== slug) },
    fields: { ...someEvent.fields, ...(names.length > 0 && { aliases: [...names] }) },
    days: [...Map.groupBy(entries, ({ day }) => day)].map(([date, own]) => ({ date, entries: own })),
    topics: topics.map((topic) => {
      return { slug: topic, title: topic, entries: standing.filter((entry) => entry.topics.includes(topic)) };
    }),
  };
};

/** Remembers what is made of a value as long as that is there. */
const kept = <Key extends object, Value>(make: (key: Key) => Value): ((key: Key) => Value) => {
  const values = new WeakMap<Key, Value>();
  return (key) => {
    const found = values.get(key) ?? make(key);
    values.set(key, found);
    return found;
  };
};

export const eventOf = kept(readEvent);

/** The archive as `readArchive` would read it. */
export const archiveOf = kept(
  ({ url, formerUrls, events, pages, copies }: WrittenArchive): Archive => ({
    site: { ...some.site, url, formerUrls, firstUrl: formerUrls[0] ?? url },
    events: events.map(eventOf),
    pages: pages.map((page) => ({ ...somePage, ...page })),
    copies,
  }),
);

const to = permalinks(some.site.url);
const frame: FeedFrame = { site: some.site, to };

/** The items of an event in its feeds. */
export const slotsOf = kept((event: Event) => feedSlots(event, { ...frame, bodyOf: () => emptyBody }));

/** The event with its pages and files, which are not printed. */
const openOf = kept((event: Event) => {
  const slots = slotsOf(event);
  const parts = { slots, pages: eventPages(event), media: noMedia, cover: undefined, bodyOf: () => emptyBody };
  return { event, files: once(() => eventFiles(event, parts, frame)), slots: () => slots };
});
const noMedia = { sources: [], files: [] };

/** The pictures that an event shows, as their names are published. */
const picturesOf = kept(({ entries }: WrittenEvent): readonly string[] => [
  ...new Set(entries.flatMap(({ picture, isWithdrawn, isDraft }) => (isWithdrawn || isDraft ? [] : (picture ?? [])))),
]);

const builtOf = kept((written: WrittenEvent): readonly BuiltAddress[] => {
  const media = picturesOf(written).map((name) => ({ names: [`${name}-480.jpg`, `${name}-960.jpg`] }));
  return addressesIn({ ...openOf(eventOf(written)), media }, to);
});

/** What the parts of an archive say that they publish. */
export const sourcesOf = (written: WrittenArchive): readonly (readonly BuiltAddress[])[] => [
  addressesOfArchive(archiveOf(written)),
  ...written.events.map(builtOf),
];

/** What an event answers by itself: its pages and those that lead to them, its files and its pictures. */
const answersOf = kept((written: WrittenEvent): readonly string[] => {
  const event = eventOf(written);
  const { days, topics, milestoneParts, otherwise, index } = eventPages(event);
  const pages = [
    to.event(event.slug),
    to.ordered(event.slug, otherwise.order),
    ...milestoneParts.map(({ number }) => to.milestones(event.slug, number)),
    ...index.map(({ number }) => to.search(event.slug, number)),
    ...days.flatMap(({ date, parts }) => parts.map(({ number }) => to.day(event.slug, date, number))),
    ...topics.flatMap(({ topic, parts }) => parts.map(({ number }) => to.topic(event.slug, topic.slug, number))),
    ...event.entries.map(({ slug }) => to.entry(event.slug, slug)),
  ];
  return [
    ...pages,
    ...redirectsOf({ events: [event] }, to).map(pathOf),
    ...openOf(event)
      .files()
      .map(({ path }) => path),
    ...picturesOf(written).map((name) => to.media(event.slug, `${name}-*`)),
  ].map((path) => path.replaceAll('%2A', '*'));
});

const pathOf = ({ event, old }: Pick<Redirect, 'event' | 'old'>): string =>
  to.at(old === undefined ? `/${event}/` : `/${event}/${old}/`);

/** What a site of this archive answers, by itself and by what is made beside it because it was published. */
export const answered = (written: WrittenArchive, leads: readonly Lead[]): ReadonlySet<string> => {
  const { site, events, pages, copies } = archiveOf(written);
  const tops = new Map(events.flatMap((event) => [event.slug, ...event.aliases].map((top) => [top, event] as const)));
  const led = [...Map.groupBy(leads, ({ address }) => tops.get(topOf(address)))].flatMap(([event, own]) => {
    if (!event) return own.filter(({ kind }) => kind !== 'data').map(({ address }) => address);
    const files = keptFiles({ event, leads: own, slots: openOf(event).slots }, frame).map(({ path }) => path);
    return [...files, ...own.filter(({ kind }) => kind !== 'data').map(({ address }) => address)];
  });
  return new Set([
    ...[site.url, ...site.formerUrls].map((url) => `${url}/`),
    ...pages.flatMap(({ slug, aliases }) => [slug, ...aliases].map((one) => `/${one}/`)),
    ...copies.map((path) => `/${path}`),
    ...written.events.flatMap(answersOf),
    ...led,
  ]);
};

/** Each document of the feed of an event, by its number behind the id of the feed, and the ids of its items. */
const documentsOf = kept((event: Event): readonly (readonly [string, readonly string[]])[] => {
  const { feed, history = [] } = feedsOfEvent(event, slotsOf(event), frame).get(to.event(event.slug)) ?? {};
  return history.map((one, index) => [`${feed?.id} ${index + 1}`, one.feed.items.map(({ id }) => id)]);
});

const inFeedOf = kept((event: Event) => inArchiveFeed(slotsOf(event).map(({ item }) => item)));

/** The same of a whole archive. */
export const allDocuments = (written: WrittenArchive): ReadonlyMap<string, readonly string[]> => {
  const { events } = archiveOf(written);
  const bySlug = new Map(events.map((event) => [event.slug, event]));
  const idAt = ({ event, index }: ItemPlace): string => {
    const found = bySlug.get(event);
    return (found && slotsOf(found)[index]?.item.id) ?? '';
  };
  const own = archiveDocuments(events.map((event) => ({ ...inFeedOf(event), slug: event.slug })));
  return new Map([
    ...events.flatMap(documentsOf),
    ...own.map(({ number, items }) => [`archive ${number}`, items.map(idAt)] as const),
  ]);
};

/** The id of each entry that can be read, by what it was from its beginning. */
export const idsOf = (written: WrittenArchive): ReadonlyMap<string, string> =>
  new Map(
    written.events.flatMap((event) => {
      const ids = new Map(slotsOf(eventOf(event)).map(({ entry, item }) => [entry.slug, item.id]));
      return event.entries.flatMap(({ slug, origin }) => {
        const id = ids.get(slug);
        return id === undefined ? [] : [[origin, id] as const];
      });
    }),
  );

/** What each address of an entry leads to: what that was from its beginning, by address. */
export const originsOf = (written: WrittenArchive): ReadonlyMap<string, string> =>
  new Map(
    written.events.flatMap(({ slug: top, entries }) =>
      entries.flatMap(({ slug, origin, isDraft }) => (isDraft ? [] : [[`/${top}/${slug}/`, origin] as const])),
    ),
  );
