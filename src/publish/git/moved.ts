import type { Archive } from '../../core/archive.ts';
import { readArchive } from '../../core/read-archive.ts';
import { readEnvironment } from '../../io/environment.ts';
import type { Content } from '../../io/read-content.ts';
import type { StagedChange } from '../../io/staged.ts';
import { isNothing, type PushedRef, readPart } from './read-push.ts';

/** An address that readers could see, and the file by which they could, as far as it is known. */
export type Address = { readonly address: string; readonly file?: string };

/** What a push takes from its place. */
export type Moved = {
  /** Entries that are gone, have become drafts, or have another slug: a link by path no longer finds them. */
  readonly files: ReadonlySet<string>;
  /** Addresses of events, entries, pages and copies that were there before the push, and are not after it. */
  readonly vanished: readonly Address[];
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
  const missing = without(ownAddresses(before), allAddresses(after));
  const vanished =
    missing.length === 0 ? [] : without(missing, allAddresses(archiveOf(await readPart(repo, commit, events))));
  return { files: new Set(files), vanished };
};

/** All addresses of events, entries, pages and copies in a content. */
export const addressesIn = (content: Content): ReadonlySet<string> => allAddresses(archiveOf(content));

const archiveOf = ({ files }: Content): Archive =>
  readArchive(files, { drafts: readEnvironment(process.env).drafts }).archive;

const slugsIn = ({ events }: Archive): ReadonlyMap<string, string> =>
  new Map(events.flatMap(({ entries }) => entries.map(({ file, slug }) => [file, slug] as const)));

/** Each once: what lies below an alias of an event goes with that alias. */
const ownAddresses = ({ events, pages, copies }: Archive): readonly Address[] => [
  ...pages.flatMap(({ slug, aliases, body }) =>
    [slug, ...aliases].map((own) => ({ address: `/${own}/`, file: body.file })),
  ),
  ...copies.map((path) => ({ address: `/${path}`, file: `public/${path}` })),
  ...events.flatMap(({ slug: event, folder, aliases, entries }) => [
    ...[event, ...aliases].map((top) => ({ address: `/${top}/`, file: `${folder}/event.md` })),
    ...entries.flatMap(({ slug, aliases, file }) =>
      [slug, ...aliases].map((own) => ({ address: `/${event}/${own}/`, file })),
    ),
  ]),
];

const allAddresses = ({ events, ...own }: Archive): ReadonlySet<string> =>
  new Set([
    ...ownAddresses({ ...own, events: [] }).map(({ address }) => address),
    ...events.flatMap((event) =>
      [event.slug, ...event.aliases].flatMap((top) => [
        `/${top}/`,
        ...event.entries.flatMap(({ slug, aliases }) => [slug, ...aliases].map((own) => `/${top}/${own}/`)),
      ]),
    ),
  ]);

const without = (addresses: readonly Address[], found: ReadonlySet<string>): readonly Address[] =>
  addresses.filter(({ address }) => !found.has(address));
