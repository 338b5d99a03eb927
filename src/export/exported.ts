import type { ContentSource } from '../io/content-source.ts';

/** A site as it has been built, of which the whole or one event is exported. */
export type ExportedSite = {
  /** The folder of the built site, and the paths of all its files in it, sorted by code units. */
  readonly folder: string;
  readonly files: readonly string[];
  /** The event that alone is exported, by its slug. */
  readonly event?: string;
  /** The address where the archive is published. */
  readonly address: string;
  /** The time of the commit that was built, in milliseconds, where it is one. */
  readonly committed?: number;
  /** The folder of the compiled templates. */
  readonly templates: string;
};

/** What is exported, and the content that it was made from. */
export type Exported = ExportedSite & { readonly source: ContentSource };

/** Writes what is exported to a path where nothing is yet. */
export type Writer = (exported: Exported, path: string) => Promise<void>;
