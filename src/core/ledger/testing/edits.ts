import type { WrittenArchive, WrittenEntry, WrittenEvent } from './written-archive.ts';

/** What an edit is made with: an event and one of its entries, another event, and the number of the step. */
export type Chosen = {
  readonly event: WrittenEvent;
  readonly entry: WrittenEntry;
  readonly other: WrittenEvent;
  readonly step: number;
};

type Edit = (archive: WrittenArchive, chosen: Chosen) => WrittenArchive;

/** An entry with its slug and nothing else; one with a later `sequence` is published later. */
export const written = (slug: string, sequence: number, more: Partial<WrittenEntry> = {}): WrittenEntry => ({
  ...{ slug, names: [], origin: slug, day: '2019-11-11', sequence, published: sequence, topics: [] },
  ...more,
});

const many = Array.from({ length: 99 }, (_, index) => written(`s${index}`, index - 200, { topics: ['t0'] }));

/** Two small events, or a small and a large one, whose lists are about to need another part. */
export const beginnings: Readonly<Record<'small' | 'large', WrittenArchive>> = {
  small: archiveOfEvents([written('a', -2), written('b', -1, { topics: ['t0'], picture: 'stage' })]),
  large: archiveOfEvents(many),
};

function archiveOfEvents(entries: readonly WrittenEntry[]): WrittenArchive {
  const event = (slug: string, own: readonly WrittenEntry[]): WrittenEvent => ({
    ...{ slug, names: [], order: 'newest-first', entries: own },
  });
  return {
    ...{ url: 'https://recaps.example.org', formerUrls: [] },
    events: [event('gala', entries), event('fair', [written('c', -2), written('d', -1, { isMilestone: true })])],
    pages: [{ slug: 'imprint', aliases: [] }],
    copies: ['map.pdf'],
  };
}

const withEvent = (archive: WrittenArchive, from: WrittenEvent, to: WrittenEvent): WrittenArchive => ({
  ...archive,
  events: archive.events.map((one) => (one === from ? to : one)),
});

const withEntries = (archive: WrittenArchive, event: WrittenEvent, entries: readonly WrittenEntry[]): WrittenArchive =>
  withEvent(archive, event, { ...event, entries });

/** Changes fields of the chosen entry. */
const change =
  (changed: (entry: WrittenEntry, step: number) => Partial<WrittenEntry>): Edit =>
  (archive, { event, entry, step }) =>
    withEntries(
      archive,
      event,
      event.entries.map((one) => (one === entry ? { ...entry, ...changed(entry, step) } : one)),
    );

const add =
  (count: number, more: Partial<WrittenEntry> = {}): Edit =>
  (archive, { event, step }) =>
    withEntries(archive, event, [
      ...event.entries,
      ...Array.from({ length: count }, (_, index) => written(`e${step}-${index}`, step * 100 + index, more)),
    ]);

/** Names a thing anew and keeps what it was called before, oldest first. */
const renamed = <Named extends Pick<WrittenEntry, 'slug' | 'names'>>(thing: Named, slug: string): Named => ({
  ...thing,
  slug,
  names: [...thing.names.filter((name) => name !== slug), ...(thing.names.includes(thing.slug) ? [] : [thing.slug])],
});

/** Names it otherwise, too: what it was called first stays in front. */
const alsoNamed = <Named extends Pick<WrittenEntry, 'slug' | 'names'>>(thing: Named, name: string): Named => ({
  ...thing,
  names: [...(thing.names.length > 0 ? thing.names : [thing.slug]), name],
});

/** What an entry has been called in one event, as it is written in another: below the oldest name of its event. */
const move: Edit = (archive, { event, entry, other, step }) => {
  if (event === other) return archive;
  const tops = [other.slug, ...other.names];
  const all = entry.names.includes(entry.slug) ? entry.names : [...entry.names, entry.slug];
  const names = all.map((name) => {
    const address = name.startsWith('/') ? name : `/${event.names[0] ?? event.slug}/${name}/`;
    const [, top = '', slug = ''] = address.split('/');
    return tops.includes(top) ? slug : address;
  });
  const left = withEntries(
    archive,
    event,
    event.entries.filter((one) => one !== entry),
  );
  return withEntries(left, other, [...other.entries, { ...entry, slug: `m${step}`, names: [...new Set(names)] }]);
};

/** What a writer does without losing anything: none of it may be refused. */
export const edits = {
  add: add(1),
  'add many': add(12, { topics: ['t0'] }),
  'add milestone': add(1, { isMilestone: true }),
  'add draft': add(1, { isDraft: true }),
  'publish drafts': (archive, { event, step }) =>
    withEntries(
      archive,
      event,
      event.entries.map(({ isDraft, ...entry }, index) =>
        isDraft ? { ...entry, published: step * 100 + index } : entry,
      ),
    ),
  'change topic': change((_, step) => ({ topics: [`t${step % 3}`] })),
  'change day': change((_, step) => ({ day: `2019-11-1${step % 3}` })),
  'change time': change((_, step) => ({ sequence: step * 37 - 300 })),
  'remove topics': change(() => ({ topics: [] })),
  'remove all topics': (archive, { event }) =>
    withEntries(
      archive,
      event,
      event.entries.map((entry) => ({ ...entry, topics: [] })),
    ),
  'call milestone': change(({ isMilestone }) => (isMilestone ? {} : { isMilestone: true })),
  'attach picture': change((_, step) => ({ picture: `p${step % 4}` })),
  withdraw: change(() => ({ isWithdrawn: true })),
  restore: (archive, { event }) =>
    withEntries(
      archive,
      event,
      event.entries.map(({ isWithdrawn: _, ...entry }) => entry),
    ),
  'change slug': (archive, { event, entry, step }) =>
    withEntries(
      archive,
      event,
      event.entries.map((one) => (one === entry ? renamed(entry, `r${step}`) : one)),
    ),
  'name also': (archive, { event, entry, step }) =>
    withEntries(
      archive,
      event,
      event.entries.map((one) => (one === entry ? alsoNamed(entry, `n${step}`) : one)),
    ),
  move,
  'rename event': (archive, { event, step }) => withEvent(archive, event, renamed(event, `v${step}`)),
  'name event also': (archive, { event, step }) => withEvent(archive, event, alsoNamed(event, `w${step}`)),
  'turn order': (archive, { event }) =>
    withEvent(archive, event, { ...event, order: event.order === 'newest-first' ? 'oldest-first' : 'newest-first' }),
  'go live': (archive, { event: { isLive, ...event }, event: from }) =>
    withEvent(archive, from, { ...event, ...(!isLive && { isLive: true }) }),
  'change url': (archive, { step }) => ({
    ...archive,
    url: `https://${step}.example`,
    formerUrls: [...archive.formerUrls, archive.url],
  }),
  'add event': (archive, { step }) => ({
    ...archive,
    events: [
      ...archive.events,
      { slug: `x${step}`, names: [], order: 'newest-first', entries: [written(`o${step}`, step * 100)] },
    ],
  }),
  'rename page': (archive, { step }) => ({
    ...archive,
    pages: archive.pages.map(({ slug, aliases }) => ({ slug: `page${step}`, aliases: [...aliases, slug] })),
  }),
  'copy file': (archive, { step }) => ({ ...archive, copies: [...archive.copies, `file${step}.pdf`] }),
} satisfies Record<string, Edit>;

/** What loses an address that readers have seen: all of it is refused. */
export const losses = {
  'remove entry': (archive, { event, entry }) =>
    withEntries(
      archive,
      event,
      event.entries.filter((one) => one !== entry),
    ),
  'rename file': change((_, step) => ({ slug: `f${step}`, names: [] })),
  'draft again': change(() => ({ isDraft: true })),
  'remove event': (archive, { event }) => ({ ...archive, events: archive.events.filter((one) => one !== event) }),
  'rename folder': (archive, { event, step }) => withEvent(archive, event, { ...event, slug: `z${step}`, names: [] }),
  'forget url': (archive, { step }) => ({ ...archive, url: `https://x${step}.example`, formerUrls: [] }),
  'remove page': (archive) => ({ ...archive, pages: [] }),
  'remove copy': (archive) => ({ ...archive, copies: [] }),
} satisfies Record<string, Edit>;

/** What calls a thing by another name first, whose id would change: all of it is refused. */
export const disorders = {
  'name first': change(({ names }, step) => ({ names: [`y${step}`, ...names] })),
  'name event first': (archive, { event, step }) =>
    withEvent(archive, event, { ...event, names: [`u${step}`, ...event.names] }),
} satisfies Record<string, Edit>;
