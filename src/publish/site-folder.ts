import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '../core/usage-error.ts';
import { archivePlace } from '../io/archive-folder.ts';
import { variables } from '../io/variables.ts';
import { explainFault, isSystemFault } from './publish-fault.ts';

/** The folder of a published site, and the places in it, as absolute paths. */
export type PublishedSite = {
  readonly folder: string;
  /** The link to the release that is served. */
  readonly current: string;
  readonly releases: string;
  readonly events: string;
  readonly media: string;
  readonly assets: string;
  /** Held by the one that writes. */
  readonly lock: string;
  /** Held by the one that writes next. */
  readonly waiting: string;
  /** What is not complete yet. Whatever lies there while nobody holds the lock has been left by a killed process. */
  readonly temporary: string;
};

/** The site in a folder, which need not be there: `option`, else `SITE_DIR` of the environment, else `published` in the archive. */
export const siteAt = (option: string | undefined): PublishedSite => {
  // An empty variable, as CI leaves it behind, is one that is not set.
  const folder = resolve(option ?? (variables()['SITE_DIR'] || join(archivePlace().folder, 'published')));
  const state = join(folder, 'state');
  return {
    folder,
    current: join(folder, 'current'),
    releases: join(folder, 'releases'),
    events: join(folder, 'events'),
    media: join(folder, 'media'),
    assets: join(folder, 'assets'),
    lock: join(state, 'lock'),
    waiting: join(state, 'waiting'),
    temporary: join(state, 'temporary'),
  };
};

/**
 * Opens the site in a folder to write to it, and makes what is missing. Throws `UsageError` for a folder that holds
 * something else, and `PublishFault` where it cannot be written.
 */
export const openSiteFolder = (path: string): PublishedSite => {
  const site = siteAt(path);
  if (!isSite(site) && !isEmpty(site)) {
    throw new UsageError(`${site.folder} holds files that no publish has made: choose another folder with --site.`);
  }
  try {
    // The lock comes first: it is what tells a site from any other folder.
    mkdirSync(site.temporary, { recursive: true });
    makeLock(site.lock);
    makeLock(site.waiting);
    for (const place of [site.releases, site.events, site.media, site.assets]) mkdirSync(place, { recursive: true });
  } catch (fault) {
    throw explainFault(fault, site.folder);
  }
  return site;
};

/** The site in a folder where something has been published. Throws `UsageError` where nothing has. */
export const findSite = (option: string | undefined): PublishedSite => {
  const site = siteAt(option);
  if (isSite(site)) return site;
  throw new UsageError(`There is no published site in ${site.folder}: name its folder with --site or SITE_DIR.`);
};

/** Whether a publish has made a folder. Its state may be gone: that is locks and logs, and is made again. */
const isSite = (site: PublishedSite): boolean => existsSync(site.lock) || [site.releases, site.events].every(isFolder);

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Whether nothing is there, or only what somebody who was killed at once would leave. */
const isEmpty = (site: PublishedSite): boolean => {
  try {
    return readdirSync(site.folder).every((name) => name === 'state');
  } catch (fault) {
    if (isSystemFault(fault, 'ENOENT')) return true;
    throw new UsageError(`${site.folder} cannot be the folder of a site: ${String(fault)}`);
  }
};

const makeLock = (file: string): void => {
  // Never opened where it exists: closing it would take away the locks that this process holds (fcntl(2), POSIX).
  if (!existsSync(file)) writeFileSync(file, '');
};

/** The folder of what no release needs any more, until it is removed. */
export const discardedOf = (site: PublishedSite): string => join(site.folder, 'state', 'discarded');

/** The file in which publishes that nobody watches say what came of them. */
export const logOf = (site: PublishedSite): string => join(site.folder, 'state', 'log');

/** The folder of what has been pushed and not been reported on yet. */
export const queueOf = (site: PublishedSite): string => join(site.folder, 'state', 'queue');

/** The file that is there while the last publish of a server has failed. */
export const failedOf = (site: PublishedSite): string => join(site.folder, 'state', 'failed');

/** The file that names the process that stands by for the next push. */
export const standbyOf = (site: PublishedSite): string => join(site.folder, 'state', 'standby');

/** The folder in which hooks ask the process that stands by to check a push, and find its answers. */
export const checksOf = (site: PublishedSite): string => join(site.folder, 'state', 'checks');

/** The file of what the trees of the current release were like when they were whole. */
export const treesOf = (site: PublishedSite): string => join(site.folder, 'state', 'trees');
