import { type BuiltAddress, type Ledger, topOf } from './ledger.ts';

/** What would have another id in feeds: its address, and the name that stood in front when it was published, as it is written. */
export type Renamed = { readonly kind: 'event' | 'entry'; readonly address: string; readonly oldest: string };

/**
 * The events and entries whose oldest name, of which feeds make ids, is not the first of their names. Each of `sources` is what
 * an event publishes, and has the addresses of one thing in the order of its names.
 */
export const renamedIn = (sources: readonly (readonly BuiltAddress[])[], before: Ledger): readonly Renamed[] => {
  if (before.size === 0) return [];
  const names = new Map(
    sources.flatMap((rows) => {
      const own = rows.flatMap(({ kind, address }) => (kind === 'event' ? topOf(address) : []));
      return own.map((top) => [top, own] as const);
    }),
  );
  return sources.flatMap((rows) => groupsIn(rows).flatMap((group) => renamedOf(group, before, names) ?? []));
};

/** The addresses of each thing that has several. */
const groupsIn = (rows: readonly BuiltAddress[]): readonly (readonly BuiltAddress[])[] => {
  const named = rows.filter(({ kind }) => kind === 'event' || kind === 'entry');
  const moved = new Set(named.flatMap(({ now, to }) => (now === 'redirect' ? to : [])));
  const several = named.filter(({ address, to }) => moved.has(to || address));
  return [...Map.groupBy(several, ({ address, to }) => to || address).values()];
};

type Names = ReadonlyMap<string, readonly string[]>;

const renamedOf = (group: readonly BuiltAddress[], before: Ledger, names: Names): Renamed | undefined => {
  const [first] = group;
  if (!first) return undefined;
  const seen = group.map((row) => ({ row, at: seenAt(row, before, names) }));
  const oldest = seen.reduce((one, other) => (isEarlier(other.at, one.at) ? other : one)).row;
  const address = first.to || first.address;
  if (first.kind === 'event')
    return oldest === first ? undefined : { kind: 'event', address, oldest: topOf(oldest.address) };
  const expected = writtenFrom(oldest.address, address, names);
  return expected === writtenAs(first.address, address, names)
    ? undefined
    : { kind: 'entry', address, oldest: expected };
};

/** When an address was first published; an entry below any name of its event. */
const seenAt = ({ kind, address }: BuiltAddress, before: Ledger, names: Names): string | undefined => {
  if (kind === 'event') return before.get(address)?.first;
  const [, top = '', slug] = address.split('/');
  return (names.get(top) ?? [top])
    .flatMap((name) => before.get(`/${name}/${slug}/`)?.first ?? [])
    .reduce<string | undefined>((one, other) => (isEarlier(other, one) ? other : one), undefined);
};

const isEarlier = (at: string | undefined, than: string | undefined): boolean =>
  at !== undefined && (than === undefined || at < than);

/** An address as the entry at `own` writes it: in its own event the slug alone. */
const writtenAs = (address: string, own: string, names: Names): string => {
  const [, top = '', slug = ''] = address.split('/');
  return topOf(own) === top || names.get(topOf(own))?.includes(top) ? slug : address;
};

/** The same below the oldest name of another event. */
const writtenFrom = (address: string, own: string, names: Names): string => {
  const [, top = '', slug = ''] = address.split('/');
  return writtenAs(`/${names.get(top)?.[0] ?? top}/${slug}/`, own, names);
};
