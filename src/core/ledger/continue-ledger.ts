import { type Renamed, renamedIn } from './first-names.ts';
import { type BuiltAddress, type Ledger, type LedgerRow, topOf } from './ledger.ts';

/** A page or file that the content alone does not ask for, made because its address was published: it leads to `to`; a file is empty. */
export type Lead = { readonly address: string; readonly kind: 'entry' | 'list' | 'data'; readonly to: string };

/** What becomes of a ledger with a build. */
export type Continued = {
  readonly ledger: Ledger;
  /** What must not go and would. */
  readonly lost: readonly LedgerRow[];
  /** What is made beside what the content asks for. */
  readonly leads: readonly Lead[];
  /** Addresses that two claim: an entry, and another event's entry by its alias. */
  readonly disputed: readonly string[];
  /** What would have another id in feeds than it had. */
  readonly renamed: readonly Renamed[];
};

/**
 * Continues a ledger: keeps every address that was ever published, and says what each is after a build that publishes `built`,
 * of which a part of `sources` is what one event, or the archive itself, has. What is new was first published at `at`.
 */
export const continueLedger = (
  before: Ledger,
  sources: readonly (readonly BuiltAddress[])[],
  at: string,
): Continued => {
  const { built, foreign, disputed } = gather(sources);
  const tops = topsIn(built);
  const names = namesIn(tops);
  const ledger = new Map<string, LedgerRow>();
  const now = at === '' ? at : latestOf(before, at);
  for (const row of built.values()) ledger.set(row.address, { ...row, first: before.get(row.address)?.first ?? now });
  const leads: Lead[] = [...foreign.values()].map(({ address, to }) => ({ address, kind: 'entry', to }));
  const lost: LedgerRow[] = [];
  for (const row of before.values()) {
    if (built.has(row.address)) continue;
    const heir = heirOf(row, { built, foreign, tops, names });
    ledger.set(row.address, { ...row, now: 'gone', to: '', text: '', ...heir?.row });
    if (heir?.isMade) leads.push({ address: row.address, kind: heir.isMade, to: heir.row.to ?? '' });
    if (!heir && row.now !== 'gone' && isLasting(row)) lost.push(row);
  }
  return { ledger, lost, leads, disputed, renamed: renamedIn(sources, before) };
};

/** A commit may say an earlier time than those before it; what it publishes is newer all the same. */
const latestOf = (before: Ledger, at: string): string => {
  let latest = at;
  for (const { first } of before.values()) if (first > latest) latest = first;
  return latest;
};

/** Whether an address may not go: what else there is leads to its event, is made empty, or may go with what shows it. */
export const isLasting = ({ kind }: LedgerRow): boolean => kind !== 'list' && kind !== 'data' && kind !== 'media';

/**
 * All that is built, what of it lies below another event, the slug of the event at each first part of an address, and all slugs
 * that it had, its own first.
 */
type Answers = {
  readonly built: Rows;
  readonly foreign: Rows;
  readonly tops: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, readonly string[]>;
};
type Rows = ReadonlyMap<string, BuiltAddress>;

/** What has come of an address that the content does not ask for any more, and as what it is made all the same. */
type Heir = { readonly row: Partial<LedgerRow>; readonly isMade?: Lead['kind'] };

/** What readers find at an address that nothing has by itself; nothing where it would be lost. */
const heirOf = ({ address, kind }: LedgerRow, { built, foreign, tops, names }: Answers): Heir | undefined => {
  const [, top = '', ...rest] = address.split('/');
  const slug = tops.get(top);
  if (slug === undefined || kind === 'media') return undefined;
  // An entry that has moved away may have named the address that it had below another slug of its event.
  const places = (names.get(slug) ?? []).map((name) => `/${name}/${rest.join('/')}`);
  const moved = places.flatMap((place) => built.get(place) ?? [])[0];
  // Files are there below earlier slugs of an event, too; pages lead to those of today.
  if (moved && kind === 'data') return { row: { now: 'page' } };
  if (moved) {
    const row = { now: 'redirect', to: moved.now === 'redirect' ? moved.to : moved.address } as const;
    return foreign.has(moved.address) ? { row, isMade: 'entry' } : { row };
  }
  if (kind === 'list') return { row: { now: 'redirect', to: `/${slug}/` }, isMade: 'list' };
  return kind === 'data' ? { row: { now: 'page' }, isMade: 'data' } : undefined;
};

const topsIn = (built: Rows): Answers['tops'] =>
  new Map(
    [...built.values()]
      .filter(({ kind }) => kind === 'event')
      .map(({ address, to }) => [topOf(address), topOf(to || address)] as const),
  );

const namesIn = (tops: Answers['tops']): Answers['names'] => {
  const names = new Map([...tops.values()].map((slug) => [slug, [slug]]));
  for (const [top, slug] of tops) if (top !== slug) names.get(slug)?.push(top);
  return names;
};

/** All that is built, what of it lies below another event, and what several want. */
const gather = (sources: readonly (readonly BuiltAddress[])[]) => {
  const built = new Map<string, BuiltAddress>();
  const foreign = new Map<string, BuiltAddress>();
  const disputed: string[] = [];
  for (const rows of sources) {
    const own = new Set(rows.flatMap(({ kind, address }) => (kind === 'event' ? topOf(address) : [])));
    for (const row of rows) {
      const { address, kind } = row;
      if (built.has(address)) disputed.push(address);
      built.set(address, row);
      if (kind === 'entry' && !own.has(topOf(address))) foreign.set(address, row);
    }
  }
  return { built, foreign, disputed };
};
