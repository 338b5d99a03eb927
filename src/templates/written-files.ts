import { printSums } from '../core/sums.ts';
import type { Pages, RenderedEvent } from './entry.ts';
import type { FileDigests, Target } from './folder-target.ts';
import type { FileHashes } from './kept-pages.ts';
import { makeMedia } from './make-media.ts';

/** Lines of sums. */
export type WrittenSums = { readonly sums: string };

/** Files that have been put into the site. */
export type WrittenFiles = WrittenSums & { readonly files: FileHashes };

type Digests = readonly (readonly [path: string, digests: FileDigests])[];

export const writePages = async (pages: Pages, target: Target): Promise<WrittenFiles> =>
  writtenFilesOf(await digestsOfPages(pages, target));

export const digestsOfPages = async (
  pages: Iterable<readonly [string, Uint8Array]> | RenderedEvent['pages'],
  target: Target,
): Promise<Digests> => {
  const written: [string, FileDigests][] = [];
  for await (const [path, bytes] of pages) written.push([path, await target.write(path, bytes)]);
  return written;
};

export const digestsOfMedia = async (
  media: RenderedEvent['media'],
  folder: string,
  target: Target,
): Promise<Digests> => {
  const written: [string, FileDigests][] = [];
  await makeMedia(
    media,
    () => true,
    async (name, bytes) => {
      written.push([`${folder}/${name}`, await target.write(`${folder}/${name}`, bytes)]);
    },
  );
  return written;
};

export const writtenFilesOf = (written: Digests): WrittenFiles => ({
  files: Object.fromEntries(written.map(([path, { sha256 }]) => [path, sha256])),
  sums: printSums(written.map(([path, { sha512 }]) => [path, sha512])),
});
