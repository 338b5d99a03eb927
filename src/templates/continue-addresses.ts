import type { Archive } from '../core/archive.ts';
import { compare, type Diagnostic, hasErrors } from '../core/diagnostics.ts';
import type { EventRecord } from '../core/event-record.ts';
import { feedFormats } from '../core/feed-formats.ts';
import { addressesOfArchive, built } from '../core/ledger/built-addresses.ts';
import { type Continued, continueLedger, type Lead } from '../core/ledger/continue-ledger.ts';
import { explainLost } from '../core/ledger/explain-lost.ts';
import { explainRenamed } from '../core/ledger/explain-renamed.ts';
import {
  type BuiltAddress,
  type Ledger,
  ledgerFile,
  parseAddresses,
  printLedger,
  topOf,
} from '../core/ledger/ledger.ts';
import { redirectFiles } from '../core/ledger/redirect-rules.ts';
import { readArchive } from '../core/read-archive.ts';
import { archiveDocumentFile } from '../feeds/archive-feed.ts';
import { fullDocuments } from '../feeds/newest.ts';
import { markText } from '../inspect/mark-text.ts';
import type { Pages } from './entry.ts';
import { type Leads, ownLeads, type Rendering } from './event-renderer.ts';

/** What has been published before, as a build is told. */
export type KnownLedger = {
  readonly ledger: Ledger;
  /** Whether what readers have seen may go. */
  readonly mayLose: boolean;
};

/** What becomes of the ledger with a site, and what is made of each event beside what its content asks for. */
export type Addressed = Omit<Continued, 'leads'> & { readonly before: Ledger; readonly leads: Leads };

/** Continues the ledger with what a site publishes: its own pages, and what the records of its events have. */
export const continueAddresses = (
  { source, options, committed }: Rendering,
  records: readonly EventRecord[],
  before: Ledger | undefined,
): Addressed => {
  const { archive } = readArchive(source.top.files, options);
  const sources = [ownAddresses(archive, records), ...addressesOf(records)];
  // A build that is not told what was published cannot know what is new.
  const at = before && committed ? Temporal.Instant.fromEpochMilliseconds(committed.time).toString() : '';
  const { leads, ...continued } = continueLedger(before ?? new Map(), sources, at);
  return { ...continued, before: before ?? new Map(), leads: leadsByFolder(leads, records) };
};

/** Of the site that was made last, by their text: a process that stands by makes the next one with most of them. */
let known: ReadonlyMap<string, readonly BuiltAddress[]> = new Map();

const addressesOf = (records: readonly EventRecord[]): readonly (readonly BuiltAddress[])[] => {
  known = new Map(
    records.map(({ addresses }) => [addresses, known.get(addresses) ?? parseAddresses(addresses)] as const),
  );
  return records.map(({ addresses }) => known.get(addresses) ?? []);
};

const ownAddresses = (archive: Archive, records: readonly EventRecord[]): readonly BuiltAddress[] => [
  ...addressesOfArchive(archive),
  ...['/', '/feeds/', '/search/'].map((page) => built('list', page)),
  ...[...feedFormats.map(({ file }) => file), 'sitemap.xml', 'sitemap-archive.xml'].map((file) =>
    built('data', `/${file}`),
  ),
  ...Array.from({ length: fullDocuments(records.reduce((sum, { feed }) => sum + feed.placed.length, 0)) }, (_, index) =>
    built('data', `/${archiveDocumentFile(index + 1)}`),
  ),
];

const leadsByFolder = (leads: readonly Lead[], records: readonly EventRecord[]): Leads => {
  const folders = new Map(
    records.flatMap(({ summary: { slug, aliases, folder } }) => [slug, ...aliases].map((top) => [top, folder])),
  );
  const sorted = leads.toSorted((a, b) => compare(a.address, b.address));
  return Object.fromEntries(Map.groupBy(sorted, ({ address }) => folders.get(topOf(address)) ?? ownLeads));
};

/** The folders of the events that were made with other leads than they are to have. */
export const ledOtherwise = (records: readonly EventRecord[], leads: Leads): readonly string[] =>
  records.flatMap(({ summary: { folder }, leads: made = [] }) =>
    JSON.stringify(made) === JSON.stringify(leads[folder] ?? []) ? [] : folder,
  );

/** What is wrong with the addresses of a site: what would be lost or have another id, and what two want. */
export const faultsOfAddresses = async (
  { source, options }: Rendering,
  { lost, renamed, disputed, before }: Pick<Addressed, 'lost' | 'renamed' | 'disputed' | 'before'>,
  mayLose: boolean,
): Promise<readonly Diagnostic[]> => {
  if (disputed.length === 0 && (lost.length + renamed.length === 0 || mayLose)) return [];
  const { files } = await source.readWhole();
  const { archive, diagnostics } = readArchive(files, options);
  if (hasErrors(diagnostics)) return diagnostics;
  if (mayLose) return [];
  const losing = { archive, files, before, markOf: markText };
  return [...explainLost(lost, losing), ...explainRenamed(renamed, losing)];
};

/** The files of a site that say what its addresses are; an archive may have rules of its own for its host. */
export const addressFiles = ({ ledger }: Addressed, { base, source }: Pick<Rendering, 'base' | 'source'>): Pages => {
  const rules = [...redirectFiles(ledger, base.replace(/\/$/, ''))].filter(
    ([name]) => !source.top.files.has(`public/${name}`),
  );
  const files = new Map([[ledgerFile, printLedger(ledger)], ...rules]);
  return new Map([...files].map(([name, text]) => [name, Buffer.from(text)]));
};
