import { join } from 'node:path';
import { archiveDocumentFile, knownForArchive } from '../feeds/archive-feed.ts';
import { readPlain } from '../io/plain-file.ts';
import type { KnownEvents } from '../templates/entry.ts';
import { documentsBefore, type EarlierEvent, itemsOf, outlinesOf, type Previous, titlesOf } from './previous.ts';
import type { PublishedSite } from './site-folder.ts';

/** The events of the archive as its pages know them, and the documents of the history of its feed. */
type KnownForArchive = {
  readonly known: KnownEvents;
  /** What tells of each document whether it has changed. */
  readonly versions: readonly string[];
  /** Those that need not be made, by path. */
  readonly kept: ReadonlyMap<string, Uint8Array>;
};

/** The events of the archive as its pages know them. `previous` is the release whose documents can be kept, if any can. */
export const knownEvents = (
  site: PublishedSite,
  events: readonly EarlierEvent[],
  previous: Previous | undefined,
): KnownForArchive => {
  const before = previous ? documentsBefore(previous) : [];
  const kept = new Map<string, Uint8Array>();
  const listed = events.map(({ tree, record }) => ({
    record,
    items: () => itemsOf(site, tree),
    outlines: () => outlinesOf(site, tree),
    titles: () => titlesOf(site, tree),
  }));
  const { versions, ...known } = knownForArchive(listed, ({ number, version }) => {
    const path = archiveDocumentFile(number);
    const isSame = previous && before[number - 1] === version;
    const bytes = isSame && readPlain(join(site.releases, previous.release.name, path));
    if (bytes) kept.set(path, bytes);
    return Boolean(bytes);
  });
  return { known, versions, kept };
};
