import type { Archive } from '../../core/archive.ts';
import { type LastingAddress, lastingAddresses } from '../../core/lasting-addresses.ts';
import { addressesOfArchive } from '../../core/ledger/built-addresses.ts';
import { readArchive } from '../../core/read-archive.ts';
import { readEnvironment } from '../../io/environment.ts';
import type { Content } from '../../io/read-content.ts';
import type { StagedChange } from '../../io/staged.ts';
import { isNothing, type PushedRef, readPart } from './read-push.ts';

/** What a push takes from its place. */
export type Moved = {
  /** Entries that are gone, have become drafts, or have another slug: a link by path no longer finds them. */
  readonly files: ReadonlySet<string>;
  /** Addresses that were there before the push, and are not after it. */
  readonly vanished: readonly LastingAddress[];
};

/**
 * Compares the events and entries before and after a push. Only files that it changes or takes away can lose anything;
 * only where one does are all of their `events` read, because another may have the address now.
 */
export const movedBy = async (
  repo: string,
  { old, new: commit }: PushedRef,
  changes: readonly StagedChange[],
  events: readonly string[],
): Promise<Moved> => {
  const touched = changes.filter(({ status }) => status !== 'A').map(({ path }) => path);
  if (isNothing(old) || touched.length === 0) return { files: new Set(), vanished: [] };
  const before = archiveOf(await readPart(repo, old, touched));
  const after = archiveOf(await readPart(repo, commit, touched));
  const slugs = slugsIn(after);
  const files = [...slugsIn(before)].filter(([file, slug]) => slugs.get(file) !== slug).map(([file]) => file);
  const missing = without([...lastingAddresses(before, true), ...addressesOfSite(before)], allAddresses(after));
  const vanished =
    missing.length === 0 ? [] : without(missing, allAddresses(archiveOf(await readPart(repo, commit, events))));
  return { files: new Set(files), vanished };
};

/** All addresses in a content that may not vanish. */
export const contentAddresses = (content: Content): ReadonlySet<string> => allAddresses(archiveOf(content));

const archiveOf = ({ files }: Content): Archive => {
  const { drafts, siteUrl } = readEnvironment();
  return readArchive(files, { drafts, ...(siteUrl && { siteUrl }) }).archive;
};

const slugsIn = ({ events }: Archive): ReadonlyMap<string, string> =>
  new Map(events.flatMap(({ entries }) => entries.map(({ file, slug }) => [file, slug] as const)));

const allAddresses = (archive: Archive): ReadonlySet<string> =>
  new Set([...lastingAddresses(archive), ...addressesOfSite(archive)].map(({ address }) => address));

/** Where an archive is, and was. */
const addressesOfSite = (archive: Archive): readonly LastingAddress[] =>
  addressesOfArchive(archive).flatMap(({ kind, address }) => (kind === 'site' ? { address } : []));

const without = (addresses: readonly LastingAddress[], found: ReadonlySet<string>): readonly LastingAddress[] =>
  addresses.filter(({ address }) => !found.has(address));
