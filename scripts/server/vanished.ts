import { permalinks } from '../../src/core/permalinks.ts';
import { readArchive } from '../../src/core/read-archive.ts';
import type { Content } from '../../src/io/read-content.ts';
import type { Change } from '../check/staged.ts';
import { type PushedRef, readPart } from './read-push.ts';

/**
 * The addresses of events and entries that readers could see before a push and could not after it. Only files that it
 * changes or takes away can lose any; only where one does are all of their events read, because another may have it now.
 */
export const vanishedAddresses = async (
  repo: string,
  { old, new: commit }: PushedRef,
  changes: readonly Change[],
  events: readonly string[],
): Promise<readonly string[]> => {
  const touched = changes.filter(({ status }) => status !== 'A').map(({ path }) => path);
  if (touched.length === 0) return [];
  const before = addressesIn(await readPart(repo, old, touched));
  const left = addressesIn(await readPart(repo, commit, touched));
  const missing = [...before].filter((address) => !left.has(address));
  if (missing.length === 0) return [];
  const everywhere = addressesIn(await readPart(repo, commit, events));
  return missing.filter((address) => !everywhere.has(address));
};

const addressesIn = ({ files }: Content): ReadonlySet<string> => {
  const { events, site } = readArchive(files).archive;
  const to = permalinks(site.url);
  return new Set(
    events.flatMap((event) =>
      [event.slug, ...event.aliases].flatMap((top) => [
        to.event(top),
        ...event.entries.flatMap((entry) => [entry.slug, ...entry.aliases].map((slug) => to.entry(top, slug))),
      ]),
    ),
  );
};
