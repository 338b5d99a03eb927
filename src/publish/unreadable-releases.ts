import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { namesInManifest, readRelease, releaseName } from './manifests.ts';
import type { PublishedSite } from './site-folder.ts';
import { currentRelease } from './switch-release.ts';

/** The names of the releases whose manifests are damaged or gone, the newest first; the current one among them. */
export const unreadableReleases = (site: PublishedSite): readonly string[] => {
  const found = [
    ...namesInManifest(site.releases).map((name) => name.replace(/\.json$/, '')),
    currentRelease(site) ?? '',
  ];
  const names = new Set(found.filter((name) => releaseName.test(name)));
  return [...names].filter((name) => !readRelease(site, name)).sort((a, b) => (a < b ? 1 : -1));
};

/** What is reported of such a release, and what to do about it. */
export const describeUnreadable = (site: PublishedSite, name: string): string => {
  const file = join(site.releases, `${name}.json`);
  const state = lstatSync(file, { throwIfNoEntry: false }) ? 'is damaged' : 'is gone';
  const fix =
    name === currentRelease(site)
      ? 'Readers see this release: "recapsule publish" makes a new one in its place.'
      : 'Readers do not see this release, and the next new one removes what is left of it.';
  return `The manifest of the release ${name} cannot be read: ${file} ${state}. ${fix}`;
};
