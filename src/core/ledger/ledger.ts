import { compare } from '../diagnostics.ts';

/** What an address was published as, which says what is promised of it: see docs/addresses.md. */
export type AddressKind = (typeof kinds)[number];
const kinds = ['site', 'event', 'entry', 'page', 'copy', 'list', 'data', 'media'] as const;

/** What an address is now: what it was published as, a redirect, the note of a withdrawal, or nothing any more. */
export type AddressState = (typeof states)[number];
const states = ['page', 'redirect', 'tombstone', 'gone'] as const;

/** An address as a build publishes it. */
export type BuiltAddress = {
  /** From the root of the archive, such as `/gala/first/`; of `site` with the host. A `*` stands for the widths and formats of a picture. */
  readonly address: string;
  readonly kind: AddressKind;
  readonly now: AddressState;
  /** Where a redirect leads; otherwise empty. */
  readonly to: string;
  /** Of an entry that can be read, a mark by which its text is recognised in another file; otherwise empty. */
  readonly text: string;
};

/** A line of the ledger. */
export type LedgerRow = BuiltAddress & {
  /** The time of the commit with which it was first published, in ISO 8601; empty where nothing says so. */
  readonly first: string;
};

/** Every address that was ever published, by itself. */
export type Ledger = ReadonlyMap<string, LedgerRow>;

/** The name of the file. */
export const ledgerFile = 'addresses.tsv';

export const emptyLedger: Ledger = new Map();

const head = ['address', 'kind', 'first', 'now', 'to', 'text'].join('\t');

/** Prints a ledger: one line an address, sorted, so that the same ledger has the same bytes. */
export const printLedger = (ledger: Ledger): string => {
  const lines = [...ledger.values()].map(
    ({ address, kind, first, now, to, text }) =>
      `${escaped(address)}\t${kind}\t${first}\t${now}\t${escaped(to)}\t${text}`,
  );
  return `${[head, ...lines.sort(compare)].join('\n')}\n`;
};

/** Reads a ledger, or gives the number of the first line that is none of one. */
export const parseLedger = (text: string): Ledger | number => {
  const [first, ...lines] = text.split('\n');
  if (first !== head || lines.pop() !== '') return 1;
  const ledger = new Map<string, LedgerRow>();
  for (const [index, line] of lines.entries()) {
    const row = parseRow(line);
    if (!row) return index + 2;
    ledger.set(row.address, row);
  }
  return ledger;
};

/** Addresses as a record keeps them: lines without the time at which each was first published, and without what is empty. */
export const printAddresses = (rows: readonly BuiltAddress[]): string =>
  rows
    .map(({ address, kind, now, to, text }) => [escaped(address), kind, now, escaped(to), text].join('\t').trimEnd())
    .join('\n');

/** Reads them again. */
export const parseAddresses = (text: string): readonly BuiltAddress[] =>
  text.split('\n').flatMap((line) => {
    const [address = '', kind = '', now = '', to = '', mark = ''] = line.split('\t');
    return parseRow([address, kind, '', now, to, mark].join('\t')) ?? [];
  });

/** What has been published by one or the other; the later one says what an address is now. */
export const unionOf = (earlier: Ledger, later: Ledger): Ledger => {
  if (earlier.size === 0) return later;
  const union = new Map(earlier);
  for (const [address, row] of later) union.set(address, { ...row, first: firstOf(earlier.get(address), row) });
  return union;
};

/** The first part of an address. */
export const topOf = (address: string): string => address.split('/', 2)[1] ?? '';

const firstOf = (earlier: LedgerRow | undefined, { first }: LedgerRow): string => {
  if (!earlier) return first;
  return first !== '' && compare(first, earlier.first) < 0 ? first : earlier.first;
};

const parseRow = (line: string): LedgerRow | undefined => {
  const [address = '', kindName, first = '', state, to = '', text = '', ...rest] = line.split('\t');
  const kind = kinds.find((one) => one === kindName);
  const now = states.find((one) => one === state);
  if (!kind || !now || rest.length > 0 || !/^(?:\/|https?:\/\/)/.test(address)) return undefined;
  return { address: unescaped(address), kind, first, now, to: unescaped(to), text };
};

/** Names of copied files may hold what ends a field. */
const escaped = (address: string): string => address.replace(/[\t\n\r%]/g, encodeURIComponent);
const unescaped = (address: string): string => address.replace(/%(?:09|0A|0D|25)/g, decodeURIComponent);
