import type { ContentSource } from '../io/content-source.ts';

/** What is exported: a site as it has been built, the whole of it or one event, and what it was made from. */
export type Exported = {
  /** The folder of the built site, and the paths of all its files in it, sorted by code units. */
  readonly folder: string;
  readonly files: readonly string[];
  /** The event that alone is exported, by its slug. */
  readonly event?: string;
  /** The address where the archive is published. */
  readonly address: string;
  readonly source: ContentSource;
  /** The commit that was built, and the time of what was built in milliseconds, where it is in git. */
  readonly commit?: string;
  readonly committed?: number;
  /** The folder of the compiled templates. */
  readonly templates: string;
};

/** Writes what is exported to a path where nothing is yet. */
export type Writer = (exported: Exported, path: string) => Promise<void>;
