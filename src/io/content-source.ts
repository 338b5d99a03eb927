import { createHash } from 'node:crypto';
import { type ContentFiles, ownFolders, topFolder } from '../core/content-files.ts';
import { compare } from '../core/diagnostics.ts';
import { cacheFolder } from './cache-folder.ts';
import { diskCache } from './disk-cache.ts';
import { type Content, identityOfAll, listFolder, readContent, readDiskFiles, withFilesBelow } from './read-content.ts';
import { listGitTree, readGitFiles, readGitTree } from './read-git-tree.ts';

/** Where a content folder is: on disk, or in a commit of the repository in `folder`, below `prefix`. */
export type ContentPlace =
  | { readonly kind: 'disk'; readonly folder: string }
  | { readonly kind: 'git'; readonly folder: string; readonly commit: string; readonly prefix: string };

/** A content folder that is read event by event. */
export type ContentParts = {
  /** What lies beside the events: `site.yml`, the pages of the archive's own, what is copied, and the theme. */
  readonly top: Content;
  /** The folders at the top that can be events, sorted by code units. */
  readonly folders: readonly string[];
  /** What changes when anything in a folder does. */
  readonly fingerprint: (folder: string) => Promise<string>;
  /** A folder's files, by path below the content folder; none where there is no such folder. */
  readonly read: (folder: string) => Promise<Content>;
  /** The `event.md` of each of these folders that has one, by path below the content folder. */
  readonly readSettings: (folders: readonly string[]) => Promise<ContentFiles>;
  /** Everything at once. */
  readonly readWhole: () => Promise<Content>;
};

/** The same, and where it lies: on disk, or in git. */
export type ContentSource = ContentParts & { readonly place: ContentPlace };

/** Opens the content folder at a place. */
export const openSource = (place: ContentPlace): Promise<ContentSource> =>
  place.kind === 'disk' ? diskSource(place.folder) : gitSource(place.folder, place.commit, place.prefix);

/**
 * The content folder on disk. Each of its folders is read when it is asked for, as it is then, so that memory holds no more
 * than one. Rejects with the system's error where it cannot be read.
 */
export const diskSource = async (folder: string): Promise<ContentSource> => {
  const listed = listFolder(folder);
  const isOwn = ({ path }: { readonly path: string }): boolean => ownFolders.has(path);
  const folders = listed.filter((one) => one.kind === 'folder' && !isOwn(one)).map(({ path }) => path);
  const read = async (name: string): Promise<Content> => (folders.includes(name) ? readContent(folder, name) : nothing);
  return {
    place: { kind: 'disk', folder },
    top: readDiskFiles(
      folder,
      listed.flatMap((one) => (isOwn(one) ? withFilesBelow(folder, one) : one)),
    ),
    folders,
    fingerprint: async (name) => {
      const inside = folders.includes(name) ? withFilesBelow(folder, { path: name, kind: 'folder' }) : [];
      return rememberedFingerprint(identityOfAll(folder, inside), async () => fingerprintOf(await read(name)));
    },
    read,
    readSettings: async (names) => {
      const settings = names.flatMap((name) => listFolder(folder, name, (path) => path === settingsOf(name)));
      return readDiskFiles(folder, settings).files;
    },
    readWhole: () => readContent(folder),
  };
};

/**
 * The content folder as a git commit holds it: `folder` lies in the repository, `prefix` is the content folder's path in
 * it, with a slash at its end or empty. Rejects with `GitFault` where there is no such commit.
 */
export const gitSource = async (folder: string, commit: string, prefix: string): Promise<ContentSource> => {
  const listed = await listGitTree(folder, commit, prefix);
  const isOwn = ({ path }: { readonly path: string }): boolean => ownFolders.has(path);
  const own = listed.some(isOwn)
    ? await listGitTree(folder, commit, prefix, { isDeep: true, paths: [...ownFolders] })
    : [];
  const events = listed.filter((one) => one.kind === 'folder' && !isOwn(one));
  const trees = new Map(events.map(({ path, object }) => [path, object]));
  const read = async (name: string): Promise<Content> => {
    const tree = trees.get(name);
    if (tree === undefined) return nothing;
    const inside = await listGitTree(folder, tree, '', { isDeep: true });
    return readGitFiles(
      folder,
      inside.map((one) => ({ ...one, path: `${name}/${one.path}` })),
    );
  };
  return {
    place: { kind: 'git', folder, commit, prefix },
    top: await readGitFiles(
      folder,
      [...listed, ...own].sort((a, b) => compare(a.path, b.path)),
    ),
    folders: [...trees.keys()],
    fingerprint: async (name) => trees.get(name) ?? '',
    read,
    readSettings: async (names) => {
      if (names.length === 0) return new Map();
      const settings = await listGitTree(folder, commit, prefix, { isDeep: true, paths: names.map(settingsOf) });
      return (await readGitFiles(folder, settings)).files;
    },
    readWhole: () => readGitTree(folder, commit, prefix),
  };
};

/**
 * Content that has been read as a whole, by its parts. Of pictures and what else lies beside documents, the fingerprint of a
 * part has what identifies them on the disk, where that is known: nothing of them is read.
 */
export const contentParts = (content: Content): ContentParts => {
  const isOwn = (folder: string | undefined): boolean => folder === undefined || ownFolders.has(folder);
  const byFolder = Map.groupBy(content.files, ([path]) => {
    const folder = topFolder(path);
    return isOwn(folder) ? undefined : folder;
  });
  const partIn = (folder: string | undefined): Content => ({ ...content, files: new Map(byFolder.get(folder)) });
  const settings = (folder: string) => [...partIn(folder).files].filter(([path]) => path === settingsOf(folder));
  return {
    top: partIn(undefined),
    folders: [...byFolder.keys()].filter((folder) => folder !== undefined).sort(compare),
    fingerprint: (folder) => fingerprintOf(partIn(folder), content.identityOf),
    read: async (folder) => partIn(folder),
    readSettings: async (folders) => new Map(folders.flatMap(settings)),
    readWhole: async () => content,
  };
};

/** The fingerprint of what has an identity, which is worked out once: as long as nothing has another one, nothing is read. */
const rememberedFingerprint = async (identity: string | undefined, workOut: () => Promise<string>): Promise<string> => {
  if (identity === undefined) return workOut();
  const cache = diskCache(cacheFolder(), 'fingerprints');
  const known = Buffer.from((await cache.get(identity)) ?? []).toString('utf8');
  if (/^[0-9a-f]{64}$/.test(known)) return known;
  // What is changed meanwhile has another identity the next time.
  const fingerprint = await workOut();
  await cache.set(identity, Buffer.from(fingerprint));
  return fingerprint;
};

/** Changes when any of the files of a content does. A file that `identityOf` can tell from others is not read. */
export const fingerprintOf = async (
  { files, readBytes, streamBytes }: Content,
  identityOf: Content['identityOf'] = () => undefined,
): Promise<string> => {
  const whole = createHash('sha256');
  for (const [path, content] of files) {
    // What a link leads to is not part of the content.
    if (content !== 'file') whole.update(`${path}\0${typeof content} ${content.length}\0`).update(content);
    else
      whole.update(
        `${path}\0${identityOf(path) ?? (await digestOf(streamBytes?.(path) ?? [await readBytes(path)]))}\0`,
      );
  }
  return whole.digest('hex');
};

const digestOf = async (pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> => {
  const hash = createHash('sha256');
  for await (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
};

const settingsOf = (folder: string): string => `${folder}/event.md`;

const nothing: Content = {
  files: new Map(),
  readBytes: (path) => Promise.reject(new Error(`There is no file ${path}`)),
};
