import { type ContentFiles, isDocument } from '../core/content-files.ts';
import { compare } from '../core/diagnostics.ts';
import { git } from './git.ts';
import type { Content } from './read-content.ts';

/** A file or folder of a git tree, by its path below the content folder, and the id of its object. */
export type InGit = {
  readonly path: string;
  readonly object: string;
  readonly kind: 'file' | 'link' | 'folder';
};

/**
 * Reads a content folder as a git tree holds it, into the same form as from disk: `tree` is a tree or a commit, `prefix`
 * the content folder's path in it, with a slash at its end or empty. `folder` lies in the repository. Rejects with
 * `GitFault` where there is no such tree.
 */
export const readGitTree = async (folder: string, tree: string, prefix: string): Promise<Content> =>
  readGitFiles(folder, await listGitTree(folder, tree, prefix, { isDeep: true }));

/**
 * Lists what a git tree holds in its content folder, sorted, without names that begin with a dot: what lies at its top, or
 * all files where `isDeep`; below one of `paths` only, where they are given.
 */
export const listGitTree = async (
  folder: string,
  tree: string,
  prefix: string,
  { isDeep = false, paths = [''] }: { readonly isDeep?: boolean; readonly paths?: readonly string[] } = {},
): Promise<readonly InGit[]> => {
  const wanted = paths.map((path) => `${prefix}${path}`).filter((path) => path !== '');
  const where = wanted.length === 0 ? [] : ['--', ...wanted];
  const list = ['ls-tree', ...(isDeep ? ['-r'] : []), '-z', '--full-tree'];
  // A path that begins with a colon would say something else.
  const listing = await git(folder, ['--literal-pathspecs', ...list, tree, ...where]);
  return listing
    .toString('utf8')
    .split('\0')
    .flatMap((line): InGit[] => {
      const [, mode, type, object, whole] = /^(\d+) (\w+) ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
      if (object === undefined || whole === undefined || (type !== 'blob' && type !== 'tree')) return [];
      const path = whole.slice(prefix.length);
      if (path.split('/').some((part) => part.startsWith('.'))) return [];
      return [{ path, object, kind: type === 'tree' ? 'folder' : mode === '120000' ? 'link' : 'file' }];
    })
    .sort((a, b) => compare(a.path, b.path));
};

/** The content that listed files make: documents with their bytes. */
export const readGitFiles = async (folder: string, listed: readonly InGit[]): Promise<Content> => {
  const found = listed.filter(({ kind }) => kind !== 'folder');
  const documents = found.filter(({ path, kind }) => kind === 'file' && isDocument(path));
  const bytes = await readObjects(
    folder,
    documents.map(({ object }) => object),
  );
  const byPath = new Map(documents.map(({ path }, index) => [path, bytes[index] ?? new Uint8Array()]));
  const objects = new Map(found.map(({ path, object }) => [path, object]));
  const files: ContentFiles = new Map(
    found.map(({ path, kind }) => [path, kind === 'link' ? 'link' : (byPath.get(path) ?? 'file')] as const),
  );
  return {
    files,
    readBytes: (path) => git(folder, ['cat-file', 'blob', objects.get(path) ?? path]),
    identityOf: (path) => objects.get(path) && `git ${objects.get(path)}`,
  };
};

/** The bytes of many objects, in their order, from one process. */
const readObjects = async (folder: string, objects: readonly string[]): Promise<Uint8Array[]> => {
  if (objects.length === 0) return [];
  const batch = await git(folder, ['cat-file', '--batch'], `${objects.join('\n')}\n`);
  let at = 0;
  return objects.map(() => {
    const end = batch.indexOf(0x0a, at);
    const size = Number(batch.toString('latin1', at, end).split(' ')[2]);
    at = end + 1 + size + 1;
    return batch.subarray(end + 1, end + 1 + size);
  });
};
