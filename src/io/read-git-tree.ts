import { spawn } from 'node:child_process';
import { type ContentFiles, isHidden, isOddFolder, isReadWhole, mostDocumentBytes } from '../core/content-files.ts';
import { compare } from '../core/diagnostics.ts';
import { GitFault, gitEnvironment } from './git.ts';
import { type GitObject, type GitObjects, objectsOf } from './git-objects.ts';
import type { Content } from './read-content.ts';

/** A file or folder of a git tree, by its path below the content folder, and the id of its object. */
type InGit = {
  readonly path: string;
  readonly object: string;
  /** As from disk: `other` is a folder named like a document, or one that lies too deep. */
  readonly kind: 'file' | 'link' | 'folder' | 'other';
};

/**
 * Reads a content folder as a git tree holds it, into the same form as from disk: `tree` is a tree or a commit, `prefix`
 * the content folder's path in it, with a slash at its end or empty. `folder` lies in the repository. Rejects with
 * `GitFault` where there is no such tree.
 */
export const readGitTree = async (folder: string, tree: string, prefix: string): Promise<Content> =>
  readGitFiles(folder, await listGitTree(folder, tree, prefix, { isDeep: true }));

/** What is listed of a tree: what lies at its top, or all its files; below some paths only, where they are given. */
type Listing = { readonly isDeep?: boolean; readonly paths?: readonly string[] };

/**
 * Lists what a git tree or commit holds in its content folder, sorted, without names that begin with a dot. Rejects with
 * `GitFault` where there is no such tree.
 */
export const listGitTree = async (
  folder: string,
  tree: string,
  prefix: string,
  { isDeep = false, paths }: Listing = {},
): Promise<readonly InGit[]> => {
  const objects = objectsOf(folder);
  const reaches = reachOf(paths);
  const found: InGit[] = [];
  let open: readonly Pick<InGit, 'path' | 'object'>[] = await contentTree(objects, tree, prefix);
  while (open.length > 0) {
    const trees = await objects.read(open.map(({ object }) => object));
    const inside = trees.flatMap((read, index) => (read ? entriesOf(read, open[index]?.path ?? '') : []));
    const wanted = inside.filter(({ path }) => reaches(path));
    found.push(...wanted.filter(({ kind }) => !isDeep || kind !== 'folder'));
    open = isDeep ? wanted.filter(({ kind }) => kind === 'folder') : [];
  }
  return found.sort((a, b) => compare(a.path, b.path));
};

/** The tree that is the content folder, or none where there is no such folder. */
const contentTree = async (
  objects: GitObjects,
  tree: string,
  prefix: string,
): Promise<readonly { readonly path: ''; readonly object: string }[]> => {
  const [top] = await objects.read([`${tree}^{tree}`]);
  if (!top) throw new GitFault(`There is no tree ${tree}`);
  let found: GitObject = top;
  for (const name of prefix.split('/').filter((part) => part !== '')) {
    const below = entriesOf(found, '').find(({ path, kind }) => kind === 'folder' && path === name);
    const [next] = below ? await objects.read([below.object]) : [];
    if (!next) return [];
    found = next;
  }
  return [{ path: '', object: found.id }];
};

/** Whether a path is one of these, lies below one, or is on the way to one. */
const reachOf = (paths: readonly string[] | undefined): ((path: string) => boolean) => {
  if (!paths) return () => true;
  const wanted = paths.map((path) => path.replace(/\/$/, ''));
  return (path) => wanted.some((one) => path === one || path.startsWith(`${one}/`) || one.startsWith(`${path}/`));
};

/** The content that listed files make: documents and the theme with their bytes. */
export const readGitFiles = async (folder: string, listed: readonly InGit[]): Promise<Content> => {
  const objects = objectsOf(folder);
  const found = listed.filter(({ kind }) => kind !== 'folder');
  const documents = found.filter(({ path, kind }) => kind === 'file' && isReadWhole(path));
  const read = await objects.read(documents.map(({ object }) => object));
  const bytes = new Map(documents.map(({ path }, index) => [path, read[index]?.bytes ?? new Uint8Array()]));
  const ids = new Map(found.map(({ path, object }) => [path, object]));
  const files: ContentFiles = new Map(
    found.map(({ path, kind }) => {
      const own = kind === 'file' ? (bytes.get(path) ?? kind) : kind === 'link' ? kind : 'other';
      return [path, own.length > mostDocumentBytes ? 'other' : own] as const;
    }),
  );
  return {
    files,
    readBytes: (path) => readGitObject(folder, ids.get(path) ?? path),
    streamBytes: (path) => streamGitObject(folder, ids.get(path) ?? path),
    identityOf: (path) => ids.get(path) && `git ${ids.get(path)}`,
  };
};

/** The bytes of an object. Rejects with `GitFault` where it is not there. */
export const readGitObject = async (folder: string, id: string): Promise<Uint8Array> => {
  const [object] = await objectsOf(folder).read([id]);
  if (!object) throw new GitFault(`There is no object ${id}`);
  return object.bytes;
};

/** The bytes of an object piece by piece, from a process of its own. Rejects with `GitFault` where it is not there. */
export async function* streamGitObject(folder: string, id: string): AsyncGenerator<Uint8Array> {
  const child = spawn('git', ['cat-file', 'blob', id], {
    cwd: folder,
    env: gitEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const ended = new Promise<GitFault | undefined>((resolve) => {
    child.on('error', (fault) => resolve(new GitFault(`git could not be started: ${fault.message}`)));
    child.on('close', (code) =>
      resolve(code === 0 ? undefined : new GitFault(complaint.trim() || `git cat-file ended with ${code}`)),
    );
  });
  yield* child.stdout;
  const fault = await ended;
  if (fault) throw fault;
}

/** What stands in a tree: `<mode> <name>`, a zero, and the bytes of the object's id, one after the other. */
const entriesOf = ({ id, bytes }: GitObject, above: string): readonly InGit[] => {
  const found: InGit[] = [];
  const idLength = id.length / 2;
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0, at);
    const [mode, name] = split(bytes.toString('utf8', at, end));
    at = end + 1 + idLength;
    const path = above === '' ? name : `${above}/${name}`;
    if (isHidden(path)) continue;
    found.push({ path, object: bytes.toString('hex', end + 1, at), kind: kindOf(mode, path) });
  }
  return found;
};

const kindOf = (mode: string, path: string): InGit['kind'] => {
  if (mode === '40000') return isOddFolder(path) ? 'other' : 'folder';
  // The files of a submodule are in another repository: it leads elsewhere as a link does.
  return mode === '120000' || mode === '160000' ? 'link' : 'file';
};

const split = (entry: string): readonly [mode: string, name: string] => {
  const blank = entry.indexOf(' ');
  return [entry.slice(0, blank), entry.slice(blank + 1)];
};
