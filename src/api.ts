import { dirname, join, resolve } from 'node:path';
import type { Archive } from './core/archive.ts';
import type { Diagnostic } from './core/diagnostics.ts';
import { readArchive as readFiles } from './core/read-archive.ts';
import { checkContent } from './inspect/check-content.ts';
import { timeOfContent } from './io/content-time.ts';
import { checkTarget } from './io/output-folder.ts';
import { publicNames } from './io/public-names.ts';
import { readContent } from './io/read-content.ts';
import { contentFolder, root } from './io/settings.ts';
import { withVariables } from './io/variables.ts';
import { openContent } from './publish/content-of.ts';
import { lock } from './publish/lock.ts';
import { type Published, publishSite } from './publish/publish-site.ts';
import { openSiteFolder } from './publish/site-folder.ts';
import { buildSite } from './templates/build-site.ts';

export type { Archive, Entry, Event, Milestone, Site } from './core/archive.ts';
export type { Diagnostic } from './core/diagnostics.ts';
export type { Published } from './publish/publish-site.ts';

/** Which archive is meant, and how it is read. */
export type ArchiveOptions = {
  /** The content folder; `content` below the working folder if nothing is said. */
  readonly content?: string;
  /** The archive's address instead of that in `site.yml`. */
  readonly siteUrl?: string;
  /** Whether drafts are part of the archive. */
  readonly drafts?: boolean;
  /** Where what has been made is kept; otherwise `CACHE_DIR`, or `.cache` beside the content folder. */
  readonly cache?: string;
};

/** Reads an archive, and says what is wrong with its settings and front matter. Throws for no content, however wrong it is. */
export const readFolder = (
  options: ArchiveOptions = {},
): Promise<{ readonly archive: Archive; readonly diagnostics: readonly Diagnostic[] }> =>
  inArchive(options, async (folder) => {
    const { files } = await readContent(folder);
    const { archive, diagnostics } = readFiles(files, await readOptions(folder, options));
    return { archive, diagnostics };
  });

/** Everything that a build would say of the content, without building it. */
export const check = (options: ArchiveOptions = {}): Promise<readonly Diagnostic[]> =>
  inArchive(options, async (folder) => {
    const { diagnostics } = await checkContent(await readContent(folder), await readOptions(folder, options));
    return diagnostics;
  });

/**
 * Builds the archive into `outDir`, in the place of an earlier build. `pages` is how many it has; with errors among the
 * diagnostics there are none, and an earlier build stays.
 */
export const build = (
  options: ArchiveOptions & { readonly outDir: string },
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly pages: number }> =>
  inArchive(options, async (folder) => {
    const target = await checkTarget(resolve(options.outDir), folder);
    return buildSite(folder, target);
  });

/** What is published, and where. */
export type PublishChoice = ArchiveOptions & {
  /** The folder of the site, of which a web server serves `current/`. */
  readonly site: string;
  /** The commit or branch of the repository that holds the content folder; without one it is published as it is on disk. */
  readonly commit?: string;
  /** Whether entries that readers have seen may go without an alias or a withdrawal. */
  readonly allowLost?: boolean;
};

/** Publishes an archive: makes what has changed, verifies it, and lets readers see it in one step. Waits for other publishes. */
export const publish = (options: PublishChoice): Promise<Published> =>
  inArchive(options, async () => {
    const { commit, allowLost = false } = options;
    const site = openSiteFolder(resolve(options.site));
    using _turn = await lock(site.lock);
    const content = await openContent(commit === undefined ? { disk: true } : { disk: false, commit });
    const now = Temporal.Now.instant().toString({ smallestUnit: 'millisecond' });
    return publishSite(site, content, { now, mayLose: async () => allowLost });
  });

export { readFolder as readArchive };

const inArchive = <Result>(
  { content = 'content', siteUrl, drafts = false, cache }: ArchiveOptions,
  work: (folder: string) => Promise<Result>,
): Promise<Result> => {
  const folder = resolve(content);
  const own = {
    CONTENT_DIR: folder,
    SITE_URL: siteUrl,
    DRAFTS: drafts ? '1' : undefined,
    CACHE_DIR: cache ?? (process.env['CACHE_DIR'] || join(dirname(folder), '.cache')),
  };
  return withVariables(own, async () => work(await contentFolder()));
};

const readOptions = async (folder: string, { siteUrl, drafts = false }: ArchiveOptions) => ({
  drafts,
  now: await timeOfContent({ kind: 'disk', folder }),
  publicNames: await publicNames(root),
  ...(siteUrl !== undefined && { siteUrl }),
});
