import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type EventTree, type ReleaseManifest, readRelease, releasesOf } from './manifests.ts';
import type { PublishedSite } from './site-folder.ts';
import { placeStaged, removeIfPossible, stageNamed, withStage, writeStaged } from './stage.ts';
import { type Earlier, type Files, hashFiles, stageTree } from './stage-tree.ts';
import { currentRelease } from './switch-release.ts';

/** A release, as it shall be stored. */
export type ReleaseFiles = {
  /** The full id of the commit that it is made from; none where it is made from files on disk. */
  readonly commit?: string;
  /** When it is made, in ISO 8601 with `Z` or an offset. */
  readonly made: string;
  /** What it depends on, for the next one to compare: any JSON. */
  readonly inputs: unknown;
  /** Its events, as `storeEvent` or the current release gives them. */
  readonly events: readonly EventTree[];
  /** Its own files, by path: the pages and feeds of the archive, and what is in `public/`. */
  readonly files: Files;
  /** The styles and fonts of all its pages, by name; those without bytes must be in the store. */
  readonly assets: ReadonlyMap<string, Uint8Array | undefined>;
  /** Whether the current release has lost or changed files: then none is taken from it. */
  readonly isCurrentDamaged?: boolean;
};

/**
 * Stores a release, complete and on the disk, and gives its name: its time and the beginning of its commit. Readers do
 * not see it before it is switched to. A file that the current release has with the same bytes stays the same file. Only
 * for the one that holds the lock. Throws `PublishFault`, and leaves nothing behind, where the machine does not do it.
 */
export const storeRelease = (site: PublishedSite, release: ReleaseFiles): Promise<string> =>
  withStage(site, async (stage) => {
    const assets = await stageNamed(stage, site.assets, release.assets);
    const name = nameRelease(site, release);
    const hashes = hashFiles(release.files);
    const folder = join(stage.folder, 'release');
    const earlier = release.isCurrentDamaged ? undefined : currentFiles(site);
    stageTree(stage, folder, { files: release.files, hashes, earlier });
    linkTrees(folder, release.events);
    const manifest = join(stage.folder, 'manifest.json');
    writeStaged(stage, manifest, Buffer.from(JSON.stringify(describeRelease(site, release, hashes, assets))));
    const target = join(site.releases, name);
    stage.moves.push({ from: folder, to: target }, { from: manifest, to: `${target}.json` });
    try {
      await placeStaged(site, stage);
    } catch (fault) {
      if (!existsSync(`${target}.json`)) removeIfPossible(target);
      throw fault;
    }
    return name;
  });

const describeRelease = (
  site: PublishedSite,
  { commit, made, inputs, events }: ReleaseFiles,
  files: ReleaseManifest['files'],
  assets: readonly string[],
): ReleaseManifest => ({
  number: (releasesOf(site)[0]?.number ?? 0) + 1,
  ...(commit !== undefined && { commit }),
  made,
  inputs,
  events: events.map(({ folder, id, tops }) => ({ folder, id, tops })),
  files,
  assets,
});

const nameRelease = (site: PublishedSite, { commit, made }: ReleaseFiles): string => {
  const time = Temporal.Instant.from(made).toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
  const base = `${time}-${commit?.slice(0, 8) ?? 'disk'}`;
  for (let count = 1; ; count++) {
    const name = count === 1 ? base : `${base}-${count}`;
    if (!existsSync(join(site.releases, name)) && !existsSync(join(site.releases, `${name}.json`))) return name;
  }
};

const currentFiles = (site: PublishedSite): Earlier | undefined => {
  const name = currentRelease(site);
  const release = name === undefined ? undefined : readRelease(site, name);
  return release && { folder: join(site.releases, release.name), files: release.files };
};

const linkTrees = (folder: string, events: readonly EventTree[]): void => {
  symlinkSync('../../assets', join(folder, '_astro'));
  for (const { folder: event, id, tops } of events) {
    for (const top of tops) symlinkSync(`../../events/${event}/${id}/${top}`, join(folder, top));
  }
};
