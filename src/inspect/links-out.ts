import type { Archive } from '../core/archive.ts';
import { type ContentFiles, ownFolders, topFolder } from '../core/content-files.ts';
import type { ForeignLink } from '../core/event-record.ts';
import { linkTargets } from '../core/link-targets.ts';
import { permalinks } from '../core/permalinks.ts';
import { type ReadOptions, readArchive } from '../core/read-archive.ts';
import { hrefOf } from '../markdown/links.ts';
import { pathFrom } from '../markdown/parse-body.ts';
import type { Around, Tops } from './around.ts';

/** A link to another event, and in which folder that lies. */
type LinkOut = Omit<ForeignLink, 'href'>;

/** The links that lead out of the events that are inspected, in their order. */
export const linksOut = async (
  links: readonly Pick<ForeignLink, 'address' | 'file'>[],
  { events, pages, copies }: Archive,
  { own, tops }: Around,
): Promise<readonly LinkOut[]> => {
  const inside = events.filter(({ folder }) => own.has(folder)).flatMap(({ slug, aliases }) => [slug, ...aliases]);
  const beside = [...pages.flatMap(({ slug, aliases }) => [slug, ...aliases]), ...copies.map(topOf)];
  const known = new Set(['', ...inside, ...beside]);
  const named = new Set(
    links.flatMap(({ address }) =>
      address.startsWith('/') && !known.has(firstPart(address)) ? firstPart(address) : [],
    ),
  );
  const folders = named.size > 0 ? await tops(named) : (new Map() satisfies Tops);
  return links.flatMap(({ address, file }) => {
    const folder = address.startsWith('/') ? folders.get(firstPart(address)) : topFolder(pathFrom({ file }, address));
    return folder === undefined || own.has(folder) || ownFolders.has(folder) ? [] : [{ address, file, folder }];
  });
};

const topOf = (path: string): string => path.split('/')[0] ?? '';

const firstPart = (address: string): string => {
  const part = /^\/([^/?#]*)/.exec(address)?.[1] ?? '';
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/**
 * Where links lead now, in their order; `undefined` for one that leads nowhere any more. `files` holds `site.yml` and the
 * folders of all the events they lead to.
 */
export const destinationsOf = (
  links: readonly Pick<ForeignLink, 'address' | 'file'>[],
  files: ContentFiles,
  options: ReadOptions,
): (string | undefined)[] => {
  const { archive } = readArchive(files, options);
  const targets = linkTargets(archive, files, permalinks(archive.site.url));
  return links.map((link) => hrefOf(link.address, link, { targets, mediaAt: () => undefined }));
};
