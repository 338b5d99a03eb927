import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger } from '../core/ledger/ledger.ts';
import { parseSums, printSums, signatureFiles, sumsFile } from '../core/sums.ts';
import { readPlain } from '../io/plain-file.ts';
import type { Signer } from '../io/signer.ts';
import {
  type EventManifest,
  type EventTree,
  type Hashes,
  keyOf,
  type Release,
  readEventManifest,
  readNote,
  releasesOf,
  treeFolder,
} from './manifests.ts';
import type { PublishedSite } from './site-folder.ts';
import { placeStaged, type Stage, withStage, writeStaged } from './stage.ts';
import { hashFiles } from './stage-tree.ts';
import { identify } from './store-event.ts';
import { readSums, sumsNote } from './sums-of-event.ts';

/** A tree that is stored again without some pictures: what it was, what it is now, its manifest and its sums. */
type Cleared = {
  readonly from: EventTree;
  readonly to: EventTree;
  readonly manifest: EventManifest;
  readonly sums: string;
  /** The paths of the pictures, in the site. */
  readonly lost: ReadonlySet<string>;
};

/**
 * Takes away what withdrawn entries alone have shown: their pictures and cards, from the store and from every release that is
 * kept. Those releases have other manifests then, which name the withdrawn addresses, and other sums, which `sign` signs. `before` is the ledger as it was; `now` and
 * `trees` are those of the release that readers see. Gives the names of the releases that have been changed.
 */
export const withdrawMedia = async (
  site: PublishedSite,
  { before, now, trees }: { readonly before: Ledger; readonly now: Ledger; readonly trees: readonly EventTree[] },
  sign?: Signer,
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
    for (const release of changed) await stageRelease(site, stage, release, { cleared, addresses, sign });
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
  const lost = new Set([...gone].map((name) => `${tree.folder}/media/${name}`));
  const sums = printSums([...(readSums(site, tree) ?? [])].filter(([path]) => !lost.has(path)));
  const notes = new Map(
    manifest.notes.map((name) => [name, name === sumsNote ? sums : (readNote(site, tree, name) ?? '')]),
  );
  return { from: tree, to: { ...tree, id: identify(manifest.files, manifest.media, notes) }, manifest, sums, lost };
};

/** Moves a tree to where its new manifest says that it is; one without pictures has no link to them. */
const stageCleared = (site: PublishedSite, stage: Stage, { from, to, manifest, sums }: Cleared): void => {
  const written = join(stage.folder, `${keyOf(to).replaceAll('/', ' ')}.json`);
  const summed = join(stage.folder, `${keyOf(to).replaceAll('/', ' ')}.sums`);
  writeStaged(stage, written, Buffer.from(JSON.stringify(manifest)));
  writeStaged(stage, summed, Buffer.from(sums));
  if (manifest.media.length === 0) rmSync(join(treeFolder(site, from), from.folder, 'media'), { force: true });
  stage.moves.push(
    { from: treeFolder(site, from), to: treeFolder(site, to) },
    { from: written, to: join(treeFolder(site, to), 'manifest.json') },
    { from: summed, to: join(treeFolder(site, to), sumsNote) },
  );
};

type Clearing = {
  readonly cleared: readonly Cleared[];
  readonly addresses: readonly string[];
  readonly sign: Signer | undefined;
};

/** A release with other trees: its links and its manifest, which says what has been withdrawn from it. */
const stageRelease = async (
  site: PublishedSite,
  stage: Stage,
  { name, ...release }: Release,
  { cleared, addresses, sign }: Clearing,
): Promise<void> => {
  const events = release.events.map((tree) => findIn(cleared, tree)?.to ?? tree);
  const own = cleared.filter(({ from }) => release.events.some((tree) => keyOf(tree) === keyOf(from)));
  for (const { to } of own)
    for (const top of to.tops) {
      const link = join(stage.folder, `${name} ${top}`);
      symlinkSync(`../../events/${to.folder}/${to.id}/${top}`, link);
      stage.moves.push({ from: link, to: join(site.releases, name, top) });
    }
  const lost = new Set(own.flatMap((one) => [...one.lost]));
  const files = await stageSums(stage, join(site.releases, name), release.files, { lost, sign });
  const file = join(stage.folder, `${name}.json`);
  const withdrawn = [...new Set([...(release.withdrawn ?? []), ...addresses])].sort();
  writeStaged(stage, file, Buffer.from(JSON.stringify({ ...release, events, files, withdrawn })));
  stage.moves.push({ from: file, to: join(site.releases, `${name}.json`) });
};

/**
 * Writes the sums of a release without what is lost, and their signature; without a key it goes, because it was one of other
 * sums. Gives the hashes of the release's own files.
 */
const stageSums = async (
  stage: Stage,
  folder: string,
  files: Hashes,
  { lost, sign }: { readonly lost: ReadonlySet<string>; readonly sign: Signer | undefined },
): Promise<Hashes> => {
  const sums = parseSums(readPlain(join(folder, sumsFile))?.toString('utf8') ?? '');
  if (!(sums instanceof Map) || files[sumsFile] === undefined) return files;
  const bytes = Buffer.from(printSums([...sums].filter(([path]) => !lost.has(path))));
  const made = new Map<string, Uint8Array>([[sumsFile, bytes], ...(sign ? [await sign(bytes)] : [])]);
  const put = (path: string): string => join(stage.folder, `${stage.moves.length} ${path}`);
  for (const name of signatureFiles)
    if (files[name] !== undefined) stage.moves.push({ from: join(folder, name), to: put(name) });
  for (const [path, content] of made) {
    const from = put(path);
    writeStaged(stage, from, content);
    stage.moves.push({ from, to: join(folder, path) });
  }
  const left = Object.entries(files).filter(([path]) => !signatureFiles.some((name) => name === path));
  return { ...Object.fromEntries(left), ...hashFiles(made) };
};
