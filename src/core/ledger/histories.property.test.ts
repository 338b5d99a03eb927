import { expect, test } from 'vitest';
import fc from '../../../scripts/testing/fast-check.ts';
import type { Archive, Entry, Event } from '../archive.ts';
import { readArchive } from '../read-archive.ts';
import { anEntry, anEvent, galaWith } from '../testing.ts';
import { addressesOfArchive, addressesOfEvent, built, listPaths, listsOfEvent } from './built-addresses.ts';
import { type Continued, continueLedger, isLasting } from './continue-ledger.ts';
import { type BuiltAddress, emptyLedger, type Ledger, parseLedger, printLedger } from './ledger.ts';

const { archive } = readArchive(galaWith({ 'gala/event.md': anEvent(), 'gala/a.md': anEntry() }));
const [someEvent] = archive.events;
const [someEntry] = someEvent?.entries ?? [];

const anEntryOf = (slug: string, more: Partial<Entry> = {}): Entry => {
  if (!someEntry) throw new Error('There is no entry.');
  return { ...someEntry, file: `${slug}.md`, slug, ...more };
};

const anEventOf = (slug: string, entries: readonly Entry[], more: Partial<Event> = {}): Event => {
  if (!someEvent) throw new Error('There is no event.');
  const standing = entries.filter(({ withdrawn }) => !withdrawn);
  const topics = [...new Set(standing.flatMap((entry) => entry.topics))].map((topic) => ({
    slug: topic,
    title: topic,
    entries: standing.filter((entry) => entry.topics.includes(topic)),
  }));
  const days = [...Map.groupBy(entries, ({ day }) => day)].map(([date, own]) => ({ date, entries: own }));
  return { ...someEvent, ...more, slug, folder: slug, entries, topics, days };
};

type Content = Pick<Archive, 'site'> & { readonly events: readonly Event[] };

const first: Content = {
  site: archive.site,
  events: ['gala', 'fair'].map((slug) => anEventOf(slug, [anEntryOf('a'), anEntryOf('b', { topics: ['t0'] })])),
};

/** The data of an event, as far as it follows from its settings and topics. */
const dataOf = (event: Event): readonly string[] =>
  ['', ...event.topics.map(({ slug }) => `topics/${slug}/`)].map((path) => `${path}atom.xml`);

const sourcesOf = ({ site, events }: Content): readonly (readonly BuiltAddress[])[] => [
  addressesOfArchive({ site, pages: [], copies: [] }),
  ...events.map((event) => [
    ...addressesOfEvent(event, ({ slug }) => slug),
    ...listsOfEvent(event),
    ...[event.slug, ...event.aliases].flatMap((top) => dataOf(event).map((path) => built('data', `/${top}/${path}`))),
  ]),
];

/** What a site of this content answers, by itself and by what is made beside it. */
const answered = ({ site, events }: Content, { leads }: Continued): ReadonlySet<string> =>
  new Set([
    ...[site.url, ...site.formerUrls].map((url) => `${url}/`),
    ...leads.map(({ address }) => address),
    ...events.flatMap((event) =>
      [event.slug, ...event.aliases].flatMap((top) => [
        `/${top}/`,
        `/${top}/${event.order}/`,
        ...listPaths(event).map((path) => `/${top}/${path}/`),
        ...dataOf(event).map((path) => `/${top}/${path}`),
        ...event.entries.flatMap(({ slug, aliases }) => [slug, ...aliases].map((one) => `/${top}/${one}/`)),
      ]),
    ),
  ]);

type Chosen = { readonly event: Event; readonly entry: Entry; readonly other: Event; readonly step: number };

const withEvent = (content: Content, event: Event, ...changed: readonly Event[]): Content => ({
  ...content,
  events: [
    ...content.events.filter((one) => one !== event && !changed.some(({ slug }) => one.slug === slug)),
    ...changed,
  ],
});

const withEntry = (content: Content, { event, entry }: Chosen, ...changed: readonly Entry[]): Content =>
  withEvent(
    content,
    event,
    anEventOf(event.slug, [...event.entries.filter((one) => one !== entry), ...changed], settingsOf(event)),
  );

const settingsOf = ({ aliases, order }: Event): Partial<Event> => ({ aliases, order });

/** What a writer does; what keeps every address must never be refused. */
const edits: Readonly<Record<string, (content: Content, chosen: Chosen) => Content>> = {
  add: (content, chosen) => withEntry(content, chosen, chosen.entry, anEntryOf(`e${chosen.step}`)),
  file: (content, chosen) => withEntry(content, chosen, { ...chosen.entry, topics: [`t${chosen.step % 3}`] }),
  unfile: (content, chosen) => withEntry(content, chosen, { ...chosen.entry, topics: [] }),
  day: (content, chosen) => withEntry(content, chosen, { ...chosen.entry, day: `2019-11-1${chosen.step % 3}` }),
  withdraw: (content, chosen) =>
    withEntry(content, chosen, { ...chosen.entry, withdrawn: { moment: chosen.entry.moment, reason: 'x' } }),
  rename: (content, chosen) => {
    const { slug, aliases } = chosen.entry;
    return withEntry(content, chosen, { ...chosen.entry, slug: `r${chosen.step}`, aliases: [...aliases, slug] });
  },
  move: (content, { event, entry, other, step }) => {
    if (event === other) return content;
    const { slug, aliases, formerAddresses } = entry;
    const former = [...formerAddresses, ...[...aliases, slug].map((one) => `/${event.slug}/${one}/`)];
    // What is said of an alias below its own event: there the slug alone is written.
    const isOwn = (address: string): boolean => [other.slug, ...other.aliases].includes(address.split('/')[1] ?? '');
    const back = former.filter((address) => !isOwn(address));
    const own = former.filter(isOwn).map((one) => one.split('/')[2] ?? '');
    const moved = { ...entry, slug: `m${step}`, aliases: own, formerAddresses: back };
    const left = anEventOf(
      event.slug,
      event.entries.filter((one) => one !== entry),
      settingsOf(event),
    );
    const joined = anEventOf(other.slug, [...other.entries, moved], settingsOf(other));
    return withEvent(content, event, left, joined);
  },
  call: (content, { event, step }) =>
    withEvent(
      content,
      event,
      anEventOf(`v${step}`, event.entries, { ...settingsOf(event), aliases: [...event.aliases, event.slug] }),
    ),
  turn: (content, { event }) =>
    withEvent(content, event, { ...event, order: event.order === 'newest-first' ? 'oldest-first' : 'newest-first' }),
  host: (content, { step }) => {
    const { url, formerUrls } = content.site;
    return { ...content, site: { ...content.site, url: `https://${step}.example`, formerUrls: [...formerUrls, url] } };
  },
};

/** What would lose an address, or a rollback of the content, which may. */
const losses: typeof edits = {
  delete: (content, chosen) => withEntry(content, chosen),
  forget: (content, chosen) => withEntry(content, chosen, { ...chosen.entry, slug: `x${chosen.step}`, aliases: [] }),
  remove: (content, { event }) => withEvent(content, event),
  host: (content, { step }) => ({ ...content, site: { ...content.site, url: `https://x${step}.example` } }),
};

const edit = fc.record({
  kind: fc.constantFrom(
    ...Object.keys(edits),
    ...Object.keys(edits),
    ...Object.keys(losses).map((one) => `lose ${one}`),
    'return',
  ),
  event: fc.nat(5),
  entry: fc.nat(9),
  other: fc.nat(5),
});

test('through thirty edits of an archive no address is left unanswered, and what keeps all of them is not refused', () => {
  const runs = Number(process.env['PROPERTY_RUNS'] ?? 100);
  fc.assert(
    fc.property(fc.array(edit, { minLength: 30, maxLength: 30 }), (history) => {
      let content = first;
      let ledger: Ledger = emptyLedger;
      const earlier: Content[] = [first];
      for (const [step, { kind, ...numbers }] of history.entries()) {
        const event = content.events[numbers.event % content.events.length];
        const entry = event?.entries[numbers.entry % Math.max(1, event.entries.length)];
        const other = content.events[numbers.other % content.events.length];
        if (!event || !entry || !other) continue;
        const chosen = { event, entry, other, step };
        const lose = losses[kind.replace('lose ', '')];
        const change = kind.startsWith('lose ') ? lose : edits[kind];
        const next = change ? change(content, chosen) : (earlier[numbers.entry % earlier.length] ?? content);
        const continued = continueLedger(ledger, sourcesOf(next), `${step}`);
        const refused = [...continued.lost.map(({ address }) => address), ...continued.disputed];
        if (kind in edits && refused.length > 0) throw new Error(`${kind} loses ${refused.join(', ')}`);
        if (continued.lost.length > 0) continue;
        const found = answered(next, continued);
        const rows = [...continued.ledger.values()];
        const unanswered = rows.filter(({ address }) => !found.has(address));
        const astray = rows.filter((row) => isLasting(row) && row.now === 'redirect' && !found.has(row.to));
        const dated = [...ledger.values()].filter(
          ({ address, first }) => continued.ledger.get(address)?.first !== first,
        );
        expect({ kind, unanswered, astray, dated }).toEqual({ kind, unanswered: [], astray: [], dated: [] });
        content = next;
        ledger = continued.ledger;
        earlier.push(next);
      }
      expect(parseLedger(printLedger(ledger))).toEqual(new Map([...ledger].sort(([a], [b]) => (a < b ? -1 : 1))));
    }),
    { numRuns: runs },
  );
});
