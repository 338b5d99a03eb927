import { join, resolve } from 'node:path';

/** What the environment says of a run. An empty variable, as CI leaves it behind, is one that is not set. */
export type Environment = {
  /** The content folder, as an absolute path: `CONTENT_DIR`, or `content`. */
  readonly contentFolder: string;
  /** `SITE_URL`: the archive's address instead of that in `site.yml`. */
  readonly siteUrl?: string;
  /** `DRAFTS=1`. */
  readonly drafts: boolean;
};

/** Reads the environment variables that every command knows. */
export const readEnvironment = (variables: Readonly<Record<string, string | undefined>>): Environment => {
  const { CONTENT_DIR: folder, SITE_URL: siteUrl, DRAFTS: drafts } = variables;
  return { contentFolder: resolve(folder || 'content'), drafts: drafts === '1', ...(siteUrl && { siteUrl }) };
};

/**
 * Where finished bodies and pictures are kept between builds of the project in `root`: `CACHE_DIR`, or `.cache` there. All of
 * it can be deleted at any time, shared between builds and machines, and restored by CI.
 */
export const cacheFolderIn = (root: string, variables: Readonly<Record<string, string | undefined>>): string =>
  variables['CACHE_DIR'] || join(root, '.cache');
