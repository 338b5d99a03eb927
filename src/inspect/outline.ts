import type { ContentFiles } from '../core/content-files.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import { type ReadOptions, readArchive } from '../core/read-archive.ts';

/** The addresses of an archive's events, and what is wrong above them. */
type Outline = {
  /** The slug and the aliases of each event that can be read, by its folder. */
  readonly addresses: ReadonlyMap<string, readonly string[]>;
  readonly diagnostics: readonly Diagnostic[];
};

/** Reads what an archive is without its entries: `files` holds what lies at its top, and the settings of its events. */
export const outlineOf = (files: ContentFiles, options: ReadOptions): Outline => {
  const { archive, diagnostics } = readArchive(files, options);
  const addresses = new Map(archive.events.map(({ folder, slug, aliases }) => [folder, [slug, ...aliases]]));
  return { addresses, diagnostics };
};
