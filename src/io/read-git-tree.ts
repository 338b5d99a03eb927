import { type ContentFiles, isDocument } from '../core/content-files.ts';
import { compare } from '../core/diagnostics.ts';
import { git } from './git.ts';
import type { Content } from './read-content.ts';

type Found = { readonly path: string; readonly object: string; readonly isLink: boolean };

/**
 * Reads a content folder as a git tree holds it, into the same form as from disk: `tree` is a tree or a commit, `prefix`
 * the content folder's path in it, with a slash at its end or empty. `folder` lies in the repository.
 * Rejects with `GitFault` where there is no such tree.
 */
export const readGitTree = async (folder: string, tree: string, prefix: string): Promise<Content> => {
  const found = await filesIn(folder, tree, prefix);
  const documents = found.filter(({ path, isLink }) => !isLink && isDocument(path));
  const bytes = await readObjects(
    folder,
    documents.map(({ object }) => object),
  );
  const byPath = new Map(documents.map(({ path }, index) => [path, bytes[index] ?? new Uint8Array()]));
  const objects = new Map(found.map(({ path, object }) => [path, object]));
  const files: ContentFiles = new Map(
    found.map(({ path, isLink }) => [path, isLink ? 'link' : (byPath.get(path) ?? 'file')] as const),
  );
  return { files, readBytes: (path) => git(folder, ['cat-file', 'blob', objects.get(path) ?? path]) };
};

const filesIn = async (folder: string, tree: string, prefix: string): Promise<Found[]> => {
  const where = prefix === '' ? [] : ['--', prefix];
  const listing = (await git(folder, ['ls-tree', '-r', '-z', '--full-tree', tree, ...where])).toString('utf8');
  return listing
    .split('\0')
    .flatMap((line): Found[] => {
      const [, mode, kind, object, whole] = /^(\d+) (\w+) ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
      if (kind !== 'blob' || object === undefined || whole === undefined) return [];
      const path = whole.slice(prefix.length);
      return path.split('/').some((part) => part.startsWith('.')) ? [] : [{ path, object, isLink: mode === '120000' }];
    })
    .sort((a, b) => compare(a.path, b.path));
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
