import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { aRepository, commitWith, type Repository, recapsuleIn } from '../../../scripts/testing/repository.ts';
import type { Run } from '../../../scripts/testing/run-recapsule.ts';
import { entryFile, settings } from '../../../scripts/testing/temporary-content.ts';
import { type Release, releasesOf } from '../manifests.ts';
import { type PublishedSite, siteAt } from '../site-folder.ts';

/** A repository with content, the site that it is published to, and a cache of its own. */
export type Workspace = {
  readonly repository: Repository;
  readonly site: PublishedSite;
  /** Where the cache lies. */
  readonly cache: string;
  /** Writes files below `content/`, removes those that are `null`, and commits. */
  readonly commit: (files: Readonly<Record<string, string | Uint8Array | null>>) => Promise<void>;
  /** Runs `recapsule publish` with these arguments after `--site`. */
  readonly publish: (args?: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Run>;
  /** The releases of the site, the newest first. */
  readonly releases: () => readonly Release[];
  /** The number of a file that readers see: it stays as long as the file is the same one. */
  readonly inode: (path: string) => number;
};

/** Two events, `gala` with a first entry and `fair` with a first and a second one. */
export const twoEvents: Readonly<Record<string, string>> = {
  'site.yml': settings.site,
  'gala/event.md': settings.event(),
  'gala/first.md': entryFile('The curtain rises', '2020-03-02T10:00'),
  'fair/event.md': settings.event(),
  'fair/first.md': entryFile('The doors open', '2020-03-03T10:00'),
  'fair/second.md': entryFile('The doors close', '2020-03-04T10:00'),
};

/** Makes a workspace below a folder, with two events committed. */
export const aWorkspace = async (
  folder: string,
  content: Readonly<Record<string, string | Uint8Array>> = twoEvents,
): Promise<Workspace> => {
  const own = mkdtempSync(join(folder, 'workspace-'));
  const repository = await aRepository(own);
  const site = siteAt(join(own, 'site'));
  const cache = join(own, 'cache');
  const commit: Workspace['commit'] = async (files) => {
    for (const [path, text] of Object.entries(files)) {
      if (text === null) await rm(join(repository.folder, 'content', path), { recursive: true });
      else await repository.write({ [`content/${path}`]: text });
    }
    await repository.git('add', '--all');
    await repository.git(...commitWith(['--allow-empty']));
  };
  await commit(content);
  return {
    repository,
    site,
    cache,
    commit,
    publish: (args = [], env = {}) =>
      recapsuleIn(repository.folder, ['publish', '--site', site.folder, ...args], { CACHE_DIR: cache, ...env }),
    releases: () => releasesOf(site),
    inode: (path) => statSync(join(site.current, path)).ino,
  };
};

/** A workspace whose content has been published. */
export const publishedWorkspace = async (
  folder: string,
  content?: Parameters<typeof aWorkspace>[1],
): Promise<Workspace> => {
  const workspace = await aWorkspace(folder, content);
  const { code, stderr } = await workspace.publish();
  if (code !== 0) throw new Error(stderr);
  return workspace;
};

/** A page as readers see it. */
export const see = ({ site }: Workspace, path: string): string => readFileSync(join(site.current, path), 'utf8');

/** Whether readers see a page. */
export const sees = ({ site }: Workspace, path: string): boolean => existsSync(join(site.current, path));
