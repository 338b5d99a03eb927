import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger } from '../core/ledger/ledger.ts';
import { readPlain } from '../io/plain-file.ts';
import {
  type EventManifest,
  type EventTree,
  keyOf,
  type Release,
  readEventManifest,
  readNote,
  releasesOf,
  treeFolder,
} from './manifests.ts';
import type { PublishedSite } from './site-folder.ts';
import { placeStaged, type Stage, withStage, writeStaged } from './stage.ts';
import { identify } from './store-event.ts';

/** A tree that is stored again without some pictures: what it was, what it is now, and its manifest. */
type Cleared = { readonly from: EventTree; readonly to: EventTree; readonly manifest: EventManifest };

/**
 * Takes away what withdrawn entries alone have shown: their pictures and cards, from the store and from every release that is
 * kept. Those releases have other manifests then, which name the withdrawn addresses. `before` is the ledger as it was; `now` and
 * `trees` are those of the release that readers see. Gives the names of the releases that have been changed.
 */
export const withdrawMedia = async (
  site: PublishedSite,
  { before, now, trees }: { readonly before: Ledger; readonly now: Ledger; readonly trees: readonly EventTree[] },
): Promise<readonly string[]> => {
  const withdrawn = [...now.values()].filter(
    (row) => row.now === 'tombstone' && before.has(row.address) && before.get(row.address)?.now !== 'tombstone',
  );
  const releases = withdrawn.length === 0 ? [] : releasesOf(site);
  const addresses = withdrawn.map(({ address }) => address);
  const cleared = trees.flatMap((tree) => clearedTrees(site, tree, releases, addresses));
  if (cleared.length === 0) return [];
  const changed = releases.filter(({ events }) => events.some((one) => findIn(cleared, one)));
  await withStage(site, async (stage) => {
    for (const one of cleared) stageCleared(site, stage, one);
    for (const release of changed) stageRelease(site, stage, release, { cleared, addresses });
    await placeStaged(site, stage);
  });
  return changed.map(({ name }) => name);
};

const findIn = (cleared: readonly Cleared[], tree: EventTree): Cleared | undefined =>
  cleared.find(({ from }) => keyOf(from) === keyOf(tree));

/** The trees of an event that have pictures which only withdrawn entries have shown, without them; the pictures are removed. */
const clearedTrees = (
  site: PublishedSite,
  { folder, id, tops }: EventTree,
  releases: readonly Release[],
  addresses: readonly string[],
): readonly Cleared[] => {
  const own = addresses.filter((address) => tops.includes(address.split('/')[1] ?? ''));
  const earlier = new Map(
    releases
      .flatMap(({ events }) => events.filter((one) => one.folder === folder && one.id !== id))
      .map((tree) => [tree.id, tree]),
  );
  if (own.length === 0 || earlier.size === 0) return [];
  const kept = new Set(readEventManifest(site, { folder, id })?.media);
  const names = new Set(
    [...earlier.values()].flatMap((tree) => own.flatMap((address) => mediaOn(join(treeFolder(site, tree), address)))),
  );
  const gone = new Set([...names].filter((name) => !kept.has(name)));
  const cleared = [...earlier.values()].flatMap((tree) => without(site, tree, gone) ?? []);
  for (const name of gone) rmSync(join(site.media, folder, name), { force: true });
  return cleared;
};

/** The names of the pictures, videos and cards that the page in a folder shows. */
const mediaOn = (folder: string): readonly string[] => {
  const page = readPlain(join(folder, 'index.html'))?.toString('utf8') ?? '';
  return [...page.matchAll(/\/media\/([^\s"'<>,&?#/]+)/g)].map(([, name = '']) => decodeURIComponent(name));
};

const without = (site: PublishedSite, tree: EventTree, gone: ReadonlySet<string>): Cleared | undefined => {
  const found = readEventManifest(site, tree);
  if (!found?.media.some((name) => gone.has(name))) return undefined;
  const manifest = { ...found, media: found.media.filter((name) => !gone.has(name)) };
  const notes = new Map(manifest.notes.map((name) => [name, readNote(site, tree, name) ?? '']));
  return { from: tree, to: { ...tree, id: identify(manifest.files, manifest.media, notes) }, manifest };
};

/** Moves a tree to where its new manifest says that it is; one without pictures has no link to them. */
const stageCleared = (site: PublishedSite, stage: Stage, { from, to, manifest }: Cleared): void => {
  const written = join(stage.folder, `${keyOf(to).replaceAll('/', ' ')}.json`);
  writeStaged(stage, written, Buffer.from(JSON.stringify(manifest)));
  if (manifest.media.length === 0) rmSync(join(treeFolder(site, from), from.folder, 'media'), { force: true });
  stage.moves.push(
    { from: treeFolder(site, from), to: treeFolder(site, to) },
    { from: written, to: join(treeFolder(site, to), 'manifest.json') },
  );
};

/** A release with other trees: its links and its manifest, which says what has been withdrawn from it. */
const stageRelease = (
  site: PublishedSite,
  stage: Stage,
  { name, ...release }: Release,
  { cleared, addresses }: { readonly cleared: readonly Cleared[]; readonly addresses: readonly string[] },
): void => {
  const events = release.events.map((tree) => findIn(cleared, tree)?.to ?? tree);
  for (const { to } of cleared.filter(({ from }) => release.events.some((tree) => keyOf(tree) === keyOf(from))))
    for (const top of to.tops) {
      const link = join(stage.folder, `${name} ${top}`);
      symlinkSync(`../../events/${to.folder}/${to.id}/${top}`, link);
      stage.moves.push({ from: link, to: join(site.releases, name, top) });
    }
  const file = join(stage.folder, `${name}.json`);
  const withdrawn = [...new Set([...(release.withdrawn ?? []), ...addresses])].sort();
  writeStaged(stage, file, Buffer.from(JSON.stringify({ ...release, events, withdrawn })));
  stage.moves.push({ from: file, to: join(site.releases, `${name}.json`) });
};
