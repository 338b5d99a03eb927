import { lstatSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type Release, readLink, readRelease, releasesOf } from './manifests.ts';
import { PublishFault } from './publish-fault.ts';
import type { PublishedSite } from './site-folder.ts';
import { withStage } from './stage.ts';
import { syncPath } from './sync.ts';

/**
 * Makes a stored release the one that readers see, in one step: at no moment is there none (rename(2)). Only for the one
 * that holds the lock. Throws `Error` where there is no such release, and `PublishFault` where the machine does not do
 * it.
 */
export const switchTo = (site: PublishedSite, name: string): Promise<void> =>
  withStage(site, async (stage) => {
    if (!readRelease(site, name)) throw new Error(`There is no release ${name}`);
    const link = join(stage.folder, 'current');
    symlinkSync(`releases/${name}`, link);
    renameSync(link, site.current);
    syncPath(site.folder);
  });

/**
 * The name of the release that readers see, or `undefined` where nothing has been published yet, or the link to it is
 * gone. Throws `PublishFault` where something else is in its place.
 */
export const currentRelease = (site: PublishedSite): string | undefined => {
  const target = readLink(site.current);
  if (target === undefined && lstatSync(site.current, { throwIfNoEntry: false }))
    throw new PublishFault(
      `${site.current} is not the link that a publish has made. Move it away, then publish again: that makes the link anew.`,
    );
  return target?.replace(/^releases\//, '');
};

/** The release before the current one, or `undefined` where that is the first. */
export const previousRelease = (site: PublishedSite): Release | undefined => {
  const releases = releasesOf(site);
  const name = currentRelease(site);
  const index = releases.findIndex((release) => release.name === name);
  return index === -1 ? undefined : releases[index + 1];
};
